//! How a figure is computed.

use browser_tests::{Browser, Page, Site, until};
use hashpivot::model::formulas::Quantity;
use hashpivot::state::View;
use serde_json::json;

const PANEL: &str = ".hp-how";

/// The figures that explain themselves, with what each shows, unrounded.
fn figures(page: Page<'_>) -> Vec<(String, String)> {
    let body = "const figures = document.querySelectorAll('dt [data-how]');\
                const value = (figure) => figure.closest('div').querySelector('[data-output]').dataset.value;\
                return Array.from(figures, (figure) => [figure.dataset.how, value(figure)]);";
    page.browser().ask(body, &[])
}

fn opened(page: Page<'_>, key: &str) {
    page.click(&format!("dt [data-how={key}]"));
    until(
        "the explanation",
        || page.attribute(PANEL, "data-explains"),
        |shown| shown.as_deref() == Some(key),
    );
}

/// The result in the explanation, unrounded; empty without one.
fn result(page: Page<'_>) -> String {
    page.attribute(".hp-how-result b", "data-value")
        .unwrap_or_default()
}

pub fn each_figure_is_explained_by_its_formula(browser: &Browser) {
    let site = Site::of_the_build();
    for view in [View::Hashprice, View::Pivot, View::Valuation] {
        let page = Page::open(browser, &site, &format!("#v=1&view={}", view.key()));
        let figures = figures(page);
        assert!(figures.len() > 10, "{view:?} explains {}", figures.len());
        for (key, value) in figures {
            let formula = Quantity::named(&key).and_then(Quantity::formula);
            let formula = formula.unwrap_or_else(|| panic!("{key} has no formula"));
            opened(page, &key);
            assert_eq!(result(page), value, "{key}");
            let text = page.text(PANEL);
            assert!(text.contains(formula.source), "{key}: {text}");
            assert!(
                text.contains(formula.words) && text.contains(formula.text),
                "{key}: {text}"
            );
            page.click(".hp-how [aria-label=Close]");
        }
    }
}

pub fn a_formula_follows_the_inputs_in_words_and_numbers(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    opened(page, "gross_profit");
    assert_eq!(page.text(".hp-math"), "Gross profit=Revenue−Power");
    assert_eq!(page.text(".hp-math.is-numbers"), "17,098.4=38,698.4−21,600");
    let is_drawn = "const box = document.querySelector('.hp-math math').getBoundingClientRect();\
                    return box.width > 0 && box.height > 0;";
    assert!(browser.ask::<bool>(is_drawn, &[]));
    page.enter("power_price", "50");
    until(
        "the new numbers",
        || page.text(".hp-math.is-numbers"),
        |shown| shown == "14,698.4=38,698.4−24,000",
    );
    // What stands in a formula has one itself.
    page.click(".hp-how-terms [data-how=power_cost]");
    until(
        "its cost",
        || page.text(".hp-how h2"),
        |shown| shown == "Power",
    );
    assert!(page.text(".hp-math").contains("Efficiency"));
}

pub fn an_explanation_is_opened_and_closed_by_keys(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.tab_to("[data-how=revenue]");
    browser.press(browser_tests::Keys::Enter);
    until("the focus", || page.has_focus(PANEL), |has| *has);
    browser.press(browser_tests::Keys::Escape);
    until(
        "the focus back",
        || page.has_focus("[data-how=revenue]"),
        |has| *has,
    );
    let count: usize = browser.ask(
        "return document.querySelectorAll(arguments[0]).length;",
        &[json!(PANEL)],
    );
    assert_eq!(count, 0);
}

pub fn an_embed_explains_its_figures_where_they_stand(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "index.html?embed");
    opened(page, "revenue");
    assert_eq!(
        page.text(".hp-math"),
        "Revenue=Revenue in bitcoin·Bitcoin price"
    );
    // A frame may be longer than the window.
    assert_eq!(page.style(PANEL, "position"), "static");
}
