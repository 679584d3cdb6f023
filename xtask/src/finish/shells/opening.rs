//! What a reader sees before the app starts: the page as it was rendered, down to its first chart.

use anyhow::{Context, Result, ensure};
use hashpivot::state::View;

use super::markup::{Element, Node};
use super::path::simplified;

/// Parts of the page that do nothing before the app starts.
const DEAD: [&str; 5] = [
    "hp-rail",
    "hp-history",
    "hp-options",
    "hp-tools",
    "hp-chart-tools",
];

/// Other controls likewise.
const CONTROLS: [&str; 4] = ["button", "input", "select", "textarea"];

/// How much of the place of a slider's thumb between 0 and 1 is kept, as text: less than a tenth of a pixel
/// is lost.
const SLIDER_DIGITS: usize = "0.4745".len();

/// What is said while the app is on its way, once that takes long, and once it takes very long.
const WAITING: &str = "<div class=\"hp-said hp-shell-wait\"><p role=\"status\">Loading the calculator … \
    <span class=\"hp-shell-whose\">These are the figures of December 2025.</span>\
    <span class=\"hp-boot-slow\">This takes longer than it should. Reload the page, or open it in another browser.</span></p></div>";

/// What is said where no scripts run.
const WITHOUT_SCRIPTS: &str = "<noscript><p class=\"hp-notices\">These are the figures of December 2025, and they do not move: the calculator \
    needs JavaScript, which is switched off in this browser. Everything is computed on your own device and nothing is sent anywhere; \
    switch JavaScript on for this site and reload the page.</p></noscript>";

/// The opening of the page of a view, whose markup `page` is, on a page from which the site is at
/// `root`: what is dead is marked so, tabs lead to the other views' addresses.
///
/// # Errors
/// When it is not the markup of the page.
pub(super) fn opening(page: &Element, view: View, root: &str) -> Result<String> {
    let mut page = page.clone();
    let is_chart = |element: &Element| element.attribute("data-chart").is_some();
    let main = find_mut(&mut page, "hp-view").context("the page has no view")?;
    ensure!(main.end_with(&is_chart), "the view has no chart");
    set_aside(main, view);
    main.children
        .insert(0, Node::Text(WITHOUT_SCRIPTS.to_owned()));
    page.prune(&|element| element.has_class("hp-said") || element.name == "dialog");
    page.each(&mut |element| prepare(element, root));
    once(&mut page, false);
    page.set("data-shell", "");
    page.children.push(Node::Text(WAITING.to_owned()));
    Ok(page.markup())
}

/// Puts what is fetched after the start into an element of its own, which the app leaves in place
/// until it has the same.
fn set_aside(main: &mut Element, view: View) {
    // The app itself has the sentence and the key figures of the first view.
    let kept = if view == View::Hashprice { 2 } else { 0 };
    let children = main.children.split_off(kept);
    main.children.push(Node::Element(Element {
        name: "div".to_owned(),
        attributes: vec![("data-meanwhile".to_owned(), String::new())],
        children,
    }));
}

fn prepare(element: &mut Element, root: &str) {
    if element.has_class("hp-brand") {
        element.set("href", &address(root, View::default()));
    } else if element.name == "a"
        && let Some(view) = element.attribute("data-view").and_then(View::from_key)
    {
        element.set("href", &address(root, view));
    }
    if DEAD.iter().any(|class| element.has_class(class)) {
        element.each(&mut strip);
        element.set("inert", "");
    }
    if CONTROLS.contains(&element.name.as_str()) {
        strip(element);
        element.set("inert", "");
    }
    if element.name == "svg" {
        element.each(&mut bare);
    }
    // Scripts read key figures; they read tables once the app is there.
    if element.name == "td" {
        let is_told = |name: &str| name == "data-result" || name == "data-value";
        element.attributes.retain(|(name, _)| !is_told(name));
    }
    if element.name == "path"
        && let Some(path) = element.attribute("d")
    {
        element.set("d", &simplified(path));
    }
    // A browser that reads the value first would round it to whole numbers.
    if let Some(value) = element.attribute("value").map(str::to_owned) {
        let is_slider = element.attribute("type") == Some("range");
        let short = value.get(..SLIDER_DIGITS).filter(|_| is_slider);
        element.set("value", short.unwrap_or(&value));
    }
    element.attributes.retain(|(name, _)| name != "tabindex");
}

/// Where a view is, seen from a page from which the site is at `root`.
fn address(root: &str, view: View) -> String {
    match (view, root) {
        (View::Hashprice, "") => "./".to_owned(),
        (View::Hashprice, root) => root.to_owned(),
        (view, root) => format!("{root}{}/", view.key()),
    }
}

