//! Dates of a history: days and months.

use std::fmt;

use serde::{Serialize, Serializer};

/// The year of bitcoin's first block: nothing was observed before.
const FIRST_YEAR: i32 = 2009;

/// A day (`2025-12-31`) or a month (`2025-12`) of the civil calendar.
///
/// Ordered by time; a month stands where its first day does, before that day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Days since 1 January 1970; of a month, its first day.
    day_number: i32,
    /// Whether it is a day, not a month.
    is_day: bool,
}

impl Date {
    /// The day `YYYY-MM-DD` or the month `YYYY-MM`, in the years 2009 to 9999; `None` if the text
    /// is anything else or the calendar has no such day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let month = digits(parts.next()?, 2)?;
        let day = parts.next().map(|part| digits(part, 2));
        if parts.next().is_some() || year < FIRST_YEAR || !(1..=12).contains(&month) {
            return None;
        }
        let first = day_number(year, month, 1);
        let Some(day) = day else {
            return Some(Self {
                day_number: first,
                is_day: false,
            });
        };
        let day = Self::from_day_number(first + day? - 1);
        // Neither 00 nor 31 June: the day must lie in the month that was named.
        (day.civil() == (year, month, day.day_number - first + 1)).then_some(day)
    }

    /// The day that lies this many days after 1 January 1970.
    #[must_use]
    pub const fn from_day_number(day_number: i32) -> Self {
        Self {
            day_number,
            is_day: true,
        }
    }

    /// Days since 1 January 1970; of a month, those of its first day.
    #[must_use]
    pub const fn day_number(self) -> i32 {
        self.day_number
    }

    /// Whether it is a month.
    #[must_use]
    pub const fn is_month(self) -> bool {
        !self.is_day
    }

    /// The month that it lies in.
    #[must_use]
    pub fn month(self) -> Self {
        let (year, month, _) = self.civil();
        Self {
            day_number: day_number(year, month, 1),
            is_day: false,
        }
    }

    /// Months since the year 0; of a day, with the part of its month that has passed before it.
    #[must_use]
    pub fn month_index(self) -> f64 {
        /// Days of the longest month: no day lies in the next one.
        const MOST_DAYS: f64 = 31.0;
        let (year, month, day) = self.civil();
        f64::from(year * 12 + month - 1) + f64::from(day - 1) / MOST_DAYS
    }

    /// Year, month and day of the proleptic Gregorian calendar (Hinnant, "chrono-compatible
    /// low-level date algorithms", `civil_from_days`): a year is counted from March, so that the
    /// leap day is its last.
    fn civil(self) -> (i32, i32, i32) {
        let days = self.day_number + DAYS_BEFORE_1970;
        let era = days.div_euclid(DAYS_PER_ERA);
        let of_era = days.rem_euclid(DAYS_PER_ERA);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month, day)
    }
}

/// Days in 400 years.
const DAYS_PER_ERA: i32 = 146_097;
/// Days from 1 March of the year 0 to 1 January 1970.
const DAYS_BEFORE_1970: i32 = 719_468;

/// Days since 1 January 1970 (Hinnant, `days_from_civil`).
fn day_number(year: i32, month: i32, day: i32) -> i32 {
    let year = year - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let from_march = (month + 9) % 12;
    let of_year = (153 * from_march + 2) / 5 + day - 1;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    era * DAYS_PER_ERA + of_era - DAYS_BEFORE_1970
}

/// A number of exactly `count` ASCII digits.
fn digits(text: &str, count: usize) -> Option<i32> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

/// As it is written in a history: `2025-12-31` or `2025-12`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}")?;
        if self.is_day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

/// As text.
impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is a date"))
    }

    #[test]
    fn days_are_numbered_from_1970() {
        for (text, number) in [
            ("2009-01-03", 14_247),
            ("2024-02-29", 19_782),
            ("2024-03-01", 19_783),
            ("2025-12-31", 20_453),
            ("2026-01-01", 20_454),
            ("2100-03-01", 47_541),
            ("9999-12-31", 2_932_896),
        ] {
            assert_eq!(date(text).day_number(), number, "{text}");
            assert_eq!(Date::from_day_number(number).to_string(), text);
        }
        assert_eq!(Date::from_day_number(0).to_string(), "1970-01-01");
        assert_eq!(Date::from_day_number(-719_468).to_string(), "0000-03-01");
        assert_eq!(Date::from_day_number(-719_469).to_string(), "0000-02-29");
    }

    #[test]
    fn a_month_stands_at_its_first_day_and_before_it() {
        let december = date("2025-12");
        assert!(december.is_month() && !date("2025-12-01").is_month());
        assert_eq!(december.day_number(), date("2025-12-01").day_number());
        assert!(december < date("2025-12-01"));
        assert!(date("2025-11-30") < december);
        assert_eq!(date("2025-12-31").month(), december);
        assert_eq!(december.month(), december);
        assert_eq!(december.to_string(), "2025-12");
    }

    #[test]
    fn months_are_counted_from_the_year_0() {
        assert_eq!(date("2025-12").month_index(), 24_311.0);
        assert_eq!(date("2025-12-01").month_index(), 24_311.0);
        assert_eq!(date("2025-12-31").month_index(), 24_311.0 + 30.0 / 31.0);
        assert_eq!(date("2026-01-01").month_index(), 24_312.0);
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_date() {
        for text in [
            "",
            "2025",
            "2025-13",
            "2025-00",
            "2025-1",
            "25-12",
            "2025-12-",
            "2025-12-00",
            "2025-12-32",
            "2025-06-31",
            "2025-02-29",
            "2100-02-29",
            "2025-12-1",
            "2025-12-31-01",
            "2025/12/31",
            "+025-12",
            "2025-12-+1",
            " 2025-12",
            "２０２５-12",
            "2008-12-31",
        ] {
            assert_eq!(Date::parse(text), None, "{text:?}");
        }
        assert_eq!(date("2024-02-29").to_string(), "2024-02-29");
        assert_eq!(date("2009-01").to_string(), "2009-01");
    }

    #[test]
    fn a_date_is_serialised_as_it_is_written() {
        for text in ["2025-12", "2025-12-31"] {
            let json = serde_json::to_string(&date(text)).expect("is text");
            assert_eq!(json, format!("\"{text}\""));
        }
    }

    proptest! {
        #[test]
        fn every_day_reads_back_and_the_next_one_is_later(number in 14_245..2_932_896) {
            let day = Date::from_day_number(number);
            let next = Date::from_day_number(number + 1);
            prop_assert_eq!(date(&day.to_string()), day);
            prop_assert!(day < next && day.to_string() < next.to_string());
            prop_assert_eq!(date(&day.month().to_string()), day.month());
        }
    }
}
