//! The controls: a rail on a wide page, a sheet at the bottom of a phone.

use std::rc::Rc;

use gloo::events::EventListener;
use yew::prelude::*;

use super::controls::{Beside, Control, Hands, Look, Scene, losing, refused};
use super::presets::presets;
use crate::format::chip_text;
use crate::model::Evaluation;
use crate::model::parameters::{Group, Key};
use crate::state::{Action, State, View};
use crate::ui::class;
use crate::web::document;

/// The names of the four main inputs on a phone's chips.
const CHIPS: [&str; 4] = ["Price", "Difficulty", "Efficiency", "Power"];

/// State and actions of the controls.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The state of the page.
    pub state: Rc<State>,
    /// The results, for the break-evens on the tracks.
    pub now: Rc<Evaluation>,
    /// The functions behind marks, curves and help, once they are there.
    pub beside: Option<Beside>,
    /// The panel of live network data, once it is there.
    #[prop_or_default]
    pub live: Html,
    /// The inputs of an embed, which has no rail but only these.
    #[prop_or_default]
    pub only: Option<Rc<[Key]>>,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// The headings under "more inputs" of a view, and whether each starts open.
const fn groups(view: View) -> &'static [(Group, bool)] {
    match view {
        View::Hashprice => &[(Group::Market, true), (Group::Fleet, true)],
        View::Network => &[
            (Group::Response, true),
            (Group::Market, true),
            (Group::Fleet, false),
        ],
        View::Valuation => &[
            (Group::Valuation, true),
            (Group::Market, true),
            (Group::Fleet, false),
            (Group::Lease, false),
            (Group::Build, false),
            (Group::Finance, false),
        ],
        View::Outlook => &[
            (Group::Response, true),
            (Group::Valuation, false),
            (Group::Market, false),
            (Group::Fleet, false),
            (Group::Lease, false),
            (Group::Build, false),
            (Group::Finance, false),
        ],
        View::Miners => &[(Group::Market, true), (Group::Response, false)],
        View::Pivot => &[
            (Group::Lease, true),
            (Group::Build, true),
            (Group::Finance, true),
            (Group::Fleet, false),
            (Group::Market, false),
        ],
    }
}

/// The inputs under a heading that are not among the main ones.
fn members(group: Group) -> impl Iterator<Item = Key> {
    let keys = Key::ALL.into_iter();
    keys.filter(move |key| key.parameter().group == group && !is_main(*key) && is_shown(*key))
}

/// Whether an input has a control of its own: difficulty stands for network hashrate too, and no view shows
/// the paths of the Monte Carlo, so that what only those follow would move nothing.
pub fn is_shown(key: Key) -> bool {
    const HIDDEN: [Key; 4] = [
        Key::NetworkHashrate,
        Key::PriceVolatilityPct,
        Key::Paths,
        Key::Seed,
    ];
    !HIDDEN.contains(&key)
}

/// Whether an input is one of the four.
pub fn is_main(key: Key) -> bool {
    View::MAIN.contains(&key)
}

/// The controls of the view. On a phone they are a sheet at the bottom with the slider of one of the
/// four main values, which can be pulled up to all.
#[component]
pub fn Rail(props: &Props) -> Html {
    let Props {
        state,
        now,
        beside,
        only,
        act,
        ..
    } = props;
    let look = use_reducer_eq(Look::default);
    use_field_in_sight();
    let hands = Hands {
        state: Rc::clone(state),
        now: Rc::clone(now),
        beside: *beside,
        act: act.clone(),
        look: look.dispatcher(),
    };
    let take = Callback::from(move |event: Event| hands.take(&event));
    let on_pointer = take.reform(|event: PointerEvent| event.into());
    let on_focus = take.reform(|event: FocusEvent| event.into());
    let control = |key: Key| control(props, &look, key);
    let content: Html = match only {
        Some(keys) => keys.iter().map(|key| control(*key)).collect(),
        None => whole(props, &look, control),
    };
    let class = class::with(
        only.as_ref().map_or("hp-rail", |_| "hp-embed-controls"),
        &[
            look.is_open.then_some("is-open"),
            look.held.map(|_| "is-held"),
        ],
    );
    html! {
        <aside {class} aria-label="Inputs"
            onclick={take.reform(|event: MouseEvent| event.into())}
            oninput={take.reform(|event: InputEvent| event.into())}
            onkeydown={take.reform(|event: KeyboardEvent| event.into())}
            onpointerdown={on_pointer.clone()} onpointerup={on_pointer.clone()}
            onpointermove={on_pointer.clone()} onpointercancel={on_pointer.clone()} onpointerout={on_pointer}
            onfocusin={on_focus.clone()} onfocusout={on_focus} onchange={take}>
            { content }
        </aside>
    }
}

