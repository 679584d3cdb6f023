//! Value per share over execution and hashprice, with the company as a dot.

use yew::prelude::*;

use crate::format;
use crate::model::margin_map::Axis;
use crate::model::parameters::{Inputs, Key};
use crate::model::pivot::Frontier;
use crate::model::value_map::Company;
use crate::plot::round_up_on_ladder;
use crate::ui::chart::{Heat, HeatMap, Level, MapValue, Spot, XText};
use crate::ui::figures::Figures;
use crate::units::RevenueUnit;

/// Probabilities and hashprices of the grid.
const COLUMNS: usize = 41;
const ROWS: usize = 31;

/// Where colours begin, in share prices, and the names of the lines there.
const LEVELS: [(f64, &str); 6] = [
    (0.5, "−50%"),
    (0.75, "−25%"),
    (1.0, "price"),
    (1.25, "+25%"),
    (1.5, "+50%"),
    (2.0, "+100%"),
];
/// The level of a share that is worth its price.
const EVEN: usize = 2;

/// What the map shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The inputs.
    inputs: Inputs,
    /// The company that they describe, at any execution and hashprice.
    company: Company,
    /// Value per share, USD.
    per_share: f64,
    /// The baseline's execution, %.
    execution_before: f64,
    /// Hashprice at today's inputs and at the baseline's, USD/EH/day.
    hashprices: (f64, f64),
    /// The unit of hashprice: of dollars, as the value of a share is in dollars.
    unit: RevenueUnit,
    /// Whether the page's own unit is another.
    is_in_sats: bool,
}

impl Props {
    pub(super) fn of(figures: Figures<'_>) -> Self {
        let Figures {
            state, now, before, ..
        } = figures;
        Self {
            company: Company::of(&state.inputs, now),
            per_share: now.sum_of_parts().per_share,
            execution_before: state.baseline.execution_pct(),
            hashprices: (now.hashprice().hashprice, before.hashprice().hashprice),
            unit: state.unit.in_dollars(),
            is_in_sats: !state.unit.is_usd(),
            inputs: state.inputs.clone(),
        }
    }

    /// Today's dot, and the baseline's where it is elsewhere: this company at its execution and hashprice.
    fn spots(&self) -> (Spot, Option<Spot>) {
        let (now, before) = self.hashprices;
        let spot = |x, hashprice, value| Spot {
            x,
            y: hashprice * self.unit.eh_s(),
            value,
        };
        let today = spot(self.inputs.execution_pct(), now, self.per_share);
        let value = self.company.per_share(self.execution_before, before);
        let before = spot(self.execution_before, before, value);
        let is_elsewhere = (before.x, before.y) != (today.x, today.y);
        (today, is_elsewhere.then_some(before))
    }
}

/// The map: computed for the company, and not again where only market and probability move on it.
#[component]
pub(super) fn ValueMapChart(props: &Props) -> Html {
    let Props {
        inputs,
        company,
        hashprices,
        unit,
        ..
    } = props;
    let even = company.price_hashprice();
    let highest = highest(*hashprices, even);
    let key = (without_market(inputs), highest, *unit);
    let heat = use_memo(key, |(_, highest, unit)| {
        heat(company, inputs.share_price(), *highest, *unit)
    });
    let (today, before) = props.spots();
    let key = (company.clone(), *unit);
    let value_at = use_callback(key, |(execution_pct, shown), (company, unit)| {
        company.per_share(execution_pct, shown / unit.eh_s())
    });
    let foot = if props.is_in_sats {
        "upwards: hashprice, in dollars as the value of a share is; lines: worth above or below the price; hatched: below it"
    } else {
        "upwards: hashprice; lines: worth above or below the price; hatched: below it"
    };
    html! {
        <HeatMap id="value-map" title="What would have to be true" answer={answer(props, even)} {foot}
            {heat} {today} baseline={before} {value_at} />
    }
}

