//! What a column of a history shows, in a sentence.

use crate::format::{distance, period};
use crate::model::signals::Date;

/// A figure and its date.
type Figure = (Date, f64);

/// "Revenue is $38,700 per EH a day in Dec 2025, the lowest of 10 and 32% below its high of Jan 2025." of figures in the
/// order of time, which read as `text` says.
pub(super) fn summary(name: &str, figures: &[Figure], text: impl Fn(f64) -> String) -> String {
    let (Some(first), Some(last)) = (figures.first(), figures.last()) else {
        return "No row has it.".to_owned();
    };
    let count = figures.len();
    let now = format!("{name} is {} {}", text(last.1), at(last.0));
    if count == 1 {
        return format!("{now}, the only figure.");
    }
    let low = figures
        .iter()
        .fold(first, |low, next| if next.1 < low.1 { next } else { low });
    let high = figures.iter().fold(
        first,
        |high, next| if next.1 > high.1 { next } else { high },
    );
    if text(low.1) == text(high.1) {
        return format!(
            "{now}, as in each of the {count} figures since {}.",
            named(first.0)
        );
    }
    let below = apart(last.1, *high, "below its high");
    let above = apart(last.1, *low, "above its low");
    if last.1 <= low.1 {
        format!("{now}, the lowest of {count} and {below}.")
    } else if last.1 >= high.1 {
        format!("{now}, the highest of {count} and {above}.")
    } else {
        format!("{now}, {below} and {above}.")
    }
}

/// "32% below its high of Jan 2025"; of what is zero no percentage says how far.
fn apart(value: f64, (date, from): Figure, side: &str) -> String {
    let date = named(date);
    if from > 0.0 {
        format!("{} {side} of {date}", distance(value / from - 1.0))
    } else {
        format!("{side} of {date}")
    }
}

fn named(date: Date) -> String {
    period(&date.to_string())
}

fn at(date: Date) -> String {
    let word = if date.is_month() { "in" } else { "on" };
    format!("{word} {}", named(date))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::format::number;

    fn told(values: &[f64]) -> String {
        let first = Date::parse("2025-01-01").unwrap().day_number();
        let figures = values.iter().enumerate().map(|(index, value)| {
            let date = Date::from_day_number(first + index as i32);
            (date, *value)
        });
        summary("It", &figures.collect::<Vec<_>>(), |value| number(value, 0))
    }

    #[test]
    fn the_last_figure_is_set_among_all() {
        for (values, wanted) in [
            (&[][..], "No row has it."),
            (&[7.0], "It is 7 on Jan 1, 2025, the only figure."),
            (
                &[7.0, 7.0],
                "It is 7 on Jan 2, 2025, as in each of the 2 figures since Jan 1, 2025.",
            ),
            (
                &[8.0, 10.0, 5.0],
                "It is 5 on Jan 3, 2025, the lowest of 3 and 50% below its high of Jan 2, 2025.",
            ),
            (
                &[8.0, 5.0, 10.0],
                "It is 10 on Jan 3, 2025, the highest of 3 and 100% above its low of Jan 2, 2025.",
            ),
            (
                &[10.0, 5.0, 8.0],
                "It is 8 on Jan 3, 2025, 20% below its high of Jan 1, 2025 and 60% above its low of Jan 2, 2025.",
            ),
            (
                &[0.0, 10.0],
                "It is 10 on Jan 2, 2025, the highest of 2 and above its low of Jan 1, 2025.",
            ),
            (
                &[10.0, 0.0],
                "It is 0 on Jan 2, 2025, the lowest of 2 and 100% below its high of Jan 1, 2025.",
            ),
        ] {
            assert_eq!(told(values), wanted);
        }
    }

    #[test]
    fn months_are_said_as_months() {
        let months = ["2025-11", "2025-12"].map(|text| (Date::parse(text).unwrap(), 5.0));
        let told = summary("It", &months, |value| number(value, 0));
        assert_eq!(
            told,
            "It is 5 in Dec 2025, as in each of the 2 figures since Nov 2025."
        );
    }

    proptest! {
        #[test]
        fn the_lowest_and_the_highest_are_said_of_nothing_else(
            values in prop::collection::vec(0.0..1e6_f64, 1..20),
        ) {
            let told = told(&values);
            let last = values[values.len() - 1];
            if told.contains("the lowest of") {
                prop_assert!(values.iter().all(|value| *value >= last), "{told}");
            }
            if told.contains("the highest of") {
                prop_assert!(values.iter().all(|value| *value <= last), "{told}");
            }
        }
    }
}
