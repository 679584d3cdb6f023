//! Words with colours, set in lines.

use anyhow::Result;

use super::markup::{Element, Node, escaped};
use super::paint::Painter;

/// Words that no line breaks apart, in one style.
#[derive(Clone, Debug, PartialEq)]
struct Piece {
    text: String,
    /// The classes of the elements around it.
    classes: String,
    is_bold: bool,
}

/// What a line is not broken within.
type Word = Vec<Piece>;

/// How words are set.
pub(super) struct Setting<'a> {
    /// Measures them.
    pub(super) painter: &'a Painter,
    /// Attributes of the family.
    pub(super) family: &'a str,
    /// The size, px.
    pub(super) size: f64,
    /// The room, px.
    pub(super) width: f64,
}

impl Setting<'_> {
    fn attributes(&self, is_bold: bool) -> String {
        let weight = if is_bold { 600 } else { 400 };
        format!(
            "{} font-size=\"{}\" font-weight=\"{weight}\"",
            self.family, self.size
        )
    }

    fn width_of(&self, word: &Word) -> Result<f64> {
        let widths = word.iter().map(|piece| {
            self.painter
                .width(&escaped(&piece.text), &self.attributes(piece.is_bold))
        });
        widths.sum()
    }

    /// The lines of what an element says: each the content of a `<text>`.
    ///
    /// # Errors
    /// When a word cannot be measured.
    pub(super) fn lines(&self, element: &Element) -> Result<Vec<String>> {
        // A space has no box of its own.
        let space = 0.25 * self.size;
        let mut lines: Vec<(Vec<Word>, f64)> = Vec::new();
        for word in words(element) {
            let width = self.width_of(&word)?;
            match lines.last_mut() {
                Some((line, end)) if *end + space + width <= self.width => {
                    line.push(word);
                    *end += space + width;
                }
                _ => lines.push((vec![word], width)),
            }
        }
        Ok(lines.iter().map(|(line, _)| content(line)).collect())
    }
}

/// The words of an element: what is bold stays in one piece, as on the page.
fn words(element: &Element) -> Vec<Word> {
    let mut words = vec![Word::new()];
    gather(element, "", false, &mut words);
    words.retain(|word| !word.is_empty());
    words
}

fn gather(element: &Element, classes: &str, is_bold: bool, words: &mut Vec<Word>) {
    for child in &element.children {
        match child {
            Node::Element(inner) => {
                let own = inner.attribute("class").unwrap_or(classes);
                gather(inner, own, is_bold || inner.name == "b", words);
            }
            Node::Text(_) => {
                let text = Element {
                    children: vec![child.clone()],
                    ..Element::default()
                }
                .text();
                let pieces: Vec<&str> = if is_bold {
                    vec![&text]
                } else {
                    text.split(' ').collect()
                };
                for (index, piece) in pieces.into_iter().enumerate() {
                    if index > 0 {
                        words.push(Word::new());
                    }
                    if let Some(word) = words.last_mut().filter(|_| !piece.is_empty()) {
                        word.push(Piece {
                            text: piece.to_owned(),
                            classes: classes.to_owned(),
                            is_bold,
                        });
                    }
                }
            }
        }
    }
}

fn content(line: &[Word]) -> String {
    let words = line
        .iter()
        .map(|word| word.iter().map(span).collect::<String>());
    words.collect::<Vec<_>>().join(" ")
}

fn span(piece: &Piece) -> String {
    let Piece {
        text,
        classes,
        is_bold,
    } = piece;
    let text = escaped(text);
    match is_bold {
        true => format!(
            "<tspan class=\"{classes}\" fill=\"currentColor\" font-weight=\"600\">{text}</tspan>"
        ),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_bold_is_one_word_with_what_touches_it() {
        let sentence = Element::read(
            "<h1>worth <b class=\"hp-ink-hpc\">$2.05 bn</b>, or <span class=\"hp-short\">so</span></h1>",
        );
        let words = words(&sentence.expect("it is whole"));
        let texts: Vec<String> = words
            .iter()
            .map(|word| word.iter().map(|piece| piece.text.as_str()).collect())
            .collect();
        assert_eq!(texts, ["worth", "$2.05 bn,", "or", "so"]);
        assert_eq!(words[1][0].classes, "hp-ink-hpc");
        assert!(words[1][0].is_bold && !words[1][1].is_bold);
    }
}
