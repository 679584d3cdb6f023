//! A control: label, slider, number field, steppers, reset, break-even on the track.

mod control;
mod losing;
mod number_field;
mod slider;

pub use control::Control;
pub use losing::Losing;
