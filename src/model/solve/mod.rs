//! Roots: of a function between two ends, and all the roots of a cash flow.

mod cash_flow;
mod root;

pub use cash_flow::{present_value, roots};
pub use root::root;
