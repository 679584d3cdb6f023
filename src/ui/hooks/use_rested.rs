//! A value that follows when the hand rests.

use yew::prelude::*;

use super::use_rest;

/// How long nothing must have changed, ms.
const REST_MS: u32 = 150;

/// The value as it was when it last rested; at first as it is. For what takes too long to be computed
/// for every step of a slider.
#[hook]
pub fn use_rested<T: Clone + PartialEq + 'static>(value: &T) -> T {
    let rested = use_state_eq(|| value.clone());
    let setter = rested.setter();
    use_rest(
        value,
        REST_MS,
        Callback::from(move |value| setter.set(value)),
    );
    (*rested).clone()
}
