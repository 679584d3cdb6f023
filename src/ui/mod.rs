//! The page, in Yew.

mod app;
mod chart;
mod class;
mod controls;
mod embed;
mod figures;
mod header;
mod hooks;
mod how;
mod later;
mod memo;
mod notices;
mod presets;
mod rail;
mod said;
mod seen;
mod views;

pub use app::{App, Props as AppProps};
#[cfg(feature = "prerender")]
pub use hooks::FirstWidth;
