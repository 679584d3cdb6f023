//! The page, in Yew.

mod app;
mod chart;
mod controls;
mod figures;
mod header;
mod hooks;
mod later;
mod notices;
mod rail;
mod views;

pub use app::App;
