//! What hands do on the controls, read from the elements that they touch.
//!
//! | attribute | pressed, it |
//! |---|---|
//! | `data-step="key:count"` | steps |
//! | `data-set="key:value"` | sets the value |
//! | `data-reset="key"`, `"all"` | resets |
//! | `data-about="key"` | opens the help |
//! | `data-chip="key"` | brings the slider on a phone |
//! | `data-group="number"` | folds or opens a group |
//! | `data-sheet` | pulls a phone's sheet up or down |
//! | `data-param="key"` | is a slider: dragged, pointed at, moved by keys |

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent, PointerEvent};
use yew::prelude::*;

use super::beside::{losing, marks_of};
use super::{Beside, Glance, Look, Losing};
use crate::decimal;
use crate::facts::Mark;
use crate::model::Evaluation;
use crate::model::parameters::Key;
use crate::state::{Action, State, marks, slider};

/// Steps of the page keys.
const PAGE: i32 = 10;
/// How near the pointer counts as on a mark, as a part of the track.
const POINTED: f64 = 0.02;
/// Width of the thumb, px, half of which the track is short of on either side.
const THUMB: f64 = 18.0;

/// What hands on the controls need to know, and where it leads.
pub struct Hands {
    /// The state of the page.
    pub state: Rc<State>,
    /// The results.
    pub now: Rc<Evaluation>,
    /// The functions behind marks.
    pub beside: Option<Beside>,
    /// Takes actions.
    pub act: Callback<Action>,
    /// Takes glances.
    pub look: UseReducerDispatcher<Look>,
}

impl Hands {
    /// Does what an event means that reached the rail; most mean nothing.
    pub fn take(&self, event: &Event) {
        let target = event.target().and_then(|target| target.dyn_into().ok());
        let Some(element): Option<Element> = target else {
            return;
        };
        let kind = event.type_();
        if kind == "click" {
            self.press(&element);
        } else if let Some(key) = key_in(&element, "data-param") {
            self.slide(&kind, key, &element, event);
        } else if let Some(key) = key_in(&element, "data-field") {
            // Who types sees the curve and the marks as well.
            match kind.as_str() {
                "focusin" => self.look.dispatch(Glance::Focus(Some(key))),
                "focusout" => self.look.dispatch(Glance::Focus(None)),
                _ => {}
            }
        }
    }

    fn press(&self, element: &Element) {
        let Ok(Some(button)) = element.closest("button") else {
            return;
        };
        let pair = |name| split(&button.get_attribute(name)?);
        let key = |name| key_in(&button, name);
        if let Some((key, count)) = pair("data-step") {
            self.act.emit(Action::Step(key, count as i32));
        } else if let Some((key, value)) = pair("data-set") {
            self.act.emit(Action::Set(key, value));
        } else if let Some(key) = key("data-reset") {
            self.act.emit(Action::Reset(key));
        } else if let Some(key) = key("data-about") {
            self.look.dispatch(Glance::About(key));
        } else if let Some(key) = key("data-chip") {
            self.look.dispatch(Glance::Choose(key));
        } else if let Some(group) = button.get_attribute("data-group") {
            self.look
                .dispatch(Glance::Turn(group.parse().unwrap_or_default()));
        } else if button.has_attribute("data-sheet") {
            self.look.dispatch(Glance::Sheet);
        }
    }

    /// An event of a slider. Its values come as places (0 … 1); what they mean is decided here.
    fn slide(&self, kind: &str, key: Key, element: &Element, event: &Event) {
        match kind {
            "input" => {
                self.look.dispatch(Glance::Hold(Some(key)));
                let input: &HtmlInputElement = element.unchecked_ref();
                self.drag(key, input.value_as_number());
            }
            "pointerdown" => self.look.dispatch(Glance::Hold(Some(key))),
            // A finger that turns out to scroll holds nothing.
            "pointerup" | "pointercancel" | "change" => self.look.dispatch(Glance::Hold(None)),
            "pointermove" => {
                let at = place_under(element, event.unchecked_ref());
                self.look
                    .dispatch(Glance::Point(Some((key, self.mark_near(key, at)))));
            }
            "pointerout" => self.look.dispatch(Glance::Point(None)),
            "focusin" => self.look.dispatch(Glance::Focus(Some(key))),
            "focusout" => {
                self.look.dispatch(Glance::Hold(None));
                self.look.dispatch(Glance::Focus(None));
            }
            "keydown" => self.strike(key, event.unchecked_ref()),
            _ => {}
        }
    }

    /// Moves to a place, drawn to marks, break-even and baseline where they are near.
    fn drag(&self, key: Key, place: f64) {
        let marks = self.marks(key).into_iter().map(|mark| mark.value);
        let losing = losing(self.beside, &self.now, key).map(Losing::breakeven);
        let others = losing.into_iter().chain(self.state.baseline.effective(key));
        let all = marks.chain(others);
        let value = slider::snapped(key.parameter(), self.ends(key), place, all);
        self.act.emit(Action::Slide(key, value));
    }

    /// Arrow keys go to the next round value, or with Shift to the next mark; page keys take ten
    /// steps, Home and End go to the ends, Escape puts the curve away.
    fn strike(&self, key: Key, event: &KeyboardEvent) {
        let (low, high) = self.ends(key);
        let pressed = event.key();
        let arrow = |count: i32| match event.shift_key() {
            true => marks::next(&self.marks(key), self.value(key), count > 0)
                .map(|value| Action::Set(key, value)),
            false => Some(Action::Step(key, count)),
        };
        let action = match pressed.as_str() {
            "ArrowRight" | "ArrowUp" => arrow(1),
            "ArrowLeft" | "ArrowDown" => arrow(-1),
            "PageUp" => Some(Action::Step(key, PAGE)),
            "PageDown" => Some(Action::Step(key, -PAGE)),
            "Home" => Some(Action::Set(key, low)),
            "End" => Some(Action::Set(key, high)),
            "Escape" => {
                self.look.dispatch(Glance::Focus(None));
                self.look.dispatch(Glance::Point(None));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        self.look.dispatch(Glance::Focus(Some(key)));
        if let Some(action) = action {
            self.act.emit(action);
        }
    }

    fn mark_near(&self, key: Key, place: f64) -> Option<usize> {
        let scale = slider::scale(key.parameter(), self.ends(key));
        let (index, distance) = marks::nearest(&self.marks(key), &scale, place)?;
        (distance <= POINTED).then_some(index)
    }

    fn marks(&self, key: Key) -> Vec<Mark> {
        marks_of(self.beside, key)
    }

    fn value(&self, key: Key) -> f64 {
        self.state.inputs.effective(key).unwrap_or_default()
    }

    fn ends(&self, key: Key) -> (f64, f64) {
        slider::track(key.parameter(), self.value(key))
    }
}

/// The input that an attribute of the element names.
fn key_in(element: &Element, attribute: &str) -> Option<Key> {
    Key::from_name(&element.get_attribute(attribute)?)
}

/// The two parts of `key:number`.
fn split(text: &str) -> Option<(Key, f64)> {
    let (key, number) = text.split_once(':')?;
    Some((Key::from_name(key)?, decimal::read(number)?))
}

/// Where on a slider's track (0 … 1) the pointer is.
fn place_under(slider: &Element, event: &PointerEvent) -> f64 {
    let around = slider.get_bounding_client_rect();
    let x = f64::from(event.client_x()) - around.left() - THUMB / 2.0;
    x / (around.width() - THUMB)
}
