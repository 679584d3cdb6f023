//! Tests inside a browser: the edges in `web`, and the page mounted as a reader gets it.
#![cfg(all(target_arch = "wasm32", feature = "ui"))]
#![allow(
    clippy::float_cmp,
    reason = "the same inputs give the same bits in every browser"
)]

#[path = "web/bench.rs"]
mod bench;
#[path = "web/edges.rs"]
mod edges;
#[path = "web/page.rs"]
mod page;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
