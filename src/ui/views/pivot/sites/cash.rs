//! Cumulative cash of all sites, over calendar months.

use std::rc::Rc;

use yew::prelude::*;

use crate::format;
use crate::model::sites::Portfolio;
use crate::model::sweep::cumulative;
use crate::ui::chart::{Curve, Ink, LineChart, Lines, XText, YText};

/// What the chart shows.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// All sites.
    pub(super) all: Rc<Portfolio>,
}

/// The chart.
#[component]
pub(super) fn SitesCash(Props { all }: &Props) -> Html {
    let lines = use_memo(Rc::clone(all), |all| lines(all));
    html! {
        <LineChart id="sites-cash" title="What the sites return together" answer={answer(all)}
            foot="all sites; expected: each site times its execution, less sunk capex where it fails" {lines} />
    }
}

fn lines(all: &Portfolio) -> Lines {
    let last = all.month.len().saturating_sub(1);
    let curve = |name, ink, flows: &[f64]| {
        let values = cumulative(flows);
        Curve {
            name,
            ink,
            today: values.last().map(|end| (last as f64, *end)),
            values,
            baseline: None,
        }
    };
    Lines {
        x_domain: (0.0, last as f64),
        x: all.month.iter().map(|month| *month as f64).collect(),
        losing: None,
        x_text: XText::Months,
        y_text: YText::UsdM,
        curves: vec![
            curve("All succeed", Ink::Hpc, &all.cash.hpc),
            curve("Expected", Ink::Levered, &all.cash.expected_hpc),
            curve("Mining", Ink::Mining, &all.cash.mining),
        ],
    }
}

/// "The sites need at most $2.31 bn; converting all of them gains $3.4 bn, $2.0 bn as expected."
fn answer(all: &Portfolio) -> String {
    let deepest = cumulative(&all.cash.hpc).into_iter().fold(0.0, f64::min);
    format!(
        "The sites need at most {}; converting all of them gains {}, {} as expected.",
        format::usd_m(-deepest),
        format::usd_m(all.npv_gain),
        format::usd_m(all.expected_npv_gain),
    )
}
