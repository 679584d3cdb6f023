//! Any text within a link: percent-encoded UTF-8, with `+` for a space.

/// Names and texts as one text, for the page's own use.
pub fn joined<'a>(pairs: impl Iterator<Item = (&'a str, &'a str)>) -> String {
    let mut all = String::new();
    for (name, text) in pairs {
        if !all.is_empty() {
            all.push('&');
        }
        push_encoded(&mut all, name);
        all.push('=');
        push_encoded(&mut all, text);
    }
    all
}

/// The names and texts that were [`joined`].
pub fn parted(all: &str) -> impl Iterator<Item = (String, String)> {
    let pairs = all.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, text)| (decoded(name), decoded(text)))
}

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// Adds the text, with everything encoded but letters and digits of ASCII and `-`, `.`, `_`.
pub(super) fn push_encoded(link: &mut String, text: &str) {
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                link.push(char::from(byte));
            }
            b' ' => link.push('+'),
            _ => {
                link.push('%');
                link.push(char::from(DIGITS[usize::from(byte >> 4)]));
                link.push(char::from(DIGITS[usize::from(byte & 15)]));
            }
        }
    }
}

/// The text; what is no UTF-8 becomes U+FFFD, and a `%` that encodes nothing stays.
pub(in crate::state) fn decoded(link: &str) -> String {
    let mut bytes = Vec::with_capacity(link.len());
    let mut rest = link.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        bytes.push(match (first, after) {
            (b'+', _) => b' ',
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    rest = after;
                    high << 4 | low
                }
                _ => b'%',
            },
            (byte, _) => *byte,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(byte: u8) -> Option<u8> {
    let upper = byte.to_ascii_uppercase();
    let value = DIGITS.iter().position(|digit| *digit == upper)?;
    Some(value as u8)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encoded(text: &str) -> String {
        let mut link = String::new();
        push_encoded(&mut link, text);
        link
    }

    #[test]
    fn a_link_holds_letters_and_digits_as_they_are() {
        for (text, link) in [
            ("Riverbend-2_a.b", "Riverbend-2_a.b"),
            ("A & B", "A+%26+B"),
            ("1+1=2", "1%2B1%3D2"),
            ("~?#%", "%7E%3F%23%25"),
            ("ß", "%C3%9F"),
        ] {
            assert_eq!(encoded(text), link);
        }
    }

    #[test]
    fn what_encodes_nothing_stays() {
        for (link, text) in [
            ("100%", "100%"),
            ("%zz", "%zz"),
            ("%4", "%4"),
            ("%c3%9f", "ß"),
            ("%FF", "\u{fffd}"),
        ] {
            assert_eq!(decoded(link), text);
        }
    }

    proptest! {
        #[test]
        fn what_is_joined_comes_apart_again(
            pairs in prop::collection::vec(any::<(String, String)>(), 0..5),
        ) {
            let all = joined(pairs.iter().map(|(name, text)| (&**name, &**text)));
            prop_assert_eq!(parted(&all).collect::<Vec<_>>(), pairs);
        }

        #[test]
        fn every_text_survives(text in any::<String>()) {
            let link = encoded(&text);
            prop_assert!(link.bytes().all(|byte| byte.is_ascii_graphic()), "{}", link);
            prop_assert_eq!(decoded(&link), text);
        }
    }
}
