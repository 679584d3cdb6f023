//! The dialog that makes an embed: what is shown and how, a preview, and what to put where.

mod draft;
mod preview;
mod row;
mod snippets;

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{Element, HtmlDialogElement, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use self::draft::{Draft, Figures, INPUTS, Inputs, WIDTHS};
use self::preview::Preview;
use self::row::row;
use self::snippets::snippets;
use crate::model::parameters::{Group, Key};
use crate::state::{State, Theme};
use crate::ui::hooks::Latest;
use crate::web::document::{self, Chart};

/// What a page says that is a file of no site: other pages cannot show it.
const NOWHERE: &str = "An embed shows a page of a web site, and this page is a file on this device that was built \
                       for no site. Open Hashpivot on the web, or put its files on a server, and make the embed there.";

/// What the dialog starts from.
#[derive(PartialEq, Properties)]
struct Props {
    latest: Latest,
}

/// The dialog, closed until a button asks for it.
pub fn embed_dialog(latest: &Latest) -> Html {
    html! { <EmbedDialog latest={latest.clone()} /> }
}

/// What was on the page when the dialog was opened.
#[derive(Clone, PartialEq)]
struct Opened {
    state: Rc<State>,
    charts: Rc<Vec<Chart>>,
}

#[component]
fn EmbedDialog(Props { latest }: &Props) -> Html {
    let node = use_node_ref();
    let opened = use_state(|| None::<Opened>);
    use_button(&node, latest, opened.setter());
    let onclose = {
        let opened = opened.setter();
        Callback::from(move |_: Event| opened.set(None))
    };
    html! {
        <dialog class="hp-embed-dialog" ref={node} {onclose} aria-labelledby="hp-embed-title">
            if let Some(Opened { state, charts }) = &*opened {
                <Maker state={Rc::clone(state)} charts={Rc::clone(charts)} />
            }
        </dialog>
    }
}

/// Opens the dialog when the button is pressed, wherever on the page it is.
#[hook]
fn use_button(node: &NodeRef, latest: &Latest, opened: UseStateSetter<Option<Opened>>) {
    let (node, latest) = (node.clone(), latest.clone());
    use_effect_with((), move |()| {
        let on_click = move |event: &Event| {
            let pressed = event.target_dyn_into::<Element>();
            let button = pressed.and_then(|pressed| pressed.closest("[data-open=embed]").ok()?);
            if let (Some(_), Some(dialog)) = (button, node.cast::<HtmlDialogElement>()) {
                opened.set(Some(Opened {
                    state: latest.state(),
                    charts: Rc::new(document::charts().unwrap_or_default()),
                }));
                // It is open already, or the browser has no dialogs.
                let _ = dialog.show_modal();
            }
        };
        let listener =
            web_sys::window().map(|window| EventListener::new(&window, "click", on_click));
        move || drop(listener)
    });
}

/// What an embed is made from.
#[derive(Clone, PartialEq, Properties)]
struct MakerProps {
    state: Rc<State>,
    charts: Rc<Vec<Chart>>,
}

#[component]
fn Maker(MakerProps { state, charts }: &MakerProps) -> Html {
    let draft = use_state_eq(Draft::default);
    let measured = use_state_eq(|| 0_u32);
    let subject = draft.made(state, charts);
    let measure = {
        let measured = measured.setter();
        use_callback((), move |px: f64, ()| measured.set(px as u32))
    };
    let address = subject.address();
    let maker = if address.starts_with("file:") {
        html! { <p class="hp-embed-nowhere">{ NOWHERE }</p> }
    } else {
        html! {
            <div class="hp-embed-maker">
                <div class="hp-embed-choices">
                    { what(state, charts, &draft) }
                    { which_inputs(&draft) }
                    { look(&draft) }
                    { size(&draft, *measured) }
                </div>
                <Preview {address} width={draft.width} height={draft.height.unwrap_or(*measured)} {measure} />
                { snippets(&draft, &subject, *measured) }
            </div>
        }
    };
    html! {
        <>
            <header>
                <h2 id="hp-embed-title">{ "Embed" }</h2>
                <form method="dialog"><button class="hp-button" aria-label="Close">{ "×" }</button></form>
            </header>
            { maker }
        </>
    }
}

/// Takes the draft with a change.
fn changed<Event>(
    draft: &UseStateHandle<Draft>,
    change: impl Fn(&mut Draft, Event) + 'static,
) -> Callback<Event> {
    let draft = draft.clone();
    Callback::from(move |event: Event| {
        let mut next = (*draft).clone();
        change(&mut next, event);
        draft.set(next);
    })
}

/// The index of the option that was chosen.
fn chosen(event: &Event) -> usize {
    let select = event.target_unchecked_into::<HtmlSelectElement>();
    usize::try_from(select.selected_index()).unwrap_or_default()
}

/// The view or one of its charts.
fn what(state: &State, charts: &[Chart], draft: &UseStateHandle<Draft>) -> Html {
    let onchange = changed(draft, |draft, event: Event| {
        draft.chart = chosen(&event).checked_sub(1);
    });
    let options = charts.iter().enumerate().map(|(index, chart)| {
        html! { <option selected={draft.chart == Some(index)}>{ &chart.title }</option> }
    });
    html! {
        <label class="hp-embed-row">
            <span>{ "Show" }</span>
            <select class="hp-button" data-embed="what" {onchange}>
                <option selected={draft.chart.is_none()}>{ format!("{}: the view", state.view.title()) }</option>
                <optgroup label="One chart">{ for options }</optgroup>
            </select>
        </label>
    }
}

/// The inputs that readers can move.
fn which_inputs(draft: &UseStateHandle<Draft>) -> Html {
    let onchange = changed(draft, |draft, event: Event| {
        draft.inputs = INPUTS[chosen(&event).min(INPUTS.len() - 1)].0;
    });
    let options = INPUTS.iter().map(|(inputs, name)| {
        html! { <option selected={draft.inputs == *inputs}>{ *name }</option> }
    });
    html! {
        <>
            <label class="hp-embed-row">
                <span>{ "Readers move" }</span>
                <select class="hp-button" data-embed="inputs" {onchange}>{ for options }</select>
            </label>
            if draft.inputs == Inputs::Chosen { { boxes(draft) } }
        </>
    }
}

/// A box for each input.
fn boxes(draft: &UseStateHandle<Draft>) -> Html {
    let onchange = changed(draft, |draft, event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        if let Some(key) = Key::from_name(&field.value()) {
            draft.turn(key, field.checked());
        }
    });
    let field = |key: Key| {
        let checked = draft.chosen.contains(&key);
        html! {
            <label>
                <input type="checkbox" value={key.name()} {checked} />{ key.parameter().label }
            </label>
        }
    };
    let group = |group: Group| {
        let members = Key::ALL
            .into_iter()
            .filter(move |key| key.parameter().group == group);
        html! { <><b>{ group.title() }</b>{ for members.map(field) }</> }
    };
    html! {
        <div class="hp-embed-boxes" role="group" aria-label="Inputs" tabindex="0" {onchange}>
            { for Group::ALL.map(group) }
        </div>
    }
}

