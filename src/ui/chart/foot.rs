//! The foot of a chart: table, files and link of what is shown, its units, and notes.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::card::BaselineKey;
use super::data::Data;
use super::export::Pressed;
use crate::decimal::exact;
use crate::state::State;
use crate::tables::{Cell, Sheet};
use crate::ui::class;
use crate::ui::hooks::Latest;
use crate::ui::said::Said;

/// How long nothing must have changed before an open table follows, ms.
const REST_MS: u32 = 200;

/// What the foot of a chart shows.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The chart's stable name.
    pub(super) id: &'static str,
    /// The units of the axes.
    pub(super) unit: AttrValue,
    /// What else is to be known; may be empty.
    pub(super) note: AttrValue,
    /// How the baseline is drawn.
    pub(super) baseline: Option<BaselineKey>,
    /// What is drawn.
    pub(super) data: Data,
}

/// The foot, and above it the table while it is open.
#[component]
pub(super) fn Foot(
    Props {
        id,
        unit,
        note,
        baseline,
        data,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let table = use_table(data);
    let latest = use_context::<Latest>();
    let onclick = {
        let (id, data, table, node) = (*id, data.clone(), table.clone(), node.clone());
        Callback::from(move |event: MouseEvent| {
            let pressed = event.target_dyn_into::<Element>();
            let tool = pressed.and_then(|button| button.get_attribute("data-tool"));
            let figure = node
                .cast::<Element>()
                .and_then(|foot| foot.closest("figure").ok()?);
            match (tool.as_deref(), figure, &latest) {
                (Some("table"), _, _) => {
                    table.set(table.is_none().then(|| Rc::new(data.sheet())));
                }
                (Some(tool), Some(figure), Some(latest)) => {
                    with_tool(latest, tool, id, &figure, &data);
                }
                _ => {}
            }
        })
    };
    html! {
        <>
            { for table.iter().map(|sheet| rows(id, sheet)) }
            <div class="hp-chart-foot" ref={node} {onclick}>
                <Line is_open={table.is_some()} {unit} {note} baseline={*baseline} />
            </div>
        </>
    }
}

/// What of the foot does not follow what is drawn.
#[derive(PartialEq, Properties)]
struct LineProps {
    is_open: bool,
    unit: AttrValue,
    note: AttrValue,
    baseline: Option<BaselineKey>,
}

/// The tools, the key of the baseline, units and note.
#[component]
fn Line(props: &LineProps) -> Html {
    let LineProps { unit, note, .. } = props;
    let baseline = props.baseline.map(|key| {
        let (name, is_dots) = match key {
            BaselineKey::Dashed(name) => (name, None),
            BaselineKey::Dots(name) => (name, Some("is-dots")),
        };
        html! { <span class={class::with("hp-baseline-key", &[is_dots])}>{ name }</span> }
    });
    html! {
        <>
            <span class="hp-chart-tools">{ tools(props.is_open) }</span>
            { baseline }
            <span class="hp-chart-unit">{ unit }</span>
            if !note.is_empty() {
                <span class="hp-chart-note">{ note }</span>
            }
        </>
    }
}

/// Saves or copies, once what does so is there.
fn with_tool(latest: &Latest, tool: &str, id: &'static str, figure: &Element, data: &Data) {
    let Some(later) = latest.later() else {
        let wait = "This part of the page is not there yet; press again in a moment.";
        return latest.say.emit(Said::from(wait.to_owned()));
    };
    let state = State {
        chart: Some(id),
        ..(*latest.state()).clone()
    };
    (later.press)(&Pressed {
        tool,
        id,
        figure,
        data,
        state: &state,
        say: &latest.say,
    });
}

/// The rows while the table is open; they follow the chart when it rests, never during a drag.
#[hook]
fn use_table(data: &Data) -> UseStateHandle<Option<Rc<Sheet>>> {
    let table = use_state(|| None::<Rc<Sheet>>);
    let shown = table.clone();
    // Closing it while it waits to follow must not open it again.
    use_effect_with((data.clone(), table.is_some()), move |(data, is_open)| {
        let data = data.clone();
        let timeout =
            is_open.then(|| Timeout::new(REST_MS, move || shown.set(Some(Rc::new(data.sheet())))));
        move || drop(timeout)
    });
    table
}

fn tools(is_open: bool) -> Html {
    const FILES: [(&str, &str, &str); 4] = [
        ("svg", "SVG", "Save as a drawing"),
        ("png", "PNG", "Save as a picture"),
        ("csv", "CSV", "Save the numbers"),
        ("link", "Link", "Copy the address of this chart"),
    ];
    let files = FILES.map(|(tool, name, title)| {
        html! { <button type="button" data-tool={tool} {title}>{ name }</button> }
    });
    html! {
        <>
            <button type="button" data-tool="table" aria-expanded={is_open.to_string()}
                title="Show the numbers">{ "Table" }</button>
            { for files }
        </>
    }
}

fn rows(id: &str, sheet: &Sheet) -> Html {
    // Texts of fractions are in percent.
    let names = sheet.columns.iter();
    let names = names.map(|name| name.strip_suffix(" (fraction)").unwrap_or(name));
    let head = names.map(|name| html! { <th scope="col">{ name.to_owned() }</th> });
    let cell = |(index, cell): (usize, &Cell)| {
        let value = cell.value().map(exact);
        match index {
            0 => html! { <th scope="row" data-value={value}>{ cell.text() }</th> },
            _ => html! { <td data-value={value}>{ cell.text() }</td> },
        }
    };
    let body = sheet
        .rows
        .iter()
        .map(|row| html! { <tr>{ for row.iter().enumerate().map(cell) }</tr> });
    html! {
        <div class="hp-chart-table" tabindex="0" role="group" aria-label="Table">
            <table aria-labelledby={super::card::caption_id(id)}>
                <thead><tr>{ for head }</tr></thead>
                <tbody>{ for body }</tbody>
            </table>
        </div>
    }
}
