//! Hooks: state once a frame, its history, the address, what is kept of what was typed, what is in sight, the
//! part fetched later, the size of a drawing.

mod kept;
mod use_address;
mod use_calculator;
mod use_is_printing;
mod use_later;
mod use_latest;
mod use_rest;
mod use_rested;
mod use_sight;
mod use_size;
mod use_travel;

pub use kept::{keep, kept, recall, row_ids};
pub use use_address::use_address;
pub use use_calculator::{Calculator, Present, use_calculator};
pub use use_is_printing::{Last, use_is_printing, use_print_events};
pub use use_later::{Fetched, use_later};
pub use use_latest::{Latest, use_latest};
pub use use_rest::use_rest;
pub use use_rested::use_rested;
pub use use_sight::use_sight;
#[cfg(feature = "prerender")]
pub use use_size::FirstWidth;
pub use use_size::{use_size, use_width};
pub use use_travel::{Travel, Words, use_travel, use_words};
