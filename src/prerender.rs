//! The page as markup, rendered without a browser: what a reader sees before the WebAssembly runs, and
//! what pictures of the page are made from.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::state::View;
use crate::ui::{App, FirstWidth};

#[derive(PartialEq, Properties)]
struct Props {
    view: View,
    chart_width: f64,
}

/// The preset at the address of a view.
#[component]
fn Preset(Props { view, chart_width }: &Props) -> Html {
    html! {
        <ContextProvider<FirstWidth> context={FirstWidth(*chart_width)}>
            <App home={*view} />
        </ContextProvider<FirstWidth>>
    }
}

/// The page at the address of a view as the preset has it: all that the page shows on the screen, with
/// charts `chart_width` px wide. Every element is closed, every attribute is in double quotes.
#[must_use]
pub fn page(view: View, chart_width: f64) -> String {
    let props = Props { view, chart_width };
    let renderer = LocalServerRenderer::<Preset>::with_props(props).hydratable(false);
    let mut rendering = pin!(renderer.render());
    let mut context = Context::from_waker(Waker::noop());
    // Nothing here waits for anything: each poll goes on.
    loop {
        if let Poll::Ready(markup) = rendering.as_mut().poll(&mut context) {
            return markup;
        }
    }
}