/// Takes away what a dead control tells to scripts, pointers and screen readers.
fn strip(element: &mut Element) {
    const SEEN: [&str; 2] = ["aria-pressed", "aria-expanded"];
    const TOLD: [&str; 8] = [
        "id",
        "for",
        "title",
        "role",
        "inputmode",
        "autocomplete",
        "spellcheck",
        "hidden",
    ];
    let is_told = |name: &str| {
        let is_word = name.starts_with("aria-") || name.starts_with("data-");
        (is_word && !SEEN.contains(&name)) || TOLD.contains(&name)
    };
    element.attributes.retain(|(name, _)| !is_told(name));
}

/// Says only of the outermost element that it is inert.
fn once(element: &mut Element, is_inert: bool) {
    if is_inert {
        element.attributes.retain(|(name, _)| name != "inert");
    }
    let is_inert = is_inert || element.attribute("inert").is_some();
    for child in &mut element.children {
        if let Node::Element(child) = child {
            once(child, is_inert);
        }
    }
}

/// Takes away what a drawing tells to scripts.
fn bare(element: &mut Element) {
    element
        .attributes
        .retain(|(name, _)| !name.starts_with("data-"));
}

fn find_mut<'a>(element: &'a mut Element, class: &str) -> Option<&'a mut Element> {
    if element.has_class(class) {
        return Some(element);
    }
    element.children.iter_mut().find_map(|child| match child {
        Node::Element(element) => find_mut(element, class),
        Node::Text(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<div class=\"hp-page\"><header><a href=\"#v=1\" class=\"hp-brand\">hashpivot</a>\
        <a href=\"#v=1&amp;view=pivot\" data-view=\"pivot\">HPC pivot</a></header>\
        <aside class=\"hp-rail\"><input value=\"0.5\" id=\"hp-pue\" type=\"range\" min=\"0\" data-param=\"pue\"></aside>\
        <main class=\"hp-view\"><h1>Words</h1><div>Figures</div><div class=\"hp-charts\"><figure data-chart=\"first\"></figure>\
        <figure data-chart=\"second\"></figure></div><p>End</p></main><div class=\"hp-said is-silent\"></div></div>";

    fn opened(view: View, root: &str) -> String {
        let page = Element::read(PAGE).expect("it is whole");
        opening(&page, view, root).expect("it is a page")
    }

    #[test]
    fn it_ends_with_the_first_chart() {
        let opening = opened(View::Hashprice, "");
        assert!(opening.contains("data-chart=\"first\"") && !opening.contains("second"));
        assert!(!opening.contains("End") && !opening.contains("is-silent"));
    }

    #[test]
    fn what_the_app_draws_at_once_is_not_set_aside() {
        let kept = "</h1><div>Figures</div><div data-meanwhile=\"\"><div class=\"hp-charts\">";
        assert!(opened(View::Hashprice, "").contains(kept));
        assert!(opened(View::Pivot, "../").contains("<div data-meanwhile=\"\"><h1>Words</h1>"));
    }

    #[test]
    fn tabs_lead_to_the_addresses_of_views_below_any_path() {
        let start = opened(View::Hashprice, "");
        assert!(start.contains("class=\"hp-brand\" href=\"./\""));
        assert!(start.contains("data-view=\"pivot\" href=\"pivot/\""));
        let pivot = opened(View::Pivot, "../");
        assert!(pivot.contains("class=\"hp-brand\" href=\"../\""));
        assert!(pivot.contains("data-view=\"pivot\" href=\"../pivot/\""));
    }

    #[test]
    fn dead_controls_are_inert_and_keep_their_looks() {
        let opening = opened(View::Hashprice, "");
        assert!(opening.contains(
            "<aside class=\"hp-rail\" inert=\"\"><input type=\"range\" min=\"0\" value=\"0.5\">"
        ));
    }

    #[test]
    fn what_only_scripts_read_is_left_to_the_app() {
        let page = PAGE.replace(
            "<h1>Words</h1>",
            "<table><td data-label=\"Rank\" data-result=\"rank\" data-value=\"1.25\">1</td></table>\
             <input type=\"range\" value=\"0.47457293\"><dialog></dialog>",
        );
        let page = Element::read(&page).expect("it is whole");
        let opening = opening(&page, View::Pivot, "../").expect("it is a page");
        assert!(
            opening.contains("<td data-label=\"Rank\">1</td>"),
            "{opening}"
        );
        assert!(opening.contains("value=\"0.4745\""), "{opening}");
        assert!(!opening.contains("dialog"), "{opening}");
    }

    #[test]
    fn a_page_without_view_or_chart_is_refused() {
        for broken in ["<div></div>", "<div class=\"hp-view\"><p></p></div>"] {
            let page = Element::read(broken).expect("it is whole");
            assert!(opening(&page, View::Pivot, "../").is_err());
        }
    }
}
