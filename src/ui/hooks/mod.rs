//! Hooks: state once a frame, the address, the width of an element.

mod use_address;
mod use_calculator;
mod use_kept;
mod use_latest;
mod use_width;

pub use use_address::use_address;
pub use use_calculator::{Calculator, use_calculator};
pub use use_kept::use_kept;
pub use use_latest::{Latest, use_latest};
pub use use_width::use_width;
