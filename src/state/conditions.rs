//! What would have to be true for the other use to win: the break-evens in sentences.
//!
//! What meets a condition turns the gain, all else equal; today's value does not meet it as printed.

use crate::format;
use crate::model::Evaluation;
use crate::model::parameters::{Inputs, Key};
use crate::model::pivot::{HIGHEST_HASHPRICE, Pivot, npv_gain_at_hashprice, npv_gain_by_delay};
use crate::units::RevenueUnit;

/// One break-even: "The lease falls below *$80.75 a kW a month*" and how far that is; or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The output that it states.
    pub output: &'static str,
    /// The break-even, where it exists.
    pub value: Option<f64>,
    /// The words before the amount, or all of them where there is none.
    pub words: &'static str,
    /// The break-even as text.
    pub amount: String,
    /// The words after it.
    pub after: &'static str,
    /// How far it is from today.
    pub distance: String,
}

impl Condition {
    fn new(output: &'static str, value: f64, words: &'static str, amount: String) -> Self {
        Self {
            value: Some(value),
            amount,
            ..Self::never(output, words)
        }
    }

    fn never(output: &'static str, words: &'static str) -> Self {
        Self {
            output,
            value: None,
            words,
            amount: String::new(),
            after: "",
            distance: String::new(),
        }
    }

    fn at_distance(self, distance: String) -> Self {
        Self { distance, ..self }
    }
}

/// The sentence above the conditions, and these.
#[must_use]
pub fn conditions(
    inputs: &Inputs,
    unit: RevenueUnit,
    now: &Evaluation,
) -> (&'static str, [Condition; 4]) {
    let results = now.pivot();
    let is_ahead = results.npv_gain >= 0.0;
    let rows = [
        lease(inputs, results, is_ahead),
        overrun(inputs, results, is_ahead),
        hashprice(inputs, unit, now, is_ahead),
        delay(inputs, is_ahead),
    ];
    let is_possible = rows.iter().any(|row| row.value.is_some());
    let lead = match (is_possible, is_ahead) {
        (true, true) => {
            "Any one of these would be enough for continued mining to be worth more, all else equal:"
        }
        (true, false) => {
            "Any one of these would be enough for converting to be worth more, all else equal:"
        }
        (false, true) => "Nothing here alone would make continued mining worth more:",
        (false, false) => "Nothing here alone would make converting worth more:",
    };
    (lead, rows)
}

fn lease(inputs: &Inputs, results: &Pivot, is_ahead: bool) -> Condition {
    const OUTPUT: &str = "breakeven_lease_rate";
    // Rent does not fall below nothing.
    let rate = results.breakeven_lease_rate;
    let Some(even) = rate.filter(|rate| *rate > 0.0 || !is_ahead) else {
        let keeps_nothing = inputs.occupancy_pct() == 0.0 || inputs.noi_margin_pct() == 0.0;
        return Condition::never(
            OUTPUT,
            if keeps_nothing {
                "No rent matters: none of it is kept"
            } else {
                "No rent is low enough: converting wins without any"
            },
        );
    };
    let words = if is_ahead {
        "The lease falls below"
    } else {
        "The lease rises above"
    };
    let border = Border {
        even,
        today: inputs.lease_rate(),
        rises: !is_ahead,
        decimals: 2,
    };
    let (even_text, distance) = border.texts(format::usd, away);
    let amount = format!("{even_text} a kW a month");
    Condition::new(OUTPUT, even, words, amount)
        .at_distance(distance + &border.beyond(Key::LeaseRate))
}

fn overrun(inputs: &Inputs, results: &Pivot, is_ahead: bool) -> Condition {
    const OUTPUT: &str = "breakeven_overrun_pct";
    let Some(even) = results.breakeven_overrun_pct else {
        return Condition::never(
            OUTPUT,
            match (results.capex_total > 0.0, is_ahead) {
                (true, _) => "No saving is enough: converting loses even without capex",
                (false, true) => "No overrun is enough: the company pays no capex",
                (false, false) => "No saving is enough: the company pays no capex",
            },
        );
    };
    let words = match (is_ahead, even < 0.0) {
        (true, false) => "Costs overrun by more than",
        (true, true) => "Costs come in below plan by less than",
        (false, false) => "Costs overrun by less than",
        (false, true) => "Costs come in below plan by more than",
    };
    let border = Border {
        even,
        today: inputs.overrun_pct(),
        rises: is_ahead,
        decimals: match even.abs() {
            size if size < 10.0 => 2,
            size if size < 100.0 => 1,
            _ => 0,
        },
    };
    let percent = |value: f64, decimals| {
        let text = format::number(value.abs(), decimals);
        match text.split_once('.') {
            Some(_) => format!("{}%", text.trim_end_matches('0').trim_end_matches('.')),
            None => format!("{text}%"),
        }
    };
    let (amount, distance) = border.texts(percent, |border, today| {
        if border.today < 0.0 {
            format!("today {today} below plan")
        } else {
            format!("today {today}")
        }
    });
    Condition::new(OUTPUT, even, words, amount)
        .at_distance(distance + &border.beyond(Key::OverrunPct))
}

