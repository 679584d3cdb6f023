//! The page's style sheets as a drawing that stands alone needs them: without custom properties, light,
//! and only what draws.

use std::collections::BTreeMap;

/// Properties that draw.
const DRAWING: [&str; 14] = [
    "color",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-opacity",
    "opacity",
    "paint-order",
    "font-size",
    "font-style",
    "font-weight",
];

/// Custom properties with their values, as they are in light.
pub(super) struct Colours(BTreeMap<String, String>);

impl Colours {
    /// Reads them from a style sheet.
    pub(super) fn of(css: &str) -> Self {
        let roots = rules(css)
            .into_iter()
            .filter(|(selector, _)| selector == ":root");
        let pairs = roots.flat_map(|(_, body)| declarations(&body));
        let custom =
            pairs.filter_map(|(name, value)| Some((name.strip_prefix("--")?.to_owned(), value)));
        Self(custom.collect())
    }

    /// The value of a custom property; black where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("#000", String::as_str)
    }

    /// A value with what custom properties stand for.
    fn resolved(&self, value: &str) -> String {
        let mut resolved = String::new();
        let mut rest = value;
        while let Some((before, after)) = rest.split_once("var(--") {
            let (name, after) = after.split_once(')').unwrap_or((after, ""));
            resolved.push_str(before);
            // What marks are painted with is the colour of their class.
            resolved.push_str(if name == "ink-of" {
                "currentColor"
            } else {
                self.get(name)
            });
            rest = after;
        }
        resolved + rest
    }

    /// Those rules of a style sheet that draw.
    pub(super) fn drawing_rules(&self, css: &str) -> String {
        let rules = rules(css)
            .into_iter()
            .filter(|(selector, _)| is_plain(selector));
        let texts = rules.filter_map(|(selector, body)| {
            let pairs = declarations(&body).into_iter();
            let drawing = pairs.filter(|(name, _)| DRAWING.contains(&name.as_str()));
            let texts: Vec<String> = drawing
                .map(|(name, value)| format!("{name}:{}", self.resolved(&value)))
                .collect();
            (!texts.is_empty()).then(|| format!("{selector}{{{}}}", texts.join(";")))
        });
        texts.collect()
    }
}

/// The rules of a style sheet that hold everywhere, each with what is in its braces.
fn rules(css: &str) -> Vec<(String, String)> {
    let mut rules = Vec::new();
    let mut rest = css;
    while let Some((selector, after)) = rest.split_once('{') {
        let end = closing(after);
        let selector = selector.rsplit(';').next().unwrap_or_default().trim();
        if !selector.starts_with('@') {
            rules.push((selector.to_owned(), after[..end].to_owned()));
        }
        rest = after.get(end + 1..).unwrap_or_default();
    }
    rules
}

/// Where the brace is that closes one which was just opened.
fn closing(css: &str) -> usize {
    let mut depth = 0_usize;
    let end = css.find(|character| {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => return true,
            '}' => depth -= 1,
            _ => {}
        }
        false
    });
    end.unwrap_or(css.len())
}

fn declarations(body: &str) -> Vec<(String, String)> {
    let pairs = body.split(';').filter_map(|pair| pair.split_once(':'));
    pairs
        .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
        .collect()
}

/// Whether a selector names only classes and elements, one within the other.
fn is_plain(selector: &str) -> bool {
    selector
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || ".,- ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHEET: &str = ":root{--card:#fff;--revenue:#2f6db3}.hp-dot{fill:var(--ink-of);stroke:var(--card);cursor:pointer}\
        @media screen{:root{--card:#000}.hp-dot{fill:red}}.hp-ink-revenue{--ink-of:var(--revenue);color:var(--revenue)}\
        .hp-plot text:hover{fill:red}.hp-plot .hp-tick{font-size:12px;display:block}.hp-card{display:grid}";

    #[test]
    fn what_draws_is_kept_with_its_light_colours() {
        let colours = Colours::of(SHEET);
        assert_eq!(colours.get("card"), "#fff");
        assert_eq!(
            colours.drawing_rules(SHEET),
            ".hp-dot{fill:currentColor;stroke:#fff}.hp-ink-revenue{color:#2f6db3}.hp-plot .hp-tick{font-size:12px}"
        );
    }
}
