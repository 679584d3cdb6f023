//! What stands beside bare sliders and fields: marks, curves and help. A page without it works.
//!
//! All of it is reached through [`Beside`] alone, so that it can be fetched after the start.

use yew::prelude::*;

use super::Losing;
use super::about::about;
use super::control::Scene;
use super::gauge::Gauge;
use super::track_marks::Marks;
use crate::facts::Mark;
use crate::model::Evaluation;
use crate::model::parameters::Key;
use crate::state::marks;

/// The inputs, other than the main ones, whose tracks have marks or, in the preset, a losing stretch: the
/// line under them has its place before it is known what it says.
const NOTED: [Key; 17] = [
    Key::UpgradeEfficiency,
    Key::FleetEfficiency,
    Key::FleetPowerPrice,
    Key::MarketCap,
    Key::TargetRatioPct,
    Key::MiningMultiple,
    Key::Pue,
    Key::LeaseRate,
    Key::EscalatorPct,
    Key::Tenor,
    Key::NoiMarginPct,
    Key::Capex,
    Key::OverrunPct,
    Key::DelayMonths,
    Key::ExitCapPct,
    Key::ExecutionPct,
    Key::LoanToCostPct,
];

/// Whether the line under a track has something to say that is not known yet.
pub fn is_noted_later(beside: Option<Beside>, key: Key) -> bool {
    beside.is_none() && NOTED.contains(&key)
}

/// The functions behind marks, curves and help.
#[derive(Clone, Copy, Debug)]
pub struct Beside {
    /// The marks of an input, the lowest first.
    marks: fn(Key) -> Vec<Mark>,
    /// Where on the track of an input of the pivot converting loses money.
    losing: fn(&Evaluation, Key) -> Option<Losing>,
    /// The baseline and the marks on an input's track with these ends.
    track: fn(Key, Option<f64>, (f64, f64)) -> Html,
    /// What a slider at a value, on a track with these ends, shows while it is looked at.
    gauge: fn(Key, f64, (f64, f64), Scene) -> Html,
    /// The help of an input with these marks.
    about: fn(Key, &[Mark]) -> Html,
}

/// There is only one.
impl PartialEq for Beside {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Beside {
    /// The functions.
    pub const HERE: Self = Self {
        marks: marks::marks,
        losing: Losing::of_gain,
        track,
        gauge,
        about,
    };
}

fn track(input: Key, baseline: Option<f64>, ends: (f64, f64)) -> Html {
    html! { <Marks {input} {baseline} {ends} /> }
}

fn gauge(input: Key, value: f64, ends: (f64, f64), scene: Scene) -> Html {
    html! { <Gauge {input} {value} {ends} {scene} /> }
}

/// The marks of an input, the lowest first; none before the functions are there.
pub fn marks_of(beside: Option<Beside>, key: Key) -> Vec<Mark> {
    beside.map(|beside| (beside.marks)(key)).unwrap_or_default()
}

/// Where on an input's track money is lost; of the pivot's inputs it is known once the functions are
/// there.
pub fn losing(beside: Option<Beside>, now: &Evaluation, key: Key) -> Option<Losing> {
    Losing::of_profit(now, key).or_else(|| (beside?.losing)(now, key))
}

impl Beside {
    /// The baseline and the marks on a track.
    pub fn track(self, input: Key, baseline: Option<f64>, ends: (f64, f64)) -> Html {
        (self.track)(input, baseline, ends)
    }

    /// The gauge of a slider.
    pub fn gauge(self, input: Key, value: f64, ends: (f64, f64), scene: Scene) -> Html {
        (self.gauge)(input, value, ends, scene)
    }

    /// The help of an input.
    pub fn about(self, input: Key, marks: &[Mark]) -> Html {
        (self.about)(input, marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parameters::Inputs;
    use crate::ui::rail::is_main;

    #[test]
    fn what_is_fetched_later_adds_no_line_under_a_track() {
        let preset = Evaluation::of(&Inputs::default());
        let has_line =
            |key: Key| !marks::marks(key).is_empty() || Losing::of_gain(&preset, key).is_some();
        let is_other = |key: &Key| !is_main(*key) && *key != Key::NetworkHashrate;
        let others = Key::ALL.into_iter().filter(is_other);
        let noted: Vec<Key> = others.filter(|key| has_line(*key)).collect();
        assert_eq!(NOTED.to_vec(), noted);
    }
}
