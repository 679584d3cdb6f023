//! What the page shows at one moment.

use serde::Deserialize;

use super::Page;

/// What the page shows at one moment.
#[derive(Clone, Debug, Deserialize)]
pub struct Snapshot {
    /// The fragment of the address.
    pub fragment: String,
    /// The view's name in links.
    pub view: String,
    /// The name in links of the unit of revenue.
    pub unit: String,
    /// The controls.
    pub controls: Vec<Control>,
    /// The results.
    pub figures: Vec<Figure>,
    /// The charts.
    pub charts: Vec<Chart>,
    /// The messages.
    pub alerts: Vec<String>,
}

/// A control.
#[derive(Clone, Debug, Deserialize)]
pub struct Control {
    /// The input's key.
    pub key: String,
    /// Its value, as the field has it, in the parameter's own unit.
    pub value: f64,
    /// Its value, as the slider has it.
    pub slider_value: Option<f64>,
    /// Where the thumb is, 0 … 1.
    pub place: Option<f64>,
    /// What a screen reader says of the slider.
    pub spoken: Option<String>,
    /// What stands in the field.
    pub text: String,
    /// Whether the reader is at the field, or has left something in it that is no value.
    pub is_edited: bool,
    /// Why what stands in the field was not taken.
    pub error: Option<String>,
}

/// A result.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Figure {
    /// The output's key.
    pub key: String,
    /// Its unrounded value; empty where it does not exist.
    pub value: String,
    /// What is shown.
    pub text: String,
}

/// A chart, lengths in px of its drawing.
#[derive(Clone, Debug, Deserialize)]
pub struct Chart {
    /// Its stable name.
    pub id: String,
    /// Its sentence, or what the crosshair reads.
    pub answer: String,
    /// The texts along the axes.
    pub ticks: Vec<Tick>,
    /// The dots.
    pub marks: Vec<Mark>,
    /// The bars.
    pub bars: Vec<Bar>,
    /// The curves.
    pub lines: Vec<Line>,
}

/// A text along an axis.
#[derive(Clone, Debug, Deserialize)]
pub struct Tick {
    /// `x` or `y`.
    pub axis: String,
    /// What it stands for.
    pub value: f64,
    /// Where its text says that this is along the axis, px.
    pub at: f64,
}

/// A dot.
#[derive(Clone, Debug, Deserialize)]
pub struct Mark {
    /// `today` or `baseline`.
    pub name: String,
    /// The class of its colour.
    pub ink: String,
    /// What it stands for.
    pub x: f64,
    /// What it stands for.
    pub y: f64,
    /// Where it is.
    pub cx: f64,
    /// Where it is.
    pub cy: f64,
}

/// A bar.
#[derive(Clone, Debug, Deserialize)]
pub struct Bar {
    /// What it stands for.
    pub value: f64,
    /// Its left end.
    pub x: f64,
    /// Its length.
    pub width: f64,
}

/// A curve.
#[derive(Clone, Debug, Deserialize)]
pub struct Line {
    /// The class of its colour.
    pub ink: String,
    /// Its path data.
    pub path: String,
}

impl Page<'_> {
    /// Looks at the page.
    #[must_use]
    pub fn look(&self) -> Snapshot {
        self.browser().ask(include_str!("snapshot.js"), &[])
    }
}

impl Snapshot {
    /// The control of an input.
    ///
    /// # Panics
    /// When the view has none.
    #[must_use]
    pub fn control(&self, key: &str) -> &Control {
        let found = self.controls.iter().find(|control| control.key == key);
        found.unwrap_or_else(|| panic!("the view has no control for {key}"))
    }

    /// A chart by its stable name.
    ///
    /// # Panics
    /// When the view has none.
    #[must_use]
    pub fn chart(&self, id: &str) -> &Chart {
        let found = self.charts.iter().find(|chart| chart.id == id);
        found.unwrap_or_else(|| panic!("the view has no chart {id}"))
    }

    /// A result by its key.
    ///
    /// # Panics
    /// When the view does not show it.
    #[must_use]
    pub fn figure(&self, key: &str) -> &Figure {
        let found = self.figures.iter().find(|figure| figure.key == key);
        found.unwrap_or_else(|| panic!("the view does not show {key}"))
    }
}
