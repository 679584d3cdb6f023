//! The miners as a table that any column sorts.

use std::cmp::Ordering;
use std::rc::Rc;

use yew::prelude::*;

use super::figures::{FIGURES, Figure, Money, Screened};
use super::pairing::title;
use super::sentence::{is_illustrative, short};
use crate::decimal::exact;
use crate::model::screen::{Miner, Row};
use crate::state::{Action, Choices, Pairing, Side, Switch};
use crate::units::RevenueUnit;

/// What the table shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Results, in the order of the miners.
    pub(super) rows: Rc<Vec<Row>>,
    /// The miners.
    pub(super) miners: Vec<Miner>,
    /// USD/BTC.
    pub(super) price: f64,
    /// The unit of money per hashrate.
    pub(super) unit: RevenueUnit,
    /// The pair.
    pub(super) pair: Pairing,
    /// What is told of it.
    pub(super) told: Html,
    /// What sorts.
    pub(super) choices: Choices,
    /// Takes another pair or order.
    pub(super) act: Callback<Action>,
}

/// Which column sorts, and in which direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sorting {
    column: usize,
    falls: bool,
}

impl Sorting {
    /// The one that is chosen: of each column the rising order comes first.
    fn chosen(choices: Choices) -> Self {
        let place = choices.get(Switch::Ranking);
        Self {
            column: place / 2,
            falls: place % 2 == 1,
        }
    }

    fn action(self) -> Action {
        Action::Choose(Switch::Ranking, 2 * self.column + usize::from(self.falls))
    }
}

/// The table; the rank sorts it at first.
#[component]
pub(super) fn Ranking(props: &Props) -> Html {
    let sorting = Sorting::chosen(props.choices);
    let screened: Vec<Screened<'_>> = props
        .miners
        .iter()
        .zip(props.rows.iter())
        .map(|(miner, row)| Screened { miner, row })
        .collect();
    let money = Money {
        unit: props.unit,
        price: props.price,
    };
    let head = FIGURES
        .iter()
        .enumerate()
        .map(|(column, figure)| heading(figure, column, sorting, &props.act));
    let order = order(&screened, sorting);
    let body = order
        .into_iter()
        .map(|place| row(screened[place], money, &props.pair, &props.act));
    html! {
        <section class="hp-card hp-ranking" aria-labelledby="hp-ranking">
            <h2 id="hp-ranking">{ "Who offers the most for its price?" }</h2>
            <div class="hp-screen-scroll" tabindex="0" role="group" aria-labelledby="hp-ranking">
                <table class="hp-screen">
                    <thead><tr>
                        <th scope="col" class="is-name">{ "Miner" }</th>
                        { for head }
                    </tr></thead>
                    <tbody>{ for body }</tbody>
                </table>
            </div>
            <p class="hp-screen-note">{ format!("Gross profit and break-even in {}.", props.unit.label()) }</p>
            { props.told.clone() }
        </section>
    }
}

/// A heading that sorts: numbers fall at the first press, ranks rise.
fn heading(figure: &Figure, column: usize, sorting: Sorting, act: &Callback<Action>) -> Html {
    let is_sorted = sorting.column == column;
    let next = Sorting {
        column,
        falls: if is_sorted {
            !sorting.falls
        } else {
            column > 0
        },
    };
    let onclick = act.reform(move |_| next.action());
    let (direction, arrow) = match (is_sorted, sorting.falls) {
        (false, _) => (None, ""),
        (true, true) => (Some("descending"), " ↓"),
        (true, false) => (Some("ascending"), " ↑"),
    };
    html! {
        <th scope="col" aria-sort={direction}>
            <button type="button" title={figure.help} {onclick} data-sort={figure.key}>
                { figure.label }{ arrow }
            </button>
        </th>
    }
}

/// The places of the miners in the order of a column; numbers that do not exist come last, equals by
/// rank.
fn order(screened: &[Screened<'_>], sorting: Sorting) -> Vec<usize> {
    let value = FIGURES[sorting.column].value;
    let compare = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) if sorting.falls => b.total_cmp(&a),
        (Some(a), Some(b)) => a.total_cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    let mut places: Vec<usize> = (0..screened.len()).collect();
    places.sort_unstable_by(|&a, &b| {
        compare(value(screened[a]), value(screened[b]))
            .then(screened[a].row.rank.cmp(&screened[b].row.rank))
            .then(a.cmp(&b))
    });
    places
}

fn row(of: Screened<'_>, money: Money, pair: &Pairing, act: &Callback<Action>) -> Html {
    let name = of.miner.name();
    let cells = FIGURES.iter().map(|figure| {
        let value = (figure.value)(of);
        let text = value.map_or_else(
            || figure.absent.to_owned(),
            |value| (figure.text)(value, money),
        );
        let class = match value {
            None => "is-absent",
            Some(value) if value < 0.0 => "hp-ink-loss",
            // What gains has its sign before it.
            Some(_) if text.starts_with('+') => "hp-ink-profit",
            Some(_) => "",
        };
        html! { <td {class} data-result={figure.key} data-value={value.map(exact)}>{ text }</td> }
    });
    let side = |side: Side| {
        let is_chosen = pair.is(side, name);
        let next = (!is_chosen).then(|| name.to_owned());
        let onclick = act.reform(move |_: MouseEvent| Action::Pair(side, next.clone()));
        html! {
            <button type="button" class="hp-side" aria-pressed={is_chosen.to_string()} {onclick}
                aria-label={format!("{} {name}", title(side))} data-side={side.key()}>{ title(side) }</button>
        }
    };
    html! {
        <tr data-miner={name.to_owned()}>
            <th scope="row" class="is-name">
                { short(name) }
                <div class="hp-sides">
                    { side(Side::Long) }{ side(Side::Short) }
                    if is_illustrative(name) {
                        <small>{ "illustrative" }</small>
                    }
                </div>
            </th>
            { for cells }
        </tr>
    }
}
