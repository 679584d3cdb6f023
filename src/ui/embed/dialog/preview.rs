//! The embed as it will look.

use web_sys::HtmlIFrameElement;
use yew::prelude::*;

use crate::web::{host, location};

/// What is previewed.
#[derive(PartialEq, Properties)]
pub(super) struct Props {
    /// The address of the embed.
    pub(super) address: String,
    /// Width, px; that of a column without one.
    pub(super) width: Option<u32>,
    /// Height, px; not known yet when 0.
    pub(super) height: u32,
    /// Takes the height that the embed tells.
    pub(super) measure: Callback<f64>,
}

/// Height before the embed has told it, px.
const FIRST_HEIGHT: u32 = 480;

/// A frame, made anew for each address: going to another one would be a step in the history.
#[component]
pub(super) fn Preview(
    Props {
        address,
        width,
        height,
        measure,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let measure = measure.clone();
    use_effect_with((node.clone(), address.clone()), move |(node, _)| {
        let frame = node.cast::<HtmlIFrameElement>();
        let listener =
            frame.and_then(|frame| host::heights_of(frame, move |px| measure.emit(px)).ok());
        move || drop(listener)
    });
    if location::is_on_disk() {
        return html! {
            <div class="hp-embed-preview">
                <p>
                    { "This page is a file and can show no other page. " }
                    <a href={address.clone()} target="_blank" rel="noopener">{ "Look at the embed on its site" }</a>
                </p>
            </div>
        };
    }
    let height = match height {
        0 => FIRST_HEIGHT,
        known => *known,
    };
    let width = width.map_or_else(|| "100%".to_owned(), |px| px.to_string());
    html! {
        <div class="hp-embed-preview" tabindex="0" role="group" aria-label="Preview">
            <iframe key={address.clone()} ref={node} title="Preview" src={address.clone()} {width}
                height={height.to_string()} />
        </div>
    }
}
