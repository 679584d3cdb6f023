//! Upright lines over the rows of a chart: the texts over them, and where they stop for what is in their way.

use super::text_width;

/// Distance between a line and a text for which it stops, px.
pub(super) const STOP: f64 = 4.0;
/// Distance between two texts, px.
const GAP: f64 = 8.0;

/// A result that a line marks over all rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level<'a> {
    /// The result, data.
    pub result: f64,
    /// What is written over its line: the first that has room.
    pub texts: &'a [&'a str],
}

/// The text over a line.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelText {
    /// Its middle, px.
    pub x: f64,
    /// What is written.
    pub text: String,
}

/// On which side the baseline is out of sight.
#[derive(Clone, Copy)]
pub(super) enum Far {
    Left,
    Right,
}

/// What is left of a line without some stretches, one below the other; what is too short to be one is left out.
pub(super) fn parts((from, to): (f64, f64), without: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let starts = std::iter::once(from).chain(without.iter().map(|stretch| stretch.1));
    let ends = without.iter().map(|stretch| stretch.0).chain([to]);
    starts
        .zip(ends)
        .filter(|(start, end)| end - start > STOP)
        .collect()
}

/// The texts over the lines, beside each other: each in the middle over its own, or as near as there is room.
/// Of the baseline's, which is at its place or `far` beyond it, the first that has room beside today's.
pub(super) fn level_texts(
    width: f64,
    (now, today): (Level<'_>, f64),
    before: Option<(Level<'_>, f64)>,
    far: Option<Far>,
) -> (Option<LevelText>, Option<LevelText>) {
    let over = |x: f64, text: &str| {
        let half = text_width(text) / 2.0;
        LevelText {
            x: x.min(width - half).max(half),
            text: text.to_owned(),
        }
    };
    let Some(first) = now.texts.first() else {
        return (None, None);
    };
    let here = over(today, first);
    let Some((before, before_x)) = before else {
        return (Some(here), None);
    };
    let mut texts = before.texts.iter().map(|text| match far {
        Some(Far::Left) => format!("← {text}"),
        Some(Far::Right) => format!("{text} →"),
        None => (*text).to_owned(),
    });
    let room = |text: &String| text_width(first) + GAP + text_width(text) <= width;
    let Some(text) = texts.find(room) else {
        return (Some(here), None);
    };
    let there = over(before_x, &text);
    let (left, right) = if before_x < today {
        (there, here)
    } else {
        (here, there)
    };
    let (left, right) = apart(left, right, width);
    if before_x < today {
        (Some(right), Some(left))
    } else {
        (Some(left), Some(right))
    }
}

/// Two texts moved off each other by as much each, within the width.
fn apart(mut left: LevelText, mut right: LevelText, width: f64) -> (LevelText, LevelText) {
    let halves = [&left, &right].map(|text| text_width(&text.text) / 2.0);
    let wanted = halves[0] + GAP + halves[1];
    let short = wanted - (right.x - left.x);
    if short > 0.0 {
        let most = width - halves[1] - wanted;
        left.x = (left.x - short / 2.0).min(most).max(halves[0]);
        right.x = left.x + wanted;
    }
    (left, right)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Level<'_> = Level {
        result: 17.0,
        texts: &["now $17,098"],
    };
    const BEFORE: Level<'_> = Level {
        result: 16.0,
        texts: &["December 2025 $17,098", "December 2025"],
    };

    /// From where to where the text over a line reaches, px.
    fn span(text: &LevelText) -> (f64, f64) {
        let half = text_width(&text.text) / 2.0;
        (text.x - half, text.x + half)
    }

    /// The texts with today's line in the middle.
    fn texts(width: f64, before_x: f64) -> [Option<LevelText>; 2] {
        level_texts(width, (NOW, width / 2.0), Some((BEFORE, before_x)), None).into()
    }

    #[test]
    fn texts_stand_apart_and_within_the_chart() {
        for width in [240.0, 326.0, 479.0, 900.0] {
            for share in [0.0, 0.3, 0.49, 0.51, 0.8, 1.0] {
                let [here, there] = texts(width, share * width).map(Option::unwrap);
                let (left, right) = if share < 0.5 {
                    (&there, &here)
                } else {
                    (&here, &there)
                };
                assert!(span(left).1 < span(right).0, "{width}, {share}");
                let is_within = span(left).0 >= -1e-9 && span(right).1 <= width + 1e-9;
                assert!(is_within, "{width}, {share}");
            }
        }
    }

    #[test]
    fn the_first_text_that_has_room_is_written() {
        let before = |width| {
            texts(width, width)[1]
                .as_ref()
                .map(|text| text.text.clone())
        };
        assert_eq!(before(900.0).as_deref(), Some(BEFORE.texts[0]));
        assert_eq!(before(240.0).as_deref(), Some(BEFORE.texts[1]));
        assert_eq!(before(90.0), None);
    }

    #[test]
    fn a_line_is_what_nothing_is_in_the_way_of() {
        assert_eq!(parts((0.0, 50.0), &[]), [(0.0, 50.0)]);
        let stretches = [(2.0, 10.0), (30.0, 48.0)];
        assert_eq!(parts((0.0, 50.0), &stretches), [(10.0, 30.0)]);
    }
}
