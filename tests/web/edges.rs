//! The browser edges of `hashpivot::web`.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use hashpivot::facts::live::Value;
use hashpivot::web::{
    document, frame, json, live, location, panic, picture, resize::SizeObserver, scroll, share,
    sight::SightObserver,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::CustomEvent;

use crate::bench::{self, Div, eventually, frames, window};

#[wasm_bindgen_test]
fn a_fragment_that_was_put_is_read_back_without_a_step_in_the_history() {
    let steps = || {
        window()
            .history()
            .expect("a page has a history")
            .length()
            .expect("has steps")
    };
    let before = steps();
    location::replace_fragment("v=1&pue=1.4").expect("may be replaced");
    assert_eq!(location::fragment().as_deref(), Ok("#v=1&pue=1.4"));
    location::replace_fragment("v=1&pue=1.5").expect("may be replaced");
    assert_eq!(location::fragment().as_deref(), Ok("#v=1&pue=1.5"));
    location::replace_fragment("").expect("may be replaced");
    assert_eq!(location::fragment().as_deref(), Ok(""));
    assert_eq!(steps(), before);
}

#[wasm_bindgen_test]
fn a_fragment_that_was_pushed_is_a_step_in_the_history() {
    let steps = || {
        let history = window().history().expect("a page has a history");
        history.length().expect("has steps")
    };
    let before = steps();
    location::push_fragment("v=1&pue=1.6").expect("may be pushed");
    assert_eq!(location::fragment().as_deref(), Ok("#v=1&pue=1.6"));
    assert_eq!(steps(), before + 1);
    let bare = location::address_with("").expect("a page has an address");
    assert!(!bare.contains('#'), "{bare}");
    let address = location::address_with("v=1").expect("a page has an address");
    assert_eq!(address, format!("{bare}#v=1"));
    location::replace_fragment("").expect("may be replaced");
}

#[wasm_bindgen_test]
fn what_is_shown_is_marked_until_something_else_is() {
    let (one, other) = (Div::new(), Div::new());
    one.0.set_id("one");
    other.0.set_id("other");
    let is_marked = |div: &Div| div.0.has_attribute("data-linked");
    scroll::show("#one").expect("is there");
    assert!(is_marked(&one) && !is_marked(&other));
    scroll::unmark().expect("one is marked");
    assert!(!is_marked(&one));
    assert!(scroll::unmark().is_err(), "nothing is marked");
    assert!(scroll::show("#nowhere").is_err());
    assert!(scroll::centre_in_row("#nowhere").is_err());
}

#[wasm_bindgen_test]
fn sharing_is_offered_where_the_browser_can() {
    let navigator: &JsValue = &window().navigator();
    let can = js_sys::Reflect::has(navigator, &"share".into()).expect("is an object");
    assert_eq!(share::is_offered(), can);
}

#[wasm_bindgen_test]
async fn the_next_frame_comes_once_and_before_anything_asked_for_later() {
    let count = Rc::new(Cell::new(0));
    let counter = Rc::clone(&count);
    frame::next_frame(move || counter.set(counter.get() + 1)).expect("a page has frames");
    assert_eq!(count.get(), 0, "it ran at once");
    bench::frame().await;
    assert_eq!(
        count.get(),
        1,
        "it did not run with the frame that was asked for after it"
    );
    frames(3).await;
    assert_eq!(count.get(), 1, "it ran again");
}

#[wasm_bindgen_test]
async fn a_width_is_told_now_and_whenever_it_changes_until_nobody_listens() {
    let div = Div::new();
    div.set_width(240);
    let widths = Rc::new(RefCell::new(Vec::new()));
    let told = Rc::clone(&widths);
    let observer = SizeObserver::new(&div.0, move |px, _| told.borrow_mut().push(px));
    let observer = observer.expect("browsers observe sizes");
    eventually("the first width", || *widths.borrow() == [240.0]).await;
    div.set_width(320);
    eventually("the new width", || *widths.borrow() == [240.0, 320.0]).await;
    drop(observer);
    div.set_width(400);
    frames(3).await;
    assert_eq!(*widths.borrow(), [240.0, 320.0]);
}

#[wasm_bindgen_test]
async fn elements_come_into_sight_and_leave_it_until_nobody_asks() {
    let (near, far) = (Div::new(), Div::new());
    for (div, place) in [(&near, "top: 0"), (&far, "top: 300vh")] {
        let style = format!("position: absolute; left: 0; width: 9px; height: 9px; {place}");
        div.0.set_attribute("style", &style).expect("takes a style");
    }
    near.0.set_class_name("near both");
    far.0.set_class_name("far both");
    window().scroll_to_with_x_and_y(0.0, 0.0);
    let observed = |css: &str| {
        let told = Rc::new(RefCell::new(Vec::new()));
        let telling = Rc::clone(&told);
        let observer = SightObserver::new(css, move |is_seen| telling.borrow_mut().push(is_seen));
        (observer.expect("browsers observe sight"), told)
    };
    let (of_far, far_told) = observed(".far");
    let (of_both, both_told) = observed(".both");
    eventually("one is told", || *far_told.borrow() == [false]).await;
    eventually("both are told", || both_told.borrow().last() == Some(&true)).await;
    window().scroll_to_with_x_and_y(0.0, 1e6);
    eventually("it is in sight", || *far_told.borrow() == [false, true]).await;
    assert_eq!(both_told.borrow().last(), Some(&true));
    assert!(of_far.is_current() && of_both.is_current());
    drop(far);
    assert!(!of_far.is_current() && !of_both.is_current());
    drop((of_far, of_both));
    window().scroll_to_with_x_and_y(0.0, 0.0);
    assert!(SightObserver::new(".far", |_| {}).is_err());
}

#[wasm_bindgen_test]
fn a_panic_reaches_the_page_with_its_message() {
    let heard = Rc::new(RefCell::new(None));
    let hearing = Rc::clone(&heard);
    let _listener = EventListener::new(&window(), panic::EVENT, move |event| {
        let detail = event
            .dyn_ref::<CustomEvent>()
            .and_then(|event| event.detail().as_string());
        *hearing.borrow_mut() = detail;
    });
    panic::dispatch("out of coffee").expect("a page takes events");
    assert_eq!(heard.borrow().as_deref(), Some("out of coffee"));
}

#[wasm_bindgen_test]
fn the_document_takes_title_and_attributes() {
    document::set_root_attribute("data-test", "yes").expect("takes attributes");
    let root = bench::document().document_element().expect("has a root");
    assert_eq!(root.get_attribute("data-test").as_deref(), Some("yes"));
    root.remove_attribute("data-test").expect("can be removed");
    let refused = document::set_root_attribute("not a name", "").expect_err("is no name");
    assert!(!refused.to_string().is_empty(), "the refusal says nothing");
    document::set_title("Tests").expect("takes a title");
    assert_eq!(bench::document().title(), "Tests");
}

#[wasm_bindgen_test]
fn an_element_is_found_by_its_id_or_reported_missing() {
    let div = Div::new();
    div.0.set_id("here");
    assert!(document::element("here").is_ok());
    let missing = document::element("nowhere").expect_err("there is none");
    assert_eq!(missing.to_string(), "no element #nowhere");
}

/// What came of painting this, once it is told.
async fn painted(svg: &str) -> Result<web_sys::Blob, String> {
    let told = Rc::new(RefCell::new(None));
    let telling = Rc::clone(&told);
    let tell = move |blob: Result<web_sys::Blob, hashpivot::web::Refused>| {
        *telling.borrow_mut() = Some(blob.map_err(|refused| refused.to_string()));
    };
    picture::paint(svg, (40.0, 20.0), 2.0, tell).expect("a page paints");
    eventually("what came of it", || told.borrow().is_some()).await;
    told.take().expect("it was told")
}

#[wasm_bindgen_test]
async fn a_drawing_is_painted_as_a_picture_or_the_failure_is_told() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><rect width=\"9\" height=\"9\"/></svg>";
    let blob = painted(svg).await.expect("it is a drawing");
    assert_eq!(blob.type_(), "image/png");
    assert!(blob.size() > 50.0);
    assert!(painted("no drawing").await.is_err());
}

