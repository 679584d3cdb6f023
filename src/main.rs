//! Starts the page.

use hashpivot::state::View;
use hashpivot::ui::{App, AppProps};
use hashpivot::web::document;

/// Takes 8 kB less of the WebAssembly than the standard allocator.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Memory that is asked for at once, bytes: with what the page begins with, more than the 2.5 MB that all six views
/// and a drag took.
const MEMORY: usize = 2 << 20;

/// Asks for memory before there is work; the allocator would ask for 64 kB at a time. WebKitGTK 2.50 stopped the page
/// in two of some 2,900 starts, "out of bounds", and in none of 3,500 since. It is not all of the cause: while views
/// change it still does, and Chromium's memory no longer grows then.
fn reserve_memory() {
    let mut block = Vec::<u8>::new();
    // Where there is not as much, less may do.
    let _ = block.try_reserve_exact(MEMORY);
    std::hint::black_box(&block);
}

fn main() {
    reserve_memory();
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
