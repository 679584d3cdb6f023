//! The date of a build: that of its sources, so that the same sources make the same files.

use anyhow::{Context, Result};
use hashpivot::format;

use crate::process;

const SECONDS_A_DAY: i64 = 86_400;

/// The day to which `SOURCE_DATE_EPOCH` sets the build or else that of the commit it is built from,
/// as readers write it; `None` where there is neither.
///
/// # Errors
/// When `SOURCE_DATE_EPOCH` is no number.
pub(super) fn date() -> Result<Option<String>> {
    let seconds = match std::env::var("SOURCE_DATE_EPOCH") {
        Ok(text) => Some(
            text.parse()
                .with_context(|| format!("SOURCE_DATE_EPOCH is no number of seconds: `{text}`"))?,
        ),
        Err(_) => commit(),
    };
    Ok(seconds.map(day))
}

/// When the commit was made that is checked out, seconds since 1970.
fn commit() -> Option<i64> {
    let mut git = process::command("git");
    git.args(["log", "-1", "--format=%ct"]);
    process::output(&mut git).ok()?.trim().parse().ok()
}

/// The day in UTC of a second since 1970. Years are counted from March, so that a leap day is the
/// last of its year.
fn day(seconds: i64) -> String {
    let days = seconds.div_euclid(SECONDS_A_DAY) + 719_468;
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = (from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    let small = |number: i64| u32::try_from(number).unwrap_or_default();
    format::date(small(year), small(month), small(day))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn seconds_are_the_day_that_they_lie_in() {
        for (seconds, shown) in [
            (0, "January 1, 1970"),
            (86_399, "January 1, 1970"),
            (951_782_400, "February 29, 2000"),
            (1_735_689_599, "December 31, 2024"),
            (1_740_787_200, "March 1, 2025"),
        ] {
            assert_eq!(day(seconds), shown);
        }
    }
}
