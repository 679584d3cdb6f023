//! A control: label, slider, number field, steppers, reset, break-even on the track.

mod choices;
mod control;
mod losing;
mod number_field;
mod slider;

pub use choices::{Choice, choices};
pub use control::Control;
pub use losing::Losing;
pub use number_field::NumberField;
