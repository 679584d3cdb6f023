//! What the installed hashrate is, what is assumed about it, and the button that sets the idle part.

use yew::prelude::*;

use crate::format;
use crate::model::cost_curve::{calibrated_idle_pct, capacity};
use crate::model::parameters::{Inputs, Key};
use crate::state::Action;

/// Percentages that read the same are the same.
const DECIMALS: usize = 1;

/// The explanation with the button.
pub(super) fn installed(inputs: &Inputs, act: &Callback<Action>) -> Html {
    let row = Key::IdlePct.parameter();
    let idle = inputs.idle_pct();
    let fitting = calibrated_idle_pct(inputs).clamp(row.min, row.max);
    let text = |pct: f64| format::percent(pct / 100.0, DECIMALS);
    let is_fitting = (idle - fitting).abs() < 1e-9;
    let calibrate = act.reform(move |_| Action::Set(Key::IdlePct, fitting));
    let spreads = (inputs.efficiency_spread(), inputs.power_spread());
    html! {
        <section class="hp-card hp-installed" aria-labelledby="hp-installed">
            <h2 id="hp-installed">{ "The installed hashrate" }</h2>
            <p>
                { format!(
                    "{} EH/s are installed, of which {} is idle now. The price slider does not change that: idle \
                     machines stay in their racks and come back when they pay, which is how the network \
                     responds. How far miners differ from the network's average (log-sd {} in efficiency, {} in \
                     power price) is an assumption, not a measurement.",
                    format::significant(capacity(inputs), 4, 0), text(idle),
                    format::number(spreads.0, 2), format::number(spreads.1, 2),
                ) }
            </p>
            <p class="hp-installed-action">
                <button class="hp-button" type="button" onclick={calibrate} disabled={is_fitting} data-action="calibrate">
                    { format!("Calibrate idle share to {}", text(fitting)) }
                </button>
                <span>
                    { if is_fitting {
                        "Today's hashrate is in balance with today's hashprice."
                    } else {
                        "Counts as idle what does not cover its power bill today, which puts today's hashrate in balance."
                    } }
                </span>
            </p>
        </section>
    }
}
