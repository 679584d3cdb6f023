//! The result in words: who earns more than power costs, who is cheapest for what it owns.

use yew::prelude::*;

use crate::format;
use crate::model::margin::Margin;
use crate::model::parameters::Inputs;
use crate::model::screen::{Row, ranking};
use crate::units::RevenueUnit;

/// The sentence at the top of the view.
pub(super) fn sentence(inputs: &Inputs, unit: RevenueUnit, rows: &[Row]) -> Html {
    let Some(best) = ranking(rows).first().map(|place| &rows[*place]) else {
        return html! { <h1 class="hp-sentence">{ "No miners yet: add one below, or paste rows." }</h1> };
    };
    let earning = rows.iter().filter(|row| row.gross_profit > 0.0).count();
    let hashprice = unit.from_usd_per_eh_day(Margin::of(inputs).hashprice(), inputs.btc_price());
    let hashprice = format::shown_revenue(hashprice, unit);
    html! {
        <h1 class="hp-sentence">
            { "At " }<b class="hp-ink-revenue">{ hashprice }</b>{ " " }{ unit.per() }{ " a day, " }
            <b>{ earning }{ " of " }{ rows.len() }</b>{ " miners earn more than their power costs; " }
            <b class="hp-name">{ short(&best.name) }</b>{ " offers the most for its price: " }{ upside(best.upside) }
        </h1>
    }
}

fn upside(upside: f64) -> Html {
    let ink = if upside < 0.0 {
        "hp-ink-loss"
    } else {
        "hp-ink-profit"
    };
    let side = if upside < 0.0 { "below" } else { "above" };
    html! {
        <>{ "a share is worth " }<b class={ink}>{ format::percent(upside.abs(), 0) }</b>{ format!(" {side} it.") }</>
    }
}

/// The mark of what is made up.
const MARK: &str = " (illustrative)";

/// A name without the mark of the archetypes.
pub(super) fn short(name: &str) -> &str {
    name.strip_suffix(MARK).unwrap_or(name)
}

/// Whether a name bears that mark.
pub(super) fn is_illustrative(name: &str) -> bool {
    name.ends_with(MARK)
}
