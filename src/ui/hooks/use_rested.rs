//! A value that follows when the hand rests.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long nothing must have changed, ms.
const REST_MS: u32 = 150;

/// The value as it was when it last rested; at first as it is. For what takes too long to be computed
/// for every step of a slider.
#[hook]
pub fn use_rested<T: Clone + PartialEq + 'static>(value: &T) -> T {
    let rested = use_state_eq(|| value.clone());
    let setter = rested.setter();
    use_effect_with(value.clone(), move |value| {
        let value = value.clone();
        let timeout = Timeout::new(REST_MS, move || setter.set(value));
        move || drop(timeout)
    });
    (*rested).clone()
}
