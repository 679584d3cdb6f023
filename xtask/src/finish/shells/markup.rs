//! Markup as a tree, as far as Yew writes it: every element is closed, every attribute quoted.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail, ensure};

/// Elements that have no end tag.
const VOID: [&str; 9] = [
    "area", "br", "col", "hr", "img", "input", "link", "meta", "source",
];

/// A piece of markup.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    /// An element.
    Element(Element),
    /// Text, as it stands in markup.
    Text(String),
}

/// An element with what is in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Element {
    /// Its name.
    pub(super) name: String,
    /// Its attributes, their values as they stand in markup.
    pub(super) attributes: Vec<(String, String)>,
    /// What is in it.
    pub(super) children: Vec<Node>,
}

impl Element {
    /// Reads markup with one element at its top.
    ///
    /// # Errors
    /// When it is not that, or not closed.
    pub(super) fn read(markup: &str) -> Result<Self> {
        let mut open = vec![Self::default()];
        let mut rest = markup;
        while let Some((text, tail)) = rest.split_once('<') {
            push_text(&mut open, text)?;
            let (tag, after) = tail.split_once('>').context("a tag has no end")?;
            take_tag(&mut open, tag)?;
            rest = after;
        }
        ensure!(
            rest.is_empty() && open.len() == 1,
            "the markup ends too early"
        );
        let top = open.pop().context("there is always a top")?;
        match <[Node; 1]>::try_from(top.children) {
            Ok([Node::Element(element)]) => Ok(element),
            _ => bail!("there is not one element at the top"),
        }
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Sets an attribute; it is then the last one.
    pub(super) fn set(&mut self, name: &str, value: &str) {
        self.attributes.retain(|(known, _)| known != name);
        self.attributes.push((name.to_owned(), value.to_owned()));
    }

    /// Whether one of its classes is this.
    pub(super) fn has_class(&self, class: &str) -> bool {
        let classes = self.attribute("class").unwrap_or_default();
        classes.split(' ').any(|own| own == class)
    }

    /// The first element in it, itself included, for which `is_it` holds.
    pub(super) fn find(&self, is_it: &impl Fn(&Self) -> bool) -> Option<&Self> {
        if is_it(self) {
            return Some(self);
        }
        self.elements().find_map(|child| child.find(is_it))
    }

    /// The first element in it with this class.
    ///
    /// # Errors
    /// When there is none.
    pub(super) fn first(&self, class: &str) -> Result<&Self> {
        let found = self.find(&|element| element.has_class(class));
        found.with_context(|| format!("nothing has the class {class}"))
    }

    /// Every element in it, itself included, with this class, in their order.
    pub(super) fn all(&self, class: &str) -> Vec<&Self> {
        let inside = self.elements().flat_map(|child| child.all(class));
        let own = self.has_class(class).then_some(self);
        own.into_iter().chain(inside).collect()
    }

    /// Does something to each element in it, itself included.
    pub(super) fn each(&mut self, change: &mut impl FnMut(&mut Self)) {
        change(self);
        for child in &mut self.children {
            if let Node::Element(element) = child {
                element.each(change);
            }
        }
    }

    /// Takes out each element in it for which `is_unwanted` holds.
    pub(super) fn prune(&mut self, is_unwanted: &impl Fn(&Self) -> bool) {
        self.children.retain(|child| match child {
            Node::Element(element) => !is_unwanted(element),
            Node::Text(_) => true,
        });
        for child in &mut self.children {
            if let Node::Element(element) = child {
                element.prune(is_unwanted);
            }
        }
    }

    /// Takes out everything that follows the first element for which `is_last` holds, and says whether
    /// there is one.
    pub(super) fn end_with(&mut self, is_last: &impl Fn(&Self) -> bool) -> bool {
        if is_last(self) {
            return true;
        }
        let end = self.children.iter_mut().position(|child| match child {
            Node::Element(element) => element.end_with(is_last),
            Node::Text(_) => false,
        });
        if let Some(end) = end {
            self.children.truncate(end + 1);
        }
        end.is_some()
    }

    /// The text in it, its entities replaced.
    pub(super) fn text(&self) -> String {
        let parts = self.children.iter().map(|child| match child {
            Node::Element(element) => element.text(),
            Node::Text(text) => unescaped(text),
        });
        parts.collect()
    }

    /// The elements that stand directly in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Appends the markup to `page`.
    pub(super) fn write(&self, page: &mut String) {
        page.push('<');
        page.push_str(&self.name);
        for (name, value) in &self.attributes {
            page.push_str(&format!(" {name}=\"{value}\""));
        }
        page.push('>');
        if VOID.contains(&self.name.as_str()) {
            return;
        }
        for child in &self.children {
            match child {
                Node::Element(element) => element.write(page),
                Node::Text(text) => page.push_str(text),
            }
        }
        page.push_str(&format!("</{}>", self.name));
    }

    /// The markup.
    pub(super) fn markup(&self) -> String {
        let mut markup = String::new();
        self.write(&mut markup);
        markup
    }
}

/// The classes of all elements in markup.
pub(super) fn classes(markup: &str) -> BTreeSet<&str> {
    let lists = markup.split(" class=\"").skip(1);
    let lists = lists.filter_map(|list| list.split('"').next());
    lists.flat_map(str::split_whitespace).collect()
}

fn push_text(open: &mut [Element], text: &str) -> Result<()> {
    let parent = open.last_mut().context("text follows the last element")?;
    if !text.is_empty() {
        parent.children.push(Node::Text(text.to_owned()));
    }
    Ok(())
}

/// Takes what stands between `<` and `>`.
fn take_tag(open: &mut Vec<Element>, tag: &str) -> Result<()> {
    if let Some(name) = tag.strip_prefix('/') {
        let ended = open.pop().context("an end tag without its start tag")?;
        ensure!(ended.name == name, "<{}> is ended by </{name}>", ended.name);
        let parent = open
            .last_mut()
            .context("an end tag without its start tag")?;
        parent.children.push(Node::Element(ended));
        return Ok(());
    }
    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    let element = Element {
        name: name.to_owned(),
        attributes: read_attributes(attributes)?,
        children: Vec::new(),
    };
    match open.last_mut() {
        Some(parent) if VOID.contains(&name) => parent.children.push(Node::Element(element)),
        _ => open.push(element),
    }
    Ok(())
}

fn read_attributes(mut rest: &str) -> Result<Vec<(String, String)>> {
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        let (name, tail) = rest
            .trim_start()
            .split_once("=\"")
            .context("an attribute without a value")?;
        let (value, after) = tail
            .split_once('"')
            .context("an attribute without an end")?;
        attributes.push((name.to_owned(), value.to_owned()));
        rest = after;
    }
    Ok(attributes)
}

