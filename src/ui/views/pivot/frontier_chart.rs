//! Hashprice against lease rate: where both uses are worth the same, and who wins on either side.

use std::rc::Rc;

use yew::prelude::*;

use super::super::baseline_name;
use crate::facts::deals::DEALS;
use crate::format;
use crate::model::parameters::Inputs;
use crate::model::pivot::{Frontier, mean_escalation};
use crate::model::sweep::with_values;
use crate::ui::chart::{Curve, Ghost, Ink, LineChart, Lines, Overlay, XText, YText};
use crate::ui::figures::Figures;
use crate::units::RevenueUnit;

/// What the chart shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    inputs: Inputs,
    baseline: Inputs,
    unit: RevenueUnit,
    /// Today's hashprice, USD/EH/day.
    hashprice: f64,
    /// The baseline's.
    hashprice_before: f64,
    /// The hashprice of no gain.
    breakeven: Option<f64>,
    /// The lease rate of no gain.
    breakeven_rate: Option<f64>,
    gain: f64,
}

impl Props {
    pub(super) fn of(figures: Figures<'_>) -> Self {
        let Figures {
            state, now, before, ..
        } = figures;
        let results = now.pivot();
        Self {
            inputs: state.inputs.clone(),
            baseline: state.baseline.clone(),
            unit: state.unit,
            hashprice: now.hashprice().hashprice,
            hashprice_before: before.hashprice().hashprice,
            breakeven: results.breakeven_hashprice,
            breakeven_rate: results.breakeven_lease_rate,
            gain: results.npv_gain,
        }
    }

    fn differs(&self) -> bool {
        self.inputs != self.baseline
    }

    /// The end of the hashprice axis, USD/EH/day.
    fn highest(&self) -> f64 {
        Frontier::reach(self.hashprice.max(self.hashprice_before), self.breakeven)
    }

    /// An amount in USD/EH/day as the axis has it: in the page's unit, at today's bitcoin price.
    fn shown(&self, usd: f64) -> f64 {
        self.unit.from_usd_per_eh_day(usd, self.inputs.btc_price())
    }
}

/// The chart.
#[component]
pub(super) fn FrontierChart(props: &Props) -> Html {
    let highest = props.highest();
    let now = use_frontier(&props.inputs, highest);
    let before = use_frontier(&props.baseline, highest);
    let lines = use_memo((props.clone(), now, before), |(props, now, before)| {
        lines(props, now.as_ref().as_ref(), before.as_ref().as_ref())
    });
    let escalation = mean_escalation(&props.inputs);
    let overlay = use_memo(escalation.to_bits(), |_| overlay(escalation));
    let overlay = has_frontier(&props.inputs).then_some(overlay);
    let baseline = baseline_name(&props.inputs, &props.baseline);
    html! {
        <LineChart id="frontier" title="Which use wins" answer={answer(props)}
            foot="rent of the first year, per kW of critical IT, against hashprice; ticks: announced rents as first-year \
                  rents at your escalator and tenor"
            {baseline} {lines} {overlay} />
    }
}

/// The announced rents that can be compared, as ticks: means over their contracts, so they are divided
/// by the mean escalation of this lease.
fn overlay(escalation: f64) -> Overlay {
    let comparable = DEALS.iter().filter(|deal| deal.is_comparable());
    Overlay {
        above: ("converting wins", Ink::Hpc),
        below: ("mining wins", Ink::Mining),
        y_marks: comparable
            .filter_map(|deal| Some((deal.usd_per_kw_month? / escalation, deal.name)))
            .collect(),
    }
}

