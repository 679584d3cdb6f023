//! One conversion, month by month: cash flows, what they are worth, and what follows from them.

use hashpivot::model::pivot::MiningPlan;

use super::expected::{Expected, Summed, Table};
use super::hashprice;
use super::inputs::Values;

/// Months that any conversion can last, and one more.
const MONTHS: usize = 120 + 120 + 120 - 1 + 12 * 40 + 1;

/// A conversion with everything that does not depend on when its first rent comes.
pub struct Site<'a> {
    pub v: &'a Values,
    pub tenor: usize,
    pub ramp: usize,
    pub it_mw: f64,
    pub eh: f64,
    pub capex_total: f64,
    /// NOI of the month this long after the first rent month, USD m.
    pub noi: Vec<f64>,
    pub residual: f64,
    hpc_factors: Vec<f64>,
    mining_factors: Vec<f64>,
    /// Mining cash by month of the two plans, USD m.
    run_off: Vec<f64>,
    renew: Vec<f64>,
    /// What a month's mining cash is the difference of, at most.
    mining_size: f64,
}

/// Discount factors by month.
fn factors(yearly: f64) -> Vec<f64> {
    (0..MONTHS)
        .map(|month| (1.0 + yearly).powf(-(month as f64) / 12.0))
        .collect()
}

/// Present value of flows from a month on.
fn present_value(flows: &[f64], first: usize, factors: &[f64]) -> Summed {
    let later = &factors[first..];
    flows
        .iter()
        .zip(later)
        .map(|(flow, factor)| flow * factor)
        .sum()
}

impl<'a> Site<'a> {
    pub fn of(v: &'a Values) -> Self {
        let it_mw = v.get("gross_mw") / v.get("pue");
        let own = 1.0 - v.fraction("customer_funded_pct");
        let (tenor, ramp) = (v.count("tenor"), v.count("ramp_months"));
        let month = it_mw * 1_000.0 * v.get("lease_rate") / 1e6
            * v.fraction("occupancy_pct")
            * v.fraction("noi_margin_pct");
        let grown = |years: usize| month * (1.0 + v.fraction("escalator_pct")).powi(years as i32);
        let site = Self {
            v,
            tenor,
            ramp,
            it_mw,
            eh: v.get("gross_mw") / v.get("efficiency"),
            capex_total: it_mw * v.get("capex") * (1.0 + v.fraction("overrun_pct")) * own,
            noi: tranches(&(0..tenor).map(grown).collect::<Vec<_>>(), ramp),
            residual: v.fraction("renewal_pct") * 12.0 * grown(tenor) / v.fraction("exit_cap_pct"),
            hpc_factors: factors(v.fraction("hpc_discount_pct")),
            mining_factors: factors(v.fraction("mining_discount_pct")),
            run_off: Vec::new(),
            renew: Vec::new(),
            mining_size: 0.0,
        };
        site.mining_at(hashprice::day(v).hashprice)
    }

    /// The site where mining starts at another hashprice.
    pub fn mining_at(mut self, hashprice: f64) -> Self {
        let today = hashprice::day_that_earns(self.v, hashprice);
        let fixed = self.v.get("overhead");
        let usd_m = self.eh * 365.0 / 12.0 / 1e6;
        let life = 12.0 * self.v.get("machine_life");
        let yearly = 1.0 + self.v.fraction("hashprice_drift_pct");
        let revenue = |month: usize| today.revenue * yearly.powf(month as f64 / 12.0);
        let revenues: Vec<f64> = (0..MONTHS).map(revenue).collect();
        let left = revenues
            .iter()
            .map(|revenue| revenue - today.power_cost.value - fixed);
        let plans = left.enumerate().map(|(month, left)| {
            let runs = (month as f64) < life;
            let run_off = if runs { left.max(0.0) } else { 0.0 };
            (
                run_off * usd_m,
                (left - today.sustaining_capex).max(0.0) * usd_m,
            )
        });
        (self.run_off, self.renew) = plans.unzip();
        let costs = today.power_cost.size + fixed + today.sustaining_capex;
        self.mining_size = (revenues.into_iter().fold(0.0, f64::max) + costs) * usd_m;
        self
    }

