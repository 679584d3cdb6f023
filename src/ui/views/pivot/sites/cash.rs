//! Cumulative cash of all sites, over calendar months.

use std::rc::Rc;

use yew::prelude::*;

use super::super::cash_chart::fitted;
use crate::format;
use crate::model::sites::Portfolio;
use crate::model::sweep::cumulative;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, XText, YText};

/// What the chart shows.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// All sites.
    pub(super) all: Rc<Portfolio>,
    /// The same with the baseline's inputs, where they differ.
    pub(super) before: Option<Rc<Portfolio>>,
    /// The baseline's name, where it differs.
    pub(super) baseline: Option<&'static str>,
}

/// The chart.
#[component]
pub(super) fn SitesCash(
    Props {
        all,
        before,
        baseline,
    }: &Props,
) -> Html {
    let before = before.as_ref().filter(|before| before.cash != all.cash);
    let drawn = (Rc::clone(all), before.cloned());
    let lines = use_memo(drawn, |(all, before)| lines(all, before.as_deref()));
    let baseline = baseline.filter(|_| before.is_some());
    html! {
        <LineChart id="sites-cash" title="What the sites return together" answer={answer(all)}
            foot="all sites; expected: each site times its execution, less sunk capex where it fails"
            {baseline} {lines} />
    }
}

/// A curve: its name and colour, and its monthly cash.
type Series = (&'static str, Ink, fn(&Portfolio) -> &Vec<f64>);

const SERIES: [Series; 3] = [
    ("All succeed", Ink::Hpc, |all| &all.cash.hpc),
    ("Expected", Ink::Levered, |all| &all.cash.expected_hpc),
    ("Mining", Ink::Mining, |all| &all.cash.mining),
];

fn lines(all: &Portfolio, before: Option<&Portfolio>) -> Lines {
    let months = all.month.len();
    let last = months.saturating_sub(1);
    let curve = |(name, ink, of): Series| {
        let values = cumulative(of(all));
        Curve {
            name,
            ink,
            today: values.last().map(|end| (last as f64, *end)),
            values,
            baseline: before.map(|before| Ghost {
                values: fitted(cumulative(of(before)), months),
                point: None,
            }),
        }
    };
    Lines {
        x_domain: (0.0, last as f64),
        x: all.month.iter().map(|month| *month as f64).collect(),
        losing: None,
        x_text: XText::Months,
        y_text: YText::UsdM,
        curves: SERIES.map(curve).into(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sites::{Contract, Site, sites};
    use crate::model::tests::with;

    #[test]
    fn the_baselines_curves_are_drawn_over_as_many_months() {
        let portfolio = |delay: f64| {
            sites(&[Site {
                name: "A".to_owned(),
                start_month: 0,
                contract: Contract::Signed,
                inputs: with(&[("delay_months", delay)]),
            }])
        };
        let (now, before) = (portfolio(12.0), portfolio(0.0));
        let drawn = lines(&now, Some(&before));
        for (curve, (.., of)) in drawn.curves.iter().zip(SERIES) {
            let ghost = &curve.baseline.as_ref().unwrap().values;
            assert_eq!(ghost.len(), curve.values.len());
            let values = cumulative(of(&before));
            assert_eq!(ghost[..values.len()], values[..]);
            assert!(ghost[values.len()..].iter().all(|value| value.is_nan()));
        }
        assert!(
            lines(&now, None)
                .curves
                .iter()
                .all(|curve| curve.baseline.is_none())
        );
    }
}
