//! Sites: a list of conversions, and what they add up to over calendar months.

mod cash;
mod editor;
mod list;
mod row;
mod stages;

use std::rc::Rc;

use yew::prelude::*;

use self::cash::SitesCash;
use self::list::list;
use self::stages::StagesChart;
use crate::model::parameters::Inputs;
use crate::model::sites::{Contract, Portfolio, Site, sites};
use crate::state::{Action, PlannedSite};

/// What the part of the view shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The reader's list; while it is empty the page's inputs are the one site.
    pub(super) sites: Vec<PlannedSite>,
    /// The page's inputs, which a site has where it has none of its own.
    pub(super) inputs: Inputs,
    /// The baseline's.
    pub(super) baseline: Inputs,
    /// Takes actions.
    pub(super) act: Callback<Action>,
}

/// The chart of stages, the cash of all sites, and the list.
#[component]
pub(super) fn Sites(props: &Props) -> Html {
    let chosen = use_state_eq(|| None::<usize>);
    let all = use_memo(
        (props.sites.clone(), props.inputs.clone()),
        |(list, page)| sites(&planned(list, page)),
    );
    let before = use_memo(
        (
            props.sites.clone(),
            props.inputs.clone(),
            props.baseline.clone(),
        ),
        |(list, page, baseline)| {
            (page != baseline).then(|| Rc::new(sites(&planned(list, baseline))))
        },
    );
    let has_list = !props.sites.is_empty();
    html! {
        <>
            <StagesChart all={Rc::clone(&all)} before={(*before).clone()} baseline={props.baseline.clone()} />
            if has_list { <SitesCash all={Rc::clone(&all)} /> }
            { list(props, &all, &chosen) }
        </>
    }
}

/// The sites with all their inputs.
fn planned(list: &[PlannedSite], page: &Inputs) -> Vec<Site> {
    if list.is_empty() {
        return vec![Site {
            name: "The site of the inputs".to_owned(),
            start_month: 0,
            contract: Contract::Signed,
            inputs: page.clone(),
        }];
    }
    list.iter().map(|site| site.site(page)).collect()
}

/// The capacity of all sites at its most, MW.
fn most(capacity: &[f64]) -> f64 {
    capacity.iter().copied().fold(0.0, f64::max)
}

/// The first month in which every site pays its full rent, if there are sites.
fn full_rent(all: &Portfolio) -> Option<u64> {
    all.sites.iter().map(|site| site.full_rent_month).max()
}
