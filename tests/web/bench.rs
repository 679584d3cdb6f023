//! What the tests are done with: elements to play with, and time to wait.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement, Window};

pub fn window() -> Window {
    web_sys::window().expect("the tests run in a page")
}

pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// A `<div>` in the page until it is dropped.
pub struct Div(pub HtmlElement);

impl Div {
    pub fn new() -> Self {
        let element = document().create_element("div").expect("a div can be made");
        let body = document().body().expect("the page has a body");
        body.append_child(&element).expect("the body takes it");
        Self(element.unchecked_into())
    }

    pub fn set_width(&self, px: u32) {
        let style = format!("width: {px}px");
        self.0
            .set_attribute("style", &style)
            .expect("an element takes a style");
    }
}

impl Drop for Div {
    fn drop(&mut self) {
        self.0.remove();
    }
}

/// Waits for the start of the next frame.
pub async fn frame() {
    let promise = Promise::new(&mut |resolve, _| {
        window()
            .request_animation_frame(&resolve)
            .expect("a page has frames");
    });
    JsFuture::from(promise).await.expect("a frame comes");
}

pub async fn frames(count: usize) {
    for _ in 0..count {
        frame().await;
    }
}

/// Waits until something is so.
pub async fn eventually(what: &str, is_so: impl Fn() -> bool) {
    const PATIENCE: usize = 600;
    for _ in 0..PATIENCE {
        if is_so() {
            return;
        }
        frame().await;
    }
    panic!("{what}: not within {PATIENCE} frames");
}
