//! A tornado: what each input does to one result.

use std::rc::Rc;

use yew::prelude::*;

use super::card::{BaselineKey, Card, drawing};
use super::data::Tabular;
use super::reading::{Place, Readable, along, use_reading};
use super::tornado_drawing::content;
use crate::format::{absent, amount, chart_unit, input_text, short_input_text, usd_m_axis};
use crate::model::outputs::OutputUnit;
use crate::model::parameters::Key;
use crate::model::tornado::Bar;
use crate::plot::tornado::{Level, TornadoLayout, TornadoSpec, has_room};
use crate::tables::{Cell, Sheet};
use crate::ui::hooks::use_width;
use crate::units::RevenueUnit;

/// Width before the page has measured it, px.
const FIRST_WIDTH: f64 = 1_000.0;
/// How each end is called, so that no colour is needed to tell them apart.
const ENDS: [&str; 2] = ["−10%", "+10%"];

/// Everything that a tornado draws, apart from its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// The result's name in exports.
    pub key: &'static str,
    /// Its name on screen.
    pub label: &'static str,
    /// Its unit.
    pub unit: OutputUnit,
    /// The unit of revenue.
    pub revenue_unit: RevenueUnit,
    /// USD/BTC, for revenue in bitcoin.
    pub btc_price: f64,
    /// Today's result.
    pub today: Option<f64>,
    /// The inputs that are shown, the longest bar first.
    pub bars: Vec<Bar>,
    /// The baseline's, where any of it differs.
    pub before: Option<Before>,
}

/// A tornado as it is in the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Before {
    /// What the baseline is called.
    pub name: &'static str,
    /// Its USD/BTC.
    pub btc_price: f64,
    /// Its result.
    pub today: Option<f64>,
    /// Its bars, in any order; an input that is absent from it has none.
    pub bars: Vec<Bar>,
}

impl Tornado {
    /// The same with the baseline beside it, if anything of that would be drawn elsewhere.
    #[must_use]
    pub fn against(self, before: Before) -> Self {
        let all = Self {
            before: Some(before),
            ..self
        };
        let is_other = all.before.as_ref().is_some_and(|before| {
            let is_moved = |bar: &Bar| all.bar_before(bar).is_some();
            all.is_other(all.today, before.today) || all.bars.iter().any(is_moved)
        });
        Self {
            before: all.before.filter(|_| is_other),
            ..all
        }
    }

    /// A result in the unit of the axis: revenue per hashrate in the page's, at a price of bitcoin.
    fn shown_at(&self, result: Option<f64>, btc_price: f64) -> f64 {
        match (result, self.unit) {
            (Some(value), OutputUnit::RevenuePerDay) => {
                self.revenue_unit.from_usd_per_eh_day(value, btc_price)
            }
            (Some(value), _) => value,
            (None, _) => f64::NAN,
        }
    }

    /// One of today's.
    fn shown(&self, result: Option<f64>) -> f64 {
        self.shown_at(result, self.btc_price)
    }

    /// One of the baseline's.
    fn shown_before(&self, result: Option<f64>) -> f64 {
        let price = self
            .before
            .as_ref()
            .map_or(f64::NAN, |before| before.btc_price);
        self.shown_at(result, price)
    }

    /// Whether a result of today stands elsewhere than one of the baseline.
    fn is_other(&self, now: Option<f64>, before: Option<f64>) -> bool {
        let (now, before) = (self.shown(now), self.shown_before(before));
        (now - before).abs() > 0.0 || now.is_nan() != before.is_nan()
    }

    /// The baseline's bar of the same input, if it has one and an end of it stands elsewhere.
    fn bar_before(&self, bar: &Bar) -> Option<&Bar> {
        let mut bars = self.before.as_ref()?.bars.iter();
        let before = bars.find(|before| before.key == bar.key)?;
        let is_other = self.is_other(bar.low, before.low) || self.is_other(bar.high, before.high);
        is_other.then_some(before)
    }

