//! Tornado: how far a result swings when each input of its model moves by a tenth.

use std::fmt;

use serde::Serialize;

use super::Evaluation;
use super::finite::finite;
use super::model_inputs::ModelInputs;
use super::moved::{by_name, moved};
use super::order::order;
use super::outputs::{Model, Output};
use super::parameters::{Given, Inputs, Key};

/// What one input does to a result.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// The input.
    #[serde(serialize_with = "by_name")]
    pub key: Key,
    /// The input a tenth of itself lower, in its own unit.
    pub low_input: f64,
    /// The input a tenth of itself higher.
    pub high_input: f64,
    /// The result at `low_input`, in the result's own unit; `None` where it does not exist.
    pub low: Option<f64>,
    /// The result at `high_input`.
    pub high: Option<f64>,
    /// How far they lie apart, not negative; `None` unless both exist.
    pub swing: Option<f64>,
}

/// No result has the name that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownOutput {
    /// The name as given.
    pub output: String,
    /// The result whose name is nearest.
    pub nearest: &'static str,
}

impl UnknownOutput {
    fn named(output: &str) -> Self {
        let names = Model::ALL.into_iter().flat_map(|model| model.outputs);
        Self {
            output: output.to_owned(),
            nearest: names
                .map(|known| known.key)
                .min_by_key(|known| strsim::levenshtein(known, output))
                .expect("the table has rows"),
        }
    }
}

impl fmt::Display for UnknownOutput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { output, nearest } = self;
        let output = Given::from(output.as_str());
        write!(
            f,
            "output = {output} is not a result: the nearest name is {nearest}"
        )
    }
}

impl std::error::Error for UnknownOutput {}

/// A bar for each input of the result's model, the longest first; bars of one length in the order of
/// the parameter table, those without a length last.
///
/// Each input moves by ±10% of itself; whole ones are rounded, and what would leave the input's
/// range is cut to it, so that an input at an end of its range moves one way only. An input of 0
/// does not move, and its swing is 0. A lease that becomes shorter than its ramp shortens the ramp.
/// Optional inputs that are absent have no bar; difficulty and network hashrate have one, that of
/// the two that was given.
///
/// # Errors
/// When no result of any model has this name.
pub fn tornado(inputs: &Inputs, output: &str) -> Result<Vec<Bar>, UnknownOutput> {
    let (output, keys) =
        ModelInputs::of_output(output).ok_or_else(|| UnknownOutput::named(output))?;
    let bars: Vec<Bar> = keys
        .iter()
        .filter_map(|key| Bar::of(inputs, *key, output))
        .collect();
    let length = |place: usize| bars[place].swing.unwrap_or(-1.0);
    let longest_first = order(bars.len(), &|a, b| length(a) > length(b));
    Ok(longest_first
        .into_iter()
        .map(|place| bars[place].clone())
        .collect())
}

impl Bar {
    /// The bar of an input; `None` if the input is absent.
    fn of(inputs: &Inputs, key: Key, output: &Output) -> Option<Self> {
        let value = inputs.get(key)?;
        // Divided by ten, so that 100 becomes 110 and not its neighbour.
        let ends = [9.0, 11.0].map(|tenths| value * tenths / 10.0);
        let ends = [ends[0].min(ends[1]), ends[0].max(ends[1])];
        let [(low_input, low), (high_input, high)] = ends.map(|end| {
            let moved = moved(inputs, key, end);
            (moved.value, result(output, &Evaluation::of(&moved.inputs)))
        });
        Some(Self {
            key,
            low_input,
            high_input,
            low,
            high,
            swing: low
                .zip(high)
                .and_then(|(low, high)| finite((high - low).abs())),
        })
    }
}

