//! What a megawatt earns in either use: per gross or per critical-IT megawatt, and per MWh.

use std::rc::Rc;

use yew::prelude::*;

use super::super::baseline_name;
use crate::format;
use crate::model::pivot::Pivot;
use crate::state::{Action, Choices, Switch};
use crate::tables::{Cell, Sheet};
use crate::ui::chart::{Bar, Bars, Data, Ink, Tabular};
use crate::ui::controls::choices;
use crate::ui::figures::Figures;
use crate::units::{HOURS_PER_YEAR, Megawatt, USD_PER_USD_M};

/// The unit of amounts.
const fn unit(per: Megawatt) -> &'static str {
    match per {
        Megawatt::Gross => "USD per gross MW a year",
        Megawatt::CriticalIt => "USD per critical-IT MW a year",
    }
}

/// What the chart shows.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    now: Amounts,
    /// The baseline's, where they differ, and its name.
    before: Option<(Amounts, &'static str)>,
    choices: Choices,
    act: Callback<Action>,
}

/// What a gross megawatt earns.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Amounts {
    /// USD m per gross MW a year: rent, NOI, mining revenue, mining gross profit.
    gross: [f64; 4],
    /// Gross MW per critical-IT MW.
    pue: f64,
}

impl Props {
    pub(super) fn of(figures: Figures<'_>) -> Self {
        let Figures {
            state,
            now,
            before,
            act,
        } = figures;
        let now = Amounts::of(now.pivot(), state.inputs.pue());
        let before = Amounts::of(before.pivot(), state.baseline.pue());
        let name = baseline_name(&state.inputs, &state.baseline).filter(|_| before != now);
        Self {
            now,
            before: name.map(|name| (before, name)),
            choices: state.choices,
            act: act.clone(),
        }
    }
}

impl Amounts {
    fn of(results: &Pivot, pue: f64) -> Self {
        let gross = [
            results.hpc_revenue_per_gross_mw_year,
            results.hpc_margin_per_gross_mw_year,
            results.mining_revenue_per_gross_mw_year,
            results.mining_margin_per_gross_mw_year,
        ];
        Self { gross, pue }
    }

    /// USD m a year per this megawatt.
    fn per(self, megawatt: Megawatt) -> [f64; 4] {
        self.gross
            .map(|amount| megawatt.from_per_gross(amount, self.pue))
    }
}

/// Names, colours, groups, and whether a bar is what is left of the one above.
const BARS: [(&str, Ink, usize, bool); 4] = [
    ("HPC rent", Ink::Hpc, 0, false),
    ("HPC NOI", Ink::Hpc, 0, true),
    ("Mining revenue", Ink::Mining, 1, false),
    ("Mining profit", Ink::Mining, 1, true),
];

/// The chart with its switch.
#[component]
pub(super) fn MegawattChart(
    Props {
        now,
        before,
        choices: chosen,
        act,
    }: &Props,
) -> Html {
    let switch = Switch::PerMegawatt;
    let per = chosen.megawatt();
    let names = Megawatt::ALL.map(Megawatt::name);
    let rows = Rows {
        per,
        now: now.per(per),
        before: before.map(|(before, _)| before.per(per)),
    };
    html! {
        <div class="hp-switched" data-per={chosen.option(switch)}>
            { choices(switch, "Per which megawatt", &names, *chosen, act) }
            <Bars id="per-gross-mw" title={format!("What a {} earns", per.name())}
                answer={answer(&rows.now, per)} unit={unit(per)} foot={foot(now.pue)}
                baseline={before.map(|(_, name)| name)} per={per.name()} bars={Rc::new(bars(&rows))}
                data={Data::from(Rc::new(rows))} />
        </div>
    }
}

fn foot(pue: f64) -> String {
    format!(
        "per MWh: around the clock; 1 critical-IT MW draws {} gross MW",
        format::significant(pue, 3, 0)
    )
}

fn answer(amounts: &[f64; 4], per: Megawatt) -> String {
    let [_, hpc, _, mining] = *amounts;
    if mining <= 0.0 {
        return "Mining earns nothing after power.".to_owned();
    }
    if hpc <= 0.0 {
        return format!("After its costs a leased {} earns nothing.", per.name());
    }
    format!(
        "After its costs a leased {} earns {} times what a mining one does.",
        per.name(),
        format::significant(hpc / mining, 2, 0)
    )
}

/// What the bars are of, in their order: USD m a year per this megawatt.
struct Rows {
    per: Megawatt,
    now: [f64; 4],
    before: Option<[f64; 4]>,
}

fn bars(rows: &Rows) -> Vec<Bar> {
    let bar = |(index, (name, ink, group, is_part)): (usize, (&'static str, Ink, usize, bool))| {
        let value: f64 = rows.now[index];
        let before = rows.before.map(|before| before[index]);
        Bar {
            name,
            ink,
            value,
            before: before.filter(|before: &f64| before.to_bits() != value.to_bits()),
            group,
            is_part,
        }
    };
    let bars = BARS.into_iter().enumerate();
    bars.map(bar).collect()
}

/// USD per MWh around the clock of USD m per MW a year.
fn per_mwh(per_year: f64) -> f64 {
    per_year * USD_PER_USD_M / HOURS_PER_YEAR
}

impl Tabular for Rows {
    /// A row for each bar.
    fn sheet(&self) -> Sheet {
        let per_year = |value| Cell::number(value, format::usd_m(value));
        let row = |(index, (name, ..)): (usize, &(&str, Ink, usize, bool))| {
            let value = self.now[index];
            let per_mwh = per_mwh(value);
            let now = [
                Cell::Text((*name).to_owned()),
                per_year(value),
                Cell::number(per_mwh, format::usd(per_mwh, 0)),
            ];
            let before = self.before.map(|before| per_year(before[index]));
            now.into_iter().chain(before).collect()
        };
        let name = self.per.name();
        let now = [
            "Item".to_owned(),
            format!("Per {name} (USD m/year)"),
            "Around the clock (USD/MWh)".to_owned(),
        ];
        let before = self
            .before
            .map(|_| format!("Per {name}, baseline (USD m/year)"));
        Sheet {
            columns: now.into_iter().chain(before).collect(),
            rows: BARS.iter().enumerate().map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_hold_both_figures_of_a_bar_and_its_dash() {
        let now = [1.752, 1.5, 0.876, 0.2];
        let rows = Rows {
            per: Megawatt::Gross,
            now,
            before: Some([1.6, 1.4, 0.876, 0.2]),
        };
        let Sheet {
            columns,
            rows: cells,
        } = rows.sheet();
        let named = [
            "Item",
            "Per gross MW (USD m/year)",
            "Around the clock (USD/MWh)",
            "Per gross MW, baseline (USD m/year)",
        ];
        assert_eq!(columns, named);
        for (row, bar) in cells.iter().zip(bars(&rows)) {
            assert_eq!(row[1].value(), Some(bar.value));
            assert_eq!(row[3].value(), Some(bar.before.unwrap_or(bar.value)));
        }
    }
}
