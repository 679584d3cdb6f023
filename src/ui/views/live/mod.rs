//! Live network data: asked for when the reader presses, or from a text or file of the same answers.

mod from_text;
mod report;

use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use from_text::FromText;
use report::{Report, report};

use crate::facts::live::{Answers, Endpoint, FIGURE_KEYS, Failure, Reading, Value, read_answers};
use crate::model::parameters::Key;
use crate::state::{Action, State};
use crate::ui::hooks::Latest;
use crate::ui::seen::IsAtRest;
use crate::web::live::{address, ask};

/// What the inputs that can be read are now, in the order of readings.
type Held = [Option<f64>; FIGURE_KEYS.len()];

/// What the panel needs.
#[derive(PartialEq, Properties)]
struct Props {
    text: AttrValue,
    act: Callback<Action>,
}

/// The panel; nothing where nobody may be asked.
pub fn live(state: &State, act: &Callback<Action>) -> Html {
    html! { <Live text={Rc::clone(&state.live_text)} act={act.clone()} /> }
}

/// What the inputs are in this state.
fn held(state: &State) -> Held {
    FIGURE_KEYS.map(|key| state.inputs.effective(key))
}

/// What the inputs are. That is looked up when something begins to move and when it rests, not for each step
/// of a slider between.
#[hook]
fn use_held() -> Held {
    // Who uses a context is rendered again when it changes.
    let _ = use_context::<IsAtRest>();
    let latest = use_context::<Latest>();
    latest.map_or_else(Held::default, |latest| held(&latest.state()))
}

/// How far asking has come.
#[derive(Clone, PartialEq)]
enum Asked {
    Nobody,
    Waiting,
    Told(Rc<Report>),
}

#[component]
fn Live(Props { text, act }: &Props) -> Html {
    let address = use_memo((), |()| address());
    let asked = use_state_eq(|| Asked::Nobody);
    let now = use_held();
    let latest = use_context::<Latest>();
    let Some(source) = (*address).clone() else {
        return html! {};
    };
    let onclick = {
        let (asked, act, source) = (asked.setter(), act.clone(), source.clone());
        Callback::from(move |_: MouseEvent| {
            asked.set(Asked::Waiting);
            let (asked, act, latest) = (asked.clone(), act.clone(), latest.clone());
            let here = source.clone();
            ask_all(&source, move |answers| {
                let readings = read_answers(&answers);
                let before = latest.map(|latest| held(&latest.state()));
                take(&readings, &act);
                let report = Report::now(here, readings, before.unwrap_or_default());
                asked.set(Asked::Told(Rc::new(report)));
            });
        })
    };
    let is_waiting = *asked == Asked::Waiting;
    let told = match &*asked {
        Asked::Told(told) => report(told, &now),
        _ => html! {},
    };
    html! {
        <section class="hp-more hp-live" aria-label="Live network data">
            <button class="hp-button" type="button" data-live="fetch" disabled={is_waiting} {onclick}>
                { if is_waiting { "Asking …" } else { "Fetch live network data" } }
            </button>
            <p>
                { "Price, difficulty, hashrate, fees and height from " }<b>{ source }</b>
                { ", only when you press. Nothing of yours is sent." }
            </p>
            <div role="status">{ told }</div>
            <FromText text={text} act={act.clone()} />
        </section>
    }
}

/// Sets every input that was read, in one step.
fn take(readings: &[Reading], act: &Callback<Action>) {
    let read = readings.iter();
    let read = read.filter_map(|reading| Some((reading.key, Some(reading.value.clone().ok()?))));
    let entries: Vec<(Key, Option<f64>)> = read.collect();
    if !entries.is_empty() {
        act.emit(Action::Take("live network data", entries));
    }
}

/// What came of asking for everything, as far as it is known.
type Coming = [Option<Result<Value, Failure>>; Endpoint::ALL.len()];

/// Asks for everything at once, and hands on what came of it when nothing more can come.
fn ask_all(source: &str, then: impl FnOnce(Answers) + 'static) {
    let coming: Rc<RefCell<Coming>> = Rc::default();
    let then = Rc::new(RefCell::new(Some(then)));
    for endpoint in Endpoint::ALL {
        let address = format!("{}{}", source.trim_end_matches('/'), endpoint.path());
        let (coming, then) = (Rc::clone(&coming), Rc::clone(&then));
        spawn_local(async move {
            let answer = ask(&address).await;
            coming.borrow_mut()[endpoint as usize] = Some(answer);
            if coming.borrow().iter().all(Option::is_some)
                && let Some(then) = then.take()
            {
                let answers = coming
                    .take()
                    .map(|answer| answer.unwrap_or(Err(Failure::Late)));
                then(answers);
            }
        });
    }
}