/// The result, and of its model no more than it needs: the pivot's searches would take a hundred times
/// as long as its gain.
#[must_use]
pub fn result(output: &Output, evaluation: &Evaluation) -> Option<f64> {
    match output.key {
        "npv_gain" => Some(evaluation.conversion().npv_gain),
        _ => (output.value)(evaluation),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::{assert_prints, with};

    fn bars(entries: &[(&str, f64)], output: &str) -> Vec<Bar> {
        tornado(&with(entries), output).expect("is a result")
    }

    fn bar(entries: &[(&str, f64)], output: &str, key: Key) -> Bar {
        let mut bars = bars(entries, output).into_iter();
        bars.find(|bar| bar.key == key).expect("has a bar")
    }

    fn order(bars: &[Bar]) -> Vec<Key> {
        bars.iter().map(|bar| bar.key).collect()
    }

    #[test]
    fn bars_of_gross_profit_stand_by_length_and_then_by_the_table() {
        let preset = bars(&[], "gross_profit");
        let first = [
            // 10% fewer blocks lie before the halving of 2024.
            Key::BlockHeight,
            Key::NetworkHashrate,
            Key::BtcPrice,
            Key::Efficiency,
            Key::PowerPrice,
            Key::UptimePct,
            Key::FeesPct,
        ];
        assert_eq!(order(&preset)[..first.len()], first);
        let rest = &preset[first.len()..];
        assert!(rest.iter().all(|bar| bar.swing == Some(0.0)));
        assert!(order(rest).is_sorted());
        assert_eq!(preset.len(), 17);
    }

    #[test]
    fn a_bar_holds_the_result_at_both_ends() {
        let price = bar(&[], "gross_profit", Key::BtcPrice);
        assert_eq!((price.low_input, price.high_input), (80_055.0, 97_845.0));
        assert_prints(price.low.expect("exists"), "13228.521459");
        assert_prints(price.high.expect("exists"), "20968.192895");
        assert_prints(price.swing.expect("exists"), "7739.671435");
        let hashrate = bar(&[], "hashprice", Key::NetworkHashrate);
        assert!(hashrate.low > hashrate.high && hashrate.swing > Some(0.0));
    }

    #[test]
    fn moves_are_rounded_and_cut() {
        let uptime = bar(&[], "revenue", Key::UptimePct);
        assert_eq!((uptime.low_input, uptime.high_input), (90.0, 100.0));
        let build = bar(&[], "npv_hpc", Key::BuildMonths);
        assert_eq!((build.low_input, build.high_input), (16.0, 20.0));
        let cash = bar(&[("net_debt", -500.0)], "equity_value", Key::NetDebt);
        assert_eq!((cash.low_input, cash.high_input), (-550.0, -450.0));
        let debt_free = bar(&[], "equity_value", Key::NetDebt);
        assert_eq!((debt_free.low_input, debt_free.high_input), (0.0, 0.0));
        assert_eq!(debt_free.swing, Some(0.0));
        let tight = [("tenor", 10.0), ("ramp_months", 120.0)];
        let shorter = with(&[("tenor", 9.0), ("ramp_months", 108.0)]);
        assert_eq!(
            bar(&tight, "npv_hpc", Key::Tenor).low,
            Some(Evaluation::of(&shorter).pivot().npv_hpc)
        );
    }

    #[test]
    fn of_difficulty_and_network_hashrate_the_one_that_was_given_has_a_bar() {
        let shared = [Key::Difficulty, Key::NetworkHashrate];
        let kept = |entries: &[(&str, f64)]| {
            let mut keys = order(&bars(entries, "hashprice"));
            keys.retain(|key| shared.contains(key));
            keys
        };
        assert_eq!(kept(&[]), [Key::NetworkHashrate]);
        assert_eq!(kept(&[("difficulty", 148e12)]), [Key::Difficulty]);
    }

    #[test]
    fn an_optional_input_has_a_bar_only_when_it_is_given() {
        let has_spot =
            |entries: &[(&str, f64)]| order(&bars(entries, "ratio")).contains(&Key::SpotPrice);
        assert!(!has_spot(&[]));
        assert!(has_spot(&[("spot_price", 87_500.0)]));
    }

    #[test]
    fn a_bar_without_both_ends_has_no_length_and_stands_last() {
        // New machines of 20 J/TH are better than 20·1.1 and not better than 20·0.9.
        let same = [("upgrade_efficiency", 20.0)];
        let bars = bars(&same, "upgrade_payback_days");
        let lost: Vec<&Bar> = bars.iter().filter(|bar| bar.swing.is_none()).collect();
        assert!(
            bars.iter()
                .skip_while(|bar| bar.swing.is_some())
                .eq(lost.iter().copied())
        );
        let efficiency = bar(&same, "upgrade_payback_days", Key::Efficiency);
        assert!(efficiency.low.is_none() && efficiency.high.is_some());
        let nearly = [("upgrade_efficiency", 19.0)];
        let mixed = self::bars(&nearly, "upgrade_payback_days");
        let last = mixed.len() - 2;
        assert!(mixed[..last].iter().all(|bar| bar.swing.is_some()));
        assert_eq!(
            order(&mixed[last..]),
            [Key::Efficiency, Key::UpgradeEfficiency]
        );
    }

    #[test]
    fn a_gain_is_told_without_the_searches_of_the_pivot() {
        let evaluation = Evaluation::of(&Inputs::default());
        let (gain, _) = ModelInputs::of_output("npv_gain").expect("is a result");
        assert_prints(result(gain, &evaluation).expect("exists"), "1923.811");
        assert!(evaluation.pivot.get().is_none());
    }

    #[test]
    fn a_name_that_no_result_has_is_refused_with_the_nearest() {
        let error = tornado(&Inputs::default(), "gros_profit").expect_err("unknown");
        assert_eq!(
            error.to_string(),
            "output = \"gros_profit\" is not a result: the nearest name is gross_profit"
        );
        assert!(
            tornado(&Inputs::default(), "btc_price").is_err(),
            "an input"
        );
    }

    #[test]
    fn a_bar_is_written_under_the_names_of_its_fields() {
        let json = serde_json::to_value(bar(&[], "fleet_power_mw", Key::Efficiency))
            .expect("can be written");
        let expected = serde_json::json!({
            "key": "efficiency", "low_input": 18.0, "high_input": 22.0,
            "low": 900.0, "high": 1100.0, "swing": 200.0,
        });
        assert_eq!(json, expected);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn every_bar_is_that_of_the_changed_inputs(
            inputs in arbitrary::inputs(),
            output in prop::sample::select(vec!["gross_profit", "your_percentile", "ratio", "npv_gain", "per_share"]),
        ) {
            for bar in tornado(&inputs, output).expect("is a result") {
                let value = inputs.get(bar.key).expect("is there");
                let row = bar.key.parameter();
                prop_assert!(bar.low_input <= value && value <= bar.high_input);
                let room = 0.1 * value.abs() * (1.0 + 1e-12) + if row.whole { 0.5 } else { 0.0 };
                prop_assert!(value - bar.low_input <= room && bar.high_input - value <= room);
                let there = |value| {
                    let changed = inputs.with(bar.key, Some(value)).ok()?;
                    Some((Output::from_key(output)?.value)(&Evaluation::of(&changed)))
                };
                // A lease that is shorter than its ramp is another test's.
                prop_assert!(there(bar.low_input).is_none_or(|low| low == bar.low));
                prop_assert!(there(bar.high_input).is_none_or(|high| high == bar.high));
                let apart = bar.low.zip(bar.high).map(|(low, high)| (low - high).abs());
                prop_assert_eq!(bar.swing, apart);
            }
        }
    }
}
