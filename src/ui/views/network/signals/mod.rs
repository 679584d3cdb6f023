//! Signals of stress, read from a history that others reported, from the simulated path, or from the
//! reader's own rows.

mod answer;
mod charts;
mod row;
mod source;
mod sources;
mod summary;

use std::rc::Rc;

use yew::prelude::*;

use answer::answer;
pub(super) use charts::HistoryCharts;
use row::row;
use source::Source;
use sources::sources;

use crate::facts::jpmorgan;
use crate::model::difficulty_lag::Simulation;
use crate::model::parameters::Inputs;
use crate::model::signals::{Column, Date, History, Observation, signals};
use crate::state::{Action, Choices, Pad};
use crate::tables::{HistoryTable, TableError, read_history};
use crate::ui::views::intake::{Intake, counted, unknown, unread};
use crate::units::RevenueUnit;

/// The day on which a simulated path begins: the preset's.
const FIRST_DAY: &str = "2025-12-31";

/// What the panel reads.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The inputs.
    pub(super) inputs: Inputs,
    /// The simulated path.
    pub(super) path: Rc<Simulation>,
    /// The unit of revenue.
    pub(super) unit: RevenueUnit,
    /// What is chosen.
    pub(super) choices: Choices,
    /// The reader's own rows.
    pub(super) rows: AttrValue,
    /// Takes another choice, and rows.
    pub(super) act: Callback<Action>,
}

/// The panel.
#[component]
pub(super) fn Signals(props: &Props) -> Html {
    let Props {
        inputs,
        path,
        unit,
        choices,
        rows,
        act,
    } = props;
    let source = Source::chosen(*choices);
    let table = use_memo(rows.clone(), |text| read(text));
    let simulated = (source == Source::Simulated).then(|| Rc::clone(path));
    let history = use_memo(
        (source, table.clone(), simulated),
        |(source, table, path)| match (source, path) {
            (Source::Simulated, Some(path)) => simulated_history(path),
            (Source::Own, _) => table
                .as_ref()
                .as_ref()
                .map(|table| table.history.clone())
                .unwrap_or_default(),
            _ => jpmorgan::history(),
        },
    );
    let found = use_memo(
        (Rc::clone(&history), inputs.clone()),
        |(history, inputs)| {
            let found = signals(history, inputs);
            let answer = answer(&found, history, inputs);
            (found, answer)
        },
    );
    let (found, answer) = &*found;
    html! {
        <section class="hp-card hp-signals" aria-labelledby="hp-signals">
            <h2 id="hp-signals">{ "Is the network under stress?" }</h2>
            <p class="hp-signals-answer">
                { answer }
                <span class="hp-paper">{ " Data: " }{ source.title() }{ "." }</span>
            </p>
            { source.choice(act) }
            if source == Source::Own {
                <Intake pad={Pad::History} label="Paste rows from a spreadsheet, or open or drop a CSV file. They replace the reported history."
                    example={EXAMPLE} text={rows} act={act}>{ report(&table) }</Intake>
            }
            <ul class="hp-signal-list">{ for found.iter().map(row) }</ul>
            <HistoryCharts history={Rc::clone(&history)} unit={*unit} />
            if source == Source::Reported {
                { sources() }
            }
        </section>
    }
}

/// Rows as they may look.
const EXAMPLE: &str = "date,hashrate,difficulty,btc_price,revenue,gross_profit,cohort_cap\n2025-11,1074,,,41400,,59\n2025-12,1045,,88950,38700,17100,48";

/// The table in the text, if there is a text.
fn read(text: &str) -> Result<HistoryTable, Option<TableError>> {
    if text.trim().is_empty() {
        return Err(None);
    }
    read_history(text).map_err(Some)
}

fn simulated_history(path: &Simulation) -> History {
    Date::parse(FIRST_DAY).map_or_else(History::default, |start| {
        History::from_simulation(path, start)
    })
}

/// What the page calls the column with this key.
fn label(key: &str) -> Option<&'static str> {
    if key == Observation::DATE {
        return Some("Date");
    }
    Some(match Column::from_key(key)? {
        Column::Hashrate => "Hashrate",
        Column::Difficulty => "Difficulty",
        Column::BtcPrice => "Bitcoin price",
        Column::Revenue => "Revenue per hashrate",
        Column::GrossProfit => "Gross profit",
        Column::CohortCap => "Market cap",
    })
}

/// What was read from the reader's rows.
fn report(table: &Result<HistoryTable, Option<TableError>>) -> Html {
    match table {
        Err(None) => html! {},
        Err(Some(error)) => html! { <p class="hp-problems" role="alert">{ error.to_string() }</p> },
        Ok(table) => html! {
            <>
                <p class="hp-intake-note" role="status">
                    { format!("{} read, {} not.", counted(table.history.rows().len(), "row"), table.unread.len()) }
                </p>
                { unread(&table.unread, label) }
                { unknown(&table.unknown) }
            </>
        },
    }
}
