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
    /// The unit of money per hashrate.
    pub(super) unit: RevenueUnit,
}

/// The chart; the best ranks get their names first.
#[component]
pub(super) fn ScatterChart(props: &Props) -> Html {
    let drawn = use_memo(props.clone(), |props| {
        let points = Rc::new(points(props));
        (Rc::new(dots(props, &points)), Data::from(points))
    });
    let (dots, data) = &*drawn;
    html! {
        <Scatter id="miners-scatter" title="Who pays what for a hash?" answer={answer(props)}
            foot="lines: power as a part of the hashprice" dots={Rc::clone(dots)} data={data.clone()} />
    }
}

/// "3 of 4 pay less for power than the network's average; 1 pays more than the $38,698 that a hash earns."
fn answer(
    Props {
        rows,
        miners,
        inputs,
        unit,
    }: &Props,
) -> String {
    let cheaper = rows.iter().filter(|row| row.cheaper_than_average).count();
    let hashprice = Margin::of(inputs).hashprice();
    let losing = miners.iter().filter(|miner| {
        let power = miner.get(Column::Efficiency) * miner.get(Column::PowerPrice);
        HOURS_PER_DAY * power > hashprice
    });
    let losing = match losing.count() {
        0 => "none pays".to_owned(),
        1 => "1 pays".to_owned(),
        count => format!("{count} pay"),
    };
    let shown = unit.from_usd_per_eh_day(hashprice, inputs.btc_price());
    format!(
        "{cheaper} of {} pay less for power than the network's average; {losing} more than the {} that a hash earns.",
        rows.len(),
        format::shown_revenue(shown, *unit),
    )
}

/// A miner, or the network's average.
struct Point {
    name: String,
    efficiency: f64,
    power_price: f64,
    /// Power cost of an exahash that runs all day, in the page's unit, and as text.
    cost: (f64, String),
    is_network: bool,
}

impl Point {
    /// Its short name, but the whole where the network is called so and stands elsewhere.
    fn shown_name(&self, inputs: &Inputs) -> &str {
        let network = (inputs.fleet_efficiency(), inputs.fleet_power_price());
        match short(&self.name) {
            NETWORK if (self.efficiency, self.power_price) != network => &self.name,
            name => name,
        }
    }
}

/// The rows of table and file.
struct Points {
    points: Vec<Point>,
    /// The lines of equal power cost: their names, and that cost in the page's unit as it reads.
    lines: Vec<(String, (f64, String))>,
    unit: RevenueUnit,
}

fn points(props: &Props) -> Points {
    let Props {
        rows,
        miners,
        inputs,
        unit,
    } = props;
    let shown = |usd: f64| {
        let cost = unit.from_usd_per_eh_day(usd, inputs.btc_price());
        (cost, format::shown_revenue(cost, *unit))
    };
    let point = |name: &str, efficiency: f64, power_price: f64, is_network| Point {
        name: name.to_owned(),
        efficiency,
        power_price,
        cost: shown(HOURS_PER_DAY * efficiency * power_price),
        is_network,
    };
    let hashprice = Margin::of(inputs).hashprice();
    let line = |share: f64| (line_name(share), shown(share * hashprice));
    let network = (inputs.fleet_efficiency(), inputs.fleet_power_price());
    let ranked = ranking(rows).into_iter().map(|place| {
        let miner = &miners[place];
        let at = |column| miner.get(column);
        point(
            miner.name(),
            at(Column::Efficiency),
            at(Column::PowerPrice),
            false,
        )
    });
    let network = point(NETWORK, network.0, network.1, true);
    Points {
        points: std::iter::once(network).chain(ranked).collect(),
        lines: SHARES.map(line).into(),
        unit: *unit,
    }
}

fn dots(Props { inputs, .. }: &Props, Points { points, .. }: &Points) -> Dots {
    let dot = |point: &Point| Dot {
        name: AttrValue::from(cut(point.shown_name(inputs))),
        told: AttrValue::from(format!(
            "{}: {} J/TH at {} per MWh, power costs {} a day.",
            short(&point.name),
            format::significant(point.efficiency, 3, 0),
            format::usd(point.power_price, 2),
            point.cost.1,
        )),
        at: (point.efficiency, point.power_price),
        ink: if point.is_network {
            Ink::Plain
        } else {
            Ink::Mining
        },
        is_mark: point.is_network,
    };
    let hashprice = Margin::of(inputs).hashprice();
    let product = |share: f64| Product {
        name: line_name(share).into(),
        short_name: format::percent(share, 0).into(),
        product: share * hashprice / HOURS_PER_DAY,
    };
    Dots {
        dots: points.iter().map(dot).collect(),
        products: SHARES.map(product).into(),
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
    /// The dots, then the lines, each with its power cost alone.
    fn sheet(&self) -> Sheet {
        let row = |point: &Point| {
            let plain = |value: f64| Cell::number(value, format::significant(value, 4, 0));
            let (cost, text) = point.cost.clone();
            vec![
                Cell::Text(point.name.clone()),
                plain(point.efficiency),
                plain(point.power_price),
                Cell::number(cost, text),
            ]
        };
        let line = |(name, (cost, text)): &(String, (f64, String))| {
            let none = || Cell::Text(String::new());
            let name = Cell::Text(format!("line: {name}"));
            vec![name, none(), none(), Cell::number(*cost, text.clone())]
        };
        let lines = self.lines.iter().map(line);
        Sheet {
            columns: vec![
                "Miner".to_owned(),
                "Efficiency (J/TH)".to_owned(),
                "Power price (USD/MWh)".to_owned(),
                format!("Power cost ({})", self.unit.label()),
            ],
            rows: self.points.iter().map(row).chain(lines).collect(),
        }
    }
}
