//! A field of a site that keeps what is typed until it is meant.

use yew::prelude::*;

use crate::decimal::exact;
use crate::format::{parse_count, refused_name};
use crate::model::screen::NAME_LENGTHS;
use crate::model::sites::START_MONTH;
use crate::state::{Action, Edit, PlannedSite, SiteField, slider};
use crate::ui::class;
use crate::ui::controls::{Meant, Typing, use_draft};
use crate::web::document;

/// What of a site stands in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// Its name.
    Name,
    /// The calendar month of its decision.
    StartMonth,
}

impl Field {
    const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::StartMonth => START_MONTH.key,
        }
    }

    fn label(self, place: usize, site: &PlannedSite) -> String {
        match self {
            Self::Name => format!("Name of site {}", place + 1),
            Self::StartMonth => format!("Month of decision of {}", site.name()),
        }
    }

    fn text(self, site: &PlannedSite) -> String {
        match self {
            Self::Name => site.name().to_owned(),
            Self::StartMonth => site.start_month().to_string(),
        }
    }

    /// What the text says, and how that is written.
    fn read(self, site: &PlannedSite, text: &str) -> Result<(SiteField, String), String> {
        match self {
            Self::Name => site
                .renamed(text)
                .map(|renamed| renamed.name().to_owned())
                .map(|name| (SiteField::Name(name.clone()), name))
                .map_err(|_| refused_name(text, &NAME_LENGTHS)),
            Self::StartMonth => parse_count(&START_MONTH, text)
                .map(|month| (SiteField::StartMonth(month), exact(month)))
                .map_err(|error| error.to_string()),
        }
    }
}

/// What a field shows and where its actions go.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The site's place in the list.
    pub(super) place: usize,
    /// Its number, wherever it stands.
    pub(super) id: usize,
    /// What of it.
    pub(super) field: Field,
    /// The site.
    pub(super) site: PlannedSite,
    /// Takes actions.
    pub(super) act: Callback<Action>,
}

/// The field, with the reason below it why a draft is refused.
#[component]
pub(super) fn Cell(
    Props {
        place,
        id,
        field,
        site,
        act,
    }: &Props,
) -> Html {
    let value = field.text(site);
    let desk = use_draft(&format!("{} of site {id}", field.key()), &value);
    let draft = desk.draft();
    let (row, what, present) = (*place, *field, site.clone());
    let is_month = *field == Field::StartMonth;
    let mut typing = Typing::at(&desk, act, move |text| {
        let (field, value) = what.read(&present, text)?;
        let action = Action::Sites(Edit::Set(row, field));
        Ok(Meant { action, value })
    });
    if is_month {
        let month = site.start_month() as f64;
        typing = typing.with_steps(&desk, act, move |count| {
            let stepped = slider::stepped(&START_MONTH, month, count);
            Action::Sites(Edit::Set(row, SiteField::StartMonth(stepped)))
        });
    }
    let Typing {
        focus,
        blur,
        input,
        key,
    } = typing;
    let is_draft = draft.text.is_some().to_string();
    let text = draft.text.clone().unwrap_or(value);
    // As in the number fields of the rail.
    let again = document::text(&text);
    let error_id = format!("hp-site-{id}-{}-error", field.key());
    let described_by = draft.error.as_ref().map(|_| error_id.clone());
    html! {
        <>
            <input class={class::with("hp-cell", &[is_month.then_some("is-number")])} type="text"
                inputmode={is_month.then_some("numeric")} autocomplete="off" spellcheck="false"
                value={text} ~defaultValue={again} onfocus={focus} onblur={blur} oninput={input} onkeydown={key}
                aria-invalid={draft.error.is_some().then_some("true")} aria-describedby={described_by}
                aria-label={field.label(*place, site)} data-site-field={field.key()} data-draft={is_draft} />
            if let Some(error) = &draft.error {
                <span id={error_id} class="hp-cell-error" role="alert">{ error }</span>
            }
        </>
    }
}
