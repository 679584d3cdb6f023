//! What a megawatt earns in either use: per gross or per critical-IT megawatt, and per MWh.

use yew::prelude::*;

use crate::format;
use crate::model::pivot::Pivot;
use crate::ui::chart::{Bar, Bars, Ink};
use crate::ui::controls::{Choice, choices};
use crate::units::{HOURS_PER_YEAR, USD_PER_USD_M};

/// The megawatt that amounts are per.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Megawatt {
    /// What the site draws.
    #[default]
    Gross,
    /// What the tenant's machines use.
    CriticalIt,
}

impl Megawatt {
    pub(super) const ALL: [Self; 2] = [Self::Gross, Self::CriticalIt];

    /// The name on the switch and in texts.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Gross => "gross MW",
            Self::CriticalIt => "critical-IT MW",
        }
    }

    /// The name on a switch with little room.
    pub(super) const fn short_name(self) -> &'static str {
        match self {
            Self::Gross => "gross",
            Self::CriticalIt => "IT",
        }
    }

    /// The name of a column of amounts.
    const fn column(self) -> &'static str {
        match self {
            Self::Gross => "Per gross MW (USD m/year)",
            Self::CriticalIt => "Per critical-IT MW (USD m/year)",
        }
    }

    /// The name for scripts.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Gross => "gross",
            Self::CriticalIt => "it",
        }
    }
}

/// What the chart shows.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// USD m per gross MW a year: rent, NOI, mining revenue, mining gross profit.
    amounts: [f64; 4],
    /// Gross MW per critical-IT MW.
    pue: f64,
}

impl Props {
    pub(super) fn of(results: &Pivot, pue: f64) -> Self {
        Self {
            amounts: [
                results.hpc_revenue_per_gross_mw_year,
                results.hpc_margin_per_gross_mw_year,
                results.mining_revenue_per_gross_mw_year,
                results.mining_margin_per_gross_mw_year,
            ],
            pue,
        }
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
pub(super) fn MegawattChart(Props { amounts, pue }: &Props) -> Html {
    let per = use_state_eq(Megawatt::default);
    let of = Megawatt::ALL.map(|each| Choice {
        key: each.key(),
        name: each.name(),
        is_chosen: each == *per,
    });
    let choose = {
        let per = per.setter();
        Callback::from(move |index: usize| per.set(Megawatt::ALL[index.min(1)]))
    };
    let scale = match *per {
        Megawatt::Gross => 1.0,
        Megawatt::CriticalIt => *pue,
    };
    let amounts = amounts.map(|amount| scale * amount);
    html! {
        <div class="hp-switched" data-per={per.key()}>
            { choices("per-mw", "Per which megawatt", &of, &choose) }
            <Bars id="per-gross-mw" title={format!("What a {} earns", per.name())}
                answer={answer(&amounts, *per)} foot={foot(*per, *pue)} column={per.column()} bars={bars(&amounts)} />
        </div>
    }
}

fn foot(per: Megawatt, pue: f64) -> String {
    let other = format!(
        "1 critical-IT MW draws {} gross MW",
        format::significant(pue, 3, 0)
    );
    format!(
        "USD per {} a year, and per MWh of it around the clock; {other}",
        per.name()
    )
}

fn answer(amounts: &[f64; 4], per: Megawatt) -> String {
    let [_, hpc, _, mining] = *amounts;
    if mining <= 0.0 {
        return "Mining leaves nothing after power.".to_owned();
    }
    format!(
        "A leased {} keeps {} times what a mining one does.",
        per.name(),
        format::significant(hpc / mining, 2, 0)
    )
}

fn bars(amounts: &[f64; 4]) -> Vec<Bar> {
    let bar = |((name, ink, group, is_part), value): ((&'static str, Ink, usize, bool), &f64)| {
        let per_year = format::usd_m(*value);
        let per_mwh = format::usd(value * USD_PER_USD_M / HOURS_PER_YEAR, 0);
        Bar {
            name,
            ink,
            value: *value,
            text: format!("{per_year} · {per_mwh}/MWh").into(),
            short_text: per_year.into(),
            group,
            is_part,
        }
    };
    BARS.into_iter().zip(amounts).map(bar).collect()
}