/// Light or dark, pinned or live.
fn look(draft: &UseStateHandle<Draft>) -> Html {
    let themes = Theme::ALL.map(|theme| (theme.key(), theme.title(), theme == draft.theme));
    let paint = changed(draft, |draft, index: usize| draft.theme = Theme::ALL[index]);
    let figures =
        Figures::ALL.map(|figures| (figures.key(), figures.title(), figures == draft.figures));
    let pin = changed(draft, |draft, index: usize| {
        draft.figures = Figures::ALL[index];
    });
    html! {
        <>
            <div class="hp-embed-row">
                <span>{ "Figures" }</span>
                { row("embed-figures", "Figures", &figures, &pin) }
                <small>{ draft.figures.advice() }</small>
            </div>
            <div class="hp-embed-row">
                <span>{ "Theme" }</span>
                { row("embed-theme", "Theme", &themes, &paint) }
            </div>
        </>
    }
}

/// Width and height; without a height of its own the embed is as high as the preview.
fn size(draft: &UseStateHandle<Draft>, measured: u32) -> Html {
    let widths = WIDTHS.map(|(width, key, name)| (key, name, width == draft.width));
    let widen = changed(draft, |draft, index: usize| draft.width = WIDTHS[index].0);
    let onchange = changed(draft, |draft, event: Event| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        draft.height = field.value().trim().parse().ok();
    });
    html! {
        <>
            <div class="hp-embed-row">
                <span>{ "Width" }</span>
                { row("embed-width", "Width", &widths, &widen) }
            </div>
            <label class="hp-embed-row">
                <span>{ "Height" }</span>
                <input type="number" min="100" max="9000" step="10" data-embed="height" placeholder={measured.to_string()}
                    value={draft.height.map(|px| px.to_string()).unwrap_or_default()} {onchange} />
                <small>{ "px; left empty, what the preview takes" }</small>
            </label>
        </>
    }
}
