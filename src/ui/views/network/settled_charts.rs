//! Where hashrate and hashprice settle, against the bitcoin price.

use std::rc::Rc;

use yew::prelude::*;

use crate::format;
use crate::model::cost_curve::{CostCurve, evaluate, running_hashrate};
use crate::model::margin::Margin;
use crate::model::network_curves::{SettledByPrice, settled_by_price};
use crate::model::parameters::{Inputs, Key};
use crate::model::sweep;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, XText, YText};
use crate::ui::views::baseline_name;
use crate::units::RevenueUnit;

/// A change that reads as none.
const STILL: f64 = 5e-4;

/// What the charts show.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Today's inputs.
    pub(super) inputs: Inputs,
    /// The baseline's.
    pub(super) baseline: Inputs,
    /// The unit of hashprice.
    pub(super) unit: RevenueUnit,
    /// The one of them to show, where only one is.
    #[prop_or_default]
    pub(super) only: Option<&'static str>,
}

/// Both charts, side by side.
#[component]
pub(super) fn SettledCharts(props: &Props) -> Html {
    let Props {
        inputs,
        baseline,
        unit,
        only,
    } = props;
    let window = window(props);
    let now = use_settled(inputs, window);
    let before = use_settled(baseline, window);
    let both = use_memo((props.clone(), now, before), |(props, now, before)| {
        both(props, window, now, before)
    });
    let [hashrates, hashprices] = &*both;
    let (results, today) = (evaluate(inputs), running_hashrate(inputs));
    let ghost = baseline_name(inputs, baseline);
    let hashprice = Margin::of(inputs).hashprice();
    let is_shown = |id| only.is_none_or(|only| only == id);
    html! {
        <>
            if is_shown("equilibrium-by-price") {
                <LineChart id="equilibrium-by-price" title="Where does hashrate settle?"
                    answer={hashrate_answer(inputs, &results, today)}
                    baseline={ghost} lines={Rc::clone(hashrates)} />
            }
            if is_shown("hashprice-by-price") {
                <LineChart id="hashprice-by-price" title="What does a hash earn then?"
                    answer={hashprice_answer(inputs, *unit, hashprice, results.equilibrium_hashprice)}
                    foot="now: at today's difficulty" baseline={ghost}
                    lines={Rc::clone(hashprices)} />
            }
        </>
    }
}

/// The curves over the price, which do not depend on today's: dragging the price computes none.
#[hook]
fn use_settled(inputs: &Inputs, window: (f64, f64)) -> Rc<SettledByPrice> {
    let preset = Inputs::default().btc_price();
    let elsewhere = inputs.with(Key::BtcPrice, Some(preset));
    let elsewhere = elsewhere.unwrap_or_else(|_| inputs.clone());
    use_memo((elsewhere, window), |(inputs, window)| {
        settled_by_price(inputs, *window)
    })
}

/// What both charts draw, from the curves of today and of the baseline.
fn both(
    props: &Props,
    window: (f64, f64),
    now: &SettledByPrice,
    before: &SettledByPrice,
) -> [Rc<Lines>; 2] {
    let Props {
        inputs, baseline, ..
    } = props;
    // Both have the same prices.
    let prices = [inputs.btc_price(), baseline.btc_price()];
    let now = now.through(inputs, &prices);
    let before = (inputs != baseline).then(|| before.through(baseline, &prices));
    [
        hashrate(props, window, &now, before.as_ref()),
        hashprice(props, window, &now, before.as_ref()),
    ]
    .map(Rc::new)
}

/// From nothing to beyond today's price and the baseline's.
fn window(
    Props {
        inputs, baseline, ..
    }: &Props,
) -> (f64, f64) {
    let (_, today) = sweep::window(inputs, Key::BtcPrice, None);
    let (_, before) = sweep::window(baseline, Key::BtcPrice, None);
    // A baseline that is far away would press today into a corner.
    let high = if before < 2.0 * today {
        before.max(today)
    } else {
        today
    };
    (0.0, high)
}

