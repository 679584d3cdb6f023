//! What a line chart is asked to show.

use std::rc::Rc;

use yew::AttrValue;

use crate::format;
#[cfg(test)]
use crate::model::parameters::Inputs;
use crate::model::parameters::Key;
use crate::tables::Sheet;
use crate::units::RevenueUnit;

/// A colour with a meaning, the same everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Revenue.
    Revenue,
    /// Power.
    Cost,
    /// Gross profit.
    Profit,
    /// A loss.
    Loss,
    /// HPC.
    Hpc,
    /// HPC, after the loan.
    Levered,
    /// Mining.
    Mining,
    /// What others said, for comparison.
    Quiet,
    /// What is neither money nor a use: difficulty.
    Plain,
}

impl Ink {
    /// The class that carries the colour.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Revenue => "hp-ink-revenue",
            Self::Cost => "hp-ink-cost",
            Self::Profit => "hp-ink-profit",
            Self::Loss => "hp-ink-loss",
            Self::Hpc => "hp-ink-hpc",
            Self::Levered => "hp-ink-levered",
            Self::Mining => "hp-ink-mining",
            Self::Quiet => "hp-ink-quiet",
            Self::Plain => "hp-ink-plain",
        }
    }
}

/// One curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Its name, written at its end.
    pub name: &'static str,
    /// Its colour.
    pub ink: Ink,
    /// Its values, one for each x, as shown (already in the page's unit).
    pub values: Vec<f64>,
    /// Today's point, if the chart has one: x and y.
    pub today: Option<(f64, f64)>,
    /// The baseline's values and its point, if it differs.
    pub baseline: Option<Ghost>,
}

/// A curve as it is in the baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Ghost {
    /// Its values, one for each x, as shown.
    pub values: Vec<f64>,
    /// The baseline's own point, if it is in sight.
    pub point: Option<(f64, f64)>,
}

/// Everything that a line chart draws, apart from its width.
#[derive(Clone, Debug, PartialEq)]
pub struct Lines {
    /// Ends of the x axis.
    pub x_domain: (f64, f64),
    /// Values of x, rising.
    pub x: Rc<[f64]>,
    /// The curves.
    pub curves: Vec<Curve>,
    /// Where money is lost.
    pub losing: Option<(f64, f64)>,
    /// How values of x read.
    pub x_text: XText,
    /// How values of y read.
    pub y_text: YText,
}

impl Lines {
    /// Whether a dot of the baseline stands elsewhere than today's.
    pub(super) fn has_baseline_dot(&self) -> bool {
        self.curves.iter().any(|curve| {
            let before = curve.baseline.as_ref().and_then(|ghost| ghost.point);
            before.is_some() && before != curve.today
        })
    }

    /// The units of both axes: "$/EH/day against USD a bitcoin".
    pub(super) fn unit(&self) -> AttrValue {
        against(self.y_text.axis(), self.x_text)
    }
}

/// Inputs that no curve has among its evenly spread points, and a baseline.
#[cfg(test)]
pub(crate) fn between_samples() -> [Inputs; 2] {
    let inputs = crate::model::tests::with(&[
        ("btc_price", 87_654.0),
        ("efficiency", 20.3),
        ("power_price", 47.3),
        ("target_ratio_pct", 47.0),
    ]);
    [inputs, Inputs::default()]
}

#[cfg(test)]
impl Lines {
    /// Fails unless the points of today and of the baseline are among those that are read.
    pub(crate) fn assert_reads_its_dots(&self) {
        for curve in &self.curves {
            let ghost = curve.baseline.as_ref();
            let before = ghost.and_then(|ghost| Some((ghost.point?, &ghost.values)));
            let now = curve.today.map(|today| (today, &curve.values));
            for ((x, y), values) in now.into_iter().chain(before) {
                let index = crate::model::sweep::index_of(&self.x, x);
                let read = values[index.unwrap_or_else(|| panic!("{}: {x}", curve.name))];
                let off = (read - y).abs();
                assert!(off <= 1e-9 * y.abs(), "{}: {read}, not {y}", curve.name);
            }
        }
    }
}

