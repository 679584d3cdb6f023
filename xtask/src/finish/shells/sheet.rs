//! The page's style sheets as a page needs them that has only some of the elements, and as a drawing that
//! stands alone needs them: without custom properties, light, and only what draws.

use std::collections::{BTreeMap, BTreeSet};

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

/// Those rules of a style sheet that can apply on a screen where elements have these classes and no other.
pub(super) fn used_rules(css: &str, classes: &BTreeSet<&str>) -> String {
    let used = |(selectors, body): (String, String)| {
        if selectors == "@media print" {
            return None;
        }
        if selectors.starts_with('@') {
            let body = match body.contains('{') {
                true => used_rules(&body, classes),
                false => body,
            };
            return (!body.is_empty()).then(|| format!("{selectors}{{{body}}}"));
        }
        let can_apply = |selector: &&str| classes_in(selector).all(|class| classes.contains(class));
        let kept: Vec<&str> = listed(&selectors).into_iter().filter(can_apply).collect();
        (!kept.is_empty()).then(|| format!("{}{{{body}}}", kept.join(",")))
    };
    all_rules(css).into_iter().filter_map(used).collect()
}

/// The selectors of a list, which have commas of their own within parentheses.
fn listed(selectors: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let is_between = |character: char| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        character == ',' && depth == 0
    };
    selectors.split(is_between).collect()
}

/// The classes that an element and those around it must have for a selector to apply. What stands in
/// parentheses says what they may have, or must not.
fn classes_in(selector: &str) -> impl Iterator<Item = &str> {
    let mut depth = 0_usize;
    let outside = selector.split(move |character: char| {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > 0 || character == ')'
    });
    let names = outside.flat_map(|part| part.split('.').skip(1));
    let is_end = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
    names.filter_map(move |name| name.split(is_end).next())
}

/// The rules of a style sheet that hold everywhere, each with what is in its braces.
fn rules(css: &str) -> Vec<(String, String)> {
    let mut rules = all_rules(css);
    rules.retain(|(selector, _)| !selector.starts_with('@'));
    rules
}

/// The same with those that hold under a condition.
fn all_rules(css: &str) -> Vec<(String, String)> {
    let mut rules = Vec::new();
    let mut rest = css;
    while let Some((selector, after)) = rest.split_once('{') {
        let end = closing(after);
        let selector = selector.rsplit(';').next().unwrap_or_default().trim();
        rules.push((selector.to_owned(), after[..end].to_owned()));
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

    #[test]
    fn rules_stay_whose_classes_are_all_there() {
        let classes = BTreeSet::from(["hp-a", "is-b"]);
        for (css, kept) in [
            (".hp-a{color:red}", ".hp-a{color:red}"),
            (".hp-a.is-b>p{color:red}", ".hp-a.is-b>p{color:red}"),
            (".hp-a .hp-c{color:red}", ""),
            (".hp-c,.hp-a:hover{color:red}", ".hp-a:hover{color:red}"),
            (
                ".hp-a:not(.hp-c,.hp-d) p{color:red}",
                ".hp-a:not(.hp-c,.hp-d) p{color:red}",
            ),
            (":is(.hp-c,p) .hp-c{color:red}", ""),
            ("[data-x] p{margin:.5em}", "[data-x] p{margin:.5em}"),
            ("@media (width<9em){.hp-c{color:red}}", ""),
            (
                "@media screen{.hp-c{color:red}.is-b{color:red}}",
                "@media screen{.is-b{color:red}}",
            ),
            ("@media print{.is-b{color:red}}", ""),
            ("@page{margin:1em}", "@page{margin:1em}"),
        ] {
            assert_eq!(used_rules(css, &classes), kept, "{css}");
        }
    }
}
