//! A control: label, help, slider with marks, number field, steppers, reset, and the curve of the
//! view's headline under the thumb.
//!
//! A control draws itself from its few properties and carries no handlers but its field's: what a
//! hand does on it reaches the rail, where [`Hands`] reads from the element's `data-` attributes
//! what was meant.

mod about;
mod beside;
mod choices;
mod control;
mod draft;
mod gauge;
mod glance;
mod hands;
mod losing;
mod number_field;
mod row_tools;
mod track;
mod track_marks;
mod whole;

pub use beside::{Beside, losing};
pub use choices::choices;
pub use control::{Control, Scene, refused, unseen};
pub use draft::{Meant, Typing, refusal, use_draft};
use glance::Glance;
pub use glance::Look;
pub use hands::Hands;
pub use losing::Losing;
pub use number_field::NumberField;
pub use row_tools::{RowTool, RowTools};
pub use whole::{Entered, use_whole_field};
