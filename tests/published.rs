//! What others published against what the models compute, and the document that says so.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use hashpivot::facts::published::{Agreement, CASES, Case, Figure};
use hashpivot::format;
use hashpivot::model::Evaluation;
use hashpivot::model::outputs::Output;
use hashpivot::state::{State, link};

/// A number in print: its value and the place of the last digit that counts, as a power of ten.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Print {
    value: f64,
    last_place: i32,
}

impl Print {
    fn of(text: &str) -> Self {
        let plain = text.replace(',', "").replace('−', "-");
        let value = plain.parse().expect("a published number is a number");
        let last_place = match plain.split_once('.') {
            Some((_, fraction)) => -(fraction.len() as i32),
            None => (plain.len() - plain.trim_end_matches('0').len()) as i32,
        };
        Self { value, last_place }
    }

    /// Whether a number rounds to this one.
    fn is_met_by(self, value: f64) -> bool {
        let half = 0.5 * power_of_ten(self.last_place);
        (value - self.value).abs() <= half * (1.0 + 1e-9)
    }
}

fn power_of_ten(places: i32) -> f64 {
    format!("1e{places}").parse().expect("is a number")
}

fn opened(case: &Case) -> State {
    link::decode(case.link)
}

fn computed(figure: &Figure, evaluation: &Evaluation) -> f64 {
    figure
        .computed(evaluation)
        .unwrap_or_else(|| panic!("{} does not exist", figure.output))
}

#[test]
fn the_precision_of_a_number_is_its_last_digit_that_counts() {
    for (text, value, last_place) in [
        ("38,700", 38_700.0, 2),
        ("44", 44.0, 0),
        ("7.0", 7.0, -1),
        ("−2.18", -2.18, -2),
        ("0.00004174", 0.000_041_74, -8),
    ] {
        assert_eq!(Print::of(text), Print { value, last_place });
    }
}

#[test]
fn every_link_is_understood_and_as_short_as_can_be() {
    for case in CASES {
        let state = opened(case);
        assert_eq!(state.notices, [""; 0], "{}", case.name);
        let again = link::encode(&state);
        // The preset needs no link at all.
        assert!(
            case.link == again || case.link == "v=1" && again.is_empty(),
            "{again}"
        );
    }
}

#[test]
fn every_case_is_dated_and_sourced_and_has_a_name_of_its_own() {
    for (index, case) in CASES.iter().enumerate() {
        assert!(
            CASES[..index]
                .iter()
                .all(|earlier| earlier.name != case.name),
            "{}",
            case.name
        );
        assert!(
            case.date.starts_with("20") && !case.source.is_empty(),
            "{}",
            case.name
        );
        assert!(
            case.inputs.ends_with('.') && !case.figures.is_empty(),
            "{}",
            case.name
        );
        for figure in case.figures {
            assert!(
                Output::from_key(figure.output).is_some(),
                "no output {}",
                figure.output
            );
        }
    }
}

#[test]
fn computed_figures_meet_the_published_ones_or_differ_as_stated() {
    for case in CASES {
        let evaluation = Evaluation::of(&opened(case).inputs);
        for figure in case.figures {
            let computed = computed(figure, &evaluation);
            let published = Print::of(figure.number);
            let place = format!(
                "{}, {}: {computed}, published {}",
                case.name, figure.name, figure.number
            );
            match figure.agreement {
                Agreement::ToTheDigit => assert!(published.is_met_by(computed), "{place}"),
                Agreement::Differs { by, .. } => {
                    assert!(!published.is_met_by(computed), "{place}: they agree");
                    let difference = computed - published.value;
                    assert!(
                        Print::of(by).is_met_by(difference),
                        "{place}, stated difference {by}"
                    );
                }
            }
        }
    }
}

/// Where the document is, from the root of the crate.
const DOCUMENT: &str = "docs/published.md";

#[test]
fn the_document_is_what_the_code_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(DOCUMENT);
    let expected = document();
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        fs::create_dir_all(path.parent().expect("is in a folder")).expect("can be made");
        fs::write(&path, &expected).expect("can be written");
    }
    let present = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        present == expected,
        "{DOCUMENT} is out of date. Write it anew with: UPDATE_DOCS=1 cargo test --test published"
    );
}

const INTRODUCTION: &str = "\
# Published figures

What others published, against what Hashpivot computes from the same inputs. A computed number
agrees when it rounds to the published one; zeros at the end of a whole number do not count as
digits. Where it does not agree, the difference (computed less published) and its reason stand
beside it. Open the page with a case's link behind its address to see the case.

This file is made from `src/facts/published.rs` by `UPDATE_DOCS=1 cargo test --test published`;
`cargo test --test published` checks every line of it.
";

fn document() -> String {
    let mut text = INTRODUCTION.to_owned();
    for case in CASES {
        section(&mut text, case).expect("text takes text");
    }
    text
}

fn section(text: &mut String, case: &Case) -> std::fmt::Result {
    let Case {
        name,
        source,
        date,
        link,
        inputs,
        figures,
    } = case;
    writeln!(text, "\n## {name}\n")?;
    writeln!(text, "- Source: {source}; {date}")?;
    writeln!(text, "- Link: `#{link}`")?;
    writeln!(text, "- Inputs: {inputs}\n")?;
    writeln!(
        text,
        "| figure | output | unit | published | computed | difference | why |"
    )?;
    writeln!(text, "|---|---|---|--:|--:|--:|---|")?;
    let evaluation = Evaluation::of(&opened(case).inputs);
    for figure in *figures {
        let Figure {
            name,
            output,
            number,
            unit,
            agreement,
            ..
        } = figure;
        let computed = shown(computed(figure, &evaluation), number);
        let (by, why) = match agreement {
            Agreement::ToTheDigit => ("–", ""),
            Agreement::Differs { by, why } => (*by, *why),
        };
        writeln!(
            text,
            "| {name} | `{output}` | {unit} | {number} | {computed} | {by} | {why} |"
        )?;
    }
    Ok(())
}

/// A computed number with one decimal more than the published one.
fn shown(computed: f64, published: &str) -> String {
    let decimals = published
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    format::number(computed, decimals + 1)
}
