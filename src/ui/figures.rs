//! Results as figures: the key ones as cards, the rest as a table.

use std::borrow::Cow;
use std::rc::Rc;

use yew::prelude::*;

use crate::decimal::exact;
use crate::format::{Amount, Change, absent, amount, change};
use crate::model::Evaluation;
use crate::model::outputs::{Model, Output, OutputUnit};
use crate::model::parameters::Inputs;
use crate::state::{Action, State};
use crate::ui::class;
use crate::ui::seen::seen_card;
use crate::units::Megawatt;

/// What figures are made from.
#[derive(Clone, Copy)]
pub struct Figures<'a> {
    /// The state of the page.
    pub state: &'a Rc<State>,
    /// The results.
    pub now: &'a Rc<Evaluation>,
    /// The results of the baseline.
    pub before: &'a Rc<Evaluation>,
    /// Takes actions.
    pub act: &'a Callback<Action>,
}

/// A result in words, and what changed against the baseline.
struct Figure {
    output: &'static Output,
    label: Cow<'static, str>,
    value: Option<f64>,
    number: String,
    words: &'static str,
    change: Option<String>,
}

impl Figures<'_> {
    /// These outputs of a model as cards, with a sentence each that is shown while nothing differs from the
    /// baseline.
    pub fn cards(self, model: Model, outputs: &[&str], notes: &[String]) -> Html {
        Self::cards_with(self.figures(model, outputs).collect(), notes)
    }

    /// The same for outputs of any model, each with what it is per.
    pub fn cards_of(self, outputs: &[&str], notes: &[&str]) -> Html {
        let found = outputs.iter().filter_map(|key| Output::from_key(key));
        let figures = found.map(|output| self.figure(output)).zip(notes);
        let per = |(figure, note): (Figure, &&str)| {
            let after = |text: &str| match figure.words {
                "" => text.to_owned(),
                words => format!("{words}, {text}"),
            };
            let note = after(note);
            let change = figure.change.as_deref().map(after);
            (Figure { change, ..figure }, note)
        };
        let (figures, notes): (Vec<_>, Vec<_>) = figures.map(per).unzip();
        Self::cards_with(figures, &notes)
    }

    fn cards_with(figures: Vec<Figure>, notes: &[String]) -> Html {
        // One size in a row: that of the longest.
        let is_long = figures.iter().any(Figure::is_long);
        let cards = figures.into_iter().zip(notes);
        let cards = cards.map(|(figure, note)| figure.card(note, is_long));
        html! { <div class="hp-key-figures" tabindex="0" role="group" aria-label="Key figures"><dl>{ for cards }</dl></div> }
    }

    /// These outputs of a model as a table.
    pub fn table(self, model: Model, outputs: &'static [&str]) -> Html {
        self.table_of("Every figure", model, outputs)
    }

    /// The same where a view has several: each says whose figures it holds.
    pub fn table_of(self, heading: &'static str, model: Model, outputs: &'static [&str]) -> Html {
        let id = format!("hp-all-{}", model.name);
        let [now, before] = [self.now, self.before].map(Rc::clone);
        let table = html! {
            <Table id={id.clone()} {heading} {model} {outputs} state={Rc::clone(self.state)} {now} {before}
                act={self.act.clone()} />
        };
        seen_card(&id, table)
    }

    fn figures(self, model: Model, outputs: &[&str]) -> impl Iterator<Item = Figure> {
        outputs
            .iter()
            .filter_map(move |key| model.output(key))
            .map(move |output| self.figure(output))
    }

    fn figure(&self, output: &'static Output) -> Figure {
        let value = (output.value)(self.now);
        let before = (output.value)(self.before);
        let shown = value.map(|value| self.shown(output, value, &self.state.inputs));
        let shown_before = before.map(|value| self.shown(output, value, &self.state.baseline));
        Figure {
            output,
            label: self.label(output),
            value,
            words: shown.as_ref().map_or("", |shown| shown.words),
            number: shown.map_or_else(|| absent(output.key).to_owned(), Amount::number),
            change: self.change(
                output,
                value.map(|value| self.in_unit(output, value, &self.state.inputs)),
                before.map(|value| self.in_unit(output, value, &self.state.baseline)),
                shown_before,
            ),
        }
    }

    /// The megawatt that a result is per, if it is per one.
    fn megawatt(&self, output: &Output) -> Option<Megawatt> {
        let is_per_mw = output.unit == OutputUnit::UsdMPerMwYear;
        is_per_mw.then(|| self.state.choices.megawatt())
    }

    /// A result's name on screen, with the megawatt that it is shown per.
    fn label(&self, output: &Output) -> Cow<'static, str> {
        let stem = output.label.strip_suffix(Megawatt::Gross.name());
        match (stem, self.megawatt(output)) {
            (Some(stem), Some(per)) => format!("{stem}{}", per.name()).into(),
            _ => output.label.into(),
        }
    }

    fn shown(&self, output: &Output, value: f64, inputs: &Inputs) -> Amount {
        let show = |value| amount(output.unit, value, self.state.unit, inputs.btc_price());
        match self.megawatt(output) {
            Some(per) => Amount {
                words: per.per_year(),
                ..show(self.in_unit(output, value, inputs))
            },
            None => show(value),
        }
    }

    /// A result in the unit in which it is shown: satoshis are worth what bitcoin is, and a critical-IT
    /// megawatt draws what the PUE says.
    fn in_unit(&self, output: &Output, value: f64, inputs: &Inputs) -> f64 {
        match output.unit {
            OutputUnit::RevenuePerDay => {
                let unit = self.state.unit;
                unit.from_usd_per_eh_day(value, inputs.btc_price())
            }
            _ => self
                .megawatt(output)
                .map_or(value, |per| per.from_per_gross(value, inputs.pue())),
        }
    }

    /// "+12.4% from $38,698"; nothing while the inputs are the baseline's.
    fn change(
        &self,
        output: &Output,
        now: Option<f64>,
        before: Option<f64>,
        shown_before: Option<Amount>,
    ) -> Option<String> {
        match (now, before, shown_before) {
            (Some(now), Some(before), Some(shown)) => match change(output.unit, now, before) {
                Change::None => None,
                Change::By(change) => Some(format!("{change} from {}", shown.number())),
                Change::Through => Some(format!("was {}", shown.number())),
            },
            (None, Some(_), Some(shown)) => Some(format!("was {}", shown.number())),
            (Some(_), None, _) => Some(format!("was: {}", absent(output.key))),
            _ => None,
        }
    }
}

