//! Hashpivot: what an exahash earns, and what the same megawatts earn as a data centre.
//!
//! Layers, lowest first; imports point downward only (`tests/layering.rs` checks it):
//! [`units`] and [`plot`], then [`model`], [`facts`] and [`mod@format`], then [`state`]; with the
//! `ui` feature also `web` (browser edges) and `ui` (the page).

#![cfg_attr(
    test,
    allow(
        clippy::float_cmp,
        reason = "tests mean equality where they say it: the same inputs give the same bits"
    )
)]

pub mod facts;
pub mod format;
pub mod model;
pub mod plot;
pub mod state;
#[cfg(feature = "ui")]
pub mod ui;
pub mod units;
#[cfg(feature = "ui")]
pub mod web;
