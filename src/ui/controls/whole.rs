//! A field that a key enters is selected whole, as browsers do it, also where its text then gets more digits.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A field that knows how it was entered.
pub struct Entered {
    /// The field.
    pub node: NodeRef,
    /// It is pressed: the hand chooses where in the text it is.
    pub press: Callback<PointerEvent>,
}

/// The field, which has or has not the focus.
#[hook]
pub fn use_whole_field(is_focused: bool) -> Entered {
    let node = use_node_ref();
    let is_pressed = use_mut_ref(|| false);
    let press = use_callback((), {
        let is_pressed = is_pressed.clone();
        move |_: PointerEvent, ()| *is_pressed.borrow_mut() = true
    });
    let field = node.clone();
    use_effect_with(is_focused, move |is_focused| {
        let is_by_key = !is_pressed.replace(false);
        let field = field.cast::<HtmlInputElement>();
        if let Some(field) = field.filter(|_| *is_focused && is_by_key) {
            field.select();
        }
    });
    Entered { node, press }
}
