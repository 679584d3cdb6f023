//! From answers to inputs, each checked against its row of the table.

use super::{Answers, Endpoint, Value};
use crate::model::parameters::{Accepted, Given, InputError, Key, Refusal};
use crate::units::Hashrate;

/// What became of an input.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The input.
    pub key: Key,
    /// Its value, in the unit of its row, or why there is none.
    pub value: Result<f64, String>,
}

/// How an input is read.
struct Figure {
    key: Key,
    endpoint: Endpoint,
    read: fn(&Value) -> Result<f64, Fault>,
}

/// Why a value does not hold a figure.
enum Fault {
    /// It has no such member.
    Lacks(&'static str),
    /// The member is no number.
    NotANumber(Given),
}

/// The inputs, in the order in which they are told.
const FIGURES: [Figure; 5] = [
    figure(Key::BtcPrice, Endpoint::Prices, |answer| {
        number(answer, "USD")
    }),
    figure(Key::Difficulty, Endpoint::Hashrate, |answer| {
        number(answer, "currentDifficulty")
    }),
    figure(Key::RealisedHashrate, Endpoint::Hashrate, |answer| {
        let hashrate = Hashrate::from_h_s(number(answer, "currentHashrate")?);
        Ok(rounded(hashrate.to_eh_s()))
    }),
    figure(Key::FeesPct, Endpoint::Rewards, |answer| {
        let (reward, fees) = (number(answer, "totalReward")?, number(answer, "totalFee")?);
        Ok(rounded(100.0 * fees / (reward - fees)))
    }),
    figure(Key::BlockHeight, Endpoint::Height, |answer| match answer {
        Value::Object(_) => match number(answer, "height") {
            Err(Fault::Lacks(_)) => number(answer, Endpoint::Height.path()),
            height => height,
        },
        height => height.number().map_err(Fault::NotANumber),
    }),
];

/// The inputs that are read, in the order of readings.
pub const FIGURE_KEYS: [Key; FIGURES.len()] = [
    FIGURES[0].key,
    FIGURES[1].key,
    FIGURES[2].key,
    FIGURES[3].key,
    FIGURES[4].key,
];

const fn figure(key: Key, endpoint: Endpoint, read: fn(&Value) -> Result<f64, Fault>) -> Figure {
    Figure {
        key,
        endpoint,
        read,
    }
}

/// What the answers say of each input.
#[must_use]
pub fn read_answers(answers: &Answers) -> Vec<Reading> {
    let reading = |figure: &Figure| {
        let path = figure.endpoint.path();
        let found = match &answers[figure.endpoint as usize] {
            Ok(answer) => (figure.read)(answer).map_err(|fault| match fault {
                Fault::Lacks(name) => format!("{path}: the answer has no “{name}”"),
                Fault::NotANumber(given) => not_a_number(figure.key, given),
            }),
            Err(failure) => Err(format!("{path}: {failure}")),
        };
        checked(figure.key, found)
    };
    FIGURES.iter().map(reading).collect()
}

/// What a text says of each input: answers beside each other, as a list, or under any names in an
/// object; or the inputs under their own names. The first that has an input counts.
#[must_use]
pub fn read_text(values: &[Value]) -> Vec<Reading> {
    let mut answers = Vec::new();
    for value in values {
        gather(value, &mut answers);
    }
    let reading = |figure: &Figure| {
        let found = answers.iter().find_map(|answer| {
            let read = match (figure.read)(answer) {
                Err(Fault::Lacks(_)) => number(answer, figure.key.name()),
                read => read,
            };
            match read {
                Ok(number) => Some(Ok(number)),
                Err(Fault::Lacks(_)) => None,
                Err(Fault::NotANumber(given)) => Some(Err(not_a_number(figure.key, given))),
            }
        });
        let found = found.unwrap_or_else(|| Err("not in the text".to_owned()));
        checked(figure.key, found)
    };
    FIGURES.iter().map(reading).collect()
}

/// The objects and bare numbers of a text.
fn gather<'a>(value: &'a Value, answers: &mut Vec<&'a Value>) {
    match value {
        Value::Object(members) => {
            answers.push(value);
            let within = members.iter().map(|(_, value)| value);
            answers.extend(within.filter(|value| matches!(value, Value::Object(_))));
        }
        Value::List(values) => {
            let is_answer = |value: &&Value| matches!(value, Value::Object(_) | Value::Number(_));
            answers.extend(values.iter().filter(is_answer));
        }
        Value::Number(_) => answers.push(value),
        Value::Text(_) | Value::Other => {}
    }
}

fn number(answer: &Value, name: &'static str) -> Result<f64, Fault> {
    let member = answer.member(name).ok_or(Fault::Lacks(name))?;
    member.number().map_err(Fault::NotANumber)
}

/// To a ten-thousandth: more is not known of an estimate or a mean.
fn rounded(value: f64) -> f64 {
    (1e4 * value).round() / 1e4
}

fn not_a_number(key: Key, value: Given) -> String {
    let row = key.parameter();
    let refusal = Refusal {
        key: row.key,
        value,
        accepted: Accepted::by(row),
    };
    InputError::NotANumber(refusal).to_string()
}

/// A number that the input does not accept is none.
fn checked(key: Key, found: Result<f64, String>) -> Reading {
    let value = found.and_then(|number| {
        let check = key.parameter().check(number);
        check.map_or_else(|error| Err(error.to_string()), |()| Ok(number))
    });
    Reading { key, value }
}
