//! The controls: a rail on a wide page, a sheet at the bottom of a phone.

use std::rc::Rc;

use yew::prelude::*;

use super::controls::{Control, Losing};
use super::presets::presets;
use crate::format::{field_text, input_unit};
use crate::model::Evaluation;
use crate::model::parameters::{Group, Key};
use crate::state::{Action, State, View};

/// The four sliders that are always in sight.
pub const MAIN: [Key; 4] = [
    Key::BtcPrice,
    Key::Difficulty,
    Key::Efficiency,
    Key::PowerPrice,
];

/// State and actions of the controls.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The state of the page.
    pub state: Rc<State>,
    /// The results, for the break-evens on the tracks.
    pub now: Rc<Evaluation>,
    /// Takes actions.
    pub act: Callback<Action>,
}

/// The headings under "more inputs" of a view, and whether each starts open.
const fn groups(view: View) -> &'static [(Group, bool)] {
    match view {
        View::Hashprice => &[(Group::Market, true), (Group::Fleet, true)],
        View::Network => &[
            (Group::Response, true),
            (Group::Market, true),
            (Group::Fleet, false),
        ],
        View::Valuation => &[
            (Group::Valuation, true),
            (Group::Market, true),
            (Group::Fleet, false),
            (Group::Lease, false),
            (Group::Build, false),
            (Group::Finance, false),
        ],
        View::Outlook => &[
            (Group::Response, true),
            (Group::Valuation, false),
            (Group::Market, false),
            (Group::Fleet, false),
            (Group::Lease, false),
            (Group::Build, false),
            (Group::Finance, false),
        ],
        View::Miners => &[(Group::Market, true), (Group::Response, false)],
        View::Pivot => &[
            (Group::Lease, true),
            (Group::Build, true),
            (Group::Finance, true),
            (Group::Fleet, false),
            (Group::Market, false),
        ],
    }
}

/// The inputs under a heading that are not among the main ones.
fn members(group: Group) -> impl Iterator<Item = Key> {
    Key::ALL.into_iter().filter(move |key| {
        let is_other_display = *key == Key::NetworkHashrate;
        key.parameter().group == group && !MAIN.contains(key) && !is_other_display
    })
}

/// The controls of the view. On a phone a row of chips chooses the one whose slider is shown.
#[component]
pub fn Rail(Props { state, now, act }: &Props) -> Html {
    let active = use_state_eq(|| Key::BtcPrice);
    let chosen = shown_keys(state.view)
        .find(|key| key == &*active)
        .unwrap_or(Key::BtcPrice);
    let chips = shown_keys(state.view).map(|key| chip(state, key, chosen, &active));
    let control = |key: Key| control(state, now, act, key, key == chosen);
    let more = groups(state.view).iter().map(|(group, open)| {
        let controls: Html = members(*group).map(control).collect();
        html! { <More key={group.title()} title={group.title()} open={*open}>{ controls }</More> }
    });
    html! {
        <aside class="hp-rail" aria-label="Inputs">
            { presets(state, act) }
            <div class="hp-chips" role="group" aria-label="Choose an input">{ for chips }</div>
            <div class="hp-main-controls">{ for MAIN.map(control) }</div>
            { for more }
        </aside>
    }
}

fn shown_keys(view: View) -> impl Iterator<Item = Key> {
    let more = groups(view).iter().flat_map(|(group, _)| members(*group));
    MAIN.into_iter().chain(more)
}

fn chip(state: &State, key: Key, chosen: Key, active: &UseStateHandle<Key>) -> Html {
    let active = active.clone();
    let onclick = Callback::from(move |_| active.set(key));
    let value = state
        .inputs
        .effective(key)
        .map(|value| field_text(key, value));
    html! {
        <button type="button" class="hp-chip" aria-pressed={(key == chosen).to_string()} {onclick}
            data-chip={key.name()}>
            <span>{ key.parameter().label }</span>
            <b>{ value }</b>
            <small>{ input_unit(key) }</small>
        </button>
    }
}

fn control(
    state: &State,
    now: &Evaluation,
    act: &Callback<Action>,
    key: Key,
    chosen: bool,
) -> Html {
    let Some(value) = state.inputs.effective(key) else {
        return html! {};
    };
    let baseline = state.baseline.effective(key).unwrap_or(value);
    let other = (key == Key::Difficulty).then(|| state.inputs.network_hashrate().to_eh_s());
    html! {
        <Control key={key.name()} input={key} {value} {baseline} losing={losing(now, key)} {other}
            main={MAIN.contains(&key)} {chosen} act={act.clone()} />
    }
}

/// Where on an input's track money is lost: gross profit for the four main ones, the gain from
/// converting for the pivot's.
fn losing(now: &Evaluation, key: Key) -> Option<Losing> {
    let hashprice = now.hashprice();
    match key {
        Key::BtcPrice => Some(Losing::Below(hashprice.breakeven_btc_price)),
        Key::Difficulty => hashprice.breakeven_difficulty.map(Losing::Above),
        Key::Efficiency => hashprice.breakeven_efficiency.map(Losing::Above),
        Key::PowerPrice => Some(Losing::Above(hashprice.breakeven_power_price)),
        Key::LeaseRate => now.pivot().breakeven_lease_rate.map(Losing::Below),
        Key::OverrunPct => now.pivot().breakeven_overrun_pct.map(Losing::Above),
        Key::DelayMonths => now
            .pivot()
            .breakeven_delay_months
            .map(|months| Losing::Above(months as f64)),
        _ => None,
    }
}

/// A heading and what folds under it.
#[derive(PartialEq, Properties)]
struct MoreProps {
    title: &'static str,
    open: bool,
    children: Children,
}

#[component]
fn More(
    MoreProps {
        title,
        open,
        children,
    }: &MoreProps,
) -> Html {
    let is_open = use_state_eq(|| *open);
    let toggle = Callback::from({
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    });
    html! {
        <section class={classes!("hp-more", is_open.then_some("is-open"))}>
            <h2>
                <button type="button" aria-expanded={is_open.to_string()} onclick={toggle}>{ *title }</button>
            </h2>
            <div class="hp-more-body">{ for children.iter() }</div>
        </section>
    }
}