fn hashrate_answer(inputs: &Inputs, results: &CostCurve, today: f64) -> String {
    let settled = results.equilibrium_hashrate;
    let change = settled / today - 1.0;
    let direction = if change.abs() < STILL {
        "as much as runs now".to_owned()
    } else {
        let side = if change < 0.0 { "less" } else { "more" };
        format!("{} {side} than runs now", format::percent(change.abs(), 1))
    };
    format!(
        "At {} the network settles at {}, {direction}.",
        format::usd(inputs.btc_price(), 0),
        YText::EhPerSecond.long(settled),
    )
}

fn hashprice_answer(inputs: &Inputs, unit: RevenueUnit, today: f64, settled: f64) -> String {
    let shown = |amount: f64| unit.from_usd_per_eh_day(amount, inputs.btc_price());
    let now = format::revenue_in_words(shown(today), unit);
    let change = settled / today - 1.0;
    if change.abs() < STILL {
        return format!("{now}, now and once the network has settled.");
    }
    format!(
        "{now} now and {} once the network has settled: {}.",
        format::shown_revenue(shown(settled), unit),
        format::signed_percent(change, 1),
    )
}

fn hashrate(
    Props {
        inputs, baseline, ..
    }: &Props,
    window: (f64, f64),
    now: &SettledByPrice,
    before: Option<&SettledByPrice>,
) -> Lines {
    let point = |inputs: &Inputs| (inputs.btc_price(), evaluate(inputs).equilibrium_hashrate);
    let curve = Curve {
        name: "Settled",
        ink: Ink::Mining,
        values: now.equilibrium_hashrate.clone(),
        today: Some(point(inputs)),
        baseline: before.map(|before| Ghost {
            values: before.equilibrium_hashrate.clone(),
            point: in_sight(point(baseline), window),
        }),
    };
    over_price(window, now, vec![curve], YText::EhPerSecond)
}

fn hashprice(
    Props {
        inputs,
        baseline,
        unit,
        ..
    }: &Props,
    window: (f64, f64),
    now: &SettledByPrice,
    before: Option<&SettledByPrice>,
) -> Lines {
    let shown = |prices: &[f64], amounts: &[f64]| -> Vec<f64> {
        let pairs = prices.iter().zip(amounts);
        pairs
            .map(|(price, amount)| unit.from_usd_per_eh_day(*amount, *price))
            .collect()
    };
    let points = |inputs: &Inputs| {
        let price = inputs.btc_price();
        let amounts = [
            evaluate(inputs).equilibrium_hashprice,
            Margin::of(inputs).hashprice(),
        ];
        amounts.map(|amount| (price, unit.from_usd_per_eh_day(amount, price)))
    };
    let (todays, befores) = (points(inputs), points(baseline));
    let of = |curves: &SettledByPrice, which: usize| {
        let amounts = [&curves.equilibrium_hashprice, &curves.hashprice][which];
        shown(&curves.btc_price, amounts)
    };
    let curve = |name, ink, which: usize| Curve {
        name,
        ink,
        values: of(now, which),
        today: Some(todays[which]),
        baseline: before.map(|before| Ghost {
            values: of(before, which),
            point: in_sight(befores[which], window),
        }),
    };
    let curves = vec![
        curve("Settled", Ink::Revenue, 0),
        curve("Now", Ink::Plain, 1),
    ];
    over_price(window, now, curves, YText::Revenue(*unit))
}

fn in_sight(point: (f64, f64), window: (f64, f64)) -> Option<(f64, f64)> {
    (window.0..=window.1).contains(&point.0).then_some(point)
}

fn over_price(
    window: (f64, f64),
    now: &SettledByPrice,
    curves: Vec<Curve>,
    y_text: YText,
) -> Lines {
    Lines {
        x_domain: window,
        x: Rc::from(now.btc_price.as_slice()),
        curves,
        losing: None,
        x_text: XText::Input(Key::BtcPrice),
        y_text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::between_samples;

    #[test]
    fn todays_figures_and_the_baselines_are_read_exactly() {
        let [inputs, baseline] = between_samples();
        let props = Props {
            inputs,
            baseline,
            unit: RevenueUnit::default(),
            only: None,
        };
        let window = window(&props);
        let [now, before] = [&props.inputs, &props.baseline].map(|inputs| {
            let elsewhere = inputs.with(Key::BtcPrice, Some(1e5)).unwrap();
            settled_by_price(&elsewhere, window)
        });
        for lines in both(&props, window, &now, &before) {
            lines.assert_reads_its_dots();
        }
    }
}
