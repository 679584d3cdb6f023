//! The page itself, used as a reader uses it.

use std::cell::Cell;
use std::rc::Rc;

use hashpivot::model::Evaluation;
use hashpivot::model::outputs::Output;
use hashpivot::model::parameters::{Inputs, Key};
use hashpivot::state::slider;
use hashpivot::ui::App;
use hashpivot::web::location;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{
    Element, Event, EventInit, HtmlInputElement, KeyboardEvent, KeyboardEventInit,
    MutationObserver, MutationObserverInit,
};
use yew::AppHandle;

use crate::bench::{Div, document, eventually, frames};

/// The calculator in the page until it is dropped.
struct Page {
    app: Option<AppHandle<App>>,
    root: Div,
}

impl Page {
    /// Opens the page at a fragment and waits until it is ready and what is fetched after the start is there.
    async fn open(fragment: &str) -> Self {
        let html = document().document_element().expect("has a root");
        html.remove_attribute("data-ready").expect("can be removed");
        location::replace_fragment(fragment).expect("may be replaced");
        let root = Div::new();
        let app = yew::Renderer::<App>::with_root(root.0.clone().into()).render();
        let is_ready = || html.get_attribute("data-ready").as_deref() == Some("true");
        eventually("the page is ready", is_ready).await;
        let is_whole = || {
            let waiting = root.0.query_selector(".hp-waiting, [data-meanwhile]");
            waiting.expect("is a selector").is_none()
        };
        eventually("all of the page is there", is_whole).await;
        Self {
            app: Some(app),
            root,
        }
    }

    fn find(&self, selector: &str) -> Element {
        let found = self.root.0.query_selector(selector).expect("is a selector");
        found.unwrap_or_else(|| panic!("there is no {selector}"))
    }

    fn slider(&self, key: Key) -> HtmlInputElement {
        self.find(&format!("[data-param={}]", key.name()))
            .unchecked_into()
    }

    fn figure(&self, key: &str) -> Element {
        self.find(&format!("[data-output={key}]"))
    }

    /// The unrounded number that an element carries.
    fn value(element: &Element) -> Option<f64> {
        element.get_attribute("data-value")?.parse().ok()
    }

    /// Drags a slider to a place on its track.
    fn drag(&self, key: Key, place: f64) {
        let slider = self.slider(key);
        slider.set_value(&place.to_string());
        let init = EventInit::new();
        init.set_bubbles(true);
        let event = Event::new_with_event_init_dict("input", &init).expect("is an event");
        slider.dispatch_event(&event).expect("is taken");
    }

    fn press(&self, element: &Element, key: &str) {
        let init = KeyboardEventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        init.set_key(key);
        let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init);
        element
            .dispatch_event(&event.expect("is an event"))
            .expect("is taken");
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        let _ = location::replace_fragment("");
    }
}

/// Counts how often an element's number changes.
struct Changes {
    count: Rc<Cell<u32>>,
    observer: MutationObserver,
    _callback: Closure<dyn FnMut(Array)>,
}

impl Changes {
    fn of(element: &Element) -> Self {
        let count = Rc::new(Cell::new(0));
        let counter = Rc::clone(&count);
        let callback = Closure::<dyn FnMut(Array)>::new(move |records: Array| {
            counter.set(counter.get() + records.length());
        });
        let observer = MutationObserver::new(callback.as_ref().unchecked_ref());
        let observer = observer.expect("browsers observe changes");
        let init = MutationObserverInit::new();
        init.set_attribute_filter(&Array::of1(&"data-value".into()));
        observer
            .observe_with_options(element, &init)
            .expect("can be observed");
        Self {
            count,
            observer,
            _callback: callback,
        }
    }
}

impl Drop for Changes {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// The value of an input at a place on its track, and a result with it, by the model itself.
fn model(key: Key, place: f64, output: &str) -> (f64, f64) {
    let preset = Inputs::default();
    let row = key.parameter();
    let start = preset.effective(key).expect("is present");
    let value = slider::value_at(row, slider::track(row, start), place);
    let evaluation = Evaluation::of(&preset.with(key, Some(value)).expect("is in range"));
    let output = Output::from_key(output).expect("is an output");
    (value, (output.value)(&evaluation).expect("exists"))
}

#[wasm_bindgen_test]
async fn the_page_opens_with_the_preset() {
    let page = Page::open("").await;
    // What the same code gives natively, to the last bit.
    assert_eq!(
        Page::value(&page.figure("gross_profit")),
        Some(17_098.357_177_033_497)
    );
    assert_eq!(
        page.figure("gross_profit").text_content().as_deref(),
        Some("$17,098")
    );
}

#[wasm_bindgen_test]
async fn the_page_opens_with_what_its_link_says() {
    let page = Page::open("v=1&view=pivot&lease_rate=120").await;
    let irr = Page::value(&page.figure("irr")).expect("exists");
    assert!((irr - 0.142_368).abs() < 5e-7, "{irr}");
}

#[wasm_bindgen_test]
async fn dragging_the_price_changes_gross_profit_to_what_the_model_says() {
    let page = Page::open("").await;
    page.drag(Key::BtcPrice, 0.389);
    let (price, profit) = model(Key::BtcPrice, 0.389, "gross_profit");
    assert_eq!(price, 60_000.0);
    let shows = || Page::value(&page.figure("gross_profit")) == Some(profit);
    eventually("gross profit at $60,000", shows).await;
    assert_eq!(Page::value(&page.slider(Key::BtcPrice)), Some(price));
}

#[wasm_bindgen_test]
async fn of_several_events_within_a_frame_the_last_counts_and_is_evaluated_alone() {
    let page = Page::open("").await;
    let changes = Changes::of(&page.figure("gross_profit"));
    for place in [0.1, 0.7, 0.3, 0.5] {
        page.drag(Key::BtcPrice, place);
    }
    let (_, profit) = model(Key::BtcPrice, 0.5, "gross_profit");
    let shows = || Page::value(&page.figure("gross_profit")) == Some(profit);
    eventually("gross profit of the last event", shows).await;
    frames(3).await;
    assert_eq!(
        changes.count.get(),
        1,
        "gross profit changed more than once"
    );
    assert!(shows(), "gross profit did not stay");
}

#[wasm_bindgen_test]
async fn key_presses_within_a_frame_add_up() {
    let page = Page::open("").await;
    let slider = page.slider(Key::BtcPrice);
    for key in [
        "ArrowRight",
        "ArrowUp",
        "ArrowRight",
        "ArrowLeft",
        "ArrowRight",
    ] {
        page.press(&slider, key);
    }
    eventually("three steps up", || Page::value(&slider) == Some(90_000.0)).await;
    let field = page.find("[data-field=btc_price]");
    page.press(&field, "ArrowDown");
    eventually("one step down", || Page::value(&slider) == Some(89_500.0)).await;
}

#[wasm_bindgen_test]
async fn what_was_changed_stands_in_the_address_when_the_hand_rests() {
    let page = Page::open("").await;
    page.press(&page.slider(Key::PowerPrice), "ArrowRight");
    let is_written = || location::fragment().as_deref() == Ok("#v=1&power_price=45.5");
    eventually("the address holds the change", is_written).await;
}
