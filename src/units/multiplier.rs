//! The letters that multiply a number in writing: `k`, `M`, `bn`, `T`.

/// Each multiplier, in small letters, and its power of ten. Longer ones stand before those that they start with.
const MULTIPLIERS: [(&str, i32); 12] = [
    ("thousand", 3),
    ("million", 6),
    ("billion", 9),
    ("trillion", 12),
    ("mm", 6),
    ("mn", 6),
    ("bn", 9),
    ("tn", 12),
    ("k", 3),
    ("m", 6),
    ("b", 9),
    ("t", 12),
];

/// The power of ten of the multiplier that a text of small letters starts with, and what stands behind it.
#[must_use]
pub fn multiplier(text: &str) -> Option<(i32, &str)> {
    MULTIPLIERS
        .into_iter()
        .find_map(|(name, places)| Some((places, text.strip_prefix(name)?)))
}

/// The power of ten by which a parameter's unit already multiplies: `48bn` in a unit of `USD bn` is 48.
#[must_use]
pub fn own_places(unit: &str) -> i32 {
    if unit.starts_with("USD bn") {
        9
    } else if unit.starts_with("USD m") || unit.starts_with("million") {
        6
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_multiplier_is_read() {
        for (text, read) in [
            ("m", Some((6, ""))),
            ("mm", Some((6, ""))),
            ("millions", Some((6, "s"))),
            ("bn", Some((9, ""))),
            ("tn/s", Some((12, "/s"))),
            ("", None),
            ("eh/s", None),
        ] {
            assert_eq!(multiplier(text), read, "{text}");
        }
    }

    #[test]
    fn a_unit_of_millions_or_billions_multiplies_by_itself() {
        for (unit, places) in [
            ("USD bn", 9),
            ("USD m/MW", 6),
            ("million", 6),
            ("USD/MWh", 0),
            ("MW", 0),
        ] {
            assert_eq!(own_places(unit), places, "{unit}");
        }
    }
}
