//! Dated figures that others published.

pub mod published;
