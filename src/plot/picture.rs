//! A drawing as a file that stands alone: under its title and sentence, over its source.

use super::path::pixels;
use super::text::wrapped;

/// Air around everything, px.
const MARGIN: f64 = 16.0;
/// From one line of small text to the next, px.
const LINE: f64 = 18.0;
/// Text of this size is what [`text_width`](super::text_width) measures, px.
const SMALL: f64 = 12.0;
/// Size of the sentence, px.
const SENTENCE: f64 = 13.0;
/// Size of the title, px.
const TITLE: f64 = 15.0;

/// What a file shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture<'a> {
    /// The drawing, an `<svg>` element with `x` and `y` left out.
    pub drawing: &'a str,
    /// Width and height of the drawing, px.
    pub size: (f64, f64),
    /// The question.
    pub title: &'a str,
    /// The answer.
    pub sentence: &'a str,
    /// Unit, source, date, link: a paragraph each.
    pub notes: &'a [String],
    /// Colours of the ground, of text and of small text.
    pub colours: [&'a str; 3],
    /// The typeface, as CSS names it.
    pub font: &'a str,
}

impl Picture<'_> {
    /// The file, and its width and height in px.
    #[must_use]
    pub fn svg(&self) -> (String, (f64, f64)) {
        let inner = self.size.0;
        let [ground, ink, quiet] = self.colours.map(escaped);
        let mut texts = String::new();
        let mut y = MARGIN + TITLE;
        push_lines(
            &mut texts,
            &mut y,
            self.title,
            (TITLE, inner),
            &format!("font-weight=\"600\" fill=\"{ink}\""),
        );
        push_lines(
            &mut texts,
            &mut y,
            self.sentence,
            (SENTENCE, inner),
            &format!("fill=\"{ink}\""),
        );
        let top = y - LINE + SMALL;
        y = top + self.size.1 + MARGIN + SMALL;
        for note in self.notes {
            push_lines(
                &mut texts,
                &mut y,
                note,
                (SMALL, inner),
                &format!("fill=\"{quiet}\""),
            );
        }
        let (width, height) = (inner + 2.0 * MARGIN, y - LINE + MARGIN);
        let (w, h, x, top) = (pixels(width), pixels(height), pixels(MARGIN), pixels(top));
        let (font, drawing) = (escaped(self.font), self.drawing);
        let (title, sentence) = (escaped(self.title), escaped(self.sentence));
        let file = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" font-family=\"{font}\">\
             <title>{title}</title><desc>{sentence}</desc>\
             <rect width=\"{w}\" height=\"{h}\" fill=\"{ground}\"/>{texts}\
             <g transform=\"translate({x},{top})\">{drawing}</g></svg>"
        );
        (file, (width, height))
    }
}

/// Adds a paragraph of text of `size` px that is `width` px wide, its first line on `y`, and moves
/// `y` to the line after it.
fn push_lines(
    texts: &mut String,
    y: &mut f64,
    paragraph: &str,
    (size, width): (f64, f64),
    style: &str,
) {
    for line in wrapped(paragraph, width * SMALL / size) {
        let (x, at, line) = (pixels(MARGIN), pixels(*y), escaped(&line));
        texts.push_str(&format!(
            "<text x=\"{x}\" y=\"{at}\" font-size=\"{}\" {style}>{line}</text>",
            pixels(size)
        ));
        *y += LINE;
    }
}

/// Text as it may stand in markup and in an attribute in double quotes.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(sentence: &str, notes: &[String]) -> (String, (f64, f64)) {
        Picture {
            drawing: "<svg width=\"400\" height=\"250\"></svg>",
            size: (400.0, 250.0),
            title: "If bitcoin & fees move",
            sentence,
            notes,
            colours: ["#fff", "#000", "#555"],
            font: "\"Segoe UI\", sans-serif",
        }
        .svg()
    }

    #[test]
    fn a_file_holds_title_sentence_drawing_and_notes_escaped() {
        let (file, _) = picture("Power < revenue.", &["from \"here\"".to_owned()]);
        for part in [
            "If bitcoin &amp; fees move",
            "Power &lt; revenue.",
            "<title>If bitcoin &amp; fees move</title><desc>Power &lt; revenue.</desc>",
            "<svg width=\"400\" height=\"250\"></svg>",
            "from &quot;here&quot;",
            "font-family=\"&quot;Segoe UI&quot;, sans-serif\"",
        ] {
            assert!(file.contains(part), "{part} is not in {file}");
        }
        assert!(file.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"432\""));
    }

    #[test]
    fn a_longer_sentence_makes_a_taller_file_of_the_same_width() {
        let (_, short) = picture("Short.", &[]);
        let (_, long) = picture(&"A long sentence. ".repeat(12), &[]);
        assert!(long.1 > short.1 && long.0 == short.0);
        assert!(short.1 > 250.0);
    }
}
