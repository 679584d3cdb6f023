//! Fragment to state.

use std::borrow::Cow;

use super::digest::digest;
use super::migrate::migrated;
use super::percent::decoded;
use super::rows::{MINER, SITE, read_miner, read_site};
use super::{BASELINE, HISTORY_ROWS, Part, VERSION, WITHOUT, split_secret};
use crate::decimal::{self, Digits};
use crate::format::input_text;
use crate::model::parameters::{Inputs, Key, Parameter};
use crate::state::fit::fit;
use crate::state::rows::{Edit, TableRow, edit};
use crate::state::{Side, State, Switch, Theme, View};
use crate::units::RevenueUnit;

/// Characters of a link that a notice quotes.
const LONGEST_QUOTE: usize = 80;
/// More notices than this nobody reads; the rest is counted.
const MOST_NOTICES: usize = 20;

/// The state that a fragment (with or without `#`) describes, with a notice for whatever could not
/// be taken as it stands: values out of range are clamped, anything else is ignored.
#[must_use]
pub fn decode(fragment: &str) -> State {
    open(&State::default(), fragment)
}

/// As [`decode`], on a page that shows `present`: a link that names no view shows the view of the
/// address; a part that it leaves out is kept where it is the very same, and missing otherwise.
#[must_use]
pub fn open(present: &State, fragment: &str) -> State {
    let (own, _) = split_secret(fragment.trim_start_matches('#'));
    let pairs = own.split('&').filter(|pair| !pair.is_empty());
    let pairs = migrated(pairs.map(Cow::from).collect());
    let mut reading = Reading {
        state: present.anew(),
        ..Reading::default()
    };
    for pair in &pairs {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        if !reading.takes(name, value) {
            let quoted = quoted(pair);
            reading.state.notices.push(format!(
                "The link's “{quoted}” was not understood and is ignored."
            ));
        }
    }
    let mut state = reading.state(present);
    cut(&mut state.notices);
    state
}

/// Gives the state of a fragment the parts that this leaves out, where `known` has the very same.
pub fn complete(state: &mut State, fragment: &str, known: &State) {
    let whole = open(known, fragment);
    state.missing.retain(|part| whole.missing.contains(part));
    for part in Part::ALL {
        if !state.missing.contains(&part) {
            part.take(state, &whole);
        }
    }
}

/// The beginning of a text, with a mark where it goes on.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted: String = text.chars().take(LONGEST_QUOTE).collect();
    if quoted.len() < text.len() {
        quoted.push('…');
    }
    quoted
}

fn cut(notices: &mut Vec<String>) {
    let more = notices.len().saturating_sub(MOST_NOTICES);
    if more > 0 {
        notices.truncate(MOST_NOTICES);
        notices.push(format!(
            "{more} more of the link's values are ignored or changed."
        ));
    }
}

