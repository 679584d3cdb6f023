//! The page as a whole.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::Beside;
use super::figures::Figures;
use super::header::{Bar, header};
use super::hooks::{Latest, use_address, use_calculator, use_latest, use_sight, use_travel};
use super::notices::notices;
use super::rail::Rail;
use super::said::{said, use_said};
use super::views::view;
use crate::model::Evaluation;
use crate::model::parameters::Inputs;
use crate::state::{View, link};
use crate::web::{document, location};

/// The calculator, started from the fragment of the address.
#[component]
pub fn App() -> Html {
    let calculator = use_calculator(|| link::decode(&location::fragment().unwrap_or_default()));
    let state = &calculator.state;
    use_address(&calculator);
    use_sight(state.view, state.chart);
    let (answer, say) = use_said();
    let travel = use_travel(&calculator, &say);
    let now = use_evaluation(&state.inputs);
    let before = use_evaluation(&state.baseline);
    use_page(state.view, state.theme.key());
    let latest = use_latest(state);
    let figures = Figures {
        state,
        now: &now,
        before: &before,
    };
    let bar = Bar {
        calculator: &calculator,
        latest: &latest,
        travel: &travel,
        say: &say,
    };
    html! {
        <div class="hp-page">
            { header(&bar) }
            <div class="hp-columns">
                <Rail state={Rc::clone(state)} now={Rc::clone(&now)} beside={Some(Beside::HERE)}
                    act={calculator.act.clone()} />
                <main class="hp-view">
                    { notices(state, &calculator.act) }
                    <ContextProvider<Latest> context={latest.clone()}>{ view(figures) }</ContextProvider<Latest>>
                </main>
            </div>
            { said(&answer, &say, &latest) }
        </div>
    }
}

/// The results for these inputs, computed once for each change of them.
#[hook]
fn use_evaluation(inputs: &Inputs) -> Rc<Evaluation> {
    use_memo(inputs.clone(), Evaluation::of)
}

/// Tells the document what is shown, and that it is ready. Outside a page there is nobody to tell.
#[hook]
fn use_page(view: View, theme: &'static str) {
    use_effect_with((view, theme), |(view, theme)| {
        let _ = document::set_title(&format!("{} – Hashpivot", view.title()));
        let _ = document::set_root_attribute("data-theme", theme);
    });
    use_effect_with((), |()| {
        let _ = document::set_root_attribute("data-ready", "true");
    });
}