    /// A value in the unit of the axis, short.
    pub(super) fn tick(&self, shown: f64) -> String {
        match self.unit {
            OutputUnit::RevenuePerDay => chart_unit(shown, self.revenue_unit),
            OutputUnit::UsdM => usd_m_axis(shown),
            _ => self.text(Some(shown)),
        }
    }

    /// The unit of the axis.
    fn axis(&self) -> &'static str {
        match self.unit {
            OutputUnit::RevenuePerDay => self.revenue_unit.label(),
            OutputUnit::UsdM => "USD",
            OutputUnit::Fraction => "%",
            _ => self.unit.text(),
        }
    }

    /// A result as it reads at a price of bitcoin.
    fn text_at(&self, result: Option<f64>, btc_price: f64) -> String {
        match result {
            Some(value) => amount(self.unit, value, self.revenue_unit, btc_price).number(),
            None => absent(self.key).to_owned(),
        }
    }

    /// One of today's results as it reads.
    pub fn text(&self, result: Option<f64>) -> String {
        self.text_at(result, self.btc_price)
    }

    /// The same with what it is per.
    pub fn whole(&self, result: Option<f64>) -> String {
        let words = |value| amount(self.unit, value, self.revenue_unit, self.btc_price).whole();
        result.map_or_else(|| absent(self.key).to_owned(), words)
    }

    /// The baseline's name and its result, if that is another: "December 2025: $17,098".
    pub fn told_before(&self) -> Option<String> {
        let before = self.before.as_ref()?;
        let result = self.text_at(before.today, before.btc_price);
        let is_other = self.is_other(self.today, before.today);
        is_other.then(|| format!("{}: {result}", before.name))
    }

    /// The two lines at each end: the result, and the input that leads to it.
    pub(super) fn texts(&self, bar: &Bar) -> [[String; 2]; 2] {
        self.texts_with(bar, input_text)
    }

    /// The texts of a bar that fit on a width, px: inputs without what they are per where there is little room.
    pub(super) fn texts_on(&self, bar: &Bar, width: f64) -> [[String; 2]; 2] {
        let texts = self.texts(bar);
        if has_room(&texts, width) {
            texts
        } else {
            self.texts_with(bar, short_input_text)
        }
    }

    fn texts_with(&self, bar: &Bar, input_text: fn(Key, f64) -> String) -> [[String; 2]; 2] {
        let [low, high] = ends(bar);
        let line = |end: &str, result, input| {
            let input = input_text(bar.key, input);
            [self.text(result), format!("{end}: {input}")]
        };
        [
            line(low, bar.low, bar.low_input),
            line(high, bar.high, bar.high_input),
        ]
    }

    /// "Bitcoin price: $13,229 per EH a day at −10%: $80,055; $20,968 at +10%: $97,845. December 2025: …"
    fn reading(&self, bar: &Bar) -> String {
        let [low, high] = self.texts(bar);
        let now = format!(
            "{}: {} at {}; {} at {}.",
            bar.key.parameter().label,
            self.whole(bar.low),
            low[1],
            high[0],
            high[1]
        );
        match self.reading_before(bar) {
            Some(before) => format!("{now} {before}."),
            None => now,
        }
    }

    /// "December 2025: $17,098; $13,229 at −10%, $20,968 at +10%": what of it differs.
    fn reading_before(&self, bar: &Bar) -> Option<String> {
        let before = self.before.as_ref()?;
        let text = |result| self.text_at(result, before.btc_price);
        let ends = self.bar_before(bar).map(|bar| {
            let [low, high] = ends(bar);
            format!("{} at {low}, {} at {high}", text(bar.low), text(bar.high))
        });
        match (self.told_before(), ends) {
            (Some(told), Some(ends)) => Some(format!("{told}; {ends}")),
            (None, Some(ends)) => Some(format!("{}: {ends}", before.name)),
            (told, None) => told,
        }
    }
}