    pub fn first_rent(&self) -> usize {
        self.v.count("build_months") + self.v.count("delay_months")
    }

    pub fn building(&self) -> usize {
        self.v.count("build_months").max(1)
    }

    /// N: the month of the residual.
    pub fn last(&self, first_rent: usize) -> usize {
        first_rent + self.ramp - 1 + 12 * self.tenor
    }

    pub fn stop(&self, first_rent: usize) -> usize {
        self.v.count("mining_stop_month").min(first_rent)
    }

    /// What the data centre pays and gets, by month, each with the size of its parts.
    pub fn hpc(&self, first_rent: usize) -> Vec<Summed> {
        let mut flows = vec![Summed::from(0.0); self.last(first_rent) + 1];
        for flow in &mut flows[..self.building()] {
            *flow = *flow - self.capex_total / self.building() as f64;
        }
        for (month, noi) in self.noi.iter().enumerate() {
            flows[first_rent + month] = flows[first_rent + month] + *noi;
        }
        flows[self.last(first_rent)] = flows[self.last(first_rent)] + self.residual;
        flows
    }

    pub fn capex_present_value(&self) -> f64 {
        let monthly = vec![self.capex_total / self.building() as f64; self.building()];
        present_value(&monthly, 0, &self.hpc_factors).value
    }

    /// Present value of rent and residual.
    pub fn income(&self, first_rent: usize) -> Summed {
        present_value(&self.noi, first_rent, &self.hpc_factors)
            + self.residual * self.hpc_factors[self.last(first_rent)]
    }

    pub fn npv_hpc(&self, first_rent: usize) -> Summed {
        self.income(first_rent) - self.capex_present_value()
    }

    /// Present value of a mining plan in these months. Its months, each the difference of revenue
    /// and costs, are uncertain by what they are the difference of.
    fn mining(&self, plan: &[f64], from: usize, to: usize) -> Summed {
        let worth = present_value(&plan[from..to], from, &self.mining_factors);
        let months: f64 = self.mining_factors[from..to].iter().sum();
        Summed {
            size: worth.size + self.mining_size * months,
            ..worth
        }
    }

    pub fn npv_run_off(&self, first_rent: usize) -> Summed {
        self.mining(&self.run_off, 0, self.last(first_rent))
    }

    pub fn npv_renew(&self, first_rent: usize) -> Summed {
        self.mining(&self.renew, 0, self.last(first_rent))
    }

    pub fn npv_mining(&self, first_rent: usize) -> Summed {
        let (run_off, renew) = (self.npv_run_off(first_rent), self.npv_renew(first_rent));
        Summed {
            value: run_off.value.max(renew.value),
            size: run_off.size.max(renew.size),
        }
    }

    /// What conversion leaves of mining: its months before the stop, and the machines' resale.
    fn mining_left(&self, first_rent: usize) -> Summed {
        let stop = self.stop(first_rent);
        // USD per TH are USD m per EH.
        let resale = self.v.get("machine_resale") * self.eh;
        self.mining(&self.run_off, 0, stop) + resale * self.mining_factors[stop]
    }

    pub fn npv_convert(&self, first_rent: usize) -> Summed {
        self.npv_hpc(first_rent) + self.mining_left(first_rent)
    }

    pub fn npv_gain(&self, first_rent: usize) -> Summed {
        self.npv_convert(first_rent) - self.npv_mining(first_rent)
    }

    /// The plans that may be the better one; where rounding decides, both.
    pub fn plans(&self) -> Vec<MiningPlan> {
        let first_rent = self.first_rent();
        let more = self.npv_renew(first_rent) - self.npv_run_off(first_rent);
        if more.is_surely_positive() {
            vec![MiningPlan::Renew]
        } else if more.is_surely_negative() || self.renew == self.run_off {
            vec![MiningPlan::RunOff]
        } else {
            vec![MiningPlan::RunOff, MiningPlan::Renew]
        }
    }

