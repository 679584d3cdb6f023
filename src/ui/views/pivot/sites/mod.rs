//! Sites: a list of conversions, and what they add up to over calendar months.

mod cash;
mod cell;
mod editor;
mod list;
mod row;
mod stages;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use self::cash::SitesCash;
use self::stages::StagesChart;
use super::super::baseline_name;
use crate::model::Evaluation;
use crate::model::parameters::Inputs;
use crate::model::pivot::Pivot;
use crate::model::sites::{Contract, Portfolio, Site, one_site, sites};
use crate::state::{Action, PlannedSite, RowIds, State};
use crate::ui::figures::Figures;
use crate::ui::hooks::{kept, row_ids};

/// What the part of the view shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The state of the page: the reader's list, which while it is empty is one site with the page's inputs,
    /// and those inputs, which a site has where it has none of its own.
    pub(super) state: Rc<State>,
    /// The results for the page's inputs.
    pub(super) now: Rc<Evaluation>,
    /// The results for the baseline's.
    pub(super) before: Rc<Evaluation>,
    /// The one chart to show, where the list is not.
    pub(super) only: Option<&'static str>,
    /// Takes actions.
    pub(super) act: Callback<Action>,
}

impl Props {
    pub(super) fn of(figures: Figures<'_>) -> Self {
        let Figures {
            state,
            now,
            before,
            act,
        } = figures;
        Self {
            state: Rc::clone(state),
            now: Rc::clone(now),
            before: Rc::clone(before),
            only: None,
            act: act.clone(),
        }
    }
}

/// Under which the numbers of the sites are kept.
const ROWS: &str = "rows of sites";

thread_local! {
    /// The numbers of the sites. What is typed is kept under them, also while another view is looked at.
    static IDS: RefCell<RowIds<PlannedSite>> = RefCell::new(RowIds::going_on(&kept(ROWS)));
}

/// The chart of stages, the cash of all sites, and the list.
#[component]
pub(super) fn Sites(props: &Props) -> Html {
    let chosen = use_state_eq(|| None::<usize>);
    let State {
        sites: list,
        inputs: page,
        baseline,
        choices,
        ..
    } = &*props.state;
    let all = use_memo((list.clone(), page.clone()), |(list, page)| {
        portfolio(list, page, props.now.pivot())
    });
    let before = use_memo((list.clone(), baseline.clone()), |(list, baseline)| {
        portfolio(list, baseline, props.before.pivot())
    });
    let name = baseline_name(page, baseline);
    let before = name.map(|_| before);
    let stages = html! { <StagesChart all={Rc::clone(&all)} before={before.clone()} baseline={name} choices={*choices} act={props.act.clone()} /> };
    let cash = html! { <SitesCash all={Rc::clone(&all)} {before} baseline={name} /> };
    let ids = row_ids(ROWS, &IDS, list);
    match props.only {
        Some("stages") => stages,
        Some(_) => cash,
        None => html! {
            <>
                { stages }
                if !list.is_empty() { { cash } }
                { list::list(props, &all, &ids, &chosen) }
            </>
        },
    }
}

/// What the sites add up to; without a list, the one site that the inputs are.
fn portfolio(list: &[PlannedSite], page: &Inputs, pivot: &Pivot) -> Portfolio {
    if list.is_empty() {
        let site = Site {
            name: "The site of the inputs".to_owned(),
            start_month: 0,
            contract: Contract::Signed,
            inputs: page.clone(),
        };
        return one_site(&site, pivot);
    }
    let planned: Vec<Site> = list.iter().map(|site| site.site(page)).collect();
    sites(&planned)
}

/// The capacity of all sites at its most, MW.
fn most(capacity: &[f64]) -> f64 {
    capacity.iter().copied().fold(0.0, f64::max)
}

/// The first month in which every site pays its full rent, if there are sites.
fn full_rent(all: &Portfolio) -> Option<u64> {
    all.sites.iter().map(|site| site.full_rent_month).max()
}