/// A table of results.
#[derive(PartialEq, Properties)]
struct TableProps {
    /// The id of its heading.
    id: String,
    /// Its heading.
    heading: &'static str,
    /// Whose results these are.
    model: Model,
    /// Their keys.
    outputs: &'static [&'static str],
    /// As in [`Figures`].
    state: Rc<State>,
    /// As in [`Figures`].
    now: Rc<Evaluation>,
    /// As in [`Figures`].
    before: Rc<Evaluation>,
    /// As in [`Figures`].
    act: Callback<Action>,
}

/// The table: a component, so that out of sight no figure of it becomes text.
#[component]
fn Table(props: &TableProps) -> Html {
    let figures = Figures {
        state: &props.state,
        now: &props.now,
        before: &props.before,
        act: &props.act,
    };
    let rows = figures.figures(props.model, props.outputs).map(Figure::row);
    html! {
        <section class="hp-card hp-figure-table" aria-labelledby={props.id.clone()}>
            <h2 id={props.id.clone()}>{ props.heading }</h2>
            <dl>{ for rows }</dl>
        </section>
    }
}

/// The unrounded number of a figure, for scripts; empty where there is none.
fn raw(value: Option<f64>) -> AttrValue {
    AttrValue::from(value.map(exact).unwrap_or_default())
}

/// "per EH a day, +12.4% from $38,698": in one line, or the change in the next.
fn words_and(words: &'static str, change: Option<String>) -> Html {
    let Some(change) = change else {
        return words.into();
    };
    let comma = if words.is_empty() { "" } else { ", " };
    html! { <>{ words }{ comma }<span class="hp-change">{ change }</span></> }
}

/// The name of a figure, which opens how it is computed (`src/ui/how/`).
fn name(output: &Output, label: &str) -> Html {
    html! { <button type="button" class="hp-how-name" data-how={output.key} title="How this is computed">{ label }</button> }
}

impl Figure {
    /// Whether the number has no room in the size of a card's.
    fn is_long(&self) -> bool {
        const ROOM: usize = 9;
        self.value.is_some() && self.number.chars().count() > ROOM
    }

    fn card(self, note: &str, is_long: bool) -> Html {
        let Self {
            output,
            label,
            value,
            number,
            change,
            ..
        } = self;
        let class = if change.is_some() {
            "hp-change"
        } else {
            "hp-note"
        };
        let is_absent = value.is_none().then_some("is-absent");
        let is_long = is_long.then_some("is-long");
        html! {
            <div class="hp-key-figure">
                <dt>{ name(output, &label) }</dt>
                <dd class={class::with("hp-number", &[is_absent, is_long])} data-output={output.key} data-value={raw(value)}>
                    { number }
                </dd>
                <dd {class}>{ change.unwrap_or_else(|| note.to_owned()) }</dd>
            </div>
        }
    }

    fn row(self) -> Html {
        let Self {
            output,
            label,
            value,
            number,
            words,
            change,
        } = self;
        let is_absent = value.is_none().then_some("is-absent");
        html! {
            <div class="hp-figure-row">
                <dt>{ name(output, &label) }</dt>
                <dd class={class::with("hp-number", &[is_absent])} data-output={output.key} data-value={raw(value)}>
                    { number }
                </dd>
                <dd class="hp-words">{ words_and(words, change) }</dd>
            </div>
        }
    }
}
