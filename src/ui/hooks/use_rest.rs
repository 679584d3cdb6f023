//! What happens when the hand rests.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::web::clock;

/// A value that may still change, and the timer that waits for it. A change only notes the time: a timer
/// for each step of a slider would cost as much as a chart.
struct Waiting<T> {
    value: T,
    changed_ms: f64,
    then: Callback<T>,
    timer: Option<Timeout>,
}

/// Calls `then` with the value once it has not changed for `rest_ms`, also at first.
#[hook]
pub fn use_rest<T: Clone + PartialEq + 'static>(value: &T, rest_ms: u32, then: Callback<T>) {
    let waiting = use_mut_ref(|| Waiting {
        value: value.clone(),
        changed_ms: 0.0,
        then: Callback::noop(),
        timer: None,
    });
    let slot = Rc::clone(&waiting);
    use_effect_with((), move |()| move || slot.borrow_mut().timer = None);
    use_effect_with(value.clone(), move |value| {
        let mut now = waiting.borrow_mut();
        now.value = value.clone();
        now.changed_ms = clock::now_ms();
        now.then = then;
        if now.timer.is_none() {
            now.timer = Some(wait(&waiting, rest_ms, rest_ms));
        }
    });
}

/// Looks after `left_ms` whether the value rests, and waits for what is left if not.
fn wait<T: Clone + 'static>(
    waiting: &Rc<RefCell<Waiting<T>>>,
    left_ms: u32,
    rest_ms: u32,
) -> Timeout {
    let slot = Rc::clone(waiting);
    Timeout::new(left_ms, move || {
        let mut now = slot.borrow_mut();
        let left_ms = f64::from(rest_ms) - (clock::now_ms() - now.changed_ms);
        if left_ms >= 1.0 && left_ms <= f64::from(rest_ms) {
            now.timer = Some(wait(&slot, left_ms as u32, rest_ms));
            return;
        }
        now.timer = None;
        let (value, then) = (now.value.clone(), now.then.clone());
        drop(now);
        then.emit(value);
    })
}