/// What the ends of a bar are called: an input at the end of its range moves one way only.
fn ends(bar: &Bar) -> [&'static str; 2] {
    let row = bar.key.parameter();
    let end = |is_limit, index: usize| if is_limit { "limit" } else { ENDS[index] };
    [
        end(bar.low_input <= row.min, 0),
        end(bar.high_input >= row.max, 1),
    ]
}

impl Tabular for Tornado {
    /// A row for each input, and the first for the result while none moves.
    fn sheet(&self) -> Sheet {
        let unit = match self.unit {
            OutputUnit::RevenuePerDay => self.revenue_unit.label(),
            unit => unit.text(),
        };
        let result = Sheet::column(self.label, unit);
        let name = |what: &str| format!("{result}, {what}");
        let mut columns = vec![
            "Input".to_owned(),
            "10% lower".to_owned(),
            "10% higher".to_owned(),
            name("10% lower"),
            name("10% higher"),
        ];
        let before = self.before.as_ref();
        if before.is_some() {
            columns.push(name("10% lower, baseline"));
            columns.push(name("10% higher, baseline"));
        }
        let number = |value| Cell::number(self.shown(value), self.text(value));
        let cells = |before: &Before, ends: [Option<f64>; 2]| {
            let price = before.btc_price;
            ends.map(|end| Cell::number(self.shown_at(end, price), self.text_at(end, price)))
        };
        let none = || Cell::Text(String::new());
        let first = vec![
            Cell::Text("(none moves)".to_owned()),
            none(),
            none(),
            number(self.today),
            number(self.today),
        ];
        let of_today = before.map(|before| cells(before, [before.today; 2]));
        let row = |bar: &Bar| {
            let input = |value| Cell::number(value, input_text(bar.key, value));
            let now = vec![
                Cell::Text(bar.key.parameter().label.to_owned()),
                input(bar.low_input),
                input(bar.high_input),
                number(bar.low),
                number(bar.high),
            ];
            let before = before.map(|before| {
                let found = before.bars.iter().find(|other| other.key == bar.key);
                found.map_or_else(
                    || [none(), none()],
                    |bar| cells(before, [bar.low, bar.high]),
                )
            });
            now.into_iter()
                .chain(before.into_iter().flatten())
                .collect()
        };
        let first = first
            .into_iter()
            .chain(of_today.into_iter().flatten())
            .collect();
        Sheet {
            columns,
            rows: std::iter::once(first)
                .chain(self.bars.iter().map(row))
                .collect(),
        }
    }
}

/// What a tornado chart shows.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The chart's stable name.
    pub id: &'static str,
    /// The question.
    pub title: AttrValue,
    /// The answer.
    pub answer: AttrValue,
    /// What the units leave open: assumptions, marks.
    #[prop_or_default]
    pub foot: AttrValue,
    /// What stands above the bars.
    pub children: Html,
    /// What is drawn.
    pub tornado: Rc<Tornado>,
}

/// The chart. Pointer, touch and arrow keys read a row.
#[component]
pub fn TornadoChart(
    Props {
        id,
        title,
        answer,
        foot,
        children,
        tornado,
    }: &Props,
) -> Html {
    let node = use_node_ref();
    let width = use_width(&node, FIRST_WIDTH);
    let layout = use_memo((Rc::clone(tornado), width.to_bits()), |(tornado, _)| {
        lay_out(tornado, width)
    });
    let rows = Rows {
        tornado: Rc::clone(tornado),
        layout: Rc::clone(&layout),
    };
    let reading = use_reading(&node, Rc::new(rows));
    let read = reading.at.map(|(row, _)| row);
    let size = (layout.frame.width, layout.frame.height);
    let content = content(tornado, &layout, read);
    let before = tornado.before.as_ref().map(|before| before.name);
    Card {
        id,
        title,
        answer,
        reading: reading.text.clone(),
        unit: tornado.axis().into(),
        foot,
        // Far away, nothing of it is dashed.
        baseline: before
            .filter(|_| layout.has_before())
            .map(BaselineKey::Dashed),
        data: Rc::clone(tornado).into(),
    }
    .around(html! {
        <>{ children.clone() }{ reading.plot(id, node, drawing(id, size, content)) }</>
    })
}