/// The end of the axis, USD/EH/day: round, and beyond the hashprice at which a share is worth its price
/// and the baseline's, unless they are far away.
fn highest((now, before): (f64, f64), even: Option<f64>) -> f64 {
    let reach = Frontier::reach(now, even);
    if before <= 2.0 * reach {
        reach.max(round_up_on_ladder(before).unwrap_or(before))
    } else {
        reach
    }
}

/// The inputs without those that only move the company on the map.
fn without_market(inputs: &Inputs) -> Inputs {
    let preset = Inputs::default();
    let moving = [
        Key::ExecutionPct,
        Key::BtcPrice,
        Key::NetworkHashrate,
        Key::FeesPct,
        Key::BlockHeight,
    ];
    moving.into_iter().fold(inputs.clone(), |inputs, key| {
        inputs.with(key, preset.get(key)).unwrap_or(inputs)
    })
}

fn heat(company: &Company, share_price: f64, highest: f64, unit: RevenueUnit) -> Heat {
    let axis = |highest, count| Axis {
        window: (0.0, highest),
        count,
    };
    let map = company.map(axis(100.0, COLUMNS), axis(highest, ROWS));
    let level = |(times, name): (f64, &'static str)| Level {
        from: times * share_price,
        name,
    };
    let hashprices = map.hashprice.iter();
    Heat {
        x: map.execution_pct,
        y: hashprices
            .map(|hashprice| hashprice * unit.eh_s())
            .collect(),
        values: map.per_share,
        levels: LEVELS.map(level).into(),
        even: EVEN,
        // The foot says it: a word on the map would lie on the dots.
        bad: "",
        x_text: XText::Execution,
        y_text: XText::Hashprice(unit),
        value: MapValue::PerShare,
    }
}

/// "At 75% a share is worth its price of $30.00 at a hashprice of $46,700 per EH a day; today's is $38,698."
fn answer(props: &Props, even: Option<f64>) -> String {
    let inputs = &props.inputs;
    let shown = |hashprice| hashprice * props.unit.eh_s();
    let price = format::usd(inputs.share_price(), 2);
    let execution = format::end_text(Key::ExecutionPct, inputs.execution_pct());
    match even {
        Some(hashprice) => format!(
            "At {execution}% execution a share is worth its price of {price} at a hashprice of {}; today's is {}.",
            format::revenue_in_words(shown(hashprice), props.unit),
            format::shown_revenue(shown(props.hashprices.0), props.unit)
        ),
        None if props.per_share < inputs.share_price() => {
            format!(
                "At {execution}% execution no hashprice makes a share worth its price of {price}."
            )
        }
        None => format!(
            "At {execution}% execution a share is worth its price of {price} or more at any hashprice."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evaluation;

    #[test]
    fn the_dots_stand_where_the_inputs_say_and_are_worth_what_the_map_is_there() {
        let preset = Inputs::default();
        let inputs = preset
            .with(Key::ExecutionPct, Some(60.0))
            .expect("in range");
        let (now, before) = (Evaluation::of(&inputs), Evaluation::of(&preset));
        for unit in RevenueUnit::ALL.map(RevenueUnit::in_dollars) {
            let props = Props {
                company: Company::of(&inputs, &now),
                per_share: now.sum_of_parts().per_share,
                execution_before: preset.execution_pct(),
                hashprices: (now.hashprice().hashprice, before.hashprice().hashprice),
                unit,
                is_in_sats: false,
                inputs: inputs.clone(),
            };
            let (today, was) = props.spots();
            let was = was.expect("is elsewhere");
            assert_eq!((today.x, was.x), (60.0, 75.0));
            for (spot, expected) in [(today, &now), (was, &before)] {
                let shown = now.hashprice().hashprice * unit.eh_s();
                assert_eq!(spot.y, shown, "{unit:?}");
                let expected = expected.sum_of_parts().per_share;
                assert!((spot.value / expected - 1.0).abs() < 1e-12, "{unit:?}");
            }
        }
    }
}
