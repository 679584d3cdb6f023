//! Cumulative cash, month by month: of both uses, and of the owner before and after the loan.

use yew::prelude::*;

use super::super::baseline_name;
use crate::format;
use crate::model::pivot::CashFlows;
use crate::model::sweep::cumulative;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, XText, YText};
use crate::ui::figures::Figures;

/// What both charts show.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Monthly cash.
    flows: CashFlows,
    /// The baseline's, where it differs, and its name.
    before: Option<(CashFlows, &'static str)>,
    /// Months until the capex is back.
    payback: Option<u64>,
    /// Own capex, USD m.
    capex: f64,
    /// Month of the first rent.
    first_rent: u64,
    /// Owner's cash in, USD m.
    equity: Option<f64>,
}

impl Props {
    pub(super) fn of(figures: Figures<'_>) -> Self {
        let Figures {
            state, now, before, ..
        } = figures;
        let results = now.pivot();
        let old = &before.pivot().cash_flows;
        let name = baseline_name(&state.inputs, &state.baseline);
        let name = name.filter(|_| *old != results.cash_flows);
        Self {
            flows: results.cash_flows.clone(),
            before: name.map(|name| (old.clone(), name)),
            payback: results.payback_months,
            capex: results.capex_total,
            first_rent: state.inputs.build_months() + state.inputs.delay_months(),
            equity: results.equity_needed,
        }
    }
}

/// Cumulative cash of both uses; the data centre's is marked where it is paid back, or at its end.
#[component]
pub(super) fn CumulativeCash(props: &Props) -> Html {
    let lines = use_memo(props.clone(), |props| {
        let back = props
            .payback
            .map(|months| (months as usize).saturating_sub(1));
        let uses: [Use; 2] = [
            ("Data centre", Ink::Hpc, |flows| &flows.hpc),
            ("Mining", Ink::Mining, |flows| &flows.mining),
        ];
        cash_lines(props, uses, back)
    });
    html! {
        <LineChart id="cumulative-cash" title="Where the cash stands" answer={cash_answer(props)}
            foot="before the loan; the first month is 0, the last step is the residual value"
            baseline={props.before.as_ref().map(|(_, name)| *name)} {lines} />
    }
}

/// Cumulative cash of the data centre before and after the loan.
#[component]
pub(super) fn LeveredCash(props: &Props) -> Html {
    let lines = use_memo(props.clone(), |props| {
        let uses: [Use; 2] = [
            ("After the loan", Ink::Levered, |flows| &flows.levered),
            ("Without it", Ink::Hpc, |flows| &flows.hpc),
        ];
        let back = back_from(&cumulative(&props.flows.levered));
        cash_lines(props, uses, back)
    });
    html! {
        <LineChart id="levered-cash" title="What the loan changes" answer={levered_answer(props)}
            foot="the data centre's cash, from month 0; draws while building, level payments from full rent on"
            baseline={props.before.as_ref().map(|(_, name)| *name)} {lines} />
    }
}

/// Name, colour and monthly cash of a curve.
type Use = (&'static str, Ink, fn(&CashFlows) -> &Vec<f64>);

/// Both curves; the first is marked in the month `back`, or at its end.
fn cash_lines(props: &Props, uses: [Use; 2], back: Option<usize>) -> Lines {
    let months = props.flows.hpc.len();
    let last = months.saturating_sub(1);
    let curves = uses
        .into_iter()
        .enumerate()
        .map(|(index, (name, ink, of))| {
            let values = cumulative(of(&props.flows));
            let marked = back.unwrap_or(last);
            let point = values.get(marked).map(|cash| (marked as f64, *cash));
            Curve {
                name,
                ink,
                today: point.filter(|_| index == 0),
                values,
                baseline: props.before.as_ref().map(|(flows, _)| Ghost {
                    values: fitted(cumulative(of(flows)), months),
                    point: None,
                }),
            }
        });
    Lines {
        x_domain: (0.0, last as f64),
        curves: curves.collect(),
        x: (0..months).map(|month| month as f64).collect(),
        losing: None,
        x_text: XText::Months,
        y_text: YText::UsdM,
    }
}

/// The values over as many months as the chart has; beyond its own end a ghost has none.
pub(super) fn fitted(mut values: Vec<f64>, months: usize) -> Vec<f64> {
    values.resize(months, f64::NAN);
    values
}

/// The month from which on cumulative cash is never negative again; none while it ends below zero.
fn back_from(cash: &[f64]) -> Option<usize> {
    cash.last().filter(|end| **end >= 0.0)?;
    let below = cash.iter().rposition(|cash| *cash < 0.0);
    Some(below.map_or(0, |month| month + 1))
}

fn cash_answer(props: &Props) -> String {
    let capex = format::usd_m(props.capex);
    match props.payback {
        Some(0) => "The data centre needs no capital of its own.".to_owned(),
        Some(months) => format!(
            "{capex} of capex is recovered in month {}, the {}; first rent in month {}.",
            months - 1,
            format::ordinal(months),
            props.first_rent,
        ),
        None => format!("{capex} of capex is never recovered."),
    }
}

/// "$462 m of equity instead of $2.31 bn, recovered in month 58, the 59th."
fn levered_answer(props: &Props) -> String {
    let Some(equity) = props.equity else {
        return "Without capex there is nothing to borrow.".to_owned();
    };
    if props.flows.levered == props.flows.hpc {
        return "Nothing is borrowed: both are the same.".to_owned();
    }
    if equity == 0.0 {
        return "The loan pays for all: the owner puts nothing in.".to_owned();
    }
    let capex = format::usd_m(props.capex);
    let paid = if equity > props.capex {
        let above = format::usd_m(equity - props.capex);
        format!(
            "{} of equity, {above} more than the capex",
            format::usd_m(equity)
        )
    } else {
        format!("{} of equity instead of {capex}", format::usd_m(equity))
    };
    match back_from(&cumulative(&props.flows.levered)) {
        Some(month) => format!(
            "{paid}, recovered in month {month}, the {}.",
            format::ordinal(month as u64 + 1)
        ),
        None => format!("{paid}; it is never recovered."),
    }
}
