//! How much room text takes, without a browser to ask.

/// Width of 12-px text, px: on the safe side for the fonts that browsers choose, of which DejaVu
/// Sans is the widest.
pub fn text_width(text: &str) -> f64 {
    text.chars().map(character_width).sum()
}

fn character_width(c: char) -> f64 {
    match c {
        '.' | ',' | '\'' | ':' | ' ' | 'i' | 'j' | 'l' | 'r' | 't' | 'f' | 'I' | '/' => 5.6,
        'M' | 'W' | 'm' | 'w' | '%' | '+' | '\u{2212}' | '×' => 11.8,
        _ => 8.1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_take_more_room_than_narrow_ones() {
        assert!(text_width("MM") > text_width("88"));
        assert!(text_width("88") > text_width("ll"));
        assert_eq!(text_width(""), 0.0);
    }

    #[test]
    fn is_enough_for_what_dejavu_sans_was_measured_to_need() {
        // Widths in px of 12-px DejaVu Sans, the last in bold.
        for (text, measured) in [
            ("\u{2212}$25k", 39.9),
            ("$150k", 37.5),
            ("$1M", 25.6),
            ("Gross profit", 80.3),
        ] {
            assert!(text_width(text) >= measured, "{text} needs {measured}");
        }
    }
}