fn hashprice(inputs: &Inputs, unit: RevenueUnit, now: &Evaluation, is_ahead: bool) -> Condition {
    const OUTPUT: &str = "breakeven_hashprice";
    let results = now.pivot();
    let today = now.hashprice().hashprice;
    let in_unit = |usd: f64| unit.from_usd_per_eh_day(usd, inputs.btc_price());
    let border = |even: f64| Border {
        even: in_unit(even),
        today: in_unit(today),
        rises: is_ahead,
        decimals: format::revenue_decimals(unit),
    };
    let text = |value: f64, decimals| format::revenue_with(value, unit, decimals);
    let wins_at_highest = || npv_gain_at_hashprice(inputs, HIGHEST_HASHPRICE) >= 0.0;
    let (even, words) = match (results.breakeven_hashprice, is_ahead) {
        (Some(even), true) => (even, "Hashprice rises above"),
        (Some(even), false) => (even, "Hashprice falls below"),
        (None, true) => {
            let least = text(in_unit(HIGHEST_HASHPRICE.max(today)), 0);
            return Condition {
                amount: format!("{least} {}", unit.words()),
                after: " is enough",
                ..Condition::never(OUTPUT, "No hashprice up to")
            };
        }
        (None, false) if today > HIGHEST_HASHPRICE && wins_at_highest() => {
            (HIGHEST_HASHPRICE, "Hashprice falls below")
        }
        (None, false) => {
            return Condition::never(
                OUTPUT,
                "No hashprice is low enough: converting loses even at zero",
            );
        }
    };
    let (even_text, distance) = border(even).texts(text, away);
    let amount = format!("{even_text} {}", unit.words());
    Condition::new(OUTPUT, even, words, amount).at_distance(distance)
}

/// Months of delay that turn the gain: of those around today's that come first in the direction in which
/// more delay is worse, and if there are none, in the other.
fn delay(inputs: &Inputs, is_ahead: bool) -> Condition {
    const OUTPUT: &str = "breakeven_delay_months";
    let gains = npv_gain_by_delay(inputs);
    let longest = gains.len() - 1;
    let today = (inputs.delay_months() as usize).min(longest);
    let turns = |delay: &usize| (gains[*delay] >= 0.0) != is_ahead;
    let later = (today + 1..=longest).find(turns);
    let sooner = (0..today).rev().find(turns);
    let first = if is_ahead {
        later.or(sooner)
    } else {
        sooner.or(later)
    };
    let Some(first) = first else {
        return Condition::never(
            OUTPUT,
            if is_ahead {
                "No delay of up to ten years is enough"
            } else {
                "No change of the delay is enough"
            },
        );
    };
    let last = if first > today {
        (first..=longest).take_while(turns).last()
    } else {
        (0..=first).rev().take_while(turns).last()
    };
    let last = last.unwrap_or(first);
    let months = |count: usize| format::months(count as f64);
    let is_next = first == today + 1;
    let (value, words, amount) = match (first, last) {
        (_, last) if last == longest && is_next => (today, "The delay grows beyond", months(today)),
        (first, last) if first > today && last == longest => {
            (first - 1, "The delay passes", months(first - 1))
        }
        (0, _) => (0, "There is no delay", String::new()),
        (first, 0) => (first, "The delay stays within", months(first)),
        (first, last) if first == last => (first, "The delay is", months(first)),
        (first, last) => {
            let (least, most) = (first.min(last), first.max(last));
            let range = format!("{least} to {}", months(most));
            (first, "The delay is", range)
        }
    };
    Condition::new(OUTPUT, value as f64, words, amount)
        .at_distance(format!("today {}", months(today)))
}

/// Where the gain turns, and today's value on one side of that.
#[derive(Clone, Copy)]
struct Border {
    even: f64,
    today: f64,
    /// Whether the condition is to be above it.
    rises: bool,
    /// Decimals that the figure is shown with.
    decimals: usize,
}

