//! The chart of capacity by stage.

use std::rc::Rc;

use yew::prelude::*;

use super::{full_rent, most};
use crate::format;
use crate::model::sites::{Capacity, Portfolio};
use crate::state::{Action, Choices, Switch};
use crate::ui::chart::{Band, StageChart, Stages};
use crate::ui::controls::choices;
use crate::units::Megawatt;

/// What the chart shows.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// All sites.
    pub(super) all: Rc<Portfolio>,
    /// The same with the baseline's inputs, where they differ.
    pub(super) before: Option<Rc<Portfolio>>,
    /// The baseline's name, where it differs.
    pub(super) baseline: Option<&'static str>,
    /// What is chosen.
    pub(super) choices: Choices,
    /// Takes another choice.
    pub(super) act: Callback<Action>,
}

/// How capacity is counted.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Count {
    per: Megawatt,
    /// Whether each site counts with its probability of execution.
    is_expected: bool,
}

/// The chart with its switches.
#[component]
pub(super) fn StagesChart(
    Props {
        all,
        before,
        baseline,
        choices: chosen,
        act,
    }: &Props,
) -> Html {
    let count = Count {
        per: chosen.megawatt(),
        is_expected: chosen.get(Switch::StagesWeight) == 1,
    };
    let stages = use_memo(
        (Rc::clone(all), before.clone(), count),
        |(all, before, count)| stages(all, before.as_deref(), *count),
    );
    let is_ghost = stages.ghost.is_some();
    html! {
        <div class="hp-switched" data-per={chosen.option(Switch::PerMegawatt)} data-expected={count.is_expected.to_string()}>
            { switches(*chosen, act) }
            <StageChart id="stages" title="When the megawatts pay" answer={answer(all, count)} foot={foot(count, is_ghost)}
                baseline={baseline.filter(|_| is_ghost)} {stages} />
        </div>
    }
}

fn switches(chosen: Choices, act: &Callback<Action>) -> Html {
    let megawatts = Megawatt::ALL.map(Megawatt::short_name);
    let weights = ["all", "expected"];
    html! {
        <div class="hp-switches">
            { choices(Switch::PerMegawatt, "Which megawatts", &megawatts, chosen, act) }
            { choices(Switch::StagesWeight, "Weighted with execution or not", &weights, chosen, act) }
        </div>
    }
}

fn capacity(all: &Portfolio, Count { per, is_expected }: Count) -> &Capacity {
    match (per, is_expected) {
        (Megawatt::Gross, false) => &all.gross_mw,
        (Megawatt::Gross, true) => &all.expected_gross_mw,
        (Megawatt::CriticalIt, false) => &all.it_mw,
        (Megawatt::CriticalIt, true) => &all.expected_it_mw,
    }
}

fn stages(all: &Portfolio, before: Option<&Portfolio>, count: Count) -> Stages {
    let of = capacity(all, count);
    let band = |name, class, values: &[f64]| Band {
        name,
        class,
        values: values.to_vec(),
    };
    Stages {
        months: horizon(all).max(before.map_or(0, horizon)),
        bands: vec![
            band("Paying", "is-paying", &of.paying),
            band("Building", "is-building", &of.building),
            band("Signed", "is-signed", &of.signed),
            band("Memorandum", "is-memorandum", &of.memorandum),
        ],
        totals: vec![
            ("Contracted", of.contracted.clone()),
            ("Energised", of.energised.clone()),
        ],
        ghost: before
            .map(|before| capacity(before, count).paying.clone())
            .filter(|paying| *paying != of.paying)
            .map(|paying| ("Paying, baseline", paying)),
        unit: count.per.name(),
    }
}

/// Months that are shown: the build-up and two years of full rent, in whole years.
fn horizon(all: &Portfolio) -> usize {
    const FULL: u64 = 24;
    const YEAR: usize = 12;
    let until = full_rent(all).map_or(0, |month| month + FULL) as usize;
    until.min(all.month.len()).div_ceil(YEAR) * YEAR
}

fn foot(count: Count, is_ghost: bool) -> String {
    let weight = if count.is_expected {
        "each site times its execution; "
    } else {
        ""
    };
    let ghost = if is_ghost {
        ". Dashed: what pays in the baseline"
    } else {
        ""
    };
    format!("{weight}from below: paying, building, signed, memorandum{ghost}")
}

/// "300 gross MW: the first pay from month 18, all from month 24."
fn answer(all: &Portfolio, count: Count) -> String {
    let mw = format::significant(most(&capacity(all, count).contracted), 4, 0);
    let first = all.sites.iter().map(|site| site.first_rent_month).min();
    let (Some(first), Some(full)) = (first, full_rent(all)) else {
        return "There are no sites.".to_owned();
    };
    let what = if count.is_expected {
        "are expected of what is"
    } else {
        "are"
    };
    let contracted = format!("{mw} {} {what} contracted", count.per.name());
    format!("{contracted}; the first pay from month {first}, the last from month {full}.")
}
