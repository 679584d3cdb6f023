//! Results and charts to look at.

use browser_tests::{Browser, Page, Site, until};
use hashpivot::model::outputs::Model;

pub fn every_result_of_the_views_models_is_shown(browser: &Browser) {
    let site = Site::of_the_build();
    let mut shown = Page::open(browser, &site, "").look().figures;
    let page = Page::open(browser, &site, "#v=1&view=pivot");
    shown.extend(page.look().figures);
    // The other models have no view yet.
    let missing: Vec<&str> = [Model::HASHPRICE, Model::PIVOT]
        .iter()
        .flat_map(|model| model.outputs)
        .map(|output| output.key)
        .filter(|key| !shown.iter().any(|figure| figure.key == *key))
        .collect();
    assert!(missing.is_empty(), "on no view: {missing:?}");
}

pub fn the_mouse_reads_a_chart_where_it_points(browser: &Browser) {
    const PLOT: &str = "[data-chart=profit-by-price] svg";
    /// How far the nearest point of a curve may be, px.
    const NEAREST: f64 = 2.5;
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let answer = || page.look().chart("profit-by-price").answer.clone();
    let at_rest = answer();
    let width = attribute(page, PLOT, "width");
    let mut readings = vec![at_rest.clone()];
    for x in [0.3, 0.5, 0.7].map(|share| (share * width).round()) {
        browser.hover(PLOT, &[(x - (width / 2.0).round(), 0.0)]);
        let crosshair = || attribute(page, ".hp-crosshair-line", "x1");
        until(
            &format!("a crosshair at {x} px of {width}"),
            crosshair,
            |line| (line - x).abs() <= NEAREST,
        );
        let reading = answer();
        assert!(!readings.contains(&reading), "“{reading}” is read twice");
        readings.push(reading);
    }
    browser.hover(".hp-brand", &[(0.0, 0.0)]);
    until("the sentence again", answer, |text| *text == at_rest);
}

/// A length in a drawing; NaN where there is none.
fn attribute(page: Page<'_>, css: &str, name: &str) -> f64 {
    page.attribute(css, name)
        .and_then(|length| length.parse().ok())
        .unwrap_or(f64::NAN)
}
