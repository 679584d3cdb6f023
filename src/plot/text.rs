//! How much room text takes, without a browser to ask.

/// Mean width of a character of 12-px text in a wide sans-serif, px.
const CHARACTER: f64 = 7.6;

/// Width of 12-px text, px: on the safe side for the fonts that browsers choose.
pub fn text_width(text: &str) -> f64 {
    text.chars().count() as f64 * CHARACTER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_and_not_bytes() {
        assert_eq!(text_width("\u{2212}$5k"), text_width("+$5k"));
        assert_eq!(text_width(""), 0.0);
    }
}
