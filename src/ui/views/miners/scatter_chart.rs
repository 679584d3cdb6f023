//! Efficiency against power price: who pays what for a hash.

use std::rc::Rc;

use yew::prelude::*;

use super::sentence::short;
use crate::format;
use crate::model::margin::Margin;
use crate::model::parameters::{Inputs, Key};
use crate::model::screen::{Column, Miner, Row, ranking};
use crate::tables::{Cell, Sheet};
use crate::ui::chart::{Data, Dot, Dots, Ink, Product, Scatter, Tabular, XText};
use crate::ui::views::baseline_name;
use crate::units::{HOURS_PER_DAY, RevenueUnit};

/// Lines are drawn where power takes this part of the hashprice.
const SHARES: [f64; 4] = [0.25, 0.5, 0.75, 1.0];
/// Names are cut to this many characters; where there is little room they stand in two lines.
const NAME: usize = 32;
/// How the network is called among the miners.
const NETWORK: &str = "Network average";

/// What the chart shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// Results, in the order of the miners.
    pub(super) rows: Rc<Vec<Row>>,
    /// The miners.
    pub(super) miners: Vec<Miner>,
    /// The page's inputs.
    pub(super) inputs: Inputs,
    /// The baseline's.
    pub(super) baseline: Inputs,
    /// The unit of money per hashrate.
    pub(super) unit: RevenueUnit,
}

/// The chart; the best ranks get their names first.
#[component]
pub(super) fn ScatterChart(props: &Props) -> Html {
    let drawn = use_memo(props.clone(), |props| {
        let points = Rc::new(points(props));
        (Rc::new(dots(&points)), Data::from(points))
    });
    let (dots, data) = &*drawn;
    html! {
        <Scatter id="miners-scatter" title="Who pays what for a hash?" answer={answer(props)}
            foot="lines: power as a part of the hashprice; ring: the network's average" foot_before="dashed: all of it, in the baseline"
            baseline={baseline_name(&props.inputs, &props.baseline)} dots={Rc::clone(dots)} data={data.clone()} />
    }
}

/// "3 of 4 pay less for power than the network's average; 1 pays more than the $38,698 per EH a
/// day that a hash earns."
fn answer(props: &Props) -> String {
    let Props {
        rows,
        miners,
        inputs,
        baseline,
        unit,
    } = props;
    let cheaper = rows.iter().filter(|row| row.cheaper_than_average).count();
    let now = Market::of(inputs, *unit);
    let losing = miners.iter().filter(|miner| {
        let power = miner.get(Column::Efficiency) * miner.get(Column::PowerPrice);
        HOURS_PER_DAY * power > now.hashprice
    });
    let losing = match losing.count() {
        0 => "none pays".to_owned(),
        1 => "1 pays".to_owned(),
        count => format!("{count} pay"),
    };
    let before = Market::of(baseline, *unit);
    let [told, was] = [&now, &before].map(|market| market.shown(market.hashprice).1);
    // In satoshis another price is no other hashprice.
    let name = baseline_name(inputs, baseline).filter(|_| told != was);
    let before = name.map(|name| format!(" ({name}: {was})"));
    format!(
        "{cheaper} of {} pay less for power than the network's average; {losing} more than the {} that a hash earns{}.",
        rows.len(),
        now.in_words(now.hashprice),
        before.unwrap_or_default(),
    )
}

/// What a hash earns, and how money reads.
struct Market {
    /// USD/EH/day.
    hashprice: f64,
    btc_price: f64,
    /// The network's average: J/TH and USD/MWh.
    network: (f64, f64),
    unit: RevenueUnit,
}

impl Market {
    fn of(inputs: &Inputs, unit: RevenueUnit) -> Self {
        Self {
            hashprice: Margin::of(inputs).hashprice(),
            btc_price: inputs.btc_price(),
            network: (inputs.fleet_efficiency(), inputs.fleet_power_price()),
            unit,
        }
    }

    /// USD/EH/day in the page's unit, and as text.
    fn shown(&self, usd: f64) -> (f64, String) {
        let shown = self.unit.from_usd_per_eh_day(usd, self.btc_price);
        (shown, format::shown_revenue(shown, self.unit))
    }

    /// The same in words: "$38,698 per EH a day".
    fn in_words(&self, usd: f64) -> String {
        format::revenue_in_words(self.shown(usd).0, self.unit)
    }

    fn spot(&self, (efficiency, power_price): (f64, f64)) -> Spot {
        let cost = HOURS_PER_DAY * efficiency * power_price;
        Spot {
            at: (efficiency, power_price),
            cost: self.shown(cost),
            told: self.in_words(cost),
            share: cost / self.hashprice,
        }
    }

    fn differs_in_hashprice(&self, other: &Self) -> bool {
        (self.hashprice - other.hashprice).abs() > 0.0
    }

