//! Why there is no answer.

use std::fmt;

/// How long an answer may take, ms.
pub const PATIENCE_MS: u32 = 10_000;

/// The longest answer that is taken, bytes: the real ones have fewer than 2,000.
pub const MOST_BYTES: usize = 256 * 1_024;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing, or not all of it, came in time.
    Late,
    /// It is longer than anything that is asked for.
    TooLong,
    /// The server says that it has none: the status of HTTP.
    Status(u16),
    /// The connection failed or broke, or the server forbids this page to read its answers.
    Unreachable,
    /// It is no JSON.
    NotJson,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Late => write!(f, "no whole answer within {} s", PATIENCE_MS / 1_000),
            Self::TooLong => write!(f, "the answer is longer than {} kB", MOST_BYTES / 1_024),
            Self::Status(status) => write!(f, "the server answers with status {status}"),
            Self::Unreachable => {
                f.write_str("the server cannot be reached, or its answer broke off")
            }
            Self::NotJson => f.write_str("the answer is no JSON"),
        }
    }
}

impl std::error::Error for Failure {}
