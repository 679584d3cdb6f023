//! Value per share over execution and hashprice, with the company as a dot.

use yew::prelude::*;

use super::company::Props as Company;
use crate::format;
use crate::model::Evaluation;
use crate::model::margin_map::Axis;
use crate::model::parameters::{Inputs, Key};
use crate::model::pivot::Frontier;
use crate::model::value_map::{per_share_at, price_hashprice, value_map};
use crate::plot::round_up_on_ladder;
use crate::ui::chart::{Heat, HeatMap, Level, MapValue, XText};
use crate::units::RevenueUnit;

/// Probabilities and hashprices of the grid.
const COLUMNS: usize = 41;
const ROWS: usize = 31;

/// Where colours begin, in share prices, and the line among them.
const LEVELS: [(f64, Option<&str>); 6] = [
    (0.5, None),
    (0.75, None),
    (1.0, Some("price")),
    (1.25, None),
    (1.5, None),
    (2.0, None),
];
/// The level of a share that is worth its price.
const EVEN: usize = 2;

/// What the map shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The company and its baseline.
    pub(super) company: Company,
    /// Hashprice at today's inputs and at the baseline's, USD/EH/day.
    pub(super) hashprices: (f64, f64),
    /// The unit of hashprice.
    pub(super) unit: RevenueUnit,
}

/// The map: computed for the company, and not again where only market and probability move on it.
#[component]
pub(super) fn ValueMapChart(props: &Props) -> Html {
    let Props {
        company,
        hashprices,
        unit,
    } = props;
    let Company {
        inputs, baseline, ..
    } = company;
    let even = price_hashprice(inputs, &Evaluation::of(inputs));
    let highest = highest(*hashprices, even);
    let price = if unit.is_usd() {
        1.0
    } else {
        inputs.btc_price()
    };
    let key = (without_market(inputs), highest, *unit, price.to_bits());
    let heat = use_memo(key, |(inputs, highest, unit, _)| {
        heat(inputs, *highest, *unit, price)
    });
    let place = |inputs: &Inputs, hashprice| {
        let shown = unit.from_usd_per_eh_day(hashprice, price);
        (inputs.execution_pct(), shown)
    };
    let today = place(inputs, hashprices.0);
    let before = Some(place(baseline, hashprices.1)).filter(|before| *before != today);
    let key = (inputs.clone(), *unit, price.to_bits());
    let value_at = use_callback(key, |at, (inputs, unit, price)| {
        value_at(inputs, at, (*unit, f64::from_bits(*price)))
    });
    html! {
        <HeatMap id="value-map" title="What would have to be true" answer={answer(props, even)}
            foot="upwards: hashprice; hatched: worth less than the price"
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

/// Value per share at a probability and a hashprice in a unit at a bitcoin price.
fn value_at(
    inputs: &Inputs,
    (execution_pct, shown): (f64, f64),
    (unit, btc_price): (RevenueUnit, f64),
) -> f64 {
    let hashprice = shown / unit.from_usd_per_eh_day(1.0, btc_price);
    per_share_at(inputs, &Evaluation::of(inputs), execution_pct, hashprice)
}

fn heat(inputs: &Inputs, highest: f64, unit: RevenueUnit, btc_price: f64) -> Heat {
    let axis = |highest, count| Axis {
        window: (0.0, highest),
        count,
    };
    let evaluation = Evaluation::of(inputs);
    let map = value_map(
        inputs,
        &evaluation,
        axis(100.0, COLUMNS),
        axis(highest, ROWS),
    );
    let level = |(times, line): (f64, Option<&'static str>)| Level {
        from: times * inputs.share_price(),
        line,
    };
    let hashprices = map.hashprice.iter();
    Heat {
        x: map.execution_pct,
        y: hashprices
            .map(|hashprice| unit.from_usd_per_eh_day(*hashprice, btc_price))
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

/// "At 75% a share is worth its price of $30.00 at a hashprice of $46,700; it is $38,698."
fn answer(props: &Props, even: Option<f64>) -> String {
    let Company {
        inputs, results, ..
    } = &props.company;
    let text = |hashprice| {
        let shown = props
            .unit
            .from_usd_per_eh_day(hashprice, inputs.btc_price());
        format::shown_revenue(shown, props.unit)
    };
    let price = format::usd(inputs.share_price(), 2);
    let execution = format::number(inputs.execution_pct(), 0);
    match even {
        Some(hashprice) => format!(
            "At {execution}% execution a share is worth its price of {price} at a hashprice of {}; today's is {}.",
            text(hashprice),
            text(props.hashprices.0)
        ),
        None if results.per_share < inputs.share_price() => {
            format!(
                "At {execution}% execution no hashprice makes a share worth its price of {price}."
            )
        }
        None => format!(
            "At {execution}% execution a share is worth its price of {price} at any hashprice."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_the_company_s_own_place_a_share_is_worth_what_the_parts_come_to() {
        let inputs = Inputs::default();
        let results = Evaluation::of(&inputs);
        for unit in RevenueUnit::ALL {
            let price = inputs.btc_price();
            let shown = unit.from_usd_per_eh_day(results.hashprice().hashprice, price);
            let value = value_at(&inputs, (inputs.execution_pct(), shown), (unit, price));
            let expected = results.sum_of_parts().per_share;
            assert!((value / expected - 1.0).abs() < 1e-12, "{unit:?}: {value}");
        }
    }
}