impl Border {
    /// The border as text, and how far it is from today, in words made of the border and today's text.
    ///
    /// Far from the border it is rounded like the figure. Near it, it is rounded away from today and has as many
    /// decimals as it takes for both to differ as printed, so that today does not seem to meet the condition, and
    /// what meets it as printed meets it.
    fn texts(
        self,
        text: impl Fn(f64, usize) -> String,
        distance: impl Fn(Self, &str) -> String,
    ) -> (String, String) {
        /// In last places of the figure.
        const FAR: f64 = 100.0;
        const MOST_DECIMALS: usize = 12;
        let Self {
            even,
            today,
            rises,
            decimals,
        } = self;
        let scale = |decimals: usize| libm::pow(10.0, decimals as f64);
        let rounded = |decimals: usize| {
            let scaled = even * scale(decimals);
            if (even - today).abs() * scale(decimals) >= FAR && decimals == self.decimals {
                libm::round(scaled)
            } else if rises {
                libm::ceil(scaled)
            } else {
                libm::floor(scaled)
            }
        };
        let found = (decimals..=MOST_DECIMALS).find(|decimals| {
            let today = libm::round(today * scale(*decimals));
            let even_rounded = rounded(*decimals);
            let is_beyond = if rises {
                today < even_rounded
            } else {
                today > even_rounded
            };
            is_beyond && (even_rounded == 0.0) == (even == 0.0)
        });
        match found {
            Some(decimals) => (
                text(rounded(decimals) / scale(decimals), decimals),
                distance(self, &text(today, decimals)),
            ),
            None => (format!("today's {}", text(today, decimals)), String::new()),
        }
    }

    /// What is to be said of a border that the input's field does not reach.
    fn beyond(self, key: Key) -> String {
        let range = key.parameter();
        let (end, is_beyond) = if self.rises {
            (range.max, self.even >= range.max)
        } else {
            (range.min, self.even <= range.min)
        };
        if is_beyond {
            let end = format::input_text(key, end);
            format!("; beyond the field's range, which ends at {end}")
        } else {
            String::new()
        }
    }
}

