//! Whether the page is being printed.

use gloo::events::EventListener;
use yew::prelude::*;

/// Whether the page is being printed: what only paper shows need not follow every slider.
#[hook]
pub fn use_is_printing() -> bool {
    let is_printing = use_state_eq(|| false);
    let setter = is_printing.setter();
    use_effect_with((), move |()| {
        let listen = |event: &'static str, is_printing: bool| {
            let setter = setter.clone();
            let listener = move |_: &Event| setter.set(is_printing);
            web_sys::window().map(|window| EventListener::new(&window, event, listener))
        };
        let listeners = [listen("beforeprint", true), listen("afterprint", false)];
        move || drop(listeners)
    });
    *is_printing
}
