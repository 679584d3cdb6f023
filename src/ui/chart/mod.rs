//! Charts: thin SVG over [`crate::plot`].
//!
//! Geometry is computed when the data or the width change, the pointer moves only the read-out.

mod bars;
mod card;
mod curve;
mod data;
mod drawing;
mod export;
mod foot;
mod lines;
mod reading;
mod references;
mod scatter;

pub use bars::{Bar, Bars};
pub use curve::{Curve, Ghost, Ink, Lines, XText, YText};
pub use data::{Data, Tabular};
pub use lines::LineChart;
pub use references::{Reference, Told};
pub use scatter::{Dot, Dots, Product, Scatter};