#[wasm_bindgen_test]
fn a_drawing_takes_the_colours_of_the_page_along() {
    let div = Div::new();
    div.0.set_inner_html(
        "<svg><path d=\"M0,0L9,9\" stroke=\"#010203\"></path><text>a &amp; b</text></svg>",
    );
    let drawing = div.0.first_element_child().expect("was put there");
    let markup = picture::standalone(&drawing).expect("a page has styles");
    for part in [
        "xmlns=",
        "stroke=\"rgb(1, 2, 3)\"",
        "font-size=",
        "a &amp; b",
    ] {
        assert!(markup.contains(part), "{part} is not in {markup}");
    }
}

#[wasm_bindgen_test]
fn json_is_read_as_far_as_it_is_looked_at() {
    let text = r#"{"a": 1.5, "b": "2", "c": null, "d": [true, {"e": {"f": 1}}]}"#;
    let within = Value::Object(vec![("e".to_owned(), Value::Other)]);
    let members = [
        ("a", Value::Number(1.5)),
        ("b", Value::Text("2".to_owned())),
        ("c", Value::Other),
        ("d", Value::List(vec![Value::Other, within])),
    ];
    let members = members.map(|(name, value)| (name.to_owned(), value));
    assert_eq!(
        json::parse(text).as_ref(),
        Ok(&Value::Object(members.into()))
    );
    assert_eq!(json::parse("930300"), Ok(Value::Number(930_300.0)));
    assert!(json::parse("{").is_err());
}

#[wasm_bindgen_test]
fn a_page_without_the_setting_asks_nobody() {
    assert_eq!(live::address(), None);
}
