//! Where rows and figures come in: typed, pasted from elsewhere, from a file that is opened or dropped.

use std::rc::Rc;

use web_sys::{DragEvent, File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::state::{Action, Pad};
use crate::tables::{Problem, UnknownColumn, UnreadRow, decode};
use crate::web::upload;

/// What the intake shows and where its text goes.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Which one it is.
    pub(super) pad: Pad,
    /// What is asked for.
    pub(super) label: &'static str,
    /// Rows as they may look.
    pub(super) example: &'static str,
    /// The words of the button that opens a file.
    #[prop_or("Open a CSV file")]
    pub(super) file: &'static str,
    /// The kinds of file that it offers first.
    #[prop_or(".csv,.tsv,.txt,text/csv")]
    pub(super) accept: &'static str,
    /// The text.
    pub(super) text: AttrValue,
    /// Takes actions.
    pub(super) act: Callback<Action>,
    /// What was read, and what can be done with it.
    pub(super) children: Html,
}

/// A field for rows, which are never changed by reading them: what is wrong with them is said below,
/// and they stay as they were typed.
#[component]
pub(super) fn Intake(
    Props {
        pad,
        label,
        example,
        file,
        accept,
        text,
        act,
        children,
    }: &Props,
) -> Html {
    let pad = *pad;
    // Of what came into the field in another way the browser knows nothing that it could undo.
    let typed = use_mut_ref(|| None::<AttrValue>);
    typed.borrow_mut().take_if(|typed| typed != text);
    let is_typed = typed.borrow().is_some().to_string();
    let oninput = {
        let act = act.clone();
        Callback::from(move |event: InputEvent| {
            let field = event.target_unchecked_into::<HtmlTextAreaElement>();
            let text: Rc<str> = field.value().into();
            *typed.borrow_mut() = Some(Rc::clone(&text).into());
            act.emit(Action::Write(pad, text));
        })
    };
    // A step of its own, however soon after what was typed.
    let put = {
        let act = act.clone();
        Callback::from(move |text: Rc<str>| {
            act.emit(Action::Rest);
            act.emit(Action::Write(pad, text));
            act.emit(Action::Rest);
        })
    };
    let onchange = {
        let put = put.clone();
        Callback::from(move |event: Event| {
            let field = event.target_unchecked_into::<HtmlInputElement>();
            open(upload::chosen(&field), &put);
        })
    };
    let ondrop = {
        let put = put.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            open(upload::dropped(&event), &put);
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let clear = put.reform(|_: MouseEvent| Rc::default());
    let id = pad.key();
    let field = format!("hp-{id}");
    html! {
        <div class="hp-intake" data-intake={id} {ondrop} {ondragover}>
            <label for={field.clone()}>{ *label }</label>
            <textarea id={field} rows="6" spellcheck="false" autocomplete="off" placeholder={*example}
                value={text.clone()} {oninput} data-draft={is_typed} />
            <div class="hp-intake-tools">
                <label class="hp-button hp-file">
                    { *file }
                    <input type="file" accept={*accept} {onchange} />
                </label>
                <button class="hp-button" type="button" onclick={clear} disabled={text.is_empty()}>{ "Clear" }</button>
            </div>
            { children.clone() }
        </div>
    }
}

/// Takes the text of a file, whatever its encoding.
fn open(file: Option<File>, put: &Callback<Rc<str>>) {
    let put = put.clone();
    if let Some(file) = file {
        upload::read_bytes(&file, move |bytes| {
            put.emit(decode(&bytes).into());
        });
    }
}

/// What is wrong with a cell, with the field called as the page labels it.
pub(super) fn told(problem: &Problem, label: Label) -> String {
    let message = problem.message.split_once(" = ");
    let message = message.and_then(|(key, rest)| match label(key)? {
        label if label.eq_ignore_ascii_case(&problem.name) => Some(rest.to_owned()),
        label => Some(format!("{label}: {rest}")),
    });
    Problem {
        message: message.unwrap_or_else(|| problem.message.clone()),
        ..problem.clone()
    }
    .to_string()
}

/// What the page calls the column with this key.
pub(super) type Label = fn(&str) -> Option<&'static str>;

/// Rows that could not be read: each problem with its line and column, and what was typed there.
pub(super) fn unread(rows: &[UnreadRow], label: Label) -> Html {
    /// More than this nobody reads; the rest is counted.
    const MOST: usize = 20;
    let problems: Vec<&Problem> = rows.iter().flat_map(|row| &row.problems).collect();
    let rest = problems.len().saturating_sub(MOST);
    html! {
        if !problems.is_empty() {
            <ul class="hp-problems" role="alert">
                { for problems.iter().take(MOST).map(|problem| html! { <li>{ told(problem, label) }</li> }) }
                if rest > 0 {
                    <li>{ format!("and {rest} more") }</li>
                }
            </ul>
        }
    }
}

/// Columns that nothing asks for.
pub(super) fn unknown(columns: &[UnknownColumn]) -> Html {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    html! {
        if !names.is_empty() {
            <p class="hp-intake-note">{ format!("Nothing here asks for {}: kept in the text.", names.join(", ")) }</p>
        }
    }
}

/// "1 row", "5 rows".
pub(super) fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}