/// What the y axis is in, and what the x axis is in.
fn against(y: &str, x: XText) -> AttrValue {
    format!("{y} against {}", x.axis()).into()
}

/// How values of x read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum XText {
    /// One of the main inputs.
    Input(Key),
    /// Months since the decision.
    Months,
    /// Hashprice in the page's unit.
    Hashprice(RevenueUnit),
    /// Probability of execution, %.
    Execution,
    /// The block rewards of the next four years, USD bn.
    Opportunity,
    /// Market cap over them, a fraction.
    Ratio,
    /// Days from today.
    Days,
    /// Shares of the installed hashrate, the cheapest first.
    Share,
    /// Months of the calendar, counted from the year 0.
    Calendar,
}

impl XText {
    /// A value of x on the axis.
    pub fn short(self, value: f64) -> String {
        match self {
            Self::Input(_) if value == 0.0 => "0".to_owned(),
            Self::Input(Key::BtcPrice) => format::compact_usd(value),
            Self::Input(Key::Difficulty) => format::difficulty(value, 0),
            Self::Input(Key::PowerPrice) => format::usd(value, 0),
            Self::Input(_) => format::significant(value, 3, 0),
            Self::Months => format!("{} y", format::number(value / 12.0, 0)),
            Self::Hashprice(unit) => format::chart_unit(value, unit),
            Self::Execution => format!("{}%", format::number(value, 0)),
            Self::Opportunity => format::usd_m_axis(1e3 * value),
            Self::Ratio => format::percent(value, 0),
            Self::Days => format::number(value, 0),
            Self::Share => format::percent(value, 0),
            Self::Calendar => format::month(value),
        }
    }

    /// What the axis is in.
    fn axis(self) -> &'static str {
        match self {
            Self::Input(Key::BtcPrice) => "USD a bitcoin",
            Self::Input(Key::Difficulty) => "difficulty in T",
            Self::Input(Key::Pue) => "gross MW per IT MW",
            Self::Input(key) => format::input_unit(key),
            Self::Months => "years",
            Self::Hashprice(unit) => unit.label(),
            Self::Execution => "chance of the contract",
            Self::Opportunity => "USD of block rewards",
            Self::Ratio => "% of block rewards",
            Self::Days => "days",
            Self::Share => "share of hashrate",
            Self::Calendar => "months",
        }
    }

    /// The units of a chart whose y axis reads like this.
    pub(super) fn against(self, x: Self) -> AttrValue {
        against(self.axis(), x)
    }

    /// A value of x in the read-out.
    pub fn long(self, value: f64) -> String {
        match self {
            Self::Input(Key::BtcPrice) => format::usd(value, 0),
            Self::Input(Key::Difficulty) => format::difficulty(value, 1),
            Self::Input(Key::PowerPrice) => format!("{} per MWh", format::usd(value, 2)),
            Self::Input(_) => format!("{} J/TH", format::number(value, 1)),
            Self::Months => format!("Month {}", format::number(value, 0)),
            Self::Hashprice(unit) => format!("Hashprice {}", format::shown_revenue(value, unit)),
            Self::Execution => format!("{}% execution", format::number(value, 1)),
            Self::Opportunity => format!("Block rewards of {}", format::usd_m(1e3 * value)),
            Self::Ratio => format!("Cap at {} of block rewards", format::percent(value, 1)),
            Self::Days => format!("Day {}", format::number(value, 0)),
            Self::Share => format!("{} of the installed hashrate", format::percent(value, 1)),
            Self::Calendar => format::month(value),
        }
    }

    /// A value of x amid a sentence.
    pub fn within(self, value: f64) -> String {
        match self {
            Self::Hashprice(unit) => {
                format!("a hashprice of {}", format::shown_revenue(value, unit))
            }
            other => other.long(value),
        }
    }

    /// A value of x under the name of its column, which says what it is.
    pub fn cell(self, value: f64) -> String {
        match self {
            Self::Hashprice(unit) => format::shown_revenue(value, unit),
            Self::Execution => format!("{}%", format::number(value, 1)),
            Self::Opportunity => format::usd_m(1e3 * value),
            Self::Ratio | Self::Share => format::percent(value, 1),
            Self::Months | Self::Days => format::number(value, 0),
            other => other.long(value),
        }
    }

    /// What x is, with its unit: the name of its column.
    pub fn column(self) -> String {
        match self {
            Self::Input(key) => {
                let row = key.parameter();
                Sheet::column(row.label, row.unit)
            }
            Self::Months => "Month".to_owned(),
            Self::Hashprice(unit) => format!("Hashprice ({})", unit.label()),
            Self::Execution => "Execution (%)".to_owned(),
            Self::Opportunity => "Block rewards of four years (USD bn)".to_owned(),
            Self::Ratio => "Cap over block rewards (fraction)".to_owned(),
            Self::Days => "Day".to_owned(),
            Self::Share => "Share of installed hashrate".to_owned(),
            Self::Calendar => "Date".to_owned(),
        }
    }

    /// The step of ticks that reads round: months are ruled in years or quarters.
    pub fn tick_unit(self) -> f64 {
        match self {
            Self::Months => 12.0,
            Self::Calendar => 3.0,
            _ => 1.0,
        }
    }

    /// What the washed stretch of the axis is called.
    pub(super) fn wash_name(self) -> &'static str {
        if self == Self::Share { "idle" } else { "loss" }
    }
}