/// The line of both uses, and the lease as it is: they cross at the hashprice of no gain.
fn lines(props: &Props, now: Option<&Frontier>, before: Option<&Frontier>) -> Lines {
    let highest = props.highest();
    let today = (props.shown(props.hashprice), props.inputs.lease_rate());
    let was = (
        props.shown(props.hashprice_before),
        props.baseline.lease_rate(),
    );
    let hashprices = [props.hashprice, props.hashprice_before];
    let axis = with_values(Frontier::axis(highest), &hashprices);
    // Zero where converting wins without any rent, none where rent changes nothing.
    let rents = |inputs, line: Option<&Frontier>| {
        let line = line.and_then(|line| line.through(inputs, &hashprices));
        line.map_or_else(
            || vec![f64::NAN; axis.len()],
            |line| line.lease_rate.iter().map(|rate| rate.max(0.0)).collect(),
        )
    };
    let ghost = |values, point| props.differs().then_some(Ghost { values, point });
    let yours = Curve {
        name: "Your rent",
        ink: Ink::Hpc,
        values: vec![today.1; axis.len()],
        today: Some(today),
        baseline: ghost(vec![was.1; axis.len()], Some(was)),
    };
    let even = has_frontier(&props.inputs).then(|| Curve {
        name: "Break-even",
        ink: Ink::Mining,
        values: rents(&props.inputs, now),
        today: None,
        baseline: ghost(rents(&props.baseline, before), None),
    });
    Lines {
        x_domain: (0.0, props.shown(highest)),
        x: axis.iter().map(|at| props.shown(*at)).collect(),
        losing: None,
        x_text: XText::Hashprice(props.unit),
        y_text: YText::LeaseRate,
        curves: even.into_iter().chain([yours]).collect(),
    }
}

/// Whether rent changes anything.
fn has_frontier(inputs: &Inputs) -> bool {
    inputs.occupancy_pct() > 0.0 && inputs.noi_margin_pct() > 0.0
}

/// The frontier, computed once for each change of the inputs; none where rent changes nothing.
#[hook]
fn use_frontier(inputs: &Inputs, highest: f64) -> Rc<Option<Frontier>> {
    use_memo(
        (Frontier::without_market(inputs), highest.to_bits()),
        |(inputs, _)| Frontier::of(inputs, highest),
    )
}

/// "At a hashprice of $38,698 per EH a day both are worth the same at a rent of $80.75; yours is $150.00, so converting wins."
fn answer(props: &Props) -> String {
    let winner = if props.gain < 0.0 {
        "mining wins"
    } else {
        "converting wins"
    };
    let Some(rate) = props.breakeven_rate else {
        return format!("At today's hashprice no rent makes both worth the same: {winner}.");
    };
    let at = format::revenue_in_words(props.shown(props.hashprice), props.unit);
    format!(
        "At a hashprice of {at} both are worth the same at a rent of {}; yours is {}, so {winner}.",
        format::usd(rate, 2),
        format::usd(props.inputs.lease_rate(), 2),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evaluation;
    use crate::model::sweep::index_of;
    use crate::ui::chart::between_samples;

    #[test]
    fn todays_figures_and_the_baselines_are_read_exactly() {
        let [inputs, baseline] = between_samples();
        let [now, before] = [&inputs, &baseline].map(Evaluation::of);
        let mut props = Props {
            unit: RevenueUnit::default(),
            hashprice: now.hashprice().hashprice,
            hashprice_before: before.hashprice().hashprice,
            breakeven: now.pivot().breakeven_hashprice,
            breakeven_rate: now.pivot().breakeven_lease_rate,
            gain: now.pivot().npv_gain,
            inputs,
            baseline,
        };
        for unit in RevenueUnit::ALL {
            props.unit = unit;
            let frontier = |inputs| Frontier::of(inputs, props.highest());
            let (now, before) = (frontier(&props.inputs), frontier(&props.baseline));
            let lines = lines(&props, now.as_ref(), before.as_ref());
            lines.assert_reads_its_dots();
            // The rent of no gain is read where today is.
            let today = lines.curves[1].today.unwrap();
            let index = index_of(&lines.x, today.0).unwrap();
            let even = lines.curves[0].values[index];
            assert!((even / props.breakeven_rate.unwrap() - 1.0).abs() < 1e-9);
        }
    }
}
