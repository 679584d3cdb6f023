//! Scenarios to start from, and baselines to compare with.

use browser_tests::{Browser, Page, Site, until};
use hashpivot::facts::SCENARIOS;

const MENU: &str = "[data-switch=scenario]";

pub fn a_scenario_sets_its_inputs_and_says_where_they_are_from(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&lease_rate=120");
    let chosen = || shown_in_menu(page);
    until("the menu", chosen, |shown| shown == "Your own inputs");
    for scenario in SCENARIOS.iter().rev() {
        page.switch("scenario", scenario.id);
        until("the scenario", chosen, |shown| {
            shown.contains(scenario.name) && shown.contains(scenario.origin)
        });
        let inputs = scenario.inputs();
        for control in &page.look().controls {
            let key = hashpivot::model::parameters::Key::from_name(&control.key);
            let value = key.and_then(|key| inputs.effective(key));
            page.shows_value(&control.key, value.expect("the scenario has the input"));
        }
        page.click(".hp-preset summary");
        assert!(page.text(".hp-preset p").contains(scenario.note));
        page.click(".hp-preset summary");
    }
    page.has_fragment("");
    page.click("[data-history=Undo]");
    until("the scenario before", chosen, |shown| {
        shown.contains(SCENARIOS[1].name)
    });
    page.enter("power_price", "50");
    until("the menu", chosen, |shown| shown == "Your own inputs");
    page.click("[data-history=Undo]");
    until("the scenario before", chosen, |shown| {
        shown.contains(SCENARIOS[1].name)
    });
}

pub fn what_is_pinned_is_named_until_it_is_unpinned(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let pinned = || page.text("[data-pinned] b");
    assert_eq!(pinned(), "");
    page.switch("scenario", "november_2025");
    page.shows_value("btc_price", 96_700.0);
    page.press_button("Pin baseline");
    until("the baseline", pinned, |shown| shown == "November 2025");
    page.click("[data-reset=all]");
    page.shows_value("btc_price", 88_950.0);
    until(
        "a comparison",
        || page.text(".hp-change"),
        |text| text.contains("from $41,400"),
    );
    page.enter("btc_price", "60,000");
    page.enter("power_price", "50");
    page.press_button("Pin baseline");
    let wanted = "bitcoin price $60,000 and 1 more";
    until("the baseline", pinned, |shown| shown == wanted);
    page.press_button("Unpin");
    until("no baseline", pinned, String::is_empty);
    page.has_fragment("#v=1&btc_price=60000&power_price=50");
}

/// The text of the option that the closed menu shows.
fn shown_in_menu(page: Page<'_>) -> String {
    page.browser().ask(
        "return document.querySelector(arguments[0])?.selectedOptions[0]?.textContent ?? '';",
        &[MENU.into()],
    )
}
