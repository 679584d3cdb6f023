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
        <h1 class="hp-sentence is-long">
            { "At " }<b class="hp-ink-revenue">{ hashprice }</b>{ " " }{ unit.per() }{ " a day, " }
            <b>{ earning }{ " of " }{ rows.len() }</b>{ " miners earn more than their power costs; " }
            { offer(best) }
        </h1>
    }
}

/// What the first of the ranking offers; none of the others offers more.
fn offer(best: &Row) -> Html {
    let name = html! { <b class="hp-name">{ short(&best.name) }</b> };
    let by = format::percent(best.upside.abs(), 0);
    if best.upside < 0.0 {
        return html! {
            <>{ "no share is worth its price. " }{ name }{ " comes closest, at " }<b class="hp-ink-loss">{ by }</b>{ " less." }</>
        };
    }
    html! {
        <>
            { name }{ " offers the most for its price: a share is worth " }<b class="hp-ink-profit">{ by }</b>
            { " more than it costs." }
        </>
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