/// "46% below today's $150.00", "3.8 times today's $38,698".
fn away(Border { even, today, .. }: Border, shown: &str) -> String {
    let ratio = even / today;
    if !ratio.is_finite() {
        return format!("today {shown}");
    }
    if ratio >= 2.0 {
        return format!("{} times today's {shown}", format::significant(ratio, 2, 0));
    }
    let by = format::distance(ratio - 1.0);
    let side = if ratio < 1.0 { "below" } else { "above" };
    format!("{by} {side} today's {shown}")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::with;

    fn of(entries: &[(&str, f64)]) -> (&'static str, [Condition; 4]) {
        let inputs = with(entries);
        conditions(&inputs, RevenueUnit::UsdPerEhDay, &Evaluation::of(&inputs))
    }

    /// A condition as one text, with how far it is.
    fn said(row: usize, entries: &[(&str, f64)]) -> String {
        let (_, rows) = of(entries);
        let Condition {
            words,
            amount,
            after,
            distance,
            ..
        } = &rows[row];
        format!("{words} {amount}{after}. {distance}")
    }

    const LEASE: usize = 0;
    const OVERRUN: usize = 1;
    const HASHPRICE: usize = 2;
    const DELAY: usize = 3;

    #[test]
    fn far_from_the_border_it_is_printed_like_the_figure() {
        assert_eq!(
            said(LEASE, &[]),
            "The lease falls below $80.75 a kW a month. 46% below today's $150.00"
        );
        assert_eq!(
            said(OVERRUN, &[]),
            "Costs overrun by more than 88.6%. today 0%"
        );
        assert_eq!(
            said(HASHPRICE, &[]),
            "Hashprice rises above $148,119 per EH a day. 3.8 times today's $38,698"
        );
        assert_eq!(
            said(DELAY, &[]),
            "The delay passes 86 months. today 0 months"
        );
    }

    #[test]
    fn no_hashprice_means_up_to_the_highest_that_was_looked_at() {
        let mut entries = vec![
            ("network_hashrate", 10.0),
            ("lease_rate", 1585.0),
            ("build_months", 13.0),
            ("exit_cap_pct", 1.0),
            ("uptime_pct", 44.7),
        ];
        assert_eq!(
            said(HASHPRICE, &entries),
            "No hashprice up to $10,000,000 per EH a day is enough. "
        );
        let highest = format::compact_usd(HIGHEST_HASHPRICE);
        let figure = format::absent("breakeven_hashprice");
        assert_eq!(figure, format!("none up to {highest} per EH"));
        entries.push(("btc_price", 500_000.0));
        assert_eq!(
            said(HASHPRICE, &entries),
            "Hashprice falls below $10,000,000 per EH a day. 56% below today's $22,731,750"
        );
    }

    #[test]
    fn where_converting_loses_at_a_hashprice_of_zero_none_helps() {
        let nothing = "No hashprice is low enough: converting loses even at zero . ";
        assert_eq!(said(HASHPRICE, &[("lease_rate", 60.0)]), nothing);
        let (lead, _) = of(&[("lease_rate", 60.0)]);
        assert_eq!(
            lead,
            "Any one of these would be enough for converting to be worth more, all else equal:"
        );
        let (lead, _) = of(&[("occupancy_pct", 0.0), ("capex", 60.0)]);
        assert_eq!(lead, "Nothing here alone would make converting worth more:");
    }

    #[test]
    fn a_longer_delay_may_be_what_turns_a_loss() {
        let entries = [
            ("btc_price", 24_715.860_698_981_465),
            ("network_hashrate", 38.839_981_694_652_685),
            ("pool_fee_pct", 13.809_023_797_512_054),
            ("tenor", 39.0),
            ("occupancy_pct", 46.712_148_841_470_48),
            ("customer_funded_pct", 54.476_077_691_651_88),
            ("build_months", 18.0),
            ("mining_stop_month", 164.0),
            ("machine_life", 7.084_800_301_934_592),
        ];
        assert_eq!(
            said(DELAY, &entries),
            "The delay is 60 to 73 months. today 0 months"
        );
    }

    #[test]
    fn near_the_border_today_and_the_condition_differ_as_printed() {
        for (row, key, value, text) in [
            (
                OVERRUN,
                "overrun_pct",
                89.0,
                "Costs overrun by less than 88.5%. today 89%",
            ),
            (
                OVERRUN,
                "lease_rate",
                80.74,
                "Costs come in below plan by more than 0.01%. today 0%",
            ),
            (
                LEASE,
                "lease_rate",
                80.74,
                "The lease rises above $80.75 a kW a month. less than 1% above today's $80.74",
            ),
            (
                LEASE,
                "lease_rate",
                80.75,
                "The lease falls below $80.74 a kW a month. less than 1% below today's $80.75",
            ),
            (
                OVERRUN,
                "overrun_pct",
                88.55,
                "Costs overrun by more than 88.56%. today 88.55%",
            ),
            (
                DELAY,
                "delay_months",
                86.0,
                "The delay grows beyond 86 months. today 86 months",
            ),
            (
                DELAY,
                "delay_months",
                87.0,
                "The delay stays within 86 months. today 87 months",
            ),
        ] {
            assert_eq!(said(row, &[(key, value)]), text);
        }
    }

    #[test]
    fn a_border_that_a_field_does_not_reach_says_so() {
        assert_eq!(
            said(OVERRUN, &[("capex", 0.5)]),
            "Costs overrun by more than 3,671%. today 0%; beyond the field's range, which ends at 300%"
        );
        assert_eq!(
            said(LEASE, &[("capex", 60.0), ("occupancy_pct", 5.0)]),
            "The lease rises above $9,435.65 a kW a month. 63 times today's $150.00; beyond the field's range, which \
             ends at $2,000/kW/mo"
        );
    }

    /// The number that a text starts with, and its last place.
    fn printed(amount: &str) -> (f64, f64) {
        let digits: String = amount
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        let decimals = digits
            .split_once('.')
            .map_or(0, |(_, decimals)| decimals.len());
        (
            digits.parse().expect("a number"),
            libm::pow(0.1, decimals as f64),
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn what_is_printed_turns_the_gain(inputs in arbitrary::inputs(), more in 0.0..3.0_f64) {
            let now = Evaluation::of(&inputs);
            let is_ahead = now.pivot().npv_gain >= 0.0;
            let (_, rows) = conditions(&inputs, RevenueUnit::UsdPerEhDay, &now);
            let turns = |key, value| inputs.with(key, Some(value)).ok().is_none_or(|there| {
                (Evaluation::of(&there).pivot().npv_gain >= 0.0) != is_ahead
            });
            let is_number = |row: &Condition| row.value.is_some() && !row.amount.starts_with("today");
            if is_number(&rows[LEASE]) {
                let (even, place) = printed(&rows[LEASE].amount);
                let by = if is_ahead { -place } else { place };
                prop_assert!(turns(Key::LeaseRate, even + by), "{rows:?}");
                prop_assert!(turns(Key::LeaseRate, even + by * libm::pow(10.0, more + 1.0)), "{rows:?}");
            }
            if is_number(&rows[OVERRUN]) {
                let (size, place) = printed(&rows[OVERRUN].amount);
                let even = if rows[OVERRUN].words.contains("plan") { -size } else { size };
                let by = if is_ahead { place } else { -place };
                prop_assert!(turns(Key::OverrunPct, even + by), "{rows:?}");
            }
            if is_number(&rows[HASHPRICE]) {
                let (even, place) = printed(&rows[HASHPRICE].amount);
                let there = if is_ahead { (even + place) * libm::pow(10.0, more) } else { (even - place) * libm::pow(10.0, -more) };
                let price = inputs.btc_price() * there / now.hashprice().hashprice;
                prop_assert!(turns(Key::BtcPrice, price), "at {there} {inputs:?} {rows:?}");
            }
        }
    }
}
