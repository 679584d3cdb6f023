//! An announced deal as a start: a menu, and what came from its source.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::facts::deals::DEALS;
use crate::facts::{Preset, lease_presets};
use crate::format;
use crate::model::parameters::{Inputs, Key};
use crate::state::Action;

/// The menu and, while the inputs are a deal's, the note about it.
pub(super) fn start_from(inputs: &Inputs, act: &Callback<Action>) -> Html {
    let started = started(inputs);
    html! {
        <section class="hp-start" aria-label="Start from an announced deal">
            <Menu started={started.map(|preset| preset.id)} act={act.clone()} />
            { started.map(|preset| note(preset, inputs)) }
        </section>
    }
}

/// What the menu shows.
#[derive(PartialEq, Properties)]
struct Props {
    /// The deal that the inputs are those of.
    started: Option<&'static str>,
    /// Takes actions.
    act: Callback<Action>,
}

#[component]
fn Menu(Props { started, act }: &Props) -> Html {
    let options = DEALS.iter().map(|deal| {
        let selected = *started == Some(deal.id);
        let why_not = deal.why_not_comparable();
        let after = why_not.map_or(String::new(), |why| format!(": {why}"));
        let text = format!("{} ({}){after}", deal.name, deal.announced);
        html! { <option value={deal.id} {selected} disabled={why_not.is_some()}>{ text }</option> }
    });
    html! {
        <label>
            <span>{ "Start from " }</span>
            <select class="hp-button" data-switch="deal" onchange={on_choice(*started, act)}>
                <option value="" selected={started.is_none()} disabled=true>{ "an announced deal …" }</option>
                { for options }
            </select>
        </label>
    }
}

/// The deal that the inputs are those of, as long as none of what it sets was changed.
pub(super) fn started(inputs: &Inputs) -> Option<&'static Preset> {
    lease_presets().iter().find(|preset| holds(preset, inputs))
}

fn holds(preset: &Preset, inputs: &Inputs) -> bool {
    let mut entries = preset.entries.iter();
    entries.all(|(key, value)| inputs.get(*key) == Some(*value))
}

/// What a deal sets, and the presets of what only the deal set that it takes the place of.
fn taken(preset: &Preset, before: Option<&Preset>) -> Vec<(Key, Option<f64>)> {
    let inputs = Inputs::default();
    let sets = |key: Key| preset.entries.iter().any(|(own, _)| *own == key);
    let left = before.into_iter().flat_map(|before| &before.entries);
    let left = left.filter(|(key, _)| !sets(*key));
    let left = left.map(|(key, _)| (*key, inputs.get(*key)));
    let own = preset.entries.iter();
    left.chain(own.map(|(key, value)| (*key, Some(*value))))
        .collect()
}

/// Takes over what the chosen deal sets, in one step.
fn on_choice(started: Option<&'static str>, act: &Callback<Action>) -> Callback<Event> {
    let act = act.clone();
    Callback::from(move |event: Event| {
        let chosen = event.target_dyn_into::<HtmlSelectElement>();
        let id = chosen.map(|select| select.value());
        let named = |id: Option<&str>| lease_presets().iter().find(|preset| Some(preset.id) == id);
        if let Some(preset) = named(id.as_deref()) {
            act.emit(Action::Take(preset.name, taken(preset, named(started))));
        }
    })
}

/// What came from the source, what was made of it, what was assumed and what was kept, and what has to be known
/// about it.
fn note(preset: &Preset, inputs: &Inputs) -> Html {
    let set = |is_meant: &dyn Fn(&Key) -> bool| {
        let entries = preset.entries.iter().filter(|(key, _)| is_meant(key));
        list(entries.map(|(key, value)| named(*key, *value)))
    };
    let Preset {
        derived, assumed, ..
    } = preset;
    let reported = set(&|key| !derived.contains(key) && !assumed.contains(key));
    let made = [
        ("Derived from it: ", set(&|key| derived.contains(key))),
        ("Assumed by us: ", set(&|key| assumed.contains(key))),
    ];
    let made = made.into_iter().filter(|(_, what)| !what.is_empty());
    let no_source = [Key::ExecutionPct, Key::BuildMonths];
    let kept = preset.left_as_is.iter().chain(&no_source);
    let kept = kept.filter_map(|key| Some(named(*key, inputs.get(*key)?)));
    let lease = preset.lease_type.map_or("", |kind| kind.name());
    html! {
        <div class="hp-start-note" data-start={preset.id}>
            <p>
                <b>{ "From the source: " }</b>{ reported }{ format!("; {lease}. ") }
                { for made.map(|(how, what)| html! { <><b>{ how }</b>{ what }{ ". " }</> }) }
                <b>{ "Kept, because it does not say: " }</b>{ list(kept) }{ "." }
            </p>
            <ul>{ for preset.notes.iter().map(|note| html! { <li>{ *note }</li> }) }</ul>
            <p class="hp-source">{ format!("Source: {}; announced {}.", preset.source, preset.date) }</p>
        </div>
    }
}

/// "lease rate $128/kW/mo".
fn named(key: Key, value: f64) -> String {
    let label = key.parameter().label;
    let value = format::input_text(key, value);
    if label.as_bytes().get(1).is_some_and(u8::is_ascii_uppercase) {
        // PUE, NOI margin.
        return format!("{label} {value}");
    }
    let (first, rest) = label.split_at(1);
    format!("{}{rest} {value}", first.to_ascii_lowercase())
}

fn list(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The inputs after some deals were chosen, one after the other.
    fn after(chosen: &[&Preset]) -> Inputs {
        chosen.iter().fold(Inputs::default(), |inputs, preset| {
            let sets = taken(preset, started(&inputs)).into_iter();
            sets.fold(inputs, |inputs, (key, value)| {
                inputs.with(key, value).expect("deals are in range")
            })
        })
    }

    #[test]
    fn a_deal_is_the_same_start_whatever_was_chosen_before() {
        for before in lease_presets() {
            for preset in lease_presets() {
                assert_eq!(
                    after(&[before, preset]),
                    after(&[preset]),
                    "{} after {}",
                    preset.id,
                    before.id
                );
            }
        }
    }
}
