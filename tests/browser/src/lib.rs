//! The built page in real browsers, seen and used as a reader sees and uses it.
//!
//! The stories stand in `tests/stories/`; this library is what they are told with. An [`Engine`]
//! drives a [`Browser`], a [`Site`] serves the page, a [`Page`] is used by hand and eye, and the
//! [`oracle`] says natively, from the inputs that the page shows, what else it must show.
//!
//! `cargo xtask test browser` builds the page, finds the browsers and runs everything. Arguments
//! behind `--` choose stories: a story is called `engine::story`, so with the variables that command
//! sets (`HASHPIVOT_DIST`, `CHROMIUM`, `CHROMEDRIVER`, `FIREFOX`, `GECKODRIVER`, `WEBKIT_BROWSER`,
//! `WEBKIT_DRIVER`, `XVFB_RUN`, `AXE`, `NGINX`, `CADDY`, `API_REFERENCE`)
//!
//! ```sh
//! cargo test --package browser-tests --test stories -- firefox::dragging   # by part of a name
//! cargo test --package browser-tests --test stories -- --list              # what there is
//! cargo test --package browser-tests --test stories -- --test-threads 1    # one at a time
//! ```
//!
//! An engine whose variables are not set is listed as ignored, with the reason. What a browser
//! showed when a story failed is kept in `target/stories/`, screenshots of every view are written
//! to `target/screenshots/`.

pub mod artefacts;
pub mod browser;
pub mod engine;
pub mod host;
pub mod oracle;
pub mod page;
pub mod site;
mod wait;

pub use browser::{Browser, Keys, close_all, with_browser};
pub use engine::Engine;
pub use host::{Host, Server};
pub use page::Page;
pub use site::{File, Files, Site};
pub use wait::{eventually, until, within};

use std::sync::LazyLock;

use tokio::runtime::Runtime;

/// Where servers and connections to drivers live; stories themselves wait without it.
static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Runtime::new().expect("the system lets us start threads"));