    /// Whether anything of the chart stands elsewhere in the other one.
    fn differs(&self, other: &Self) -> bool {
        self.differs_in_hashprice(other) || self.network != other.network
    }
}

/// Where somebody stands.
struct Spot {
    /// J/TH and USD/MWh.
    at: (f64, f64),
    /// Power cost of an exahash that runs all day, in the page's unit, and as text.
    cost: (f64, String),
    /// The same in words.
    told: String,
    /// The same as a part of the hashprice.
    share: f64,
}

impl Spot {
    /// "15 J/TH at $32.00 per MWh, power costs $11,520 per EH a day, 30% of the hashprice".
    fn told(&self) -> String {
        format!(
            "{} J/TH at {} per MWh, power costs {}, {} of the hashprice",
            format::significant(self.at.0, 3, 0),
            format::usd(self.at.1, 2),
            self.told,
            format::percent(self.share, 0),
        )
    }

    fn cells(&self) -> [Cell; 4] {
        let plain = |value: f64| Cell::number(value, format::significant(value, 4, 0));
        let (cost, text) = self.cost.clone();
        [
            plain(self.at.0),
            plain(self.at.1),
            Cell::number(cost, text),
            part(self.share),
        ]
    }
}

/// A part of the hashprice.
fn part(share: f64) -> Cell {
    Cell::number(share, format::percent(share, 0))
}

/// A miner, or the network's average.
struct Point {
    name: String,
    now: Spot,
    /// In the baseline's market: a miner stands at the same place there.
    before: Option<Spot>,
    is_network: bool,
}

impl Point {
    /// Its short name, but the whole where the network is called so and stands elsewhere.
    fn shown_name(&self, network: (f64, f64)) -> &str {
        match short(&self.name) {
            NETWORK if self.now.at != network => &self.name,
            name => name,
        }
    }

    /// Where it stood, if elsewhere.
    fn moved_from(&self) -> Option<(f64, f64)> {
        let before = self.before.as_ref()?.at;
        (before != self.now.at).then_some(before)
    }

    /// "Old fleet: 28 J/TH at $50.00 per MWh, … of the hashprice. December 2025: 87%."
    fn told(&self, baseline: Option<&str>) -> String {
        let now = format!("{}: {}.", short(&self.name), self.now.told());
        match baseline.zip(self.before.as_ref()) {
            Some((name, before)) if self.moved_from().is_some() => {
                format!("{now} {name}: {}.", before.told())
            }
            Some((name, before)) => {
                format!("{now} {name}: {}.", format::percent(before.share, 0))
            }
            None => now,
        }
    }
}

