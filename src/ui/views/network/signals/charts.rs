//! The history that signals are read from, as two small charts.

use std::rc::Rc;

use yew::prelude::*;

use crate::format::period;
use crate::model::signals::{Column, History, Observation};
use crate::ui::chart::{Curve, Ink, LineChart, Lines, XText, YText};
use crate::units::RevenueUnit;

/// Rows further apart than this have others missing between them, months.
const LARGEST_GAP: f64 = 1.5;

/// What the charts show.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The history.
    pub history: Rc<History>,
    /// The unit of revenue.
    pub unit: RevenueUnit,
    /// The one of them to show, where only one is.
    #[prop_or_default]
    pub only: Option<&'static str>,
}

/// Hashrate and revenue per hashrate.
#[component]
pub fn HistoryCharts(props: &Props) -> Html {
    let unit = unit(props);
    let drawn = use_memo((props.clone(), unit), |(props, unit)| {
        let rows = props.history.rows();
        let revenue = |row: &Observation| {
            let price = row.get(Column::BtcPrice).unwrap_or(f64::NAN);
            Some(unit.from_usd_per_eh_day(row.get(Column::Revenue)?, price))
        };
        let is_whole = props.history.is_simulated();
        [
            lines(
                rows,
                is_whole,
                "Hashrate",
                Ink::Mining,
                YText::EhPerSecond,
                |row| row.get(Column::Hashrate),
            ),
            lines(
                rows,
                is_whole,
                "Revenue",
                Ink::Revenue,
                YText::Revenue(*unit),
                revenue,
            ),
        ]
        .map(Rc::new)
    });
    let [hashrate, revenue] = &*drawn;
    if hashrate.x.is_empty() {
        return html! {};
    }
    let is_shown = |id| props.only.is_none_or(|only| only == id);
    html! {
        <div class="hp-charts hp-signal-history">
            if is_shown("history-hashrate") {
                <LineChart id="history-hashrate" title="Hashrate" answer={span(props, Column::Hashrate)}
                    has_points=true lines={Rc::clone(hashrate)} />
            }
            if is_shown("history-revenue") {
                <LineChart id="history-revenue" title="Revenue per hashrate" answer={span(props, Column::Revenue)}
                    has_points=true lines={Rc::clone(revenue)} />
            }
        </div>
    }
}

/// The page's unit; dollars where a revenue has no price by which it would become satoshis.
fn unit(Props { history, unit, .. }: &Props) -> RevenueUnit {
    let lacks_price = |row: &Observation| {
        row.get(Column::Revenue).is_some() && row.get(Column::BtcPrice).is_none()
    };
    if unit.is_usd() || !history.rows().iter().any(lacks_price) {
        *unit
    } else {
        RevenueUnit::default()
    }
}

/// "10 rows, 2024-09 to 2025-12."
fn span(Props { history, .. }: &Props, column: Column) -> String {
    let mut dates = history
        .rows()
        .iter()
        .filter(|row| row.get(column).is_some())
        .map(|row| period(&row.date().to_string()));
    let count = dates.clone().count();
    match (dates.next(), dates.next_back()) {
        (Some(from), Some(to)) => format!("{count} figures, {from} to {to}."),
        (Some(only), None) => format!("1 figure, {only}."),
        (None, _) => "No row has it.".to_owned(),
    }
}

/// A column over time, with a gap wherever rows are missing, unless the history `is_whole`.
fn lines(
    rows: &[Observation],
    is_whole: bool,
    name: &'static str,
    ink: Ink,
    y_text: YText,
    value: impl Fn(&Observation) -> Option<f64>,
) -> Lines {
    let (mut x, mut values): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
    for row in rows {
        let at = row.date().month_index();
        if let Some(before) = x
            .last()
            .filter(|before| at - **before > LARGEST_GAP && !is_whole)
        {
            x.push(before.midpoint(at));
            values.push(f64::NAN);
        }
        x.push(at);
        values.push(value(row).unwrap_or(f64::NAN));
    }
    let from = x.first().copied().unwrap_or_default();
    let to = x.last().copied().unwrap_or_default();
    let curve = Curve {
        name,
        ink,
        values,
        today: None,
        baseline: None,
    };
    Lines {
        x_domain: (from, to.max(from + 1.0)),
        x: Rc::from(x),
        curves: vec![curve],
        losing: None,
        x_text: XText::Calendar,
        y_text,
    }
}
