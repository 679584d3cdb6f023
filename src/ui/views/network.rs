//! The Network view: what the network does about the hashprice.

use yew::prelude::*;

use crate::format;
use crate::model::outputs::Model;
use crate::ui::figures::Figures;

/// Outputs shown as key figures.
const KEY_FIGURES: &[&str] = &[
    "online_share",
    "capacity",
    "equilibrium_hashrate",
    "equilibrium_hashprice",
    "your_percentile",
];

/// Sentence and key figures.
pub fn view(figures: Figures<'_>) -> Html {
    let Figures { state, now, .. } = figures;
    let results = now.cost_curve();
    let share = format::percent(results.online_share, 1);
    let at = format::significant(results.equilibrium_hashrate, 4, 0);
    html! {
        <>
            <h1 class="hp-sentence">
                <b>{ share }</b>{ " of the installed hashrate covers its power bill today; the network settles at " }
                <b>{ at }{ " EH/s" }</b>{ "." }
            </h1>
            { figures.cards(Model::COST_CURVE, KEY_FIGURES, &notes(&state.inputs.network_hashrate().to_eh_s())) }
        </>
    }
}

fn notes(hashrate: &f64) -> Vec<String> {
    vec![
        "covers its power bill".to_owned(),
        "running or idle".to_owned(),
        format!("{} EH/s today", format::significant(*hashrate, 4, 0)),
        "once it has settled".to_owned(),
        "of the installed hashrate".to_owned(),
    ]
}