/// The rows of table and file.
struct Points {
    points: Vec<Point>,
    now: Market,
    /// The baseline's name and its market, if that puts anything elsewhere.
    before: Option<(&'static str, Market)>,
}

fn points(props: &Props) -> Points {
    let Props {
        rows,
        miners,
        inputs,
        baseline,
        unit,
    } = props;
    let now = Market::of(inputs, *unit);
    let before = Market::of(baseline, *unit);
    let before = baseline_name(inputs, baseline)
        .filter(|_| before.differs(&now))
        .map(|name| (name, before));
    let ranked = ranking(rows).into_iter().map(|place| {
        let miner = &miners[place];
        let at = (miner.get(Column::Efficiency), miner.get(Column::PowerPrice));
        Point {
            name: miner.name().to_owned(),
            now: now.spot(at),
            before: before.as_ref().map(|(_, market)| market.spot(at)),
            is_network: false,
        }
    });
    let network = Point {
        name: NETWORK.to_owned(),
        now: now.spot(now.network),
        before: before
            .as_ref()
            .map(|(_, market)| market.spot(market.network)),
        is_network: true,
    };
    Points {
        points: std::iter::once(network).chain(ranked).collect(),
        now,
        before,
    }
}

fn dots(drawn: &Points) -> Dots {
    let Points { now, before, .. } = drawn;
    let baseline = before.as_ref().map(|(name, _)| *name);
    let dot = |point: &Point| Dot {
        name: AttrValue::from(cut(point.shown_name(now.network))),
        told: AttrValue::from(point.told(baseline)),
        at: point.now.at,
        ink: if point.is_network {
            Ink::Plain
        } else {
            Ink::Mining
        },
        is_mark: point.is_network,
        before: point.moved_from(),
    };
    let product = |share: f64| Product {
        name: line_name(share).into(),
        short_name: format::percent(share, 0).into(),
        product: share * now.hashprice / HOURS_PER_DAY,
    };
    // Of the baseline's lines the one that parts gain from loss: four more would be read by nobody.
    let before = before.as_ref();
    let before = before.filter(|(_, market)| market.differs_in_hashprice(now));
    Dots {
        dots: drawn.points.iter().map(dot).collect(),
        products: SHARES.map(product).into(),
        before: before.map(|(name, market)| Product {
            name: AttrValue::from(*name),
            short_name: AttrValue::from(*name),
            product: market.hashprice / HOURS_PER_DAY,
        }),
        x_text: XText::Input(Key::Efficiency),
        y_text: XText::Input(Key::PowerPrice),
    }
}

/// "25% of hashprice".
fn line_name(share: f64) -> String {
    format!("{} of hashprice", format::percent(share, 0))
}

/// A name that fits beside a dot.
fn cut(name: &str) -> String {
    if name.chars().count() <= NAME {
        return name.to_owned();
    }
    let head: String = name.chars().take(NAME - 1).collect();
    format!("{}…", head.trim_end())
}

impl Tabular for Points {
    /// The dots, then the lines, each with its power cost alone; everything once more as in the baseline.
    fn sheet(&self) -> Sheet {
        let row = |point: &Point| {
            let cells = std::iter::once(Cell::Text(point.name.clone())).chain(point.now.cells());
            let before = point.before.iter().flat_map(Spot::cells);
            cells.chain(before).collect()
        };
        let line = |share: f64| {
            let cells = |market: &Market| {
                let (cost, text) = market.shown(share * market.hashprice);
                let none = || Cell::Text(String::new());
                [none(), none(), Cell::number(cost, text), part(share)]
            };
            let name = Cell::Text(format!("line: {}", line_name(share)));
            let before = self.before.iter().flat_map(|(_, market)| cells(market));
            std::iter::once(name)
                .chain(cells(&self.now))
                .chain(before)
                .collect()
        };
        let unit = self.now.unit.label();
        let columns = |of: &str| {
            [
                format!("Efficiency{of} (J/TH)"),
                format!("Power cost{of} (USD/MWh)"),
                format!("Power for a hash{of} ({unit})"),
                format!("Power for a hash{of} (part of hashprice)"),
            ]
        };
        let before = self.before.iter().flat_map(|_| columns(", baseline"));
        let first = std::iter::once("Miner".to_owned());
        Sheet {
            columns: first.chain(columns("")).chain(before).collect(),
            rows: self
                .points
                .iter()
                .map(row)
                .chain(SHARES.map(line))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::screen::{archetypes, screen};

    fn drawn(entries: &[(Key, f64)]) -> Points {
        let preset = Inputs::default();
        let moved = entries.iter().fold(preset.clone(), |inputs, (key, value)| {
            inputs.with(*key, Some(*value)).unwrap()
        });
        let miners = archetypes();
        points(&Props {
            rows: Rc::new(screen(&miners, &moved)),
            miners,
            inputs: moved,
            baseline: preset,
            unit: RevenueUnit::UsdPerEhDay,
        })
    }

    #[test]
    fn where_nothing_stands_elsewhere_no_baseline_is_drawn() {
        for entries in [&[][..], &[(Key::SharePrice, 99.0)]] {
            let points = drawn(entries);
            let shown = dots(&points);
            assert!(shown.before.is_none() && shown.dots.iter().all(|dot| dot.before.is_none()));
            assert_eq!(points.sheet().columns.len(), 5);
        }
    }

    #[test]
    fn the_network_leaves_its_dot_and_the_hashprice_its_line() {
        let cheaper = dots(&drawn(&[(Key::BtcPrice, 60_000.0)]));
        assert!(cheaper.before.is_some() && cheaper.dots.iter().all(|dot| dot.before.is_none()));
        let points = drawn(&[(Key::FleetPowerPrice, 60.0)]);
        let shown = dots(&points);
        assert!(shown.before.is_none());
        let befores: Vec<_> = shown.dots.iter().filter_map(|dot| dot.before).collect();
        assert_eq!(befores, [(20.0, 45.0)]);
        let told = &shown.dots[0].told;
        assert!(
            told.contains("December 2025: 20 J/TH at $45.00 per MWh"),
            "{told}"
        );
    }

    #[test]
    fn rows_and_readings_hold_both() {
        let points = drawn(&[(Key::BtcPrice, 60_000.0)]);
        let Sheet { columns, rows } = points.sheet();
        assert_eq!(columns.len(), 9);
        assert_eq!(columns[8], "Power for a hash, baseline (part of hashprice)");
        for (row, point) in rows.iter().zip(&points.points) {
            assert_eq!(row.len(), columns.len());
            let shares = [&row[4], &row[8]].map(|cell| cell.value().unwrap());
            assert!(shares[0] > shares[1], "{}", point.name);
            let told = point.told(Some("December 2025"));
            let before = format!("December 2025: {}.", format::percent(shares[1], 0));
            assert!(told.ends_with(&before), "{told}");
        }
        let all = rows.last().unwrap();
        assert_eq!(all.len(), columns.len());
        assert!(all[3].value() < all[7].value());
    }
}
