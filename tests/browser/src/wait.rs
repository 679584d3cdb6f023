//! Waiting for the page: it answers within a frame or so, but when is its own affair.

use std::fmt::Debug;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long something that should happen at once may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// Tries until it is `Ok` and gives what it holds.
///
/// # Panics
/// When it still fails after ten seconds, with the last failure.
#[track_caller]
pub fn eventually<T>(what: &str, attempt: impl FnMut() -> Result<T, String>) -> T {
    within(PATIENCE, what, attempt)
}

/// Looks until what is seen is right, and gives it.
///
/// # Panics
/// When it still is not after ten seconds, with what was seen last.
#[track_caller]
pub fn until<T: Debug>(
    what: &str,
    mut look: impl FnMut() -> T,
    is_right: impl Fn(&T) -> bool,
) -> T {
    eventually(what, || {
        let seen = look();
        if is_right(&seen) {
            Ok(seen)
        } else {
            Err(format!("it is {seen:?}"))
        }
    })
}

/// As [`eventually`], with a patience of its own.
///
/// # Panics
/// When it still fails after `patience`, with the last failure.
#[track_caller]
pub fn within<T>(
    patience: Duration,
    what: &str,
    mut attempt: impl FnMut() -> Result<T, String>,
) -> T {
    let start = Instant::now();
    loop {
        match attempt() {
            Ok(found) => return found,
            Err(failure) if start.elapsed() > patience => {
                panic!("{what}: not within {patience:?}:\n{failure}")
            }
            Err(_) => sleep(PAUSE),
        }
    }
}
