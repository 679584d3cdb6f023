//! Starts the page.

use hashpivot::ui::App;
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
            root.set_text_content(None);
            yew::Renderer::<App>::with_root(root).render();
        }
        Err(_) => {
            yew::Renderer::<App>::new().render();
        }
    }
}
