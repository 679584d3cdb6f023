//! What the page answers to a press whose work is not seen: "Link copied."

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::hooks::Latest;
use crate::state::link;
use crate::ui::class;
use crate::web::{download, location};

/// How long a sentence stays, ms.
const STAYS_MS: u32 = 6_000;
/// The name of the file with what a link cannot hold.
const FILE: &str = "hashpivot.txt";

/// An answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// What happened, in a sentence.
    pub text: String,
    /// An address to copy by hand.
    pub address: Option<String>,
    /// Whether a file is offered that holds everything.
    pub with_file: bool,
}

impl From<String> for Said {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

/// What was said last, and the way to say something. A mere sentence goes away by itself.
#[hook]
pub fn use_said() -> (Rc<Said>, Callback<Said>) {
    let said = use_state_eq(Rc::<Said>::default);
    let say = {
        let setter = said.setter();
        use_callback((), move |answer: Said, ()| setter.set(Rc::new(answer)))
    };
    let silent = say.clone();
    use_effect_with(Rc::clone(&said), move |said| {
        let is_passing = !said.text.is_empty() && said.address.is_none() && !said.with_file;
        let timeout =
            is_passing.then(|| Timeout::new(STAYS_MS, move || silent.emit(Said::default())));
        move || drop(timeout)
    });
    (Rc::clone(&said), say)
}

/// The answer where it is seen and heard; an empty place while there is none.
pub fn said(said: &Said, say: &Callback<Said>, latest: &Latest) -> Html {
    let close = say.reform(|_: MouseEvent| Said::default());
    let address = said.address.as_ref().map(|address| {
        html! {
            <input class="hp-address" readonly=true value={address.clone()} aria-label="Link"
                onfocus={|event: FocusEvent| event.target_unchecked_into::<HtmlInputElement>().select()} />
        }
    });
    let class = class::with("hp-said", &[said.text.is_empty().then_some("is-silent")]);
    html! {
        <div {class}>
            <p role="status">{ &said.text }</p>
            { address }
            if said.with_file {
                <button class="hp-button" type="button" onclick={save(latest, say)}>{ "Save file" }</button>
            }
            <button class="hp-button" type="button" onclick={close} aria-label="Dismiss">{ "×" }</button>
        </div>
    }
}

/// Saves a file with the address of everything, however long.
fn save(latest: &Latest, say: &Callback<Said>) -> Callback<MouseEvent> {
    let (latest, say) = (latest.clone(), say.clone());
    Callback::from(move |_| {
        let address = location::address_with(&link::whole(&latest.state()));
        let saved = address.and_then(|address| download::save_text(FILE, "text/plain", &address));
        say.emit(match saved {
            Ok(()) => Said::from(format!("{FILE} is saved: send it along with the link.")),
            Err(refused) => Said::from(format!("The file was not saved: {refused}.")),
        });
    })
}
