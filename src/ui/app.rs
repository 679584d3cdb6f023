//! The page as a whole.

use std::rc::Rc;

use web_sys::Node;
use yew::prelude::*;

use super::embed::Props as EmbedProps;
use super::figures::Figures;
use super::header::{Header, Props as HeaderProps, pinned};
use super::hooks::{
    Fetched, Latest, recall, use_address, use_calculator, use_later, use_latest, use_rested,
    use_sight, use_travel, use_words,
};
use super::notices::notices;
use super::rail::Rail;
use super::said::{said, use_said};
use super::seen::IsAtRest;
use super::views::{once_there, view};
use crate::model::Evaluation;
use crate::model::parameters::Inputs;
use crate::state::{State, View, embed};
use crate::web::{document, location};

/// What the page was before the app started.
#[derive(Clone, Default, PartialEq, Properties)]
pub struct Props {
    /// The view of the address itself.
    #[prop_or_default]
    pub home: View,
    /// What the build rendered in place of what is fetched after the start, of the preset.
    #[prop_or_default]
    pub prerendered: Option<Node>,
}

/// The calculator, started from the address: the whole page, or an embed of it.
#[component]
pub fn App(Props { home, prerendered }: &Props) -> Html {
    let query = use_memo((), |()| location::query().unwrap_or_default());
    let is_embed = *use_memo((), |()| embed::is_asked_for(&query));
    let calculator = use_calculator(|| {
        let fragment = location::fragment().unwrap_or_default();
        let mut state = embed::start(*home, &query, &fragment);
        // Where nothing is remembered, nothing comes back.
        let _ = recall(&mut state);
        state
    });
    let state = &calculator.state;
    use_address(&calculator);
    let (answer, say) = use_said();
    let travel = use_travel(&calculator, &say);
    let now = use_evaluation(&state.inputs);
    let before = use_evaluation(&state.baseline);
    let fetched = use_later();
    use_sight(state.view, fetched.part.is_some(), state.chart);
    let is_drawn = fetched.part.is_some() || (state.view == View::Hashprice && !is_embed);
    use_page(state.view, state.theme.key(), is_drawn);
    let latest = use_latest(&calculator.present, fetched.later(), &say);
    let is_at_rest = IsAtRest(use_rested(state) == *state);
    let words = use_words(&calculator, is_at_rest.0);
    let figures = Figures {
        state,
        now: &now,
        before: &before,
        act: &calculator.act,
    };
    let content = if is_embed {
        let props = EmbedProps {
            state: Rc::clone(state),
            now: Rc::clone(&now),
            before: Rc::clone(&before),
            act: calculator.act.clone(),
        };
        once_there(&fetched, waiting, |later| (later.embed)(props))
    } else {
        let bar = HeaderProps {
            view: state.view,
            unit: state.unit,
            theme: state.theme,
            pinned: pinned(state),
            can_pin: state.inputs != state.baseline,
            words,
            latest: latest.clone(),
            travel,
            say: say.clone(),
            act: calculator.act.clone(),
        };
        let meanwhile = || meanwhile(state, prerendered.as_ref());
        page(bar, figures, (&fetched, meanwhile))
    };
    html! {
        <div class="hp-page">
            <ContextProvider<Latest> context={latest.clone()}>
                <ContextProvider<IsAtRest> context={is_at_rest}>{ content }</ContextProvider<IsAtRest>>
            </ContextProvider<Latest>>
            { for fetched.later().map(|later| (later.how)(state, &now)) }
            { said(&answer, &say, &latest) }
        </div>
    }
}

/// The whole page: bar, controls, view.
fn page(
    bar: HeaderProps,
    figures: Figures<'_>,
    (fetched, meanwhile): (&Fetched, impl FnOnce() -> Html),
) -> Html {
    let Figures {
        state, now, act, ..
    } = figures;
    let later = fetched.later();
    // What is rendered beforehand is what the app draws first, so that nothing comes and goes.
    let is_first = cfg!(feature = "prerender");
    let beside = later.filter(|_| !is_first).map(|later| later.beside);
    let live = later.map(|later| (later.live)(state, act));
    let dialog = later.map(|later| (later.embed_dialog)(&bar.latest));
    html! {
        <>
            <Header ..bar />
            <div class="hp-columns">
                <Rail state={Rc::clone(state)} now={Rc::clone(now)} {beside} live={live.unwrap_or_default()}
                    act={act.clone()} />
                <main class="hp-view">
                    // First, for it is mostly empty: Yew does not know where to put what comes before an empty
                    // component when what follows it is replaced in the same step.
                    { for later.map(|later| (later.memo)()) }
                    { notices(state, act) }
                    { view(figures, fetched, meanwhile) }
                </main>
            </div>
            { for dialog }
        </>
    }
}

/// What stands in place of what is not there yet: what the build rendered, while it says the same.
fn meanwhile(state: &State, prerendered: Option<&Node>) -> Html {
    let preset = State {
        theme: state.theme,
        ..state.anew()
    };
    match prerendered {
        Some(node) if *state == preset => Html::VRef(node.clone()),
        _ => waiting(),
    }
}

fn waiting() -> Html {
    html! { <p class="hp-waiting" role="status">{ "Loading …" }</p> }
}

/// The results for these inputs, computed once for each change of them.
#[hook]
fn use_evaluation(inputs: &Inputs) -> Rc<Evaluation> {
    use_memo(inputs.clone(), Evaluation::of)
}

/// Tells the document what is shown, and once it is drawn that it is ready. Outside a page there is
/// nobody to tell.
#[hook]
fn use_page(view: View, theme: &'static str, is_drawn: bool) {
    use_effect_with((view, theme), |(view, theme)| {
        let _ = document::set_title(&format!("{} – Hashpivot", view.title()));
        let _ = document::set_root_attribute("data-theme", theme);
    });
    use_effect_with(is_drawn, |is_drawn| {
        if *is_drawn {
            let _ = document::set_root_attribute("data-ready", "true");
        }
    });
}
