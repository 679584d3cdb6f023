//! How much room text takes, without a browser to ask.

/// Width of 12-px text, px: on the safe side for the fonts that browsers choose, of which DejaVu
/// Sans is the widest.
pub fn text_width(text: &str) -> f64 {
    text.chars().map(character_width).sum()
}

fn character_width(c: char) -> f64 {
    match c {
        '.' | ',' | '\'' | ':' | ' ' | '\u{a0}' | 'i' | 'j' | 'l' | 'r' | 't' | 'f' | 'I' | '/' => {
            5.6
        }
        'M' | 'W' | 'm' | 'w' | '%' | '+' | '\u{2212}' | '×' => 11.8,
        _ => 8.1,
    }
}

/// A paragraph of 12-px text in lines of at most `width` px, broken between words but not at a
/// no-break space, and within a word that is longer than a line. No line is empty; an empty paragraph has none.
pub fn wrapped(paragraph: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_ascii_whitespace() {
        let fits =
            |line: &&mut String| text_width(line) + text_width(" ") + text_width(word) <= width;
        match lines.last_mut().filter(fits) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => push_word(&mut lines, word, width),
        }
    }
    lines
}

/// Begins lines with a word, as many as it is long.
fn push_word(lines: &mut Vec<String>, word: &str, width: f64) {
    let mut line = String::new();
    for c in word.chars() {
        if !line.is_empty() && text_width(&line) + character_width(c) > width {
            lines.push(std::mem::take(&mut line));
        }
        line.push(c);
    }
    lines.push(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_breaks_between_words() {
        assert_eq!(wrapped("one two  three", 65.0), ["one two", "three"]);
        assert!(wrapped(" ", 65.0).is_empty());
        assert_eq!(
            wrapped("it is $2.1\u{a0}bn", 70.0),
            ["it is", "$2.1\u{a0}bn"]
        );
    }

    #[test]
    fn a_word_that_is_longer_than_a_line_breaks_anywhere() {
        let lines = wrapped("see https://example.org/#v=1&btc_price=90000", 100.0);
        assert_eq!(
            lines.concat().replace("see", ""),
            "https://example.org/#v=1&btc_price=90000"
        );
        for line in lines {
            assert!(text_width(&line) <= 100.0, "{line} is too long");
        }
    }

    #[test]
    fn no_width_is_no_failure() {
        assert_eq!(wrapped("ab c", f64::NAN).concat(), "abc");
        assert_eq!(wrapped("ab", 0.0), ["a", "b"]);
    }

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
