//! Hashpivot: what an exahash earns, and what the same megawatts earn as a data centre.
//!
//! Layers, lowest first; imports point downward only (`tests/layering.rs` checks it):
//! [`units`], [`decimal`] and [`plot`], then [`model`], [`facts`], [`mod@format`] and [`tables`] (files of rows),
//! then [`state`]; with the `ui` feature also `web` (browser edges) and `ui` (the page), with the
//! `api` features `api` (the JavaScript API), with `prerender` the page as markup.

#![cfg_attr(
    test,
    allow(
        clippy::float_cmp,
        reason = "tests mean equality where they say it: the same inputs give the same bits"
    )
)]

#[cfg(any(feature = "api", feature = "api-tables"))]
pub mod api;
pub mod decimal;
pub mod facts;
pub mod format;
pub mod model;
pub mod plot;
#[cfg(feature = "prerender")]
pub mod prerender;
pub mod state;
pub mod tables;
#[cfg(feature = "ui")]
pub mod ui;
pub mod units;
#[cfg(feature = "ui")]
pub mod web;
