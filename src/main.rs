//! Starts the page.

use hashpivot::state::View;
use hashpivot::ui::{App, AppProps};
use hashpivot::web::document;

/// Takes 8 kB less of the WebAssembly than the standard allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    // In a released page a panic is a trap without words (`xtask/src/finish/prune.rs`).
    #[cfg(debug_assertions)]
    yew::set_custom_panic_hook(Box::new(hashpivot::web::panic::report));
    match document::element("app") {
        Ok(root) => {
            let home = document::root_attribute("data-home");
            let props = AppProps {
                home: home
                    .and_then(|key| View::from_key(&key))
                    .unwrap_or_default(),
                prerendered: document::first("[data-meanwhile]").ok().map(Into::into),
            };
            root.set_text_content(None);
            yew::Renderer::<App>::with_root_and_props(root, props).render();
        }
        Err(_) => {
            yew::Renderer::<App>::new().render();
        }
    }
}
