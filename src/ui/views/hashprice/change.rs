//! From the baseline's gross profit to today's, by cause.

use std::rc::Rc;

use yew::prelude::*;

use crate::format::{bare_revenue, revenue_in_words, signed};
use crate::model::attribution::{Attribution, attribution};
use crate::model::margin::Margin;
use crate::model::parameters::{Inputs, Key};
use crate::ui::chart::{Ink, Step, Steps, Waterfall, YText, unanswered};
use crate::units::RevenueUnit;

const ID: &str = "change-waterfall";
const TITLE: &str = "What moved gross profit";

/// What the chart shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Today's inputs.
    pub inputs: Inputs,
    /// The baseline's.
    pub baseline: Inputs,
    /// The baseline's name.
    pub before: &'static str,
    /// The page's unit.
    pub unit: RevenueUnit,
}

/// The chart, or what to do where nothing moved.
#[component]
pub fn ChangeWaterfall(props: &Props) -> Html {
    let parts = Parts::of(props);
    if parts.steps.is_empty() {
        let is_same = props.inputs == props.baseline;
        let text = if is_same {
            format!("Nothing differs from the {} yet.", props.before)
        } else {
            format!(
                "What differs from the {} does not move gross profit.",
                props.before
            )
        };
        return unanswered(
            ID,
            TITLE,
            &text,
            "Move the price, difficulty, efficiency or power cost, and the change is split by cause here. “Pin baseline” starts from what you see now.",
        );
    }
    let dollars = if props.unit.is_usd() {
        ""
    } else {
        ", in dollars: satoshis earned do not depend on the price"
    };
    let foot = format!("against the {}{dollars}", props.before);
    html! {
        <Waterfall id={ID} title={TITLE} answer={parts.answer()} {foot} steps={Rc::new(parts.drawn())} />
    }
}

/// The change of gross profit, in a unit of money: satoshis would mix the change of the price into it.
struct Parts {
    unit: RevenueUnit,
    /// Before and after, in the unit.
    ends: (f64, f64),
    /// The causes, called like the inputs that made them, and what they did, in the unit.
    steps: Vec<(&'static str, f64)>,
}

/// What of pool fee, uptime and curtailment credit differs: an input by its label, or all of them together.
fn running(baseline: &Inputs, inputs: &Inputs) -> &'static str {
    const KEYS: [Key; 3] = [Key::PoolFeePct, Key::UptimePct, Key::CurtailmentCredit];
    let mut differing = KEYS
        .into_iter()
        .filter(|key| baseline.get(*key) != inputs.get(*key));
    match (differing.next(), differing.next()) {
        (Some(key), None) => key.parameter().label,
        _ => "Pool fee/uptime/credit",
    }
}

impl Parts {
    fn of(props: &Props) -> Self {
        let unit = props.unit.in_dollars();
        let shown = |amount: f64| amount * unit.eh_s();
        let profit = |inputs| shown(Margin::of(inputs).gross_profit());
        let Attribution {
            price,
            difficulty,
            fees,
            subsidy,
            efficiency,
            power_price,
            operations,
            ..
        } = attribution(&props.baseline, &props.inputs);
        let label = |key: Key| key.parameter().label;
        let all = [
            (label(Key::BtcPrice), price),
            (label(Key::Difficulty), difficulty),
            (label(Key::FeesPct), fees),
            (label(Key::BlockHeight), subsidy),
            (label(Key::Efficiency), efficiency),
            (label(Key::PowerPrice), power_price),
            (running(&props.baseline, &props.inputs), operations),
        ];
        let moved = all.into_iter().map(|(name, by)| (name, shown(by)));
        Self {
            unit,
            ends: (profit(&props.baseline), profit(&props.inputs)),
            steps: moved.filter(|(_, by)| *by != 0.0).collect(),
        }
    }

    fn text(&self, amount: f64) -> String {
        bare_revenue(amount, self.unit)
    }

    /// "Gross profit fell by $2,103 per EH a day: bitcoin price −$3,315, difficulty +$1,211."
    fn answer(&self) -> String {
        let (before, after) = self.ends;
        let cause = |(name, by): &(&'static str, f64)| {
            format!("{} {}", name.to_ascii_lowercase(), signed(self.text(*by)))
        };
        let causes: Vec<String> = self.steps.iter().map(cause).collect();
        let way = if after < before { "fell" } else { "rose" };
        let by = revenue_in_words((after - before).abs(), self.unit);
        format!("Gross profit {way} by {by}: {}.", causes.join(", "))
    }

    fn drawn(&self) -> Steps {
        let (before, after) = self.ends;
        let level = |name, value: f64| Step {
            name,
            ink: if value < 0.0 { Ink::Loss } else { Ink::Profit },
            is_level: true,
            before: None,
            from: value,
            to: value,
            value,
            text: self.text(value).into(),
            told: format!(
                "{name}: gross profit {}",
                revenue_in_words(value, self.unit)
            )
            .into(),
        };
        let causes = self.steps.iter().scan(before, |reached, (name, by)| {
            let from = *reached;
            *reached += by;
            let text = signed(self.text(*by));
            Some(Step {
                name,
                ink: if *by < 0.0 { Ink::Loss } else { Ink::Profit },
                is_level: false,
                before: None,
                from,
                to: *reached,
                value: *by,
                told: format!(
                    "{name}: {text}, to {}",
                    revenue_in_words(*reached, self.unit)
                )
                .into(),
                text: text.into(),
            })
        });
        let first = std::iter::once(level("Baseline", before));
        Steps {
            steps: first.chain(causes).chain([level("Now", after)]).collect(),
            includes_zero: false,
            unit: YText::Revenue(self.unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(settings: &[(Key, f64)]) -> Vec<&'static str> {
        let baseline = Inputs::default();
        let moved = settings
            .iter()
            .fold(baseline.clone(), |inputs, (key, value)| {
                inputs.with(*key, Some(*value)).unwrap()
            });
        let parts = Parts::of(&Props {
            inputs: moved,
            baseline,
            before: "",
            unit: RevenueUnit::default(),
        });
        parts.steps.into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn a_cause_has_the_name_of_the_input_that_moved() {
        for (key, value) in [
            (Key::BtcPrice, 60_000.0),
            (Key::Difficulty, 100e12),
            (Key::FeesPct, 5.0),
            (Key::BlockHeight, 1_060_000.0),
            (Key::Efficiency, 30.0),
            (Key::PowerPrice, 60.0),
            (Key::PoolFeePct, 2.0),
            (Key::UptimePct, 90.0),
        ] {
            assert_eq!(names(&[(key, value)]), [key.parameter().label]);
        }
        let both = [(Key::PoolFeePct, 2.0), (Key::UptimePct, 90.0)];
        assert_eq!(names(&both), ["Pool fee/uptime/credit"]);
    }
}
