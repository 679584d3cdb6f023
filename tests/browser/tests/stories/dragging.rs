//! Dragging sliders.

use browser_tests::page::Viewport;
use browser_tests::{Browser, Page, Site, until};
use hashpivot::format::significant;

/// The four main sliders: where on the track to hold the thumb, and where to let go.
const WAYS: [(&str, f64, f64); 4] = [
    ("btc_price", 0.62, 0.55),
    ("difficulty", 0.38, 0.47),
    ("efficiency", 0.3, 0.36),
    ("power_price", 0.5, 0.41),
];

pub fn a_dragged_slider_takes_every_figure_with_it(browser: &Browser) {
    let site = Site::of_the_build();
    drag_each(Page::open(browser, &site, ""));
}

pub fn a_dragged_slider_takes_the_pivot_with_it(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=pivot");
    drag_each(page);
    drag(page, "lease_rate", 0.7, 0.6);
}

pub fn on_a_phone_a_chip_brings_the_slider(browser: &Browser) {
    let (_site, page) = Viewport::PHONE.open(browser, "");
    for (key, on_the_way, end) in WAYS {
        page.click(&format!("[data-chip={key}]"));
        drag(page, key, on_the_way, end);
    }
}

fn drag_each(page: Page<'_>) {
    for (key, on_the_way, end) in WAYS {
        drag(page, key, on_the_way, end);
    }
}

/// Drags, looks while the thumb is still held, lets go, drags again, looks.
fn drag(page: Page<'_>, key: &str, on_the_way: f64, end: f64) {
    let before = page.look();
    page.grab(key, on_the_way);
    came_near(page, key, on_the_way);
    page.browser().let_go();
    page.drag(key, end);
    came_near(page, key, end);
    assert_ne!(
        page.look().figures,
        before.figures,
        "{key} changes no figure"
    );
}

/// The thumb is where the mouse is, but for a round step, and stands for a round value.
fn came_near(page: Page<'_>, key: &str, place: f64) {
    let thumb = || page.track(key).thumb;
    until(&format!("{key} dragged to {place}"), thumb, |thumb| {
        (thumb - place).abs() < 0.02
    });
    page.follows_the_model();
    let value = page.value(key);
    let unit = if key == "difficulty" { 1e12 } else { 1.0 };
    let four_digits = significant(value / unit, 4, 0).replace(',', "");
    let rounded = four_digits.parse::<f64>().expect("a number reads as one");
    assert!(
        (rounded * unit / value - 1.0).abs() < 1e-12,
        "{key} = {value} is not round"
    );
}
