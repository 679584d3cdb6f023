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
        let leases = Leases::of(inputs, baseline, *axis);
        (Rc::new(leases.dots()), Data::from(Rc::new(leases)))
    });
    let (dots, data) = &*drawn;
    html! {
        <div class="hp-switched" data-axis={axis.name()}>
            { choices(switch, "Rent against what", &NAMES, props.choices, &props.act) }
            <Scatter id="deals" title="What others signed" answer={answer(&props.inputs)} foot={foot(axis)}
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

/// A lease that the inputs describe.
struct Own {
    name: &'static str,
    /// Its mean rent, USD per kW of critical IT a month.
    rent: f64,
    /// Where it stands on each of the axes.
    across: [Option<f64>; 3],
}

impl Own {
    fn of(inputs: &Inputs, name: &'static str) -> Self {
        Self {
            name,
            rent: mean_rent(inputs),
            across: AXES.map(|axis| inputs.get(axis)),
        }
    }

    /// Across and up.
    fn at(&self, axis: Key) -> Option<(f64, f64)> {
        let place = AXES.iter().position(|other| *other == axis)?;
        Some((self.across[place]?, self.rent))
    }
}

/// What is drawn: your lease, the baseline's where it stands elsewhere, and the announced ones.
struct Leases {
    yours: Own,
    before: Option<Own>,
    axis: Key,
}

impl Leases {
    fn of(inputs: &Inputs, baseline: &Inputs, axis: Key) -> Self {
        let yours = Own::of(inputs, "your lease");
        let before = Own::of(baseline, "baseline");
        let before = (before.at(axis) != yours.at(axis)).then_some(before);
        Self {
            yours,
            before,
            axis,
        }
    }

    fn own(&self) -> impl Iterator<Item = &Own> {
        std::iter::once(&self.yours).chain(&self.before)
    }

    /// A dot for each that the axis has a place for.
    fn dots(&self) -> Dots {
        let axis = self.axis;
        let own = self.own().enumerate().filter_map(|(index, lease)| {
            let at = lease.at(axis)?;
            Some(Dot {
                name: lease.name.into(),
                told: told(lease.name, at, axis, "").into(),
                at,
                ink: Ink::Hpc,
                is_mark: index > 0,
                before: None,
            })
        });
        let deals = DEALS.iter().filter_map(|deal| announced(deal, axis));
        Dots {
            dots: own.chain(deals).collect(),
            products: Vec::new(),
            before: None,
            x_text: XText::Input(axis),
            y_text: XText::Input(Key::LeaseRate),
        }
    }
}

/// The dot of a deal, if the axis has a place for it.
fn announced(deal: &Deal, axis: Key) -> Option<Dot> {
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
        before: None,
    })
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

/// "Your rent averages $186 over the lease: more than 8 of 9 comparable deals."; "less than all 9 comparable deals".
fn answer(inputs: &Inputs) -> String {
    let mean = mean_rent(inputs);
    let comparable = DEALS.iter().filter(|deal| difference(deal).is_none());
    let rents: Vec<f64> = comparable
        .filter_map(|deal| deal.usd_per_kw_month)
        .collect();
    let lower = rents.iter().filter(|rent| **rent < mean).count();
    let all = rents.len();
    let compared = match lower {
        0 if rents.iter().all(|rent| *rent > mean) => format!("less than all {all}"),
        0 => format!("no more than any of {all}"),
        lower if lower == all => format!("more than all {all}"),
        lower => format!("more than {lower} of {all}"),
    };
    format!(
        "Your rent averages {} over the lease: {compared} comparable deals.",
        format::usd(mean, 0)
    )
}

/// How a rent is meant, and which deals have no place on the axis, and why.
fn foot(axis: Key) -> String {
    let is_drawn = |deal: &Deal| deal.usd_per_kw_month.is_some() && across(deal, axis).is_some();
    let missing = DEALS.iter().filter(|deal| !is_drawn(deal)).map(|deal| {
        let why = match deal.usd_per_kw_month {
            None => difference(deal).unwrap_or_default(),
            Some(_) if axis == Key::Pue => "gross power not published",
            Some(_) => "capex not published",
        };
        format!("{} ({why})", deal.name)
    });
    let missing: Vec<String> = missing.collect();
    format!(
        "mean rent over the contract, per kW of critical IT; hollow: read its note in the table. Not drawn: {}",
        missing.join(", ")
    )
}

impl Tabular for Leases {
    /// The reader's own leases, then every deal, also those without a place on the axis.
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
            rows: self
                .own()
                .map(own_row)
                .chain(DEALS.iter().map(row))
                .collect(),
        }
    }
}

fn own_row(lease: &Own) -> Vec<Cell> {
    let [capex, pue, tenor] = lease.across;
    vec![
        text(lease.name),
        text(""),
        number(Some(lease.rent)),
        number(capex),
        number(pue),
        number(tenor),
        text(""),
        text(""),
        text(""),
    ]
}

fn row(deal: &Deal) -> Vec<Cell> {
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

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn number(value: Option<f64>) -> Cell {
    let value = value.unwrap_or(f64::NAN);
    Cell::number(value, format::significant(value, 3, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_deal_is_drawn_or_named_as_not_drawn() {
        let preset = Inputs::default();
        for axis in AXES {
            let drawn = Leases::of(&preset, &preset, axis).dots().dots.len() - 1;
            let foot = foot(axis);
            let (_, missing) = foot.split_once("Not drawn: ").unwrap();
            assert_eq!(drawn + missing.matches(" (").count(), DEALS.len(), "{foot}");
        }
        assert!(foot(Key::Capex).contains("(capex not published)"));
    }

    #[test]
    fn the_rows_hold_your_lease_and_the_baseline_where_it_is_drawn() {
        let preset = Inputs::default();
        let leased = preset.with(Key::LeaseRate, Some(170.0)).unwrap();
        for (inputs, own) in [
            (&preset, &["your lease"][..]),
            (&leased, &["your lease", "baseline"]),
        ] {
            let leases = Leases::of(inputs, &preset, Key::Capex);
            let drawn = leases.dots().dots;
            let Sheet { columns, rows } = leases.sheet();
            assert_eq!(rows.len(), own.len() + DEALS.len());
            for ((row, dot), name) in rows.iter().zip(&drawn).zip(own) {
                assert_eq!(row.len(), columns.len());
                assert_eq!((row[0].text(), dot.name.as_str()), (*name, *name));
                assert_eq!(row[3].value().zip(row[2].value()), Some(dot.at));
            }
        }
    }
}
