//! Names of upright lines: they hang like flags on poles, on either side and one below the other, so
//! that as few lines as can be run through a name.

/// An upright line with a name, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pole {
    /// Where it stands.
    pub x: f64,
    /// The width of its name, with the distance between both.
    pub width: f64,
}

/// Where a name hangs. Its pole begins at its row: above that it is in nobody's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Whether it hangs on the left.
    pub is_left: bool,
    /// Its row, from 0 at the top.
    pub row: usize,
}

/// A name that is hung up, and the place of its pole.
type Hung = (Pole, Option<Flag>);

/// What it costs that a line runs through a name, in rows that a name is lower for it.
const CROSSED: usize = 4;

/// Where the names of `poles` hang between `ends`, `gap` px from each other. `uprights` are lines over all
/// rows. A name for which neither side has room has no flag. Every way is tried that is not dearer already:
/// meant for a handful.
pub fn flags(poles: &[Pole], uprights: &[f64], ends: (f64, f64), gap: f64) -> Vec<Option<Flag>> {
    let mut best = Best::default();
    let plot = Plot {
        uprights,
        ends,
        gap,
    };
    plot.hang(poles, &mut Vec::with_capacity(poles.len()), &mut best);
    let hung = best.hung.into_iter();
    hung.map(|(_, flag)| flag).collect()
}

/// The cheapest way that was found.
#[derive(Default)]
struct Best {
    cost: Option<usize>,
    hung: Vec<Hung>,
}

struct Plot<'a> {
    uprights: &'a [f64],
    ends: (f64, f64),
    gap: f64,
}

impl Plot<'_> {
    /// Hangs up the names of `rest` in every way beside those that hang, and keeps the cheapest.
    fn hang(&self, rest: &[Pole], hung: &mut Vec<Hung>, best: &mut Best) {
        // It only gets dearer with what is still to come.
        let cost = self.cost(hung);
        if best.cost.is_some_and(|cheapest| cheapest <= cost) {
            return;
        }
        let Some((pole, rest)) = rest.split_first() else {
            *best = Best {
                cost: Some(cost),
                hung: hung.clone(),
            };
            return;
        };
        let sides = [false, true].map(|is_left| Flag { is_left, row: 0 });
        let has_room = |flag: &Flag| {
            let (from, to) = span(*pole, *flag);
            from >= self.ends.0 && to <= self.ends.1
        };
        let mut is_hung = false;
        for side in sides.into_iter().filter(has_room) {
            for row in 0..=hung.len() + rest.len() {
                let flag = Flag { row, ..side };
                if !self.touches(*pole, flag, hung) {
                    is_hung = true;
                    hung.push((*pole, Some(flag)));
                    self.hang(rest, hung, best);
                    hung.pop();
                }
            }
        }
        if !is_hung {
            hung.push((*pole, None));
            self.hang(rest, hung, best);
            hung.pop();
        }
    }

    /// Whether a name would touch one that hangs in its row.
    fn touches(&self, pole: Pole, flag: Flag, hung: &[Hung]) -> bool {
        let (from, to) = span(pole, flag);
        hung.iter().any(|(other, hanging)| {
            hanging.is_some_and(|hanging| {
                let (start, end) = span(*other, hanging);
                hanging.row == flag.row && from < end + self.gap && start < to + self.gap
            })
        })
    }

    /// What all of them cost together.
    fn cost(&self, hung: &[Hung]) -> usize {
        let rows = hung.iter().filter_map(|(_, flag)| Some(flag.as_ref()?.row));
        rows.sum::<usize>()
            + CROSSED
                * hung
                    .iter()
                    .map(|name| self.crossed(*name, hung))
                    .sum::<usize>()
    }

    /// How many lines run through a name.
    fn crossed(&self, (pole, flag): Hung, hung: &[Hung]) -> usize {
        let Some(flag) = flag else {
            return 0;
        };
        let (from, to) = span(pole, flag);
        let poles = hung.iter().filter(|(_, other)| {
            let begins = other.map_or(0, |other| other.row);
            begins <= flag.row
        });
        let lines = poles
            .map(|(other, _)| other.x)
            .chain(self.uprights.iter().copied());
        lines.filter(|x| from < *x && *x < to).count()
    }
}

/// Where a name begins and ends.
fn span(pole: Pole, flag: Flag) -> (f64, f64) {
    if flag.is_left {
        (pole.x - pole.width, pole.x)
    } else {
        (pole.x, pole.x + pole.width)
    }
}

#[cfg(test)]
mod tests {
    use super::{Flag, Pole, flags};

    const ENDS: (f64, f64) = (0.0, 200.0);

    fn hung(poles: &[(f64, f64)], uprights: &[f64]) -> Vec<Option<(&'static str, usize)>> {
        let poles: Vec<Pole> = poles
            .iter()
            .map(|(x, width)| Pole {
                x: *x,
                width: *width,
            })
            .collect();
        let told = |flag: Flag| (if flag.is_left { "left" } else { "right" }, flag.row);
        let all = flags(&poles, uprights, ENDS, 4.0);
        all.into_iter().map(|flag| flag.map(told)).collect()
    }

    #[test]
    fn names_apart_hang_in_the_first_row_on_the_right() {
        let apart = hung(&[(10.0, 40.0), (60.0, 40.0), (120.0, 40.0)], &[]);
        assert_eq!(apart, [Some(("right", 0)); 3]);
        assert!(hung(&[], &[50.0]).is_empty());
    }

    #[test]
    fn a_name_hangs_on_the_side_that_has_room() {
        assert_eq!(hung(&[(190.0, 40.0)], &[]), [Some(("left", 0))]);
        assert_eq!(hung(&[(100.0, 150.0)], &[]), [None]);
    }

    #[test]
    fn a_name_turns_away_from_a_line() {
        assert_eq!(hung(&[(100.0, 40.0)], &[120.0]), [Some(("left", 0))]);
        // On its own line it stays: there both are one.
        assert_eq!(hung(&[(100.0, 40.0)], &[100.0]), [Some(("right", 0))]);
    }

    #[test]
    fn a_name_under_another_keeps_its_pole_out_of_it() {
        // Neither has room on the right, and the left one's pole would run through the right one's name.
        let names = hung(&[(180.0, 60.0), (190.0, 60.0)], &[]);
        assert_eq!(names, [Some(("left", 1)), Some(("left", 0))]);
    }

    #[test]
    fn where_a_line_cannot_be_avoided_a_name_is_not_lowered_for_it() {
        assert_eq!(hung(&[(100.0, 60.0)], &[70.0, 130.0]), [Some(("right", 0))]);
    }

    #[test]
    fn names_in_one_row_never_touch() {
        for step in 0..50 {
            let near = f64::from(step);
            let poles = [(60.0, 50.0), (60.0 + near, 50.0), (60.0 + 2.0 * near, 50.0)];
            let named = hung(&poles, &[90.0]);
            let spans: Vec<(usize, f64, f64)> = poles
                .iter()
                .zip(&named)
                .filter_map(|((x, width), flag)| {
                    let (side, row) = (*flag)?;
                    let from = if side == "left" { x - width } else { *x };
                    Some((row, from, from + width))
                })
                .collect();
            for (index, one) in spans.iter().enumerate() {
                let rivals = spans[index + 1..].iter().filter(|other| other.0 == one.0);
                for other in rivals {
                    assert!(
                        one.2 + 4.0 <= other.1 || other.2 + 4.0 <= one.1,
                        "{near}: {named:?}"
                    );
                }
            }
        }
    }
}
