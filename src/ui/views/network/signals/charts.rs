//! The history that signals are read from, as two small charts.

use std::rc::Rc;

use yew::prelude::*;

use super::summary::summary;
use crate::format::revenue_in_words;
use crate::model::signals::{Column, History, Observation};
use crate::tables::{Cell, Sheet};
use crate::ui::chart::{Curve, Data, Ink, LineChart, Lines, Tabular, XText, YText};
use crate::units::RevenueUnit;

/// Rows further apart than this have others missing between them, months.
const LARGEST_GAP: f64 = 1.5;

/// What the charts show.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The history.
    pub history: Rc<History>,
    /// The unit of revenue.
    pub unit: RevenueUnit,
    /// The one of them to show, where only one is.
    #[prop_or_default]
    pub only: Option<&'static str>,
}

/// Hashrate and revenue per hashrate.
#[component]
pub fn HistoryCharts(props: &Props) -> Html {
    let unit = unit(props);
    let drawn = use_memo((Rc::clone(&props.history), unit), |(history, unit)| {
        let series = |name, ink, column, y_text| Series {
            history: Rc::clone(history),
            column,
            name,
            ink,
            y_text,
        };
        [
            series(
                "Hashrate",
                Ink::Mining,
                Column::Hashrate,
                YText::EhPerSecond,
            ),
            series(
                "Revenue",
                Ink::Revenue,
                Column::Revenue,
                YText::Revenue(*unit),
            ),
        ]
        .map(|series| {
            let (lines, told) = (Rc::new(series.lines()), series.told());
            (lines, told, Data::from(Rc::new(series)))
        })
    });
    let [
        (hashrate, hashrate_told, hashrates),
        (revenue, revenue_told, revenues),
    ] = &*drawn;
    if hashrate.x.is_empty() {
        return html! {};
    }
    let is_shown = |id| props.only.is_none_or(|only| only == id);
    html! {
        <div class="hp-charts hp-signal-history">
            if is_shown("history-hashrate") {
                <LineChart id="history-hashrate" title="Hashrate" answer={hashrate_told.clone()}
                    has_points=true lines={Rc::clone(hashrate)} data={hashrates.clone()} />
            }
            if is_shown("history-revenue") {
                <LineChart id="history-revenue" title="Revenue per hashrate" answer={revenue_told.clone()}
                    has_points=true lines={Rc::clone(revenue)} data={revenues.clone()} />
            }
        </div>
    }
}

/// The page's unit; dollars where a revenue has no price by which it would become satoshis.
fn unit(Props { history, unit, .. }: &Props) -> RevenueUnit {
    let lacks_price = |row: &Observation| {
        row.get(Column::Revenue).is_some() && row.get(Column::BtcPrice).is_none()
    };
    if unit.is_usd() || !history.rows().iter().any(lacks_price) {
        *unit
    } else {
        RevenueUnit::default()
    }
}

/// A column of the history over time.
struct Series {
    history: Rc<History>,
    column: Column,
    /// Its name on screen.
    name: &'static str,
    ink: Ink,
    /// How its values read; a revenue is shown in this unit.
    y_text: YText,
}

impl Series {
    /// What a row says, in the unit shown.
    fn value(&self, row: &Observation) -> Option<f64> {
        let value = row.get(self.column)?;
        Some(match self.y_text {
            YText::Revenue(unit) => {
                let price = row.get(Column::BtcPrice).unwrap_or(f64::NAN);
                unit.from_usd_per_eh_day(value, price)
            }
            _ => value,
        })
    }

    /// What it shows, in a sentence.
    fn told(&self) -> String {
        let figure = |row: &Observation| Some((row.date(), self.value(row)?));
        let figures: Vec<_> = self.history.rows().iter().filter_map(figure).collect();
        summary(self.name, &figures, |value| match self.y_text {
            YText::Revenue(unit) => revenue_in_words(value, unit),
            text => text.long(value),
        })
    }

    /// The curve, with a gap wherever rows are missing, unless the history is a simulated path.
    fn lines(&self) -> Lines {
        let is_whole = self.history.is_simulated();
        let (mut x, mut values): (Vec<f64>, Vec<f64>) = (Vec::new(), Vec::new());
        for row in self.history.rows() {
            let at = row.date().month_index();
            if let Some(before) = x
                .last()
                .filter(|before| at - **before > LARGEST_GAP && !is_whole)
            {
                x.push(before.midpoint(at));
                values.push(f64::NAN);
            }
            x.push(at);
            values.push(self.value(row).unwrap_or(f64::NAN));
        }
        let from = x.first().copied().unwrap_or_default();
        let to = x.last().copied().unwrap_or_default();
        let curve = Curve {
            name: self.name,
            ink: self.ink,
            values,
            today: None,
            baseline: None,
        };
        Lines {
            x_domain: (from, to.max(from + 1.0)),
            x: Rc::from(x),
            curves: vec![curve],
            losing: None,
            x_text: XText::Calendar,
            y_text: self.y_text,
        }
    }
}

impl Tabular for Series {
    /// A row for each figure, with its date as the history has it: a day or a month.
    fn sheet(&self) -> Sheet {
        let row = |row: &Observation| {
            let value = self.value(row)?;
            let date = Cell::Text(row.date().to_string());
            Some(vec![date, Cell::number(value, self.y_text.long(value))])
        };
        let value = format!("{} ({})", self.name, self.y_text.unit());
        Sheet {
            columns: vec![XText::Calendar.column(), value],
            rows: self.history.rows().iter().filter_map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::read_history;

    fn rows(dates: [&str; 3]) -> Vec<Vec<String>> {
        let [first, second, third] = dates;
        let text = format!("date,hashrate,revenue\n{first},640,\n{second},,50000\n{third},700,\n");
        let history = read_history(&text).unwrap().history;
        let series = Series {
            history: Rc::new(history),
            column: Column::Hashrate,
            name: "Hashrate",
            ink: Ink::Mining,
            y_text: YText::EhPerSecond,
        };
        assert_eq!(series.lines().x.len(), 4, "a gap between the last two");
        let Sheet { columns, rows } = series.sheet();
        assert_eq!(columns, ["Date", "Hashrate (EH/s)"]);
        let texts = |row: Vec<Cell>| row.iter().map(|cell| cell.text().to_owned()).collect();
        rows.into_iter().map(texts).collect()
    }

    #[test]
    fn a_row_has_a_figure_and_its_date_as_the_history_has_it() {
        let months = rows(["2024-09", "2024-10", "2024-12"]);
        assert_eq!(months, [["2024-09", "640 EH/s"], ["2024-12", "700 EH/s"]]);
        let days = rows(["2024-09-15", "2024-10-14", "2024-12-01"]);
        let dated = [["2024-09-15", "640 EH/s"], ["2024-12-01", "700 EH/s"]];
        assert_eq!(days, dated);
    }
}
