//! The arithmetic of drawing, without anything to draw on.
//!
//! A chart is a chain of small values: the [`extent()`] of its data becomes the domain of a
//! [`Scale`], a [`Frame`] gives the scale its range, [`linear_ticks`] or [`log_ticks`] rule the
//! axis, [`line_path`] turns placed points into SVG, [`nearest_index`] answers the pointer, and
//! [`spread`] and [`thin`] keep labels apart.
//!
//! Conventions of every module here:
//! - *Positions* are CSS pixels from the left or upper edge of the chart. **The screen's y grows
//!   downward**, so a y-axis that reads upward has the range `(bottom, top)`.
//! - *Values* are data in whatever unit the chart has; pixels and data are both `f64`, and every
//!   parameter says which it is.
//! - **Data that are not finite are gaps.** They have no position, stretch no extent and are never
//!   drawn; no function here panics on them.
//! - Results are finite, whatever comes in, and the same on every machine: transcendental
//!   functions are those of `libm`.

#![cfg_attr(
    test,
    allow(
        clippy::float_cmp,
        clippy::unwrap_used,
        reason = "tests state results to the last bit and may panic"
    )
)]

mod area;
pub mod axis;
pub mod bar_chart;
mod clear_line;
mod contour;
mod contour_words;
mod dot_names;
mod equal_product;
pub mod extent;
pub mod flags;
pub mod frame;
pub mod heat_map;
mod heat_words;
mod interval;
pub mod labels;
mod levels;
pub mod line_chart;
pub mod nearest;
pub mod path;
pub mod picture;
pub mod scale;
pub mod scatter;
pub mod sparkline;
pub mod stack;
pub mod stages;
pub mod text;
pub mod ticks;
pub mod tornado;
pub mod waterfall;

pub use clear_line::clear_line;
pub use contour::level_line;
pub use extent::extent;
pub use flags::{Flag, Pole, flags};
pub use frame::Frame;
pub use labels::{spread, thin};
pub use nearest::nearest_index;
pub use path::{line_path, pixels, straight};
pub use scale::Scale;
pub use sparkline::{Sparkline, sparkline};
pub use text::{text_width, wrapped};
pub use ticks::{TickStep, linear_ticks, log_ticks, nice_domain, round_up_on_ladder};
