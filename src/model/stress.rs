//! Stress tests: named changes of several inputs, and what each does to four results.

use serde::Serialize;

use super::Evaluation;
use super::moved::{by_name, moved};
use super::parameters::{Inputs, Key};

/// A named change and its effects. Each result stands as it is after the change, and as the
/// difference from the unchanged inputs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stress {
    /// The name in exports: `difficulty_up`, `target_ratio`, `late_and_dear`, `dilution`, `power`,
    /// `all`.
    pub key: &'static str,
    /// The name on screen.
    pub name: &'static str,
    /// The inputs that it moves, each once.
    pub changes: Vec<Change>,
    /// Gross profit, USD/EH/day.
    pub gross_profit: f64,
    /// Its change.
    pub gross_profit_change: f64,
    /// Free cash flow, USD/EH/day.
    pub free_cash_flow: f64,
    /// Its change.
    pub free_cash_flow_change: f64,
    /// Gain from converting, USD m.
    pub npv_gain: f64,
    /// Its change.
    pub npv_gain_change: f64,
    /// Value per share, USD.
    pub per_share: f64,
    /// Its change.
    pub per_share_change: f64,
}

/// An input that a stress moves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The input.
    #[serde(serialize_with = "by_name")]
    pub key: Key,
    /// Where it stood, in its own unit.
    pub from: f64,
    /// Where it stands now.
    pub to: f64,
    /// Whether it would have left its range and was cut to it.
    pub cut: bool,
}

/// A stress before it is applied.
struct Named {
    key: &'static str,
    name: &'static str,
    moves: Vec<Move>,
}

/// Takes an input from x to `times`·x + `plus`.
#[derive(Clone, Copy)]
struct Move {
    key: Key,
    times: f64,
    plus: f64,
}

impl Stress {
    /// One of its four results after the change, and the difference from the unchanged inputs; `None` for
    /// results that it does not follow.
    #[must_use]
    pub fn effect_on(&self, output: &str) -> Option<(f64, f64)> {
        Some(match output {
            "gross_profit" => (self.gross_profit, self.gross_profit_change),
            "free_cash_flow" => (self.free_cash_flow, self.free_cash_flow_change),
            "npv_gain" => (self.npv_gain, self.npv_gain_change),
            "per_share" => (self.per_share, self.per_share_change),
            _ => return None,
        })
    }
}

impl Move {
    const fn times(key: Key, times: f64) -> Self {
        let plus = 0.0;
        Self { key, times, plus }
    }

    const fn plus(key: Key, plus: f64) -> Self {
        let times = 1.0;
        Self { key, times, plus }
    }
}

/// The effects of five named changes, and of all of them one after the other.
///
/// What would leave an input's range is cut to it and marked. The market's move to the target ratio
/// is the cohort's `implied_move` at the unchanged inputs, also where difficulty has moved before.
#[must_use]
pub fn stress(inputs: &Inputs) -> Vec<Stress> {
    let evaluation = Evaluation::of(inputs);
    let before = Results::of(&evaluation);
    let mut named = named(inputs, evaluation.valuation().implied_move);
    let all = named.iter().flat_map(|stress| stress.moves.clone());
    named.push(Named {
        key: "all",
        name: "All of them",
        moves: all.collect(),
    });
    named
        .into_iter()
        .map(|stress| stress.effect(inputs, &before))
        .collect()
}

/// Which of the five changes, each alone, leaves the least of a result: its name on screen, and what it
/// leaves, in the result's own unit. `None` where none lowers the result. Nothing is computed but that.
#[must_use]
pub fn worst(
    inputs: &Inputs,
    result: impl Fn(&Evaluation) -> Option<f64>,
) -> Option<(&'static str, f64)> {
    let evaluation = Evaluation::of(inputs);
    let now = result(&evaluation)?;
    let after = |named: Named| {
        let (changed, _) = applied(inputs, &named.moves);
        Some((named.name, result(&Evaluation::of(&changed))?))
    };
    named(inputs, evaluation.valuation().implied_move)
        .into_iter()
        .filter_map(after)
        .reduce(|worst, next| if next.1 < worst.1 { next } else { worst })
        .filter(|(_, left)| *left < now)
}

