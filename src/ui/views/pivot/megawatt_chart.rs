//! What a megawatt earns in either use: per gross or per critical-IT megawatt, and per MWh.

use std::rc::Rc;

use yew::prelude::*;

use super::super::baseline_name;
use crate::format;
use crate::model::pivot::Pivot;
use crate::state::{Action, Choices, Switch};
use crate::ui::chart::{Bar, Bars, Ink};
use crate::ui::controls::choices;
use crate::ui::figures::Figures;

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

    /// The unit of amounts.
    const fn unit(self) -> &'static str {
        match self {
            Self::Gross => "USD per gross MW a year",
            Self::CriticalIt => "USD per critical-IT MW a year",
        }
    }

    /// The name of a column of amounts.
    const fn column(self) -> &'static str {
        match self {
            Self::Gross => "Per gross MW (USD m/year)",
            Self::CriticalIt => "Per critical-IT MW (USD m/year)",
        }
    }

    /// The one that is chosen at a switch.
    pub(super) fn chosen(choices: Choices, switch: Switch) -> Self {
        Self::ALL[choices.get(switch).min(1)]
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
        match megawatt {
            Megawatt::Gross => self.gross,
            Megawatt::CriticalIt => self.gross.map(|amount| self.pue * amount),
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
pub(super) fn MegawattChart(
    Props {
        now,
        before,
        choices: chosen,
        act,
    }: &Props,
) -> Html {
    let switch = Switch::PerMegawatt;
    let per = Megawatt::chosen(*chosen, switch);
    let names = Megawatt::ALL.map(Megawatt::name);
    let amounts = now.per(per);
    let old = before.map(|(before, _)| before.per(per));
    html! {
        <div class="hp-switched" data-per={chosen.option(switch)}>
            { choices(switch, "Per which megawatt", &names, *chosen, act) }
            <Bars id="per-gross-mw" title={format!("What a {} earns", per.name())}
                answer={answer(&amounts, per)} unit={per.unit()} foot={foot(now.pue)}
                baseline={before.map(|(_, name)| name)} column={per.column()} per={per.name()}
                bars={Rc::new(bars(&amounts, old))} />
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
        return "Mining leaves nothing after power.".to_owned();
    }
    format!(
        "A leased {} keeps {} times what a mining one does.",
        per.name(),
        format::significant(hpc / mining, 2, 0)
    )
}

fn bars(amounts: &[f64; 4], before: Option<[f64; 4]>) -> Vec<Bar> {
    let bar = |(index, (name, ink, group, is_part)): (usize, (&'static str, Ink, usize, bool))| {
        let value: f64 = amounts[index];
        let before = before.map(|before| before[index]);
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