/// Rows that are read one by one.
struct Rows {
    tornado: Rc<Tornado>,
    layout: Rc<TornadoLayout>,
}

impl Readable for Rows {
    fn under(&self, _x: f64, y: f64) -> Option<Place> {
        Some((self.layout.row_at(y)?, 0))
    }

    fn moved(&self, from: Option<Place>, steps: (i32, i32)) -> Option<Place> {
        along(from, steps, self.tornado.bars.len())
    }

    fn read(&self, (row, _): Place) -> Option<String> {
        Some(self.tornado.reading(self.tornado.bars.get(row)?))
    }
}

fn lay_out(tornado: &Tornado, width: f64) -> TornadoLayout {
    let bars = tornado.bars.iter();
    let texts: Vec<_> = bars.map(|bar| tornado.texts_on(bar, width)).collect();
    let ends = |bar: &Bar| [bar.low, bar.high].map(|end| tornado.shown_before(end));
    let specs: Vec<_> = tornado
        .bars
        .iter()
        .zip(&texts)
        .map(|(bar, texts)| TornadoSpec {
            name: bar.key.parameter().label,
            results: [tornado.shown(bar.low), tornado.shown(bar.high)],
            texts: [0, 1].map(|end| [0, 1].map(|line| texts[end][line].as_str())),
            before: tornado.bar_before(bar).map(ends),
        })
        .collect();
    let now = format!("now {}", tornado.text(tornado.today));
    let told = tornado.told_before();
    let before = tornado.before.as_ref().zip(told.as_deref());
    let texts = before.map(|(before, told)| [told, before.name]);
    let before = tornado.before.as_ref().zip(texts.as_ref());
    let before = before.map(|(before, texts)| Level {
        result: tornado.shown_before(before.today),
        texts,
    });
    let now = Level {
        result: tornado.shown(tornado.today),
        texts: &[&now],
    };
    TornadoLayout::new(width, (now, before), &specs, &|value| tornado.tick(value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parameters::Inputs;
    use crate::model::tornado::tornado as bars;

    fn bar(key: Key, low: f64, high: f64) -> Bar {
        Bar {
            key,
            low_input: 9.0,
            high_input: 11.0,
            low: Some(low),
            high: Some(high),
            swing: Some((high - low).abs()),
        }
    }

    fn tornado(unit: OutputUnit) -> Tornado {
        Tornado {
            key: "gross_profit",
            label: "Gross profit",
            unit,
            revenue_unit: RevenueUnit::SatsPerPhDay,
            btc_price: 50_000.0,
            today: Some(10_000.0),
            bars: vec![
                bar(Key::PowerPrice, 8_000.0, 12_000.0),
                bar(Key::Efficiency, 9_000.0, 11_000.0),
            ],
            before: None,
        }
    }

    fn before(today: f64, price: f64, bars: Vec<Bar>) -> Before {
        Before {
            name: "December 2025",
            btc_price: price,
            today: Some(today),
            bars,
        }
    }

    #[test]
    fn a_baseline_that_gives_the_same_is_not_drawn() {
        let now = tornado(OutputUnit::UsdM);
        let same = now.clone().against(before(10_000.0, 9e4, now.bars.clone()));
        assert_eq!(same, now);
        let others = vec![bar(Key::UptimePct, 1.0, 2.0)];
        assert_eq!(now.clone().against(before(10_000.0, 9e4, others)), now);
        let moved = now.against(before(9_999.0, 9e4, Vec::new()));
        assert!(moved.before.is_some());
        // As many dollars are other satoshis at another price.
        let revenue = tornado(OutputUnit::RevenuePerDay);
        let bars = revenue.bars.clone();
        assert!(
            revenue
                .against(before(10_000.0, 9e4, bars))
                .before
                .is_some()
        );
    }

    #[test]
    fn the_table_is_in_the_unit_of_the_axis() {
        let bars = vec![bar(Key::PowerPrice, 15_000.0, 19_000.0)];
        let compared = tornado(OutputUnit::RevenuePerDay).against(before(17_000.0, 1e5, bars));
        let Sheet { columns, rows } = compared.sheet();
        let unit = RevenueUnit::SatsPerPhDay;
        assert_eq!(
            columns[3],
            format!("Gross profit ({}), 10% lower", unit.label())
        );
        let values: Vec<_> = rows[1][3..].iter().filter_map(Cell::value).collect();
        let sats = |usd, price| unit.from_usd_per_eh_day(usd, price);
        let now = [8_000.0, 12_000.0].map(|usd| sats(usd, 50_000.0));
        let before = [15_000.0, 19_000.0].map(|usd| sats(usd, 1e5));
        assert_eq!(values, [now, before].concat());
    }

    #[test]
    fn rows_and_readings_hold_the_baselines_where_it_has_them() {
        let bars = vec![bar(Key::PowerPrice, 15_000.0, 19_000.0)];
        let compared = tornado(OutputUnit::UsdM).against(before(17_000.0, 9e4, bars));
        let Sheet { columns, rows } = compared.sheet();
        assert_eq!(columns.len(), 7);
        assert_eq!(columns[5], "Gross profit (USD m), 10% lower, baseline");
        let values = |row: usize| -> Vec<_> { rows[row][3..].iter().map(Cell::value).collect() };
        let some = |values: [f64; 4]| values.map(Some).to_vec();
        assert_eq!(values(0), some([10_000.0, 10_000.0, 17_000.0, 17_000.0]));
        assert_eq!(values(1), some([8_000.0, 12_000.0, 15_000.0, 19_000.0]));
        assert_eq!(values(2), [Some(9_000.0), Some(11_000.0), None, None]);
        let reading = |row: usize| compared.reading(&compared.bars[row]);
        let told = "December 2025: $17\u{a0}bn";
        assert!(
            reading(0).ends_with("; $15\u{a0}bn at −10%, $19\u{a0}bn at +10%."),
            "{}",
            reading(0)
        );
        assert!(reading(0).contains(told), "{}", reading(0));
        assert!(reading(1).ends_with(&format!(" {told}.")), "{}", reading(1));
        assert_eq!(tornado(OutputUnit::UsdM).sheet().columns.len(), 5);
    }

    #[test]
    fn texts_of_a_bar_stand_beside_each_other_on_every_phone() {
        let inputs = Inputs::default();
        for (output, unit) in [
            ("free_cash_flow", OutputUnit::RevenuePerDay),
            ("npv_gain", OutputUnit::UsdM),
            ("ratio", OutputUnit::Fraction),
        ] {
            let chart = Tornado {
                bars: bars(&inputs, output).expect("is an output"),
                ..tornado(unit)
            };
            for bar in &chart.bars {
                assert!(has_room(&chart.texts_on(bar, 254.0), 254.0), "{bar:?}");
                assert_eq!(chart.texts_on(bar, 600.0), chart.texts(bar), "{bar:?}");
            }
        }
    }

    #[test]
    fn a_baseline_at_the_end_of_its_range_is_read_as_that() {
        let at_its_end = Bar {
            high_input: Key::UptimePct.parameter().max,
            ..bar(Key::UptimePct, 15_000.0, 19_000.0)
        };
        let now = Tornado {
            bars: vec![bar(Key::UptimePct, 8_000.0, 12_000.0)],
            ..tornado(OutputUnit::UsdM)
        };
        let compared = now.against(before(17_000.0, 9e4, vec![at_its_end]));
        let reading = compared.reading(&compared.bars[0]);
        let told = "; $15\u{a0}bn at −10%, $19\u{a0}bn at limit.";
        assert!(reading.ends_with(told), "{reading}");
    }
}
