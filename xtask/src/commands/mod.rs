//! The commands, one file each.

mod bench;
mod build;
mod serve;
mod test;

pub(crate) use bench::bench;
pub(crate) use build::{Profile, build};
pub(crate) use serve::serve;
pub(crate) use test::{TestPart, test};