    pub fn plan(&self, plan: MiningPlan) -> &[f64] {
        match plan {
            MiningPlan::RunOff => &self.run_off,
            MiningPlan::Renew => &self.renew,
        }
    }

    /// Whether this is a month of that plan's cash without conversion.
    pub fn is_mining_flow(&self, plan: MiningPlan, month: usize, got: f64) -> bool {
        let value = if month < self.last(self.first_rent()) {
            self.plan(plan)[month]
        } else {
            0.0
        };
        let size = self.mining_size;
        Summed { value, size }.is_near(got)
    }

    fn expected_npv_gain(&self, plan: MiningPlan) -> Summed {
        let first_rent = self.first_rent();
        let p = self.v.fraction("execution_pct");
        let lost = Summed::from(self.v.fraction("sunk_pct") * self.capex_present_value())
            + self.mining(self.plan(plan), self.stop(first_rent), first_rent);
        self.npv_gain(first_rent) * p - lost * (1.0 - p)
    }
}

/// NOI by month of `ramp` equal tranches that start a month apart, each paying its year's rent.
fn tranches(month_of_year: &[f64], ramp: usize) -> Vec<f64> {
    let lease = 12 * month_of_year.len();
    let mut noi = vec![0.0; ramp - 1 + lease];
    for start in 0..ramp {
        for age in 0..lease {
            noi[start + age] += month_of_year[age / 12] / ramp as f64;
        }
    }
    noi
}

/// What the conversion and its alternative are worth.
pub fn worth<'a>(site: &'a Site<'a>, plan: MiningPlan) -> Table<'a> {
    let first_rent = site.first_rent();
    vec![
        ("it_mw", site.it_mw.into()),
        ("displaced_hashrate", site.eh.into()),
        ("capex_total", site.capex_total.into()),
        ("npv_hpc", site.npv_hpc(first_rent).into()),
        ("npv_run_off", site.npv_run_off(first_rent).into()),
        ("npv_renew", site.npv_renew(first_rent).into()),
        ("npv_mining", site.npv_mining(first_rent).into()),
        ("npv_convert", site.npv_convert(first_rent).into()),
        ("npv_gain", site.npv_gain(first_rent).into()),
        ("expected_npv_gain", site.expected_npv_gain(plan).into()),
    ]
}

/// Rent, and what it is over capex and over a megawatt.
pub fn rent<'a>(site: &'a Site<'a>) -> Table<'a> {
    let v = site.v;
    let capex = site.capex_total;
    let growth = 1.0 + v.fraction("escalator_pct");
    let first = 12.0 * site.ramp as f64 * site.noi[0];
    let years = (0..site.tenor).map(|year| first * growth.powi(year as i32));
    let average = years.sum::<f64>() / site.tenor as f64;
    let income = site.noi.iter().sum::<f64>() + site.residual;
    let over_capex = |value: f64| Expected::if_positive(capex, Summed::from(value) / capex);
    let usd_per_kw_year = 12.0 * v.get("lease_rate") * v.fraction("occupancy_pct");
    let per_mw = usd_per_kw_year * 1_000.0 / v.get("pue") / 1e6;
    let day = hashprice::day(v);
    let eh_days = 365.0 / v.get("efficiency") / 1e6;
    vec![
        ("multiple_on_capex", over_capex(income)),
        ("noi_first_year", first.into()),
        ("noi_average", average.into()),
        ("yield_on_cost_first_year", over_capex(first)),
        ("yield_on_cost_average", over_capex(average)),
        ("hpc_revenue_per_gross_mw_year", per_mw.into()),
        (
            "hpc_margin_per_gross_mw_year",
            (per_mw * v.fraction("noi_margin_pct")).into(),
        ),
        (
            "mining_revenue_per_gross_mw_year",
            (day.revenue * eh_days).into(),
        ),
        (
            "mining_margin_per_gross_mw_year",
            (day.gross_profit * eh_days).into(),
        ),
    ]
}
