//! Sites: a list of conversions, and what they add up to over calendar months.

mod cash;
mod editor;
mod list;
mod row;
mod stages;

use std::rc::Rc;

use yew::prelude::*;

use self::cash::SitesCash;
use self::stages::StagesChart;
use super::super::baseline_name;
use crate::model::parameters::Inputs;
use crate::model::pivot::Pivot;
use crate::model::sites::{Contract, Portfolio, Site, one_site, sites};
use crate::state::{Action, Choices, PlannedSite};

/// What the part of the view shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The reader's list; while it is empty the page's inputs are the one site.
    pub(super) sites: Vec<PlannedSite>,
    /// The page's inputs, which a site has where it has none of its own.
    pub(super) inputs: Inputs,
    /// The baseline's.
    pub(super) baseline: Inputs,
    /// The results for the page's inputs.
    pub(super) pivot: Pivot,
    /// The results for the baseline's.
    pub(super) pivot_before: Pivot,
    /// What is chosen for the charts.
    pub(super) choices: Choices,
    /// Takes actions.
    pub(super) act: Callback<Action>,
}

/// The chart of stages, the cash of all sites, and the list.
#[component]
pub(super) fn Sites(props: &Props) -> Html {
    let chosen = use_state_eq(|| None::<usize>);
    let (list, page, baseline) = (&props.sites, &props.inputs, &props.baseline);
    let all = use_memo((list.clone(), page.clone()), |(list, page)| {
        portfolio(list, page, &props.pivot)
    });
    let before = use_memo((list.clone(), baseline.clone()), |(list, baseline)| {
        portfolio(list, baseline, &props.pivot_before)
    });
    let name = baseline_name(page, baseline);
    let before = name.map(|_| before);
    let has_list = !props.sites.is_empty();
    html! {
        <>
            <StagesChart all={Rc::clone(&all)} {before} baseline={name} choices={props.choices} act={props.act.clone()} />
            if has_list { <SitesCash all={Rc::clone(&all)} /> }
            { list::list(props, &all, &chosen) }
        </>
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
