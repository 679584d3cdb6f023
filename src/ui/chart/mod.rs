//! Charts: thin SVG over [`crate::plot`].
//!
//! Geometry is computed when the data or the width change, the pointer moves only the read-out.

mod axes;
mod bars;
mod card;
mod curve;
mod data;
mod drawing;
mod export;
mod foot;
mod heat_drawing;
mod heat_map;
mod heat_marks;
mod line_rows;
mod lines;
mod overlay;
mod reading;
mod references;
mod scatter;
mod stack;
mod stages;
mod tornado;
mod tornado_drawing;
mod waterfall;

pub use bars::{Bar, Bars};
pub use card::unanswered;
#[cfg(test)]
pub(crate) use curve::between_samples;
pub use curve::{Curve, Ghost, Ink, Lines, XText, YText};
pub use data::{Data, Tabular};
pub use export::{Pressed, press};
pub use heat_map::{Heat, HeatMap, Level, MapValue, Spot};
pub use lines::LineChart;
pub use overlay::Overlay;
pub use references::{Reference, Told};
pub use scatter::{Dot, Dots, Product, Scatter};
pub use stack::{Amount, Stack, StackChart};
pub use stages::{Band, StageChart, Stages};
pub use tornado::{Before, Tornado, TornadoChart};
pub use waterfall::{Step, StepBefore, Steps, Waterfall};
