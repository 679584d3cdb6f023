//! The page inside somebody else's: a view or a chart, a few inputs, and whose it is.

mod dialog;
mod host;

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

pub use self::dialog::embed_dialog;
use self::host::use_host;
use super::figures::Figures;
use super::how::how;
use super::notices::notices;
use super::rail::Rail;
use super::views;
use crate::facts::Scenario;
use crate::model::Evaluation;
use crate::model::parameters::{Inputs, Key};
use crate::state::embed::Embed;
use crate::state::{Action, State, Theme, View, link};
use crate::ui::class;
use crate::ui::controls::Beside;
use crate::web::{host as messages, location};

/// What the embed shows.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The state.
    pub state: Rc<State>,
    /// The results.
    pub now: Rc<Evaluation>,
    /// The results of the baseline.
    pub before: Rc<Evaluation>,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// The embed.
pub fn embed(props: Props) -> Html {
    html! { <Embedded ..props /> }
}

/// The embed, as the query of the address asks for it.
#[component]
fn Embedded(props: &Props) -> Html {
    let asked = use_memo((), |()| Embed::read(&location::query().unwrap_or_default()));
    let (embed, problems) = &*asked;
    let node = use_node_ref();
    use_host(&node, embed, &props.state, &props.act);
    let is_whole = use_state_eq(|| false);
    let Props {
        state,
        now,
        before,
        act,
        ..
    } = props;
    let figures = Figures {
        state,
        now,
        before,
        act,
    };
    let alone = embed.chart.and_then(View::with_chart);
    let view = alone.map_or(state.view, |(view, _)| view);
    let controls = controls(props, embed.controls.keys(view));
    let content = match alone {
        Some((view, chart)) => {
            html! { <><div class="hp-embed-chart">{ views::chart(figures, view, chart) }</div>{ controls }</> }
        }
        None => {
            html! { <>{ controls }{ views::whole(figures) }{ fold(&is_whole) }</> }
        }
    };
    let class = class::with(
        "hp-embed",
        &[(*is_whole || embed.chart.is_some()).then_some("is-whole")],
    );
    html! {
        <div {class} ref={node}>
            <main class="hp-view">
                { not_understood(problems) }
                { notices(state, act) }
                { content }
            </main>
            { how(&props.state, &props.now) }
            <Credit state={Rc::clone(state)} chart={embed.chart} act={act.clone()} />
        </div>
    }
}

/// The inputs that can be moved.
fn controls(props: &Props, keys: &[Key]) -> Html {
    if keys.is_empty() {
        return html! {};
    }
    html! {
        <Rail state={Rc::clone(&props.state)} now={Rc::clone(&props.now)} beside={Beside::HERE}
            only={Rc::<[Key]>::from(keys)} act={props.act.clone()} />
    }
}

/// What of the query was not understood. Whoever made the embed sees it at once, and mends it there.
fn not_understood(problems: &[String]) -> Html {
    if problems.is_empty() {
        return html! {};
    }
    html! {
        <div class="hp-notices" role="alert" data-problems="embed">
            <ul>{ for problems.iter().map(|problem| html! { <li>{ problem }</li> }) }</ul>
        </div>
    }
}

/// A view starts with its first chart.
fn fold(is_whole: &UseStateHandle<bool>) -> Html {
    let words = if **is_whole {
        "Show less"
    } else {
        "Show all charts and figures"
    };
    let onclick = {
        let is_whole = is_whole.clone();
        Callback::from(move |_| is_whole.set(!*is_whole))
    };
    html! {
        <button class="hp-button hp-embed-fold" type="button" aria-expanded={is_whole.to_string()} {onclick}>
            { words }
        </button>
    }
}

/// What the credit says.
#[derive(PartialEq, Properties)]
struct CreditProps {
    state: Rc<State>,
    chart: Option<&'static str>,
    act: Callback<Action>,
}

/// Whose figures they are, the way back to them, and the way to the full page with what is shown.
#[component]
fn Credit(CreditProps { state, chart, act }: &CreditProps) -> Html {
    let start = use_memo((), |()| state.inputs.clone());
    let is_moved = state.inputs != *start;
    let address = full_address(state, *chart);
    let onclick = {
        let address = address.clone();
        Callback::from(move |event: MouseEvent| {
            // WordPress goes there itself: its frames may open nothing.
            if messages::ask_for(&address).is_ok() {
                event.prevent_default();
            }
        })
    };
    let reset =
        act.reform(move |_: MouseEvent| Action::Take("reset of the embed", entries(&start)));
    html! {
        <footer class="hp-credit">
            <span class="hp-credit-figures">
                { origin(&state.inputs, is_moved) }
                if is_moved {
                    <button class="hp-link" type="button" onclick={reset} data-reset="embed">{ "Reset" }</button>
                }
            </span>
            <a href={address} target="_blank" rel="noopener" {onclick}>
                <b>{ "hash" }<i>{ "pivot" }</i></b><span>{ "Open with these figures" }</span>
            </a>
        </footer>
    }
}

/// The inputs one by one. The ramp, which no lease is shorter than, is put out of the way first.
fn entries(inputs: &Inputs) -> Vec<(Key, Option<f64>)> {
    // Of difficulty and network hashrate the one that is absent follows the other.
    let is_given = |key: &Key| {
        let is_shared = matches!(key, Key::Difficulty | Key::NetworkHashrate);
        !is_shared || inputs.get(*key).is_some()
    };
    let all = Key::ALL.into_iter().filter(is_given);
    let shortest = (Key::RampMonths, Some(Key::RampMonths.parameter().min));
    std::iter::once(shortest)
        .chain(all.map(|key| (key, inputs.get(key))))
        .collect()
}

/// Where the figures are from.
fn origin(inputs: &Inputs, is_moved: bool) -> String {
    match Scenario::of(inputs) {
        Some(Scenario { name, origin, .. }) => format!("{name} · {origin}"),
        None if is_moved => "Your figures".to_owned(),
        None => "The author's figures".to_owned(),
    }
}

/// The address of the full page, whose reader chooses light or dark.
fn full_address(state: &State, chart: Option<&'static str>) -> String {
    let shown = State {
        chart,
        theme: Theme::Auto,
        ..state.clone()
    };
    location::address_with(&link::encode(&shown)).unwrap_or_default()
}

/// The element as a node of the document.
fn element(node: &NodeRef) -> Option<Element> {
    node.cast()
}
