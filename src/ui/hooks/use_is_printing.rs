//! Whether the page is being printed.

use std::cell::RefCell;

use gloo::events::EventListener;
use yew::prelude::*;

thread_local! {
    /// All that ask whether the page is printed.
    static ASKING: RefCell<Vec<UseStateSetter<bool>>> = const { RefCell::new(Vec::new()) };
}

/// Whether the page is being printed: what only paper shows need not follow every slider.
#[hook]
pub fn use_is_printing() -> bool {
    let is_printing = use_state_eq(|| false);
    let setter = is_printing.setter();
    use_effect_with((), move |()| {
        ASKING.with_borrow_mut(|asking| asking.push(setter.clone()));
        move || ASKING.with_borrow_mut(|asking| asking.retain(|other| *other != setter))
    });
    *is_printing
}

/// Tells all that ask when the page is printed; for one place of the page.
///
/// All are told by one listener: what each of several listeners changes is drawn by itself, and that Yew puts off
/// what is left of one would let the page be printed without what the others wait for.
#[hook]
pub fn use_print_events() {
    use_effect_with((), |()| {
        let listen = |event: &'static str, is_printing: bool| {
            let tell = move |_: &Event| {
                let asking = ASKING.with_borrow(Vec::clone);
                asking.iter().for_each(|setter| setter.set(is_printing));
            };
            web_sys::window().map(|window| EventListener::new(&window, event, tell))
        };
        let listeners = [listen("beforeprint", true), listen("afterprint", false)];
        move || drop(listeners)
    });
}

/// Is drawn after all else: while it waits, Yew does not put off what is drawn for paper. Between two drawings it
/// otherwise leaves the rest for later when it has worked for 16 ms, and the page is printed at once.
#[component]
pub fn Last() -> Html {
    let again = use_force_update();
    // What is new comes last of what waits, but only when it is drawn once more.
    use_effect_with((), move |()| again.force_update());
    html! {}
}