/// All of the rail.
fn whole(props: &Props, look: &Look, control: impl Fn(Key) -> Html) -> Html {
    let Props {
        state, live, act, ..
    } = props;
    // One child, so that the controls above it stay in place, and what was typed into them with them.
    let rest: Html = groups(state.view)
        .iter()
        .map(|(group, open)| more(state, look, *group, *open, &control))
        .collect();
    html! {
        <>
            { sheet_top(state, look) }
            { presets(state, act) }
            <div class="hp-sheet">
                <div class="hp-main-controls">{ for View::MAIN.map(&control) }</div>
                { rest }
                // Last, because it comes last: nothing may move away from under the reader's hand.
                { live.clone() }
            </div>
        </>
    }
}

/// A phone's keyboard takes half the window: the field that it came for is brought back into sight.
#[hook]
fn use_field_in_sight() {
    use_effect_with((), |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "resize", |_| {
                // A browser that refuses scrolls by itself or not at all.
                let _ = document::reveal_focused(".hp-field");
            })
        });
        move || drop(listener)
    });
}

/// The top of a phone's sheet: what pulls it up, and a chip for each main value.
fn sheet_top(state: &State, look: &Look) -> Html {
    let words = if look.is_open {
        "Fewer inputs"
    } else {
        "All inputs"
    };
    html! {
        <>
            <button type="button" class="hp-pull" aria-expanded={look.is_open.to_string()} data-sheet="">
                { words }
            </button>
            <div class="hp-chips" role="group" aria-label="Choose an input">
                { for View::MAIN.into_iter().zip(CHIPS).map(|(key, name)| chip(state, key, name, key == look.chosen)) }
            </div>
        </>
    }
}

fn chip(state: &State, key: Key, name: &'static str, is_chosen: bool) -> Html {
    let value = state.inputs.effective(key);
    let value = value.map(|value| chip_text(key, value));
    html! {
        <button type="button" class="hp-chip" aria-pressed={is_chosen.to_string()} data-chip={key.name()}>
            <span>{ name }</span><b>{ value }</b>
        </button>
    }
}

fn control(props: &Props, look: &Look, key: Key) -> Html {
    let Props {
        state,
        now,
        beside,
        act,
        ..
    } = props;
    let value = state.inputs.effective(key);
    let scene = look.looked_at().filter(|(looked_at, _)| *looked_at == key);
    let scene = scene.map(|(_, mark)| Scene {
        state: Rc::clone(state),
        now: Rc::clone(now),
        mark,
    });
    let other = match (key, value) {
        (Key::Difficulty, _) => Some(Key::NetworkHashrate),
        (Key::RealisedHashrate, None) => Some(Key::NetworkHashrate),
        (Key::SpotPrice, None) => Some(Key::BtcPrice),
        _ => None,
    };
    let other = other.and_then(|other| state.inputs.effective(other));
    html! {
        <Control key={key.name()} input={key} {value} baseline={state.baseline.effective(key)}
            losing={losing(*beside, now, key)} {other} main={is_main(key)} chosen={look.shows(key)}
            about={look.about == Some(key)} {scene} beside={*beside} act={act.clone()} />
    }
}

/// A heading and the controls under it, which are there only while it is open; what was refused is said still.
fn more(
    state: &State,
    look: &Look,
    group: Group,
    at_first: bool,
    control: impl Fn(Key) -> Html,
) -> Html {
    let is_open = look.is_unfolded(group, at_first);
    let number = group as u8;
    let shown = |key| {
        if is_open {
            control(key)
        } else {
            refused(key, state.inputs.effective(key))
        }
    };
    html! {
        <section key={group.title()} class={class::with("hp-more", &[is_open.then_some("is-open")])}>
            <h2>
                <button type="button" aria-expanded={is_open.to_string()} data-group={number.to_string()}>
                    { group.title() }
                </button>
            </h2>
            { for members(group).map(shown) }
        </section>
    }
}