/// The five changes. Capex of 30% more is an overrun of 1.3·(100 + overrun) − 100 percent.
fn named(inputs: &Inputs, implied_move: f64) -> Vec<Named> {
    let difficulty = match inputs.get(Key::Difficulty) {
        Some(_) => Key::Difficulty,
        None => Key::NetworkHashrate,
    };
    let dearer = Move {
        key: Key::OverrunPct,
        times: 1.3,
        plus: 30.0,
    };
    let named = |key, name, moves: &[Move]| Named {
        key,
        name,
        moves: moves.to_vec(),
    };
    vec![
        named(
            "difficulty_up",
            "Difficulty +15%, price flat",
            &[Move::times(difficulty, 1.15)],
        ),
        named(
            "target_ratio",
            "Miners' shares back at the target ratio",
            &[Move::times(Key::SharePrice, 1.0 + implied_move)],
        ),
        named(
            "late_and_dear",
            "Capex +30% and 12 months late",
            &[dearer, Move::plus(Key::DelayMonths, 12.0)],
        ),
        named(
            "dilution",
            "25% new shares at a 25% lower share price",
            &[
                Move::times(Key::SharePrice, 0.75),
                Move::plus(Key::NewSharesPct, 25.0),
            ],
        ),
        named(
            "power",
            "Power +15 USD/MWh and uptime −10 points",
            &[
                Move::plus(Key::PowerPrice, 15.0),
                Move::plus(Key::UptimePct, -10.0),
            ],
        ),
    ]
}

/// The four results that are followed.
struct Results {
    gross_profit: f64,
    free_cash_flow: f64,
    npv_gain: f64,
    per_share: f64,
}

impl Results {
    fn of(evaluation: &Evaluation) -> Self {
        Self {
            gross_profit: evaluation.hashprice().gross_profit,
            free_cash_flow: evaluation.hashprice().free_cash_flow,
            npv_gain: evaluation.conversion().npv_gain,
            per_share: evaluation.sum_of_parts().per_share,
        }
    }
}

impl Named {
    fn effect(self, inputs: &Inputs, before: &Results) -> Stress {
        let (changed, changes) = applied(inputs, &self.moves);
        let after = Results::of(&Evaluation::of(&changed));
        Stress {
            key: self.key,
            name: self.name,
            changes,
            gross_profit: after.gross_profit,
            gross_profit_change: after.gross_profit - before.gross_profit,
            free_cash_flow: after.free_cash_flow,
            free_cash_flow_change: after.free_cash_flow - before.free_cash_flow,
            npv_gain: after.npv_gain,
            npv_gain_change: after.npv_gain - before.npv_gain,
            per_share: after.per_share,
            per_share_change: after.per_share - before.per_share,
        }
    }
}

