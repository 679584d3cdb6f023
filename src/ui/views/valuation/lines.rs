//! Lines that set inputs when they are pressed: the way to the reported ratio, and what was reported at
//! other dates.

use yew::prelude::*;

use crate::decimal::exact;
use crate::facts::block_rewards::{DECEMBER, OPPORTUNITIES, Opportunity, Step, reconciliation};
use crate::format::{percent, usd, usd_m, usd_m_digits};
use crate::model::parameters::{Inputs, Key};
use crate::model::valuation::opportunity;
use crate::state::Action;

/// One line.
struct Line {
    /// Its stable name.
    key: &'static str,
    /// What it is.
    title: String,
    /// The unrounded number, and as it reads.
    number: (f64, String),
    /// Why.
    sentence: String,
    /// What pressing it sets; `None` is absent.
    settings: Vec<(Key, Option<f64>)>,
}

/// The way from the ratio computed here to the one that JPMorgan printed.
pub(super) fn reconciled(inputs: &Inputs, act: &Callback<Action>) -> Html {
    let lines = reconciliation_lines();
    html! {
        <section class="hp-card hp-sets" aria-labelledby="hp-reconciliation">
            <h2 id="hp-reconciliation">{ "From our ratio to the reported 107%" }</h2>
            <p class="hp-set-advice">{ "Press a line to set the page to it." }</p>
            <ol>{ for lines.into_iter().map(|line| line.drawn(inputs, act)) }</ol>
        </section>
    }
}

/// The block rewards of four years as JPMorgan reported them, and as they are computed here.
pub(super) fn reported(inputs: &Inputs, act: &Callback<Action>) -> Html {
    html! {
        <section class="hp-card hp-sets" aria-labelledby="hp-reported">
            <h2 id="hp-reported">{ "Four years of block rewards, recomputed" }</h2>
            <p>{ "Computed here from the price of the day and an estimated height." }</p>
            <ol>{ for OPPORTUNITIES.iter().map(|reported| dated(reported).drawn(inputs, act)) }</ol>
        </section>
    }
}

fn reconciliation_lines() -> [Line; 4] {
    let [mean, spot, largest, quoted] = reconciliation();
    let printed = usd_m(1e3 * DECEMBER.market_cap);
    let line = |key, title: &str, step: Step, sentence: String| Line {
        key,
        title: title.to_owned(),
        number: (step.ratio, percent(step.ratio, 1)),
        sentence,
        settings: step.settings().into(),
    };
    let worth = |step: Step| usd_m(1e3 * step.market_cap / step.ratio);
    [
        line(
            "mean-price",
            "At the month's mean price",
            mean,
            format!(
                "{printed} over block rewards of {} at {}, December's mean price.",
                worth(mean),
                usd(DECEMBER.mean_price, 0)
            ),
        ),
        line(
            "spot-price",
            "At the month's last price",
            spot,
            format!(
                "At {} the same block rewards are worth {}.",
                usd(DECEMBER.spot_price, 0),
                worth(spot)
            ),
        ),
        line(
            "cap-rounding",
            "The cap before rounding",
            largest,
            format!(
                "{printed} is printed for anything up to {}: the ratio can be as high as this.",
                cap(largest)
            ),
        ),
        line(
            "quoted",
            "The ratio as quoted",
            quoted,
            format!(
                "107% takes a cap of {}, which is printed as {printed}: the rest is rounding.",
                cap(quoted)
            ),
        ),
    ]
}

/// Caps that print alike differ in the fourth digit.
fn cap(step: Step) -> String {
    usd_m_digits(1e3 * step.market_cap, 4)
}

fn dated(reported: &Opportunity) -> Line {
    let Opportunity {
        date,
        month,
        btc_price,
        block_height,
        note,
        ..
    } = *reported;
    let computed = opportunity(block_height as u64, btc_price);
    let told = if reported.is_reported {
        format!("Reported as {}. {note}", usd_m(1e3 * reported.reported))
    } else {
        note.to_owned()
    };
    Line {
        key: date,
        title: format!("{month}, {}", usd(btc_price, 0)),
        number: (computed, usd_m_digits(1e3 * computed, 4)),
        sentence: told.trim_end().to_owned(),
        settings: vec![
            (Key::BtcPrice, Some(btc_price)),
            (Key::BlockHeight, Some(block_height)),
            (Key::SpotPrice, None),
        ],
    }
}

impl Line {
    /// The inputs after pressing it.
    fn applied_to(&self, inputs: &Inputs) -> Inputs {
        let settings = self.settings.iter();
        settings.fold(inputs.clone(), |inputs, (key, value)| {
            inputs
                .with(*key, *value)
                .expect("published figures are in range, which a test checks")
        })
    }

    fn drawn(self, inputs: &Inputs, act: &Callback<Action>) -> Html {
        let after = self.applied_to(inputs);
        let is_current = (after == *inputs).then_some("true");
        let settings = self.settings;
        let onclick = act.reform(move |_| Action::Take("reported figures", settings.clone()));
        let (value, number) = self.number;
        html! {
            <li key={self.key}>
                <button type="button" class="hp-set" data-line={self.key} data-value={exact(value)}
                    aria-current={is_current} {onclick}>
                    <b>{ number }</b>
                    <span class="hp-set-title">{ self.title }</span>
                    <span class="hp-set-words">{ self.sentence }</span>
                </button>
            </li>
        }
    }
}