/// How values of y read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum YText {
    /// Revenue per hashrate in the page's unit.
    Revenue(RevenueUnit),
    /// USD m.
    UsdM,
    /// USD bn.
    UsdBn,
    /// Growth a year, a fraction.
    YearlyGrowth,
    /// USD per kW of critical IT a month.
    LeaseRate,
    /// EH/s.
    EhPerSecond,
    /// Difficulty.
    Difficulty,
    /// A change, as a fraction.
    Change,
}

impl YText {
    /// The unit of the values.
    pub fn unit(self) -> &'static str {
        match self {
            Self::Revenue(unit) => unit.label(),
            Self::UsdM => "USD m",
            Self::LeaseRate => "USD/kW a month",
            Self::EhPerSecond => "EH/s",
            Self::Difficulty => "T",
            Self::Change => "change",
            Self::UsdBn => "USD bn",
            Self::YearlyGrowth => "fraction",
        }
    }

    /// What the axis is in.
    pub(super) fn axis(self) -> &'static str {
        match self {
            Self::UsdM | Self::UsdBn => "USD",
            Self::LeaseRate => format::input_unit(Key::LeaseRate),
            Self::Change => "change since today",
            Self::YearlyGrowth => "% a year",
            _ => self.unit(),
        }
    }

    /// What the axis reaches at least: changes too small to matter must not fill it.
    pub(super) fn least(self) -> (f64, f64) {
        match self {
            Self::Change => (-0.02, 0.02),
            _ => (0.0, 0.0),
        }
    }

    /// What no value is below: nothing loses more than all of it.
    pub(super) fn lowest(self) -> f64 {
        match self {
            Self::Change | Self::YearlyGrowth => -1.0,
            _ => f64::NEG_INFINITY,
        }
    }

    /// A value of y on the axis.
    pub fn short(self, value: f64) -> String {
        match self {
            Self::Revenue(unit) => format::chart_unit(value, unit),
            Self::UsdM => format::usd_m_axis(value),
            Self::UsdBn => format::usd_m_axis(1e3 * value),
            Self::YearlyGrowth => format::percent(value, 0),
            Self::LeaseRate => format::usd(value, 0),
            Self::EhPerSecond => format::significant(value, 3, 0),
            Self::Difficulty => format::difficulty(value, 0),
            Self::Change => format::signed_percent(value, 0),
        }
    }

    /// A value of y in the read-out.
    pub fn long(self, value: f64) -> String {
        match self {
            Self::Revenue(unit) => format::shown_revenue(value, unit),
            Self::UsdM => format::usd_m(value),
            Self::UsdBn => format::usd_m(1e3 * value),
            Self::YearlyGrowth => format!("{} a year", format::percent(value, 1)),
            Self::LeaseRate => format::usd(value, 2),
            Self::EhPerSecond => format!("{} EH/s", format::significant(value, 4, 0)),
            Self::Difficulty => format::difficulty(value, 1),
            Self::Change => format::signed_percent(value, 1),
        }
    }
}
