//! What the installed hashrate is, what is assumed about it, and the button that sets the idle part.

use yew::prelude::*;

use crate::format;
use crate::model::cost_curve::{calibrated_idle_pct, capacity};
use crate::model::parameters::{Inputs, Key};
use crate::state::Action;

/// Percentages that read the same are the same.
const DECIMALS: usize = 1;
/// An idle share of more is only said to be more, %: the model keeps a little online whatever it costs.
const NEARLY_ALL: f64 = 99.0;

/// The explanation with the button.
pub(super) fn installed(inputs: &Inputs, act: &Callback<Action>) -> Html {
    let row = Key::IdlePct.parameter();
    let idle = inputs.idle_pct();
    let fitting = calibrated_idle_pct(inputs).clamp(row.min, row.max);
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
                <span>{ told(calibrated_idle_pct(inputs), fitting, is_fitting) }</span>
            </p>
        </section>
    }
}

fn text(pct: f64) -> String {
    format::percent(pct / 100.0, DECIMALS)
}

/// What the button does, or has done; where the range ends before the share that is `wanted` (%), that it does.
fn told(wanted: f64, fitting: f64, is_fitting: bool) -> String {
    if text(wanted) == text(fitting) {
        return if is_fitting {
            "Idle is what does not cover its power bill today.".to_owned()
        } else {
            "Counts as idle what does not cover its power bill today, so that only those run who can.".to_owned()
        };
    }
    let share = if wanted > NEARLY_ALL {
        format!("More than {}", format::percent(NEARLY_ALL / 100.0, 0))
    } else {
        text(wanted)
    };
    let nearest = if is_fitting {
        "the idle share stands at the end of its range, as near to that as it can."
    } else {
        "the range of the idle share ends before that, and this is the nearest that it allows."
    };
    format!("{share} of the installed hashrate does not cover its power bill today: {nearest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_range_cuts_is_said_before_and_after() {
        for wanted in [96.0, 98.96, 99.9] {
            for is_fitting in [false, true] {
                let told = told(wanted, 95.0, is_fitting);
                assert!(told.contains("range") && told.contains("near"), "{told}");
            }
        }
        assert!(told(99.9, 95.0, true).starts_with("More than 99% of"));
        assert!(told(98.96, 95.0, false).starts_with("99.0% of"));
    }

    #[test]
    fn what_the_range_holds_is_said_without_it() {
        for is_fitting in [false, true] {
            let told = told(3.392, 3.392, is_fitting);
            assert!(!told.contains("range"), "{told}");
        }
    }
}
