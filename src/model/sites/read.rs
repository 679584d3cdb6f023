//! Sites from lists of entries, as a program or a table gives them.

use super::keys::{self, MAX_SITES, OWN_KEYS, START_MONTH};
use super::{Contract, Site, SiteProblem, SitesError};
use crate::model::parameters::{Given, InputError, Inputs, Key};

/// A list of sites, each given as entries of (key, value).
///
/// The keys are those of [`Site::from_entries`].
///
/// # Errors
/// More than [`MAX_SITES`] sites, or the first site that is refused.
pub fn read<'a, Entries, Value>(
    base: &Inputs,
    list: impl IntoIterator<Item = Entries>,
) -> Result<Vec<Site>, SitesError>
where
    Entries: IntoIterator<Item = (&'a str, Value)>,
    Value: Into<Given>,
{
    let list: Vec<Entries> = list.into_iter().collect();
    if list.len() > MAX_SITES {
        return Err(SitesError::TooMany { given: list.len() });
    }
    list.into_iter()
        .zip(1..)
        .map(|(entries, number)| Site::from_entries(base, number, entries))
        .collect()
}

impl Site {
    /// Site `number` (from 1) of a list, from entries of (key, value): `name`, `start_month`,
    /// `contract`, and inputs by their keys. What is left out: the name is "Site 1" and so on, the
    /// month 0, the contract signed, an input as it is in `base`. A contract that is given sets
    /// `execution_pct` to that of its kind, unless `execution_pct` is given too.
    ///
    /// # Errors
    /// The first thing that is refused, with the site's number and name: a name that is no text
    /// (blank or `null` is as if left out), a month that is not a whole number from 0 to 600, an
    /// unknown kind of contract, an input, an unknown or a repeated key.
    pub fn from_entries<'a>(
        base: &Inputs,
        number: usize,
        entries: impl IntoIterator<Item = (&'a str, impl Into<Given>)>,
    ) -> Result<Self, SitesError> {
        let given = Sorted::from(entries);
        let default_name = format!("Site {number}");
        let named = |name: &str, problem| SitesError::Site {
            number,
            name: name.to_owned(),
            problem,
        };
        let name = given.name.clone().map_or(Ok(None), read_name);
        let name = name.map_err(|problem| named(&default_name, problem))?;
        let name = name.unwrap_or(default_name);
        match given.read(base) {
            Ok((start_month, contract, inputs)) => Ok(Self {
                name,
                start_month,
                contract,
                inputs,
            }),
            Err(problem) => Err(named(&name, problem)),
        }
    }
}

/// Entries, the site's own apart from inputs.
struct Sorted<'a> {
    name: Option<Given>,
    start_month: Option<Given>,
    contract: Option<Given>,
    inputs: Vec<(&'a str, Given)>,
    /// The first of the site's own keys that came twice.
    repeated: Option<SiteProblem>,
}

impl<'a> Sorted<'a> {
    fn from(entries: impl IntoIterator<Item = (&'a str, impl Into<Given>)>) -> Self {
        let mut own = OWN_KEYS.map(|_| None);
        let mut inputs = Vec::new();
        let mut repeated = None;
        for (key, value) in entries {
            let value = value.into();
            match OWN_KEYS.iter().zip(&mut own).find(|(own, _)| **own == key) {
                None => inputs.push((key, value)),
                Some((_, given @ None)) => *given = Some(value),
                Some((key, Some(_))) => {
                    repeated = repeated.or(Some(SiteProblem::Repeated { key, value }));
                }
            }
        }
        let [name, start_month, contract] = own;
        Self {
            name,
            start_month,
            contract,
            inputs,
            repeated,
        }
    }

    /// Start month, contract and inputs.
    fn read(self, base: &Inputs) -> Result<(u64, Contract, Inputs), SiteProblem> {
        if let Some(problem) = self.repeated {
            return Err(problem);
        }
        let start_month = self.start_month.map_or(Ok(0), read_start_month)?;
        let contract = self.contract.map(read_contract).transpose()?;
        let inputs = read_inputs(base, contract, self.inputs)?;
        Ok((start_month, contract.unwrap_or(Contract::Signed), inputs))
    }
}

/// The name, if it says anything.
fn read_name(given: Given) -> Result<Option<String>, SiteProblem> {
    match given {
        Given::Text(text) => Ok(Some(text.trim().to_owned()).filter(|name| !name.is_empty())),
        Given::Null => Ok(None),
        other => Err(SiteProblem::Name(other)),
    }
}

fn read_start_month(given: Given) -> Result<u64, SiteProblem> {
    match given {
        Given::Number(month) => START_MONTH.check(month).map(|()| month as u64),
        Given::Null => Err(InputError::Missing(keys::refused_month(Given::Null))),
        other => Err(InputError::NotANumber(keys::refused_month(other))),
    }
    .map_err(SiteProblem::Input)
}

fn read_contract(given: Given) -> Result<Contract, SiteProblem> {
    match &given {
        Given::Text(text) => Contract::from_key(text),
        _ => None,
    }
    .ok_or(SiteProblem::Contract(given))
}

/// The base with what the contract sets, then with what was given.
fn read_inputs(
    base: &Inputs,
    contract: Option<Contract>,
    entries: Vec<(&str, Given)>,
) -> Result<Inputs, SiteProblem> {
    let start = contract.map(|kind| (Key::ExecutionPct.name(), kind.execution_pct()));
    base.with_entries(start)
        .and_then(|base| base.with_entries(entries))
        .map_err(|error| match error {
            InputError::UnknownKey {
                key,
                value,
                nearest,
            } => unknown_key(key, value, nearest),
            error => SiteProblem::Input(error),
        })
}

/// Names the site's own key if it is nearer than the nearest input's.
fn unknown_key(key: String, value: Given, nearest_input: Key) -> SiteProblem {
    let edits = |known: &str| strsim::levenshtein(known, &key);
    let nearest = OWN_KEYS
        .into_iter()
        .min_by_key(|own| edits(own))
        .expect("a site has keys of its own");
    if edits(nearest) < edits(nearest_input.name()) {
        SiteProblem::UnknownKey {
            key,
            value,
            nearest,
        }
    } else {
        SiteProblem::Input(InputError::UnknownKey {
            key,
            value,
            nearest: nearest_input,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sites::sites;

    fn number(value: f64) -> Given {
        Given::Number(value)
    }

    fn one(entries: &[(&'static str, Given)]) -> Result<Site, SitesError> {
        Site::from_entries(&Inputs::default(), 3, entries.iter().cloned())
    }

    fn refusal(entries: &[(&'static str, Given)]) -> String {
        one(entries).expect_err("must be refused").to_string()
    }

    #[test]
    fn what_is_left_out_is_a_signed_site_of_the_base_in_month_zero() {
        let base = Inputs::from_entries([("capex", 12.0), ("execution_pct", 42.0)]);
        let base = base.expect("in range");
        let site = Site::from_entries(&base, 7, [("pue", 1.4)]).expect("valid");
        let expected = Site {
            name: "Site 7".to_owned(),
            start_month: 0,
            contract: Contract::Signed,
            inputs: base.with(Key::Pue, Some(1.4)).expect("in range"),
        };
        assert_eq!(site, expected);
    }

    #[test]
    fn a_contract_sets_the_probability_unless_it_is_given() {
        for kind in Contract::ALL {
            let contract = ("contract", Given::from(kind.key()));
            let site = one(std::slice::from_ref(&contract)).expect("valid");
            assert_eq!(site.contract, kind);
            assert_eq!(site.inputs.execution_pct(), kind.execution_pct());
            let sure = ("execution_pct", number(99.0));
            for entries in [[contract.clone(), sure.clone()], [sure, contract]] {
                let site = one(&entries).expect("valid");
                assert_eq!((site.contract, site.inputs.execution_pct()), (kind, 99.0));
            }
        }
    }

    #[test]
    fn a_name_is_trimmed_and_a_blank_one_left_out() {
        for (given, name) in [
            (Given::from(" Childress "), "Childress"),
            (Given::from("  "), "Site 3"),
            (Given::Null, "Site 3"),
        ] {
            assert_eq!(one(&[("name", given)]).expect("valid").name, name);
        }
        assert_eq!(
            refusal(&[("name", number(7.0))]),
            "site 3 (\"Site 3\"): name = 7 is not a text: give a text"
        );
    }

    #[test]
    fn a_start_month_is_a_whole_number_of_months_in_range() {
        for month in [0.0, 1.0, 600.0] {
            let site = one(&[("start_month", number(month))]).expect("in range");
            assert_eq!(site.start_month as f64, month);
        }
        let range = "give a whole number from 0 to 600 months";
        for (given, problem) in [
            (number(601.0), "601 is out of range"),
            (number(-1.0), "-1 is out of range"),
            (number(1.5), "1.5 is not a whole number"),
            (number(f64::NAN), "NaN is not a finite number"),
            (Given::Null, "null is missing"),
            (Given::from("soon"), "\"soon\" is not a number"),
        ] {
            assert_eq!(
                refusal(&[("name", Given::from("Riverbend")), ("start_month", given)]),
                format!("site 3 (\"Riverbend\"): start_month = {problem}: {range}")
            );
        }
    }

    #[test]
    fn an_unknown_contract_is_refused_with_the_kinds() {
        let kinds = "one of memorandum, signed, signed_guaranteed, energised";
        for (given, text) in [
            (Given::from("lease"), "\"lease\""),
            (Given::Null, "null"),
            (number(1.0), "1"),
        ] {
            assert_eq!(
                refusal(&[("contract", given)]),
                format!(
                    "site 3 (\"Site 3\"): contract = {text} is not a kind of contract: give {kinds}"
                )
            );
        }
    }

    #[test]
    fn a_refused_input_is_named_with_its_site() {
        // The name counts wherever it stands.
        let entries = [
            ("lease_rate", number(-1.0)),
            ("name", Given::from("Odessa")),
        ];
        assert_eq!(
            refusal(&entries),
            "site 3 (\"Odessa\"): lease_rate = -1 is out of range: give a number from 0 to 2000 \
             USD per kW of critical IT a month"
        );
    }

    #[test]
    fn a_key_that_is_given_twice_is_refused() {
        let entries = [
            ("name", Given::from("Odessa")),
            ("contract", Given::from("signed")),
            ("contract", Given::from("energised")),
            ("start_month", number(1.0)),
            ("start_month", number(2.0)),
        ];
        assert_eq!(
            refusal(&entries),
            "site 3 (\"Odessa\"): contract = \"energised\" is given a second time: give one of \
             memorandum, signed, signed_guaranteed, energised"
        );
        assert!(
            refusal(&[("pue", number(1.2)), ("pue", number(1.3))]).contains("pue = 1.3 is given a")
        );
    }

    #[test]
    fn an_unknown_key_is_refused_with_the_nearest_of_inputs_and_own_keys() {
        for (key, nearest) in [
            (
                "start_months",
                "start_month, a whole number from 0 to 600 months",
            ),
            ("nam", "name, a text"),
            (
                "contracts",
                "contract, one of memorandum, signed, signed_guaranteed, energised",
            ),
            // As near to name as to pue: then it is an input.
            (
                "ne",
                "pue, a number from 1 to 2.5 gross MW per critical-IT MW",
            ),
            (
                "pve",
                "pue, a number from 1 to 2.5 gross MW per critical-IT MW",
            ),
        ] {
            assert_eq!(
                refusal(&[(key, number(2.0))]),
                format!(
                    "site 3 (\"Site 3\"): {key} = 2 is not an input: the nearest key is {nearest}"
                )
            );
        }
    }

    #[test]
    fn a_list_is_numbered_from_one_and_holds_fifty_sites_at_most() {
        let base = Inputs::default();
        let list = |length: usize| vec![[("gross_mw", 100.0)]; length];
        let fifty = read(&base, list(50)).expect("fifty fit");
        assert_eq!(
            (fifty[0].name.as_str(), fifty[49].name.as_str()),
            ("Site 1", "Site 50")
        );
        assert_eq!(sites(&fifty).sites.len(), 50);
        let error = read(&base, list(51)).expect_err("one too many");
        assert_eq!(error.to_string(), "51 sites are too many: give at most 50");
        let error = read(&base, [[("pue", 1.2)], [("pue", 9.0)]]).expect_err("out of range");
        assert!(
            error
                .to_string()
                .starts_with("site 2 (\"Site 2\"): pue = 9 "),
            "{error}"
        );
    }
}
