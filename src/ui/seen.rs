//! What follows every step of a slider only while the reader sees it.

use yew::prelude::*;

use crate::web::sight::SightObserver;

/// Whether nothing has moved for a moment, as a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IsAtRest(pub bool);

/// What is drawn, and where it stands.
#[derive(Properties)]
struct Props {
    /// A selector of what is drawn.
    css: AttrValue,
    /// What is drawn.
    children: Html,
}

/// What is drawn compares its own properties: comparing it here too only costs.
impl PartialEq for Props {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// Out of sight it stays as it was while a slider moves, and follows when the hand rests.
#[component]
fn Seen(Props { css, children }: &Props) -> Html {
    let is_at_rest = use_context::<IsAtRest>().is_none_or(|IsAtRest(is)| is);
    let is_seen = use_state_eq(|| true);
    let observer = use_mut_ref(|| None::<SightObserver>);
    let setter = is_seen.setter();
    // At rest, what is drawn may be another element.
    use_effect_with((css.clone(), is_at_rest), move |(css, _)| {
        let mut observer = observer.borrow_mut();
        if !observer.as_ref().is_some_and(SightObserver::is_current) {
            *observer = SightObserver::new(css, move |is| setter.set(is)).ok();
        }
    });
    let kept = use_mut_ref(|| children.clone());
    let mut drawn = kept.borrow_mut();
    if *is_seen || is_at_rest {
        *drawn = children.clone();
    }
    drawn.clone()
}

/// What this selector finds, drawn as `content`.
pub fn seen(css: impl Into<AttrValue>, content: Html) -> Html {
    let css = css.into();
    // In another view something else stands in its place, which is not this one out of sight.
    let key = css.to_string();
    html! { <Seen {key} {css}>{ content }</Seen> }
}

/// A chart, by its name in links.
pub fn seen_chart(name: &str, content: Html) -> Html {
    seen(format!("[data-chart={name}]"), content)
}

/// A card, by the id of its heading.
pub fn seen_card(heading: &str, content: Html) -> Html {
    seen(format!("[aria-labelledby={heading}]"), content)
}
