//! Hashrate, difficulty and hashprice epoch by epoch.

use std::rc::Rc;

use yew::prelude::*;

use super::sentence::{STILL, days, eh_s};
use crate::format;
use crate::model::difficulty_lag::{Epoch, Simulation};
use crate::model::network::EPOCH_DAYS;
use crate::tables::{Cell, Sheet};
use crate::ui::chart::{
    Curve, Data, Ghost, Ink, LineChart, Lines, Reference, Tabular, Told, XText, YText,
};
use crate::ui::hooks::use_is_printing;
use crate::units::RevenueUnit;

/// What the chart shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// The simulated path.
    pub(super) path: Rc<Simulation>,
    /// The baseline's, where it differs.
    pub(super) before: Option<Rc<Simulation>>,
    /// The unit of hashprice.
    pub(super) unit: RevenueUnit,
    /// The name of the baseline, where it differs.
    pub(super) baseline: Option<&'static str>,
}

/// A curve: its name and colour, and what it takes from an epoch.
type Series = (&'static str, Ink, fn(&Epoch) -> f64);

const SERIES: [Series; 3] = [
    ("Hashrate", Ink::Mining, |epoch| epoch.hashrate),
    ("Difficulty", Ink::Plain, |epoch| epoch.difficulty),
    ("Hashprice", Ink::Revenue, |epoch| epoch.hashprice),
];

/// The chart: each curve as its change since today, so that one lags visibly behind the other.
#[component]
pub(super) fn EpochsChart(props: &Props) -> Html {
    let drawn = use_memo(props.clone(), |props| {
        let lines = Rc::new(lines(props));
        let rows = Rc::new(Rows {
            path: Rc::clone(&props.path),
            lines: Rc::clone(&lines),
            unit: props.unit,
        });
        (lines, told(props), halvings(&props.path), Data::from(rows))
    });
    let (lines, told, places, data) = &*drawn;
    let advice = if use_is_printing() {
        ""
    } else {
        " Move the bitcoin price to see what follows."
    };
    html! {
        <LineChart id="epochs" title="What happens next?" answer={answer(props, advice)}
            baseline={props.baseline}
            lines={Rc::clone(lines)} told={told.clone()} places={places.clone()} data={data.clone()} />
    }
}

/// Where the path ends, in its own units; `advice` says what to do where it has not moved.
fn answer(Props { path, unit, .. }: &Props, advice: &str) -> String {
    let Some(last) = path.epochs.last() else {
        return String::new();
    };
    let day = format::number(last.day, 0);
    if path.stalled {
        return format!(
            "The chain has stalled on day {day}: an epoch would last more than two years ({}).",
            days(last.days)
        );
    }
    if path.epochs.len() == 1 {
        return "One epoch shows today alone. A longer horizon shows what follows.".to_owned();
    }
    let hashprice = unit.from_usd_per_eh_day(last.hashprice, last.btc_price);
    if SERIES
        .iter()
        .all(|(.., of)| changes(&path.epochs, *of).iter().all(|by| by.abs() < STILL))
    {
        return format!(
            "Nothing moves: for {day} days hashprice stays near {}.{advice}",
            format::revenue_in_words(hashprice, *unit)
        );
    }
    if let Some((low, high)) = path.swing() {
        return format!(
            "Hashrate goes up and down between {} and {} to the end, on day {day}: nothing settles.",
            eh_s(low),
            eh_s(high)
        );
    }
    format!(
        "On day {day}: {}, {} difficulty, hashprice {}.",
        YText::EhPerSecond.long(last.hashrate),
        YText::Difficulty.long(last.difficulty),
        format::revenue_in_words(hashprice, *unit),
    )
}

fn lines(Props { path, before, .. }: &Props) -> Lines {
    let x: Vec<f64> = path.epochs.iter().map(|epoch| epoch.day).collect();
    let end = x.last().copied().unwrap_or_default();
    let curve = |(name, ink, of): Series| Curve {
        name,
        ink,
        values: changes(&path.epochs, of),
        today: (name == SERIES[0].0).then_some((0.0, 0.0)),
        baseline: before.as_ref().map(|before| Ghost {
            values: at_days(&x, before, &changes(&before.epochs, of)),
            point: None,
        }),
    };
    Lines {
        x_domain: (0.0, end.max(EPOCH_DAYS)),
        curves: SERIES.map(curve).into(),
        losing: None,
        x_text: XText::Days,
        y_text: YText::Change,
        x: Rc::from(x),
    }
}

/// Changes since the first epoch.
fn changes(epochs: &[Epoch], of: fn(&Epoch) -> f64) -> Vec<f64> {
    let first = epochs.first().map_or(1.0, of);
    epochs.iter().map(|epoch| of(epoch) / first - 1.0).collect()
}

/// What another path has in each epoch, on these days, rising; gaps where it has ended.
fn at_days(days: &[f64], path: &Simulation, values: &[f64]) -> Vec<f64> {
    let at = |day: f64| {
        let after = path.epochs.partition_point(|epoch| epoch.day < day);
        let next = path.epochs.get(after)?;
        let Some(before) = after.checked_sub(1) else {
            return Some(values[0]);
        };
        let from = path.epochs[before].day;
        let share = (day - from) / (next.day - from);
        Some(values[before] + (values[after] - values[before]) * share)
    };
    days.iter()
        .map(|day| at(*day).unwrap_or(f64::NAN))
        .collect()
}

/// What the curves say in their own units.
fn told(
    Props {
        path, before, unit, ..
    }: &Props,
) -> Vec<Told> {
    let days: Vec<f64> = path.epochs.iter().map(|epoch| epoch.day).collect();
    let told = |text, of: &dyn Fn(&Epoch) -> f64| {
        let levels = |path: &Simulation| path.epochs.iter().map(of).collect::<Vec<f64>>();
        Told {
            values: levels(path),
            before: before
                .as_ref()
                .map(|before| at_days(&days, before, &levels(before))),
            text,
        }
    };
    let hashprice = |epoch: &Epoch| unit.from_usd_per_eh_day(epoch.hashprice, epoch.btc_price);
    vec![
        told(YText::EhPerSecond, &|epoch| epoch.hashrate),
        told(YText::Difficulty, &|epoch| epoch.difficulty),
        told(YText::Revenue(*unit), &hashprice),
    ]
}

fn halvings(path: &Simulation) -> Vec<Reference> {
    let halving = |x| Reference { x, name: "halving" };
    path.halvings().map(halving).collect()
}

/// The epochs as rows: what each is, then what is drawn of it.
struct Rows {
    path: Rc<Simulation>,
    lines: Rc<Lines>,
    unit: RevenueUnit,
}

impl Tabular for Rows {
    /// The halvings, then the epochs.
    fn sheet(&self) -> Sheet {
        let revenue = format!("({})", self.unit.label());
        let halvings = halvings(&self.path);
        let mark = (!halvings.is_empty()).then(|| "Mark".to_owned());
        let levels = [
            "Block height".to_owned(),
            "Bitcoin price (USD/BTC)".to_owned(),
            "Hashrate (EH/s)".to_owned(),
            "Difficulty".to_owned(),
            format!("Hashprice {revenue}"),
            format!("Gross profit {revenue}"),
            "Length (days)".to_owned(),
            "Retarget at its end (fraction)".to_owned(),
        ];
        let drawn = self.drawn();
        let changes = drawn.iter().map(|(name, _)| format!("{name} (fraction)"));
        let columns: Vec<String> = std::iter::once("Day".to_owned())
            .chain(mark.clone())
            .chain(levels)
            .chain(changes)
            .collect();
        let none = || Cell::Text(String::new());
        let day = |day: f64| Cell::number(day, format::number(day, 1));
        let marked = halvings.iter().map(|halving| {
            let mut row = vec![day(halving.x), Cell::Text(halving.row_name())];
            row.resize_with(columns.len(), none);
            row
        });
        let row = |(index, epoch): (usize, &Epoch)| {
            let changes = drawn.iter().map(|(_, values)| change(values[index]));
            std::iter::once(day(epoch.day))
                .chain(mark.as_ref().map(|_| none()))
                .chain(self.levels(epoch))
                .chain(changes)
                .collect()
        };
        let epochs = self.path.epochs.iter().enumerate().map(row);
        Sheet {
            rows: marked.chain(epochs).collect(),
            columns,
        }
    }
}

impl Rows {
    /// The changes that are drawn, with their names: of the path, then of the baseline's.
    fn drawn(&self) -> Vec<(String, &[f64])> {
        let curves = self.lines.curves.iter();
        let now = curves.clone().map(|curve| {
            let name = format!("{} since today", curve.name);
            (name, curve.values.as_slice())
        });
        let before = curves.filter_map(|curve| {
            let name = format!("{} since today, baseline", curve.name);
            Some((name, curve.baseline.as_ref()?.values.as_slice()))
        });
        now.chain(before).collect()
    }

    /// What an epoch is on its day, in its own units.
    fn levels(&self, epoch: &Epoch) -> Vec<Cell> {
        let plain = |value: f64, decimals| Cell::number(value, format::number(value, decimals));
        let revenue = |amount: f64| {
            let shown = self.unit.from_usd_per_eh_day(amount, epoch.btc_price);
            Cell::number(shown, format::shown_revenue(shown, self.unit))
        };
        vec![
            plain(epoch.height as f64, 0),
            Cell::number(epoch.btc_price, format::usd(epoch.btc_price, 0)),
            plain(epoch.hashrate, 2),
            Cell::number(epoch.difficulty, format::difficulty(epoch.difficulty, 3)),
            revenue(epoch.hashprice),
            revenue(epoch.gross_profit),
            plain(epoch.days, 2),
            change(epoch.difficulty_change),
        ]
    }
}

/// A change as a fraction, in percent where it is read.
fn change(by: f64) -> Cell {
    Cell::number(by, format::signed_percent(by, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::difficulty_lag::simulate;
    use crate::model::parameters::{Inputs, Key};

    #[test]
    fn the_halvings_come_first_among_the_rows() {
        let preset = Inputs::default();
        // 800 blocks before the halving of 2028.
        let near = preset.with(Key::BlockHeight, Some(1_049_200.0)).unwrap();
        for (inputs, count) in [(&preset, 0), (&near, 1)] {
            let props = Props {
                path: Rc::new(simulate(inputs)),
                before: None,
                unit: RevenueUnit::default(),
                baseline: None,
            };
            let rows = Rows {
                path: Rc::clone(&props.path),
                lines: Rc::new(lines(&props)),
                unit: props.unit,
            };
            let Sheet { columns, rows } = rows.sheet();
            assert_eq!(columns.contains(&"Mark".to_owned()), count > 0);
            assert!(rows.iter().all(|row| row.len() == columns.len()));
            assert_eq!(rows.len(), count + props.path.epochs.len());
            let halvings = props.path.halvings();
            for (row, day) in rows.iter().zip(halvings) {
                assert_eq!(
                    (row[0].value(), row[1].text()),
                    (Some(day), "line: halving")
                );
                assert!(row[2..].iter().all(|cell| cell.text().is_empty()));
            }
        }
    }

    #[test]
    fn the_baselines_levels_are_told_day_by_day() {
        let preset = Inputs::default();
        let shocked = preset.with(Key::BtcPrice, Some(60_000.0)).unwrap();
        let before = Rc::new(simulate(&preset));
        let props = Props {
            path: Rc::new(simulate(&shocked)),
            before: Some(Rc::clone(&before)),
            unit: RevenueUnit::default(),
            baseline: None,
        };
        let told = told(&props);
        let first = before.epochs[0];
        let levels = [first.hashrate, first.difficulty, first.hashprice];
        for (told, level) in told.iter().zip(levels) {
            let values = told.before.as_ref().unwrap();
            assert_eq!((values.len(), values[0]), (told.values.len(), level));
        }
        // On each day of an epoch of its own the baseline is what it is then.
        let days: Vec<f64> = before.epochs.iter().map(|epoch| epoch.day).collect();
        let hashrates: Vec<f64> = before.epochs.iter().map(|epoch| epoch.hashrate).collect();
        let at = at_days(&days, &before, &hashrates);
        assert!(
            at.iter()
                .zip(&hashrates)
                .all(|(at, is)| (at / is - 1.0).abs() < 1e-12)
        );
    }

    #[test]
    fn the_rows_end_with_the_changes_that_are_drawn() {
        let preset = Inputs::default();
        let shocked = preset.with(Key::BtcPrice, Some(60_000.0)).unwrap();
        for (before, own) in [(None, 3), (Some(Rc::new(simulate(&preset))), 6)] {
            let props = Props {
                path: Rc::new(simulate(&shocked)),
                before,
                unit: RevenueUnit::default(),
                baseline: None,
            };
            let rows = Rows {
                path: Rc::clone(&props.path),
                lines: Rc::new(lines(&props)),
                unit: props.unit,
            };
            let Sheet { columns, rows } = rows.sheet();
            assert_eq!(columns.len(), 9 + own);
            assert_eq!(columns[11], "Hashprice since today (fraction)");
            let (first, last) = (&rows[0], &rows[rows.len() - 1]);
            for (level, drawn) in [(3, 9), (4, 10)] {
                let value = |row: &[Cell], at: usize| row[at].value().unwrap();
                let change = value(last, level) / value(first, level) - 1.0;
                assert!((value(last, drawn) - change).abs() < 1e-12, "{drawn}");
            }
            assert!(rows.iter().all(|row| row.len() == columns.len()));
        }
    }
}
