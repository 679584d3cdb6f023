//! One row of a history.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::date::Date;
use super::error::{RowError, RowProblem};
use crate::model::parameters::{Accepted, Given, InputError, Key, Refusal};

/// A number that a row may give. Each may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// `hashrate`: mean hashrate that ran, EH/s.
    Hashrate,
    /// `difficulty`, a pure number.
    Difficulty,
    /// `btc_price`, USD/BTC.
    BtcPrice,
    /// `revenue`: USD/EH/day.
    Revenue,
    /// `gross_profit`: revenue less power, USD/EH/day.
    GrossProfit,
    /// `cohort_cap`: market capitalisation of the listed cohort, USD bn.
    CohortCap,
}

/// Hashprice beyond which no break-even is looked for either, USD/EH/day.
const MOST_PER_EH_DAY: f64 = 1e7;

impl Column {
    /// Every column, in the order of a table.
    pub const ALL: [Self; 6] = [
        Self::Hashrate,
        Self::Difficulty,
        Self::BtcPrice,
        Self::Revenue,
        Self::GrossProfit,
        Self::CohortCap,
    ];

    /// The name in tables, files and the JavaScript API.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hashrate => "hashrate",
            Self::Difficulty => "difficulty",
            Self::BtcPrice => "btc_price",
            Self::Revenue => "revenue",
            Self::GrossProfit => "gross_profit",
            Self::CohortCap => "cohort_cap",
        }
    }

    /// The column with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.key() == key)
    }

    /// The numbers that the column accepts: where an input is the same quantity, those of the
    /// input.
    #[must_use]
    pub const fn accepted(self) -> Accepted {
        let as_input = match self {
            Self::Hashrate => Key::NetworkHashrate,
            Self::Difficulty => Key::Difficulty,
            Self::BtcPrice => Key::BtcPrice,
            Self::CohortCap => Key::MarketCap,
            Self::Revenue => return per_eh_day(0.0),
            Self::GrossProfit => return per_eh_day(-MOST_PER_EH_DAY),
        };
        Accepted::by(as_input.parameter())
    }

    /// Accepts a finite number in range, `null` and absence.
    fn check(self, value: Given) -> Result<Option<f64>, InputError> {
        let accepted = self.accepted();
        match value {
            Given::Null => Ok(None),
            Given::Number(number) => {
                accepted.check(self.key(), number)?;
                // Adding zero turns −0 into 0.
                Ok(Some(number + 0.0))
            }
            Given::Text(_) | Given::Other(_) => Err(InputError::NotANumber(Refusal {
                key: self.key(),
                value,
                accepted,
            })),
        }
    }
}

const fn per_eh_day(min: f64) -> Accepted {
    Accepted {
        min,
        max: MOST_PER_EH_DAY,
        whole: false,
        unit: "USD/EH/day",
    }
}

/// What was observed on a day, or on the average of a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Observation {
    date: Date,
    /// By [`Column`].
    values: [Option<f64>; Column::ALL.len()],
}

impl Observation {
    /// The key of the date.
    pub const DATE: &'static str = "date";

    /// Nothing observed yet.
    pub(super) const fn at(date: Date) -> Self {
        Self {
            date,
            values: [None; Column::ALL.len()],
        }
    }

    /// The same with one number in place.
    pub(super) const fn with(mut self, column: Column, value: f64) -> Self {
        self.values[column as usize] = Some(value);
        self
    }

    /// The row of a table with these entries, as (key, value): a `date` as text (`2025-12-31` or
    /// `2025-12`) and the columns that are known; `null` is the same as leaving one out. `row` is
    /// the number by which messages name it.
    ///
    /// # Errors
    /// The first entry that is refused: unknown or repeated key, no date, or a number that is none
    /// or out of range.
    pub fn from_entries<'a>(
        row: usize,
        entries: impl IntoIterator<Item = (&'a str, impl Into<Given>)>,
    ) -> Result<Self, RowError> {
        let entries = entries.into_iter();
        let entries = entries.map(|(key, value)| (key, value.into()));
        Self::from_given(row, &entries.collect::<Vec<_>>())
    }

    /// The same of entries of one type, so that it is compiled once.
    fn from_given(row: usize, entries: &[(&str, Given)]) -> Result<Self, RowError> {
        let refuse = |date| move |problem| RowError { row, date, problem };
        let date = read_date(entries).map_err(refuse(None))?;
        let mut observation = Self::at(date);
        for (index, (key, value)) in entries.iter().enumerate() {
            let is_repeated = entries[..index].iter().any(|(earlier, _)| earlier == key);
            observation
                .put(key, value, is_repeated)
                .map_err(refuse(Some(date)))?;
        }
        Ok(observation)
    }

    fn put(&mut self, key: &str, value: &Given, is_repeated: bool) -> Result<(), RowProblem> {
        let column = Column::from_key(key);
        let (name, given) = (key.to_owned(), value.clone());
        if column.is_none() && key != Self::DATE {
            Err(RowProblem::UnknownKey {
                key: name,
                value: given,
            })
        } else if is_repeated {
            Err(RowProblem::Repeated {
                key: name,
                value: given,
            })
        } else {
            if let Some(column) = column {
                self.values[column as usize] = column.check(given).map_err(RowProblem::Number)?;
            }
            Ok(())
        }
    }

    /// When it was.
    #[must_use]
    pub const fn date(&self) -> Date {
        self.date
    }

    /// A number of the row, in the unit of its column.
    #[must_use]
    pub const fn get(&self, column: Column) -> Option<f64> {
        self.values[column as usize]
    }
}

fn read_date(entries: &[(&str, Given)]) -> Result<Date, RowProblem> {
    let given = entries.iter().find(|(key, _)| *key == Observation::DATE);
    let given = given.map_or(&Given::Null, |(_, value)| value);
    let read = match given {
        Given::Text(text) => Date::parse(text),
        _ => None,
    };
    read.ok_or_else(|| RowProblem::Date(given.clone()))
}

/// As `{ date, hashrate, difficulty, … }`, what is missing as `null`.
impl Serialize for Observation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // The count is a hint for formats that need one: JSON and JavaScript take any.
        let mut fields = serializer.serialize_struct("Observation", 1 + Column::ALL.len())?;
        fields.serialize_field(Self::DATE, &self.date)?;
        for column in Column::ALL {
            fields.serialize_field(column.key(), &self.get(column))?;
        }
        fields.end()
    }
}
