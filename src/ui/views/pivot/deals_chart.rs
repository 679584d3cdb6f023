//! Announced deals as dots around your own lease: rent against capex, PUE or tenor.

use std::rc::Rc;

use yew::prelude::*;

use crate::facts::deals::{DEALS, Deal, LeaseType};
use crate::format;
use crate::model::parameters::{Inputs, Key};
use crate::model::pivot::mean_escalation;
use crate::state::{Action, Choices, Switch};
use crate::tables::{Cell, Sheet};
use crate::ui::chart::{Data, Dot, Dots, Ink, Scatter, Tabular, XText};
use crate::ui::controls::choices;

/// What the x axis can show, in the order of the switch, and the names there.
const AXES: [Key; 3] = [Key::Capex, Key::Pue, Key::Tenor];
const NAMES: [&str; 3] = ["capex", "PUE", "tenor"];

/// What the chart shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Today's inputs.
    pub(super) inputs: Inputs,
    /// The baseline's.
    pub(super) baseline: Inputs,
    /// What is chosen.
    pub(super) choices: Choices,
    /// Takes another choice.
    pub(super) act: Callback<Action>,
}

/// The chart with its switch.
#[component]
pub(super) fn DealsChart(props: &Props) -> Html {
    let switch = Switch::DealsAxis;
    let axis = AXES[props.choices.get(switch).min(2)];
    let key = (props.inputs.clone(), props.baseline.clone(), axis);
    let drawn = use_memo(key, |(inputs, baseline, axis)| {
        let dots = dots(inputs, baseline, *axis);
        (Rc::new(dots), Data::from(Rc::new(Announced)))
    });
    let (dots, data) = &*drawn;
    html! {
        <div class="hp-switched" data-axis={axis.name()}>
            { choices(switch, "Rent against what", &NAMES, props.choices, &props.act) }
            <Scatter id="deals" title="What others signed" answer={answer(&props.inputs)} foot={foot()}
                dots={Rc::clone(dots)} data={data.clone()} />
        </div>
    }
}

/// Why a deal's rent cannot stand beside others', if it cannot.
fn difference(deal: &Deal) -> Option<&'static str> {
    match deal.lease_type {
        LeaseType::GpuCloud => Some("GPU cloud"),
        _ if deal.usd_per_kw_month.is_none() => Some("critical-IT power unconfirmed"),
        _ if deal.capex_is_own_share => Some("tenant-funded"),
        _ => None,
    }
}

/// Where a deal stands on the x axis, if its source says.
fn across(deal: &Deal, axis: Key) -> Option<f64> {
    match axis {
        Key::Capex => deal.capex_usd_m_per_it_mw.map(|range| range.middle()),
        Key::Pue => deal.gross_per_it_mw(),
        _ => Some(deal.tenor_years),
    }
}

/// Your lease, the baseline's where it is another, and every deal that the axis has a place for.
fn dots(inputs: &Inputs, baseline: &Inputs, axis: Key) -> Dots {
    let own = |inputs: &Inputs, name: &'static str, is_mark| {
        let at = (inputs.get(axis)?, mean_rent(inputs));
        Some(Dot {
            name: name.into(),
            told: told(name, at, axis, "").into(),
            at,
            ink: Ink::Hpc,
            is_mark,
        })
    };
    let yours = own(inputs, "your lease", false);
    let before = own(baseline, "baseline", true)
        .filter(|before| yours.as_ref().is_none_or(|yours| yours.at != before.at));
    let deals = DEALS.iter().filter_map(|deal| {
        let at = (across(deal, axis)?, deal.usd_per_kw_month?);
        let apart = difference(deal);
        let name = short(deal.name);
        let remark = apart.map_or_else(String::new, |why| format!("; not comparable: {why}"));
        Some(Dot {
            name: apart
                .map_or_else(|| name.to_owned(), |why| format!("{name} ({why})"))
                .into(),
            told: told(deal.name, at, axis, &remark).into(),
            at,
            ink: Ink::Plain,
            is_mark: !deal.note.is_empty(),
        })
    });
    Dots {
        dots: yours.into_iter().chain(before).chain(deals).collect(),
        products: Vec::new(),
        x_text: XText::Input(axis),
        y_text: XText::Input(Key::LeaseRate),
    }
}

/// "Hut 8 – Fluidstack, River Bend: $159 a kW a month, capex $10 m/IT MW".
fn told(name: &str, at: (f64, f64), axis: Key, remark: &str) -> String {
    let rent = format::usd(at.1, 0);
    let label = axis.parameter().label;
    let value = format::input_text(axis, at.0);
    format!("{name}: {rent} a kW a month, {label} {value}{remark}")
}

/// "Hut 8", or "Barber Lake" where the owner has more than one site.
fn short(name: &str) -> &str {
    let (owner, rest) = name.split_once(" – ").unwrap_or((name, ""));
    let is_owners = |deal: &&Deal| deal.name.starts_with(owner);
    let has_one = DEALS.iter().filter(is_owners).count() == 1;
    match rest.split_once(", ") {
        Some((_, site)) if !has_one => site,
        _ => owner,
    }
}

/// The mean rent over the lease, as announced rents are.
fn mean_rent(inputs: &Inputs) -> f64 {
    inputs.lease_rate() * mean_escalation(inputs)
}

/// "Your rent averages $186 over the lease: more than 8 of 9 comparable deals."
fn answer(inputs: &Inputs) -> String {
    let mean = mean_rent(inputs);
    let comparable = DEALS.iter().filter(|deal| difference(deal).is_none());
    let rents: Vec<f64> = comparable
        .filter_map(|deal| deal.usd_per_kw_month)
        .collect();
    let lower = rents.iter().filter(|rent| **rent < mean).count();
    format!(
        "Your rent averages {} over the lease: more than {lower} of {} comparable deals.",
        format::usd(mean, 0),
        rents.len()
    )
}

fn foot() -> String {
    let missing = DEALS.iter().filter(|deal| deal.usd_per_kw_month.is_none());
    let missing =
        missing.map(|deal| format!("{} ({})", deal.name, difference(deal).unwrap_or_default()));
    let missing: Vec<String> = missing.collect();
    format!(
        "mean rent over the contract, per kW of critical IT; hollow: read its note in the table. Not drawn: {}",
        missing.join(", ")
    )
}

/// Every deal, as rows.
struct Announced;

impl Tabular for Announced {
    fn sheet(&self) -> Sheet {
        const COLUMNS: [&str; 9] = [
            "Deal",
            "Announced",
            "Mean rent (USD/kW a month)",
            "Capex (USD m per IT MW)",
            "PUE",
            "Tenor (years)",
            "Kind",
            "Note",
            "Source",
        ];
        Sheet {
            columns: COLUMNS.map(str::to_owned).to_vec(),
            rows: DEALS.iter().map(row).collect(),
        }
    }
}

fn row(deal: &Deal) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let number = |value: Option<f64>| {
        let value = value.unwrap_or(f64::NAN);
        Cell::number(value, format::significant(value, 3, 0))
    };
    let kind = match difference(deal) {
        Some(why) => format!("{}; not comparable: {why}", deal.lease_type.name()),
        None => deal.lease_type.name().to_owned(),
    };
    vec![
        text(deal.name),
        text(deal.announced),
        number(deal.usd_per_kw_month),
        number(across(deal, Key::Capex)),
        number(across(deal, Key::Pue)),
        number(across(deal, Key::Tenor)),
        Cell::Text(kind),
        text(deal.note),
        text(deal.sources),
    ]
}