/// Text with its entities replaced.
fn unescaped(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    let replaced =
        |text: String, (entity, character): &(&str, &str)| text.replace(entity, character);
    pairs.iter().fold(text.to_owned(), replaced)
}

/// Text as it may stand in markup and in an attribute in double quotes.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<div class=\"a b\"><p>One &amp; <b>two</b></p><input value=\"3\"><ul><li>x</li><li class=\"c\">y</li><li>z</li></ul><p>end</p></div>";

    fn page() -> Element {
        Element::read(PAGE).expect("it is whole")
    }

    #[test]
    fn every_class_is_found() {
        assert_eq!(classes(PAGE), BTreeSet::from(["a", "b", "c"]));
    }

    #[test]
    fn what_is_read_is_written_as_it_was() {
        assert_eq!(page().markup(), PAGE);
    }

    #[test]
    fn elements_are_found_by_class_and_say_their_text() {
        let page = page();
        assert_eq!(page.text(), "One & twoxyzend");
        assert_eq!(page.first("c").expect("there is one").text(), "y");
        assert!(page.first("d").is_err());
        assert_eq!(page.all("b").len(), 1);
    }

    #[test]
    fn what_follows_the_last_wanted_element_is_gone_at_every_level() {
        let mut page = page();
        assert!(page.end_with(&|element| element.has_class("c")));
        assert!(
            page.markup()
                .ends_with("<ul><li>x</li><li class=\"c\">y</li></ul></div>")
        );
    }

    #[test]
    fn attributes_are_changed_and_elements_taken_out() {
        let mut page = page();
        page.prune(&|element| element.name == "ul");
        page.each(&mut |element| {
            if element.name == "input" {
                element.set("value", "4");
            }
        });
        assert!(page.markup().contains("<input value=\"4\"><p>end"));
    }

    #[test]
    fn markup_that_is_not_whole_is_refused() {
        for broken in [
            "",
            "text",
            "<p>",
            "<p></b>",
            "<p></p><p></p>",
            "<p class=a></p>",
            "</p>",
        ] {
            assert!(Element::read(broken).is_err(), "{broken}");
        }
    }

    #[test]
    fn escaped_text_stands_in_an_attribute() {
        assert_eq!(escaped("\"a\" < b & c"), "&quot;a&quot; &lt; b &amp; c");
        assert_eq!(unescaped(&escaped("\"a\" < b & c")), "\"a\" < b & c");
    }
}
