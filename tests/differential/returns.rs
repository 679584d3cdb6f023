//! Returns of the conversion: on its flows and, with the loan kept month by month, on equity.

use super::expected::{Expected, Summed, Table};
use super::pivot::Site;

/// Steps of the grid on which rates of return are looked for.
const GRID: usize = 150;

/// Yearly rates between which a rate of return is reported.
const RATES: (f64, f64) = (-0.99, 10.0);

/// The loan as its bank keeps it.
pub struct Loan {
    /// Drawn, by month.
    draws: Vec<f64>,
    /// The month of the first payment, and how many there are.
    first: usize,
    count: usize,
    pub payment: f64,
}

impl Loan {
    pub fn of(site: &Site) -> Self {
        let v = site.v;
        let share = v.fraction("loan_to_cost_pct");
        let draw = share * site.capex_total / site.building() as f64;
        let monthly = v.fraction("loan_rate_pct") / 12.0;
        let first = site.first_rent() + site.ramp - 1;
        let count = 12 * site.tenor - site.ramp + 1;
        let draws = vec![draw; site.building()];
        let mut balance = 0.0;
        for month in 0..first.max(1) {
            // A draw bears interest from the month after it.
            balance = balance * (1.0 + monthly) + draws.get(month).copied().unwrap_or(0.0);
        }
        let one_a_month: f64 = (1..=count).map(|m| (1.0 + monthly).powi(-(m as i32))).sum();
        Self {
            draws,
            first,
            count,
            payment: balance / one_a_month,
        }
    }

    fn payment_in(&self, month: usize) -> f64 {
        let due = (self.first..self.first + self.count).contains(&month);
        if due { self.payment } else { 0.0 }
    }

    /// The flows that are left to equity.
    pub fn levered(&self, hpc: &[Summed]) -> Vec<Summed> {
        let left = |(month, flow): (usize, &Summed)| {
            *flow + self.draws.get(month).copied().unwrap_or(0.0) - self.payment_in(month)
        };
        hpc.iter().enumerate().map(left).collect()
    }
}

/// Worth of flows at a yearly rate, in units that keep its sign.
fn worth(flows: &[Summed], yearly: f64) -> Summed {
    let factor = (1.0 + yearly).powf(-1.0 / 12.0);
    let mut sum = Summed::from(0.0);
    for flow in flows.iter().rev() {
        sum.value = sum.value * factor + flow.value;
        sum.size = sum.size * factor + flow.size;
    }
    sum
}

/// 1, −1, or 0 where rounding decides.
fn sign(flows: &[Summed], yearly: f64) -> i8 {
    let worth = worth(flows, yearly);
    i8::from(worth.is_surely_positive()) - i8::from(worth.is_surely_negative())
}

/// Whether the smallest root is where it is said to be: the sign turns there, and on a grid below
/// (everywhere, if none is said to be) it does not.
fn is_smallest_root(flows: &[Summed], got: Option<f64>) -> bool {
    let end = got.map_or(RATES.1, |rate| rate - near(rate));
    let log = |rate: f64| (1.0 + rate).ln();
    let (low, step) = (log(RATES.0), (log(end) - log(RATES.0)) / GRID as f64);
    let rates = (0..=GRID).map(|index| (low + step * index as f64).exp() - 1.0);
    let mut signs: Vec<i8> = rates.map(|rate| sign(flows, rate)).collect();
    signs.retain(|sign| *sign != 0);
    let steady = signs.iter().all(|sign| *sign == signs[0]);
    steady && got.is_none_or(|rate| RATES.0 < rate && rate < RATES.1 && turns(flows, rate))
}

/// What relative 1e-9 is on a rate, and a little for rates near zero.
fn near(rate: f64) -> f64 {
    1e-9 * rate.abs() + 1e-11
}

fn turns(flows: &[Summed], rate: f64) -> bool {
    let around = [-1.0, 0.0, 1.0].map(|side| sign(flows, rate + side * near(rate)));
    around[1] == 0 || around[0] * around[2] <= 0
}

/// The month by whose end all that was spent has come back; where that hangs on rounding, several.
fn payback(site: &Site, hpc: &[Summed]) -> Expected<'static> {
    if site.capex_total == 0.0 {
        return 0.0.into();
    }
    let mut answers = Vec::new();
    let mut cash = Summed::from(0.0);
    for (month, flow) in hpc.iter().enumerate() {
        cash = cash + *flow;
        if month < site.first_rent() || cash.is_surely_negative() {
            continue;
        }
        answers.push(Some(month as f64 + 1.0));
        if cash.is_surely_positive() {
            return Expected::OneOf(answers);
        }
    }
    answers.push(None);
    Expected::OneOf(answers)
}

pub fn table<'a>(site: &'a Site<'a>) -> Table<'a> {
    let hpc = site.hpc(site.first_rent());
    let loan = Loan::of(site);
    let levered = loan.levered(&hpc);
    let smallest = |month: f64, noi: &f64| month.min(*noi);
    let covered = site.noi[site.ramp - 1..12 * site.tenor]
        .iter()
        .fold(f64::INFINITY, smallest);
    let spent = levered.iter().filter(|flow| flow.value < 0.0);
    let equity = spent.fold(Summed::from(0.0), |sum, flow| sum - *flow);
    let built = site.capex_total > 0.0;
    let dscr = Expected::if_positive(loan.payment, Summed::from(covered) / loan.payment);
    let back = payback(site, &hpc);
    let irr = move |got| is_smallest_root(&hpc, got);
    let levered_irr = move |got| is_smallest_root(&levered, got);
    vec![
        ("irr", Expected::law(irr).where_(built)),
        ("payback_months", back),
        ("levered_irr", Expected::law(levered_irr).where_(built)),
        ("min_dscr", dscr),
        ("equity_needed", Expected::from(equity).where_(built)),
    ]
}
