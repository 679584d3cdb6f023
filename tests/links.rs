//! Links that were sent must read for ever: each file of `tests/links/` holds one, and the state that it
//! gives.
//!
//! `preset.txt` holds the whole state of a page without a link, every other file what differs from that.
//! A line that a new input or switch brings is added to `preset.txt`; no other line is ever changed. Who
//! changes a preset or a name writes a new version of links, and a migration.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hashpivot::decimal::exact;
use hashpivot::model::parameters::{Inputs, Key};
use hashpivot::model::screen::{Column, Miner};
use hashpivot::state::{PlannedSite, Side, State, Switch, link};

const PRESET: &str = "preset.txt";

/// A state, a line each: name and value.
type Lines = BTreeMap<String, String>;

/// A link, and what it says about the state.
struct Sent {
    name: String,
    link: String,
    lines: Lines,
}

impl Sent {
    /// Reads a file: `# remark`, `link <fragment>`, `<name> = <value>`.
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("a link can be read");
        let name = path.file_name().expect("a file").to_string_lossy();
        let mut sent = Self {
            name: name.into_owned(),
            link: String::new(),
            lines: Lines::new(),
        };
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some(link) = line.strip_prefix("link") {
                sent.link = link.trim_start().to_owned();
            } else if let Some((name, value)) = line.split_once(" = ") {
                sent.lines.insert(name.to_owned(), value.to_owned());
            } else {
                assert!(line.is_empty(), "{}: {line}", sent.name);
            }
        }
        sent
    }

    /// The whole state that the link must give. Who has miners of its own has none of the preset's.
    fn state(&self, preset: &Lines) -> Lines {
        let has_miners = self.lines.contains_key("miners");
        let preset = preset.iter();
        let mut whole: Lines = preset
            .filter(|(name, _)| !(has_miners && name.starts_with("miner ")))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        whole.extend(self.lines.clone());
        whole
    }
}

fn sent() -> Vec<Sent> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let entries = fs::read_dir(folder).expect("the folder can be read");
    let paths = entries.map(|entry| entry.expect("can be read").path());
    let mut paths: Vec<PathBuf> = paths.collect();
    paths.sort();
    paths.iter().map(|path| Sent::read(path)).collect()
}

fn lines(state: &State) -> Lines {
    let mut lines = Lines::new();
    let mut put = |name: &str, value: &str| lines.insert(name.to_owned(), value.to_owned());
    put("view", state.view.key());
    put("chart", state.chart.unwrap_or("none"));
    put("unit", state.unit.key());
    put("theme", state.theme.key());
    for switch in Switch::ALL {
        put(
            &format!("choice {}", switch.key()),
            state.choices.option(switch),
        );
    }
    for key in Key::ALL {
        put(
            &format!("input {}", key.name()),
            &number(&state.inputs, key),
        );
        put(
            &format!("baseline {}", key.name()),
            &number(&state.baseline, key),
        );
    }
    put("sites", &state.sites.len().to_string());
    for (place, site) in state.sites.iter().enumerate() {
        put(&format!("site {}", place + 1), &of_site(site));
    }
    put("miners", &state.miners.len().to_string());
    for (place, miner) in state.miners.iter().enumerate() {
        put(&format!("miner {}", place + 1), &of_miner(miner));
    }
    for side in Side::ALL {
        put(side.key(), state.pair.get(side).unwrap_or("none"));
    }
    put("history rows", &format!("{:?}", state.history_rows));
    put("notices", &state.notices.len().to_string());
    let missing: Vec<&str> = state.missing.iter().map(|part| part.title()).collect();
    put("missing", &format!("{missing:?}"));
    lines
}

fn number(inputs: &Inputs, key: Key) -> String {
    inputs.get(key).map_or("absent".to_owned(), exact)
}

fn of_site(site: &PlannedSite) -> String {
    let own = site.own().iter();
    let own: String = own
        .map(|(key, value)| format!(", {} {}", key.name(), exact(*value)))
        .collect();
    let (month, contract) = (site.start_month(), site.contract().key());
    format!("{:?}, month {month}, {contract}{own}", site.name())
}

fn of_miner(miner: &Miner) -> String {
    let numbers =
        Column::ALL.map(|column| format!(", {} {}", column.key(), exact(miner.get(column))));
    format!("{:?}{}", miner.name(), numbers.concat())
}

#[test]
fn every_link_that_was_sent_gives_its_state() {
    let all = sent();
    let preset = all.iter().find(|sent| sent.name == PRESET);
    let preset = &preset.expect("there is the preset").lines;
    let mut wrong = Vec::new();
    for sent in &all {
        let (wanted, given) = (sent.state(preset), lines(&link::decode(&sent.link)));
        let names = wanted
            .keys()
            .chain(given.keys().filter(|name| !wanted.contains_key(*name)));
        for name in names.filter(|name| wanted.get(*name) != given.get(*name)) {
            let text = |lines: &Lines| lines.get(name).cloned().unwrap_or_default();
            wrong.push(format!(
                "{}: {name} = {}, not = {}",
                sent.name,
                text(&given),
                text(&wanted)
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(all.len() > 20, "only {} links were found", all.len());
}

/// What this version writes for the state of an old link says the same.
#[test]
fn what_a_link_gives_is_written_and_read_again() {
    for sent in sent() {
        let mut state = link::decode(&sent.link);
        state.notices.clear();
        state.missing.clear();
        assert_eq!(link::decode(&link::whole(&state)), state, "{}", sent.name);
        assert!(link::encode(&state).len() <= link::LONGEST, "{}", sent.name);
    }
}
