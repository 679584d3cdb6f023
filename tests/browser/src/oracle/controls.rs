//! The controls: slider and field of one input agree.

use hashpivot::format::{field_text, input_text};
use hashpivot::model::parameters::Key;
use hashpivot::state::slider;

use super::is_close;
use crate::page::{Control, Snapshot};

/// How far a thumb that nobody drags may stand from its value's place, as a part of the track.
const PLACE_TOLERANCE: f64 = 1e-6;

pub(super) fn disagreements(seen: &Snapshot) -> Vec<String> {
    seen.controls.iter().flat_map(about).collect()
}

fn about(control: &Control) -> Vec<String> {
    let Some(key) = Key::from_name(&control.key) else {
        return vec![format!("no input is called {}", control.key)];
    };
    let value = control.value;
    let mut wrong = Vec::new();
    if control
        .slider_value
        .is_some_and(|other| other.to_bits() != value.to_bits())
    {
        wrong.push(format!(
            "{}: slider {:?}, field {value}",
            control.key, control.slider_value
        ));
    }
    if let Some(place) = control.place
        && !stands_for(key, place, value)
    {
        wrong.push(format!(
            "{}: the thumb is at {place}, not at {value}",
            control.key
        ));
    }
    if control
        .spoken
        .as_ref()
        .is_some_and(|text| *text != input_text(key, value))
    {
        wrong.push(format!(
            "{}: the slider says {:?}",
            control.key, control.spoken
        ));
    }
    if !control.is_edited && control.text != field_text(key, value) {
        wrong.push(format!(
            "{}: the field shows “{}” for {value}",
            control.key, control.text
        ));
    }
    wrong
}

/// Whether the thumb at this place means the value: it is there, or where a drag rounds to it or is
/// drawn to it as to a mark.
fn stands_for(key: Key, place: f64, value: f64) -> bool {
    let row = key.parameter();
    let ends = slider::track(row, value);
    let own = slider::scale(row, ends).clamped(value).unwrap_or_default();
    (place - own).abs() <= PLACE_TOLERANCE
        || is_close(slider::snapped(row, ends, place, []), value)
        || is_close(slider::snapped(row, ends, place, [value]), value)
}
