//! Why the results move as they do under a shock: sentences that the signs of the changes choose.

use crate::model::stress::Stress;

/// The sentences; `issues` is whether new shares are sold without the shock too.
pub(super) fn why(shock: &Stress, issues: bool) -> Vec<&'static str> {
    match shock.key {
        "difficulty_up" => vec![
            by(
                shock.gross_profit_change,
                "Every exahash earns less.",
                "Difficulty stands at the end of its range.",
                "Every exahash earns more.",
            ),
            given_up(shock),
        ],
        "power" => vec![
            by(
                shock.gross_profit_change,
                "Dearer power and idle hours together leave mining less.",
                "Dearer power and idle hours leave mining what it had.",
                "Idle hours save mining more than dearer power costs it.",
            ),
            given_up(shock),
        ],
        "target_ratio" if issues => vec![
            "The share price moves and nothing else: it counts where new shares are sold at it.",
        ],
        "target_ratio" => vec![
            "The share price moves and nothing else.",
            "What a share is worth does not depend on what it costs, unless new ones are sold.",
        ],
        "late_and_dear" if shock.changes.iter().any(|change| change.cut) => vec![
            "Rent begins later on dearer buildings as far as the ranges allow; mining is as it was.",
        ],
        "late_and_dear" => {
            vec!["Rent begins a year later on dearer buildings; mining is as it was."]
        }
        "dilution" if issues => {
            vec!["All new shares, those planned before too, bring in a quarter less each."]
        }
        "dilution" => vec![by(
            shock.per_share_change,
            "New shares are sold for less than one is worth, so each is worth less.",
            "New shares are sold for what one is worth.",
            "New shares are sold for more than one is worth, so each is worth more.",
        )],
        _ => vec![
            by(
                shock.gross_profit_change,
                "Mining earns less.",
                "Mining earns what it did.",
                "Idle hours save mining more than the rest costs it.",
            ),
            by(
                shock.npv_gain_change,
                "Together they take more from the conversion than they give it by comparison.",
                "The conversion is worth as much by comparison as before.",
                "Together they give the conversion more by comparison than they take from it.",
            ),
        ],
    }
}

/// What a shock of mining alone does to the gain from converting, of which rent is the other part.
fn given_up(shock: &Stress) -> &'static str {
    by(
        shock.npv_gain_change,
        "Converting gives up mining that is worth more, and its rent is unchanged: it gains less.",
        "Converting gives up mining that is worth as much as before.",
        "Converting gives up mining that is worth less, and its rent is unchanged: it gains by comparison.",
    )
}

/// The words for a fall, for no change and for a rise.
fn by(change: f64, fall: &'static str, none: &'static str, rise: &'static str) -> &'static str {
    if change < 0.0 {
        fall
    } else if change > 0.0 {
        rise
    } else {
        none
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::Evaluation;
    use crate::model::parameters::{Inputs, Key, arbitrary};
    use crate::model::stress::stress;
    use crate::model::tests::with;

    fn told(inputs: &Inputs, key: &str) -> (Stress, String) {
        let mut found = stress(inputs).into_iter().filter(|shock| shock.key == key);
        let shock = found.next().expect("is one of the six");
        let told = why(&shock, inputs.new_shares_pct() > 0.0).join(" ");
        (shock, told)
    }

    fn after(inputs: &Inputs, shock: &Stress) -> Evaluation {
        let changes = shock.changes.iter();
        let moved = changes.fold(inputs.clone(), |inputs, change| {
            arbitrary::put(&inputs, change.key, change.to)
        });
        Evaluation::of(&moved)
    }

    #[test]
    fn where_mining_loses_idle_hours_save_more_than_power_costs() {
        let inputs = with(&[
            ("btc_price", 20_000.0),
            ("power_price", 150.0),
            ("efficiency", 60.0),
        ]);
        let (_, power) = told(&inputs, "power");
        assert!(power.starts_with("Idle hours save mining more"), "{power}");
        assert!(power.ends_with("worth as much as before."), "{power}");
        let (_, all) = told(&inputs, "all");
        assert!(all.contains("take more from the conversion"), "{all}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn what_is_said_of_mining_has_the_sign_of_what_it_earns(inputs in arbitrary::inputs()) {
            let before = Evaluation::of(&inputs);
            for key in ["difficulty_up", "power", "all"] {
                let (shock, told) = told(&inputs, key);
                let [now, then] = [&after(&inputs, &shock), &before].map(|of| of.hashprice().gross_profit);
                let says_less = ["Every exahash earns less", "leave mining less", "Mining earns less"];
                let falls = says_less.iter().any(|words| told.contains(words));
                prop_assert_eq!(falls, now < then, "{}", told);
                if told.contains("Idle hours save") {
                    let uptime = shock.changes.iter().find(|change| change.key == Key::UptimePct);
                    let idle = arbitrary::put(&inputs, Key::UptimePct, uptime.expect("moves").to);
                    prop_assert!(Evaluation::of(&idle).hashprice().gross_profit > then, "{}", told);
                }
            }
        }

        #[test]
        fn what_is_said_of_the_mining_given_up_has_the_sign_of_its_worth(inputs in arbitrary::inputs()) {
            let before = Evaluation::of(&inputs);
            for key in ["difficulty_up", "power"] {
                let (shock, told) = told(&inputs, key);
                let after = after(&inputs, &shock);
                let by = after.pivot().mining_parts.given_up - before.pivot().mining_parts.given_up;
                let rounding = 1e-9 * (before.pivot().npv_convert.abs() + before.pivot().npv_mining + 1.0);
                let is_true = if told.contains("that is worth less") {
                    by <= rounding
                } else if told.contains("that is worth more") {
                    by >= -rounding
                } else {
                    by.abs() <= rounding
                };
                prop_assert!(is_true, "{told}: {by}");
            }
        }
    }
}
