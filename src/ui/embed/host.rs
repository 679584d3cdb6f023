//! What the embed tells the page that shows it, and what it hears from there.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::element;
use crate::state::embed::Embed;
use crate::state::{Action, State, Theme, link};
use crate::web::host::{self, Heard};
use crate::web::resize::SizeObserver;

/// Tells the height of the element behind `node` and the state, each as it changes, and does what the
/// host says. Without a host nothing of it happens.
#[hook]
pub(super) fn use_host(node: &NodeRef, embed: &Embed, state: &Rc<State>, act: &Callback<Action>) {
    let height = use_mut_ref(|| 0.0_f64);
    let theme = use_mut_ref(|| state.theme);
    *theme.borrow_mut() = state.theme;
    use_height(node, &height);
    let told = use_state_told(state);
    let (act, home, is_pinned) = (act.clone(), state.home, embed.is_pinned);
    use_effect_with((), move |()| {
        let listeners = host::listen(move |heard| match heard {
            Heard::Open(given) => {
                *told.borrow_mut() = fragment(&link::open(&State::at(home), &given));
                act.emit(Action::Open(given));
                // What the query asked for stays.
                act.emit(Action::Paint(*theme.borrow()));
                if is_pinned {
                    act.emit(Action::PinBaseline);
                }
            }
            Heard::Paint(name) => {
                Theme::from_key(&name)
                    .map(Action::Paint)
                    .into_iter()
                    .for_each(|action| act.emit(action));
            }
            Heard::Ready => tell(*height.borrow()),
        });
        move || drop(listeners)
    });
}

/// Tells the height, and keeps it for those who ask.
#[hook]
fn use_height(node: &NodeRef, height: &Rc<RefCell<f64>>) {
    let kept = Rc::clone(height);
    use_effect_with(node.clone(), move |node| {
        let observer = element(node).and_then(|element| {
            let around = element.clone();
            let on_size = move |_, _| {
                // With its border.
                let px = around.get_bounding_client_rect().height().ceil();
                *kept.borrow_mut() = px;
                tell(px);
            };
            SizeObserver::new(&element, on_size).ok()
        });
        move || drop(observer)
    });
}

/// A page that nobody shows has nobody to tell.
fn tell(px: f64) {
    if px > 0.0 {
        let _ = host::tell_height(px);
    }
}

/// Tells the state after each change, but not the one that the host itself asked for. Gives what the
/// host knows.
#[hook]
fn use_state_told(state: &Rc<State>) -> Rc<RefCell<String>> {
    let told = use_mut_ref(|| fragment(state));
    let known = Rc::clone(&told);
    use_effect_with(Rc::clone(state), move |state| {
        let now = fragment(state);
        if known.replace(now.clone()) != now {
            let _ = host::tell_state(&now);
        }
    });
    told
}

/// What is shown, but for light or dark and what is compared with.
fn fragment(state: &State) -> String {
    link::encode(&State {
        theme: Theme::Auto,
        baseline: State::default().baseline,
        ..state.clone()
    })
}
