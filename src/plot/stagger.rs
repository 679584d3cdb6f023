//! Labels along a line that would touch, on lines of text one under the other.

/// The line of text, from 0, that each label stands on: the first one on which it keeps `gap` px from
/// those before it. `spans` are where they begin and end, px.
pub fn stagger(spans: &[(f64, f64)], gap: f64) -> Vec<usize> {
    let mut placed: Vec<(usize, (f64, f64))> = Vec::with_capacity(spans.len());
    for span in spans {
        let touches = |line: usize| {
            let mut others = placed.iter().filter(|(taken, _)| *taken == line);
            others.any(|(_, other)| span.0 < other.1 + gap && other.0 < span.1 + gap)
        };
        let mut line = 0;
        while touches(line) {
            line += 1;
        }
        placed.push((line, *span));
    }
    placed.into_iter().map(|(line, _)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::stagger;

    #[test]
    fn labels_apart_share_the_first_line() {
        assert_eq!(
            stagger(&[(0.0, 10.0), (20.0, 30.0), (40.0, 50.0)], 4.0),
            [0, 0, 0]
        );
        assert!(stagger(&[], 4.0).is_empty());
    }

    #[test]
    fn a_label_that_touches_goes_to_the_next_line_with_room() {
        let spans = [(0.0, 10.0), (12.0, 22.0), (20.0, 30.0), (27.0, 28.0)];
        assert_eq!(stagger(&spans, 4.0), [0, 1, 0, 1]);
        assert_eq!(stagger(&[(0.0, 5.0); 3], 0.0), [0, 1, 2]);
    }

    #[test]
    fn what_is_no_number_touches_nothing() {
        assert_eq!(stagger(&[(0.0, 5.0), (f64::NAN, f64::NAN)], 1.0), [0, 0]);
    }
}
