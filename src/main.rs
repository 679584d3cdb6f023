//! Starts the page.
use yew::prelude::*;
#[function_component(App)]
fn app() -> Html { html! { <p>{ "hello" }</p> } }
fn main() { yew::Renderer::<App>::new().render(); }