/// The inputs after all moves in order, and what has become of each input that moved: one that
/// moved twice is there once, cut if either move was.
fn applied(inputs: &Inputs, moves: &[Move]) -> (Inputs, Vec<Change>) {
    let mut changed = inputs.clone();
    let mut changes: Vec<Change> = Vec::new();
    for Move { key, times, plus } in moves.iter().copied() {
        let from = changed
            .get(key)
            .expect("stresses move required inputs and the display of difficulty that is held");
        let moved = moved(&changed, key, times * from + plus);
        match changes.iter_mut().find(|change| change.key == key) {
            Some(change) => {
                change.to = moved.value;
                change.cut |= moved.cut;
            }
            None => changes.push(Change {
                key,
                from,
                to: moved.value,
                cut: moved.cut,
            }),
        }
        changed = moved.inputs;
    }
    (changed, changes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::outputs::Output;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::{assert_prints, with};

    const KEYS: [&str; 6] = [
        "difficulty_up",
        "target_ratio",
        "late_and_dear",
        "dilution",
        "power",
        "all",
    ];

    fn named<'a>(stresses: &'a [Stress], key: &str) -> &'a Stress {
        let mut found = stresses.iter().filter(|stress| stress.key == key);
        found.next().expect("is one of the six")
    }

    /// Where the inputs stand after a stress.
    fn moved_to(stress: &Stress) -> Vec<(Key, f64, bool)> {
        let changes = stress.changes.iter();
        changes.map(|c| (c.key, c.to, c.cut)).collect()
    }

    #[test]
    fn the_preset_is_moved_as_the_names_say() {
        let stresses = stress(&Inputs::default());
        assert_eq!(stresses.iter().map(|s| s.key).collect::<Vec<_>>(), KEYS);
        // 45% of an opportunity of 45.856505 bn over a cap of 48 bn, at 30 dollars.
        let target = named(&stresses, "target_ratio").changes[0].to;
        assert_prints(target, "12.897142");
        for (key, expected) in [
            (
                "difficulty_up",
                &[(Key::NetworkHashrate, 1_045.0 * 1.15, false)][..],
            ),
            ("target_ratio", &[(Key::SharePrice, target, false)]),
            (
                "late_and_dear",
                &[
                    (Key::OverrunPct, 30.0, false),
                    (Key::DelayMonths, 12.0, false),
                ],
            ),
            (
                "dilution",
                &[
                    (Key::SharePrice, 22.5, false),
                    (Key::NewSharesPct, 25.0, false),
                ],
            ),
            (
                "power",
                &[
                    (Key::PowerPrice, 60.0, false),
                    (Key::UptimePct, 90.0, false),
                ],
            ),
            (
                "all",
                &[
                    (Key::NetworkHashrate, 1_045.0 * 1.15, false),
                    (Key::SharePrice, target * 0.75, false),
                    (Key::OverrunPct, 30.0, false),
                    (Key::DelayMonths, 12.0, false),
                    (Key::NewSharesPct, 25.0, false),
                    (Key::PowerPrice, 60.0, false),
                    (Key::UptimePct, 90.0, false),
                ],
            ),
        ] {
            assert_eq!(moved_to(named(&stresses, key)), expected, "{key}");
        }
    }

    #[test]
    fn the_presets_results_follow_by_hand() {
        let stresses = stress(&Inputs::default());
        let up = named(&stresses, "difficulty_up");
        assert_prints(up.gross_profit, "12050.745371"); // 38,698.357177/1.15 − 21,600
        assert_prints(up.gross_profit_change, "-5047.611806");
        let power = named(&stresses, "power");
        assert_prints(power.gross_profit, "8908.521459"); // 0.9·(38,698.357177 − 24·20·60)
        assert_prints(power.free_cash_flow, "-5865.451143"); // − 3,000 − 1,500 − 10,273.972603
        assert_prints(power.free_cash_flow_change, "-8189.835718");
        // Rent and residual of 1,650.305 + PV(capex), and 1.3 PV(capex), which the check figures
        // of a 30% overrun give as 1.3·(1,994.361 − 1,342.598)/0.3.
        let late = named(&stresses, "late_and_dear");
        let capex = (1_994.361 - 1_342.598) / 0.3;
        let hpc = 1_650.305 - 0.3 * capex;
        assert!((late.npv_gain - (1_579.754 + hpc - 1_650.305)).abs() < 0.003);
        assert!((late.npv_gain_change - (late.npv_gain - 1_923.811)).abs() < 0.001);
        // The price of new shares counts, the old shares' value does not follow it.
        let dilution = named(&stresses, "dilution");
        assert_prints(dilution.per_share, "23.864998"); // (2,420.624741 + 562.5)/125
        assert_prints(dilution.per_share_change, "-0.341249");
        assert_eq!(dilution.npv_gain_change, 0.0);
    }

    #[test]
    fn what_would_leave_its_range_is_cut_and_marked() {
        let inputs = with(&[
            ("difficulty", Key::Difficulty.parameter().max),
            ("share_price", 0.01),
            ("overrun_pct", 250.0),
            ("delay_months", 110.0),
            ("new_shares_pct", 476.0),
            ("power_price", 485.0),
            ("uptime_pct", 10.0),
        ]);
        let all = stress(&inputs).pop().expect("the last of six");
        let expected = [
            (Key::Difficulty, Key::Difficulty.parameter().max, true),
            (Key::SharePrice, 0.01, true),
            (Key::OverrunPct, 300.0, true),
            (Key::DelayMonths, 120.0, true),
            (Key::NewSharesPct, 500.0, true),
            (Key::PowerPrice, 500.0, false),
            (Key::UptimePct, 1.0, true),
        ];
        assert_eq!(moved_to(&all), expected);
    }

    #[test]
    fn an_input_that_one_of_two_moves_cut_is_marked() {
        let inputs = with(&[("share_price", 90_000.0), ("market_cap", 1.0)]);
        let all = stress(&inputs).pop().expect("the last of six");
        let share_price = all.changes.iter().find(|c| c.key == Key::SharePrice);
        let expected = Change {
            key: Key::SharePrice,
            from: 90_000.0,
            to: 75_000.0,
            cut: true,
        };
        assert_eq!(share_price, Some(&expected));
    }

    #[test]
    fn a_stress_is_written_under_the_names_of_its_fields() {
        let stresses = stress(&Inputs::default());
        let json = serde_json::to_value(named(&stresses, "power")).expect("can be written");
        let changes = serde_json::json!([
            { "key": "power_price", "from": 45.0, "to": 60.0, "cut": false },
            { "key": "uptime_pct", "from": 100.0, "to": 90.0, "cut": false },
        ]);
        assert_eq!(json["changes"], changes);
        assert_eq!(json["key"], "power");
        assert!(json["per_share_change"].is_number());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn a_stress_is_the_evaluation_of_the_changed_inputs(inputs in arbitrary::inputs()) {
            let cut = |key: Key, value: f64| value.clamp(key.parameter().min, key.parameter().max);
            let put = |inputs: &Inputs, key: Key, value: f64| {
                inputs.with(key, Some(cut(key, value))).expect("was cut")
            };
            let before = Evaluation::of(&inputs);
            let to_target = before.valuation().implied_market_cap / inputs.market_cap();
            let changes: [&dyn Fn(&Inputs) -> Inputs; 5] = [
                &|i| match i.get(Key::Difficulty) {
                    Some(difficulty) => put(i, Key::Difficulty, difficulty * 1.15),
                    None => put(i, Key::NetworkHashrate, i.network_hashrate().to_eh_s() * 1.15),
                },
                &|i| put(i, Key::SharePrice, i.share_price() * to_target),
                &|i| {
                    let late = put(i, Key::DelayMonths, i.delay_months() as f64 + 12.0);
                    put(&late, Key::OverrunPct, 1.3 * (100.0 + i.overrun_pct()) - 100.0)
                },
                &|i| {
                    let more = put(i, Key::NewSharesPct, i.new_shares_pct() + 25.0);
                    put(&more, Key::SharePrice, i.share_price() * 0.75)
                },
                &|i| {
                    let dear = put(i, Key::PowerPrice, i.power_price() + 15.0);
                    put(&dear, Key::UptimePct, i.uptime_pct() - 10.0)
                },
            ];
            let all = changes.iter().fold(inputs.clone(), |inputs, change| change(&inputs));
            let by_hand = changes.iter().map(|change| change(&inputs)).chain([all]);
            for (stress, changed) in stress(&inputs).iter().zip(by_hand) {
                let applied = stress.changes.iter().fold(inputs.clone(), |inputs, change| {
                    inputs.with(change.key, Some(change.to)).expect("was cut")
                });
                for key in ["gross_profit", "free_cash_flow", "npv_gain", "per_share"] {
                    let output = Output::from_key(key).expect("is a result");
                    let after = stress.effect_on(key).map(|(after, _)| after);
                    prop_assert_eq!(after, (output.value)(&Evaluation::of(&applied)), "{}", key);
                }
                prop_assert_eq!(stress.effect_on("revenue"), None);
                prop_assert_eq!(Evaluation::of(&applied).conversion().npv_gain, stress.npv_gain);
                prop_assert_eq!(Evaluation::of(&applied).sum_of_parts().per_share, stress.per_share);
                let after = Evaluation::of(&changed);
                let pivots = [before.pivot(), after.pivot()];
                let value: f64 = pivots.iter().map(|p| p.npv_convert.abs() + p.npv_mining + p.capex_total).sum();
                let market = after.hashprice().revenue + after.hashprice().power_cost.abs() + 1e5;
                let equity = after.sum_of_parts().mining_value + inputs.net_debt().abs()
                    + (1.0 + changed.new_shares_pct()) * changed.share_price() * inputs.shares()
                    + value + inputs.site_value() * inputs.gross_mw();
                for (got, change, now, then, size) in [
                    (stress.gross_profit, stress.gross_profit_change,
                     after.hashprice().gross_profit, before.hashprice().gross_profit, market),
                    (stress.free_cash_flow, stress.free_cash_flow_change,
                     after.hashprice().free_cash_flow, before.hashprice().free_cash_flow, market),
                    (stress.npv_gain, stress.npv_gain_change,
                     after.pivot().npv_gain, before.pivot().npv_gain, value),
                    (stress.per_share, stress.per_share_change,
                     after.sum_of_parts().per_share, before.sum_of_parts().per_share,
                     equity / inputs.shares()),
                ] {
                    prop_assert!((got - now).abs() <= 1e-11 * size, "{}: {got} {now}", stress.key);
                    prop_assert_eq!(change, got - then);
                }
            }
        }

        #[test]
        fn the_worst_of_the_five_is_that_of_the_table(inputs in arbitrary::inputs(), which in 0..4_usize) {
            let key = ["gross_profit", "free_cash_flow", "npv_gain", "per_share"][which];
            let effects: Vec<_> = stress(&inputs)[..5]
                .iter()
                .filter_map(|stress| Some((stress.name, stress.effect_on(key)?)))
                .collect();
            let least = effects.iter().map(|(_, (after, _))| *after).fold(f64::INFINITY, f64::min);
            let expected = effects.iter().find(|(_, (after, by))| *after == least && *by < 0.0);
            let output = Output::from_key(key).expect("is a result");
            let found = worst(&inputs, |evaluation| (output.value)(evaluation));
            prop_assert_eq!(found, expected.map(|(name, (after, _))| (*name, *after)));
        }
    }
}