/// What was read so far.
#[derive(Default)]
struct Reading<'a> {
    state: State,
    chart: Option<(View, &'static str)>,
    /// Inputs of today and of the baseline.
    entries: Vec<Entry>,
    has_miners: bool,
    /// Names of a pair, which are looked up once the table is whole.
    pair: Vec<(Side, String)>,
    /// Parts that are left out, with their digests.
    gaps: Vec<(Part, &'a str)>,
}

/// Whether it is the baseline's, which input, and its value.
type Entry = (bool, Key, f64);

impl<'a> Reading<'a> {
    /// Takes a pair, if it is understood.
    fn takes(&mut self, name: &str, value: &'a str) -> bool {
        let state = &mut self.state;
        match name {
            "v" => version(value, &mut state.notices),
            "view" => choose(View::from_key(value), &mut state.view),
            "chart" => choose(View::with_chart(value).map(Some), &mut self.chart),
            "unit" => choose(RevenueUnit::from_key(value), &mut state.unit),
            "theme" => choose(Theme::from_key(value), &mut state.theme),
            SITE => add(
                &mut state.sites,
                read_site(value, &mut state.notices),
                &mut state.notices,
            ),
            MINER => self.takes_miner(value),
            HISTORY_ROWS => {
                state.history_rows = decoded(value).into();
                true
            }
            WITHOUT => self.takes_gap(value).is_some(),
            _ => self
                .takes_choice(name, value)
                .or_else(|| self.takes_entry(name, value))
                .is_some(),
        }
    }

    fn takes_miner(&mut self, value: &str) -> bool {
        let state = &mut self.state;
        if !self.has_miners {
            self.has_miners = true;
            state.miners.clear();
        }
        let row = read_miner(value, &mut state.notices);
        value.is_empty() || add(&mut state.miners, row, &mut state.notices)
    }

    fn takes_choice(&mut self, name: &str, value: &str) -> Option<()> {
        if let Some(side) = Side::ALL.into_iter().find(|side| side.key() == name) {
            self.pair.push((side, decoded(value)));
            return Some(());
        }
        let switch = Switch::from_key(name)?;
        self.state.choices = self.state.choices.with_option(switch, value)?;
        Some(())
    }

    fn takes_gap(&mut self, value: &'a str) -> Option<()> {
        let (part, digest) = value.split_once('~')?;
        self.gaps.push((Part::from_key(part)?, digest));
        Some(())
    }

    fn takes_entry(&mut self, name: &str, value: &str) -> Option<()> {
        let (is_baseline, name) = name
            .strip_prefix(BASELINE)
            .map_or((false, name), |name| (true, name));
        let key = Key::from_name(name)?;
        self.entries.push((is_baseline, key, finite(value)?));
        Some(())
    }

    /// The state, on a page that shows `present`.
    fn state(self, present: &State) -> State {
        let mut state = self.state;
        if let Some((view, chart)) = self.chart {
            (state.view, state.chart) = (view, Some(chart));
        }
        // The lease comes before its ramp, which it limits.
        let (ramps, others): (Vec<Entry>, Vec<Entry>) = self
            .entries
            .into_iter()
            .partition(|(_, key, _)| *key == Key::RampMonths);
        for (is_baseline, key, value) in others.into_iter().chain(ramps) {
            let inputs = if is_baseline {
                &mut state.baseline
            } else {
                &mut state.inputs
            };
            take(inputs, key, value, &mut state.notices);
        }
        for (part, wanted) in self.gaps {
            if digest(&part.written(present)) == wanted {
                part.take(&mut state, present);
            } else {
                state.missing.push(part);
            }
        }
        for (side, name) in self.pair {
            if !state.pair.put(side, &name, &state.miners) {
                let (side, name) = (side.key(), quoted(&name));
                state.notices.push(format!(
                    "The link's {side} = “{name}” is no miner of the table and is ignored."
                ));
            }
        }
        state
    }
}

fn version(value: &str, notices: &mut Vec<String>) -> bool {
    let version = value.parse().unwrap_or(0);
    if version > VERSION {
        notices.push(format!(
            "This link was made by a newer version (v={version}); it may show less."
        ));
    }
    version > 0
}

fn choose<T>(found: Option<T>, target: &mut T) -> bool {
    let is_known = found.is_some();
    if let Some(found) = found {
        *target = found;
    }
    is_known
}

/// Adds a row, if it is one; a full table is reported.
fn add<Row: TableRow>(rows: &mut Vec<Row>, row: Option<Row>, notices: &mut Vec<String>) -> bool {
    let Some(row) = row else {
        return false;
    };
    if let Err(refusal) = edit(rows, Edit::Add(row))
        && notices.last() != Some(&refusal)
    {
        notices.push(refusal);
    }
    true
}

/// The finite number that a text is.
pub(super) fn finite(text: &str) -> Option<f64> {
    decimal::read(text).filter(|number| number.is_finite())
}

fn take(inputs: &mut Inputs, key: Key, value: f64, notices: &mut Vec<String>) {
    let row = key.parameter();
    let highest = if key == Key::RampMonths {
        inputs.longest_ramp()
    } else {
        row.max
    };
    match fit(inputs, key, clamped((row, ""), highest, value, notices)) {
        Ok(changed) => *inputs = changed,
        Err(error) => notices.push(error.to_string()),
    }
}

/// The number that is used for one that a link gives: whole where it has to be, in range, and
/// reported where that changes it. `whose` says whose it is.
pub(super) fn clamped(
    (row, whose): (&Parameter, &str),
    highest: f64,
    value: f64,
    notices: &mut Vec<String>,
) -> f64 {
    let whole = if row.whole { value.round() } else { value };
    let used = whole.clamp(row.min, highest);
    #[expect(
        clippy::float_cmp,
        reason = "a number that is taken as it stands is the very same"
    )]
    let is_taken = used == value;
    if !is_taken {
        let Parameter { key, min, unit, .. } = row;
        let what = if row.whole {
            "is no whole number from"
        } else {
            "is outside"
        };
        let text = Key::from_name(key).map_or_else(
            || format!("{} {unit}", Digits(used)),
            |input| input_text(input, used),
        );
        let [value, min, highest] = [value, *min, highest].map(Digits);
        notices.push(format!(
            "The link's {key} = {value}{whose} {what} {min} to {highest} {unit}: {text} is used."
        ));
    }
    used
}
