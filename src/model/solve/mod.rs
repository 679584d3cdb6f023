//! Roots: bracketed bisection, and all the roots of a cash flow.

mod bisect;
mod cash_flow;

pub use bisect::bisect;
pub use cash_flow::{present_value, roots};
