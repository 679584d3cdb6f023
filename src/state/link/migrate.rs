//! Links of earlier versions, as links of this one.
//!
//! A link says what differs from the preset of its version, under the names of its version. Whoever
//! changes a preset, a name or what a value means makes a new version and adds a step here that says the
//! same in the new one (and what went without saying, with it); `tests/links/` holds what every link
//! must give for ever.

use std::borrow::Cow;

use super::VERSION;

/// The pairs of a link, each `name=value`.
pub(super) type Pairs<'a> = Vec<Cow<'a, str>>;

/// Turns the pairs of one version into those of the next.
type Step = fn(Pairs<'_>) -> Pairs<'_>;

/// The step from the first version to the second, then the one to the third, and so on.
const STEPS: [Step; VERSION as usize - 1] = [];

/// The pairs as this version would write them. A link of a newer version is read as it stands.
pub(super) fn migrated(pairs: Pairs<'_>) -> Pairs<'_> {
    through(&STEPS, pairs)
}

fn through<'a>(steps: &[Step], pairs: Pairs<'a>) -> Pairs<'a> {
    let done = version(&pairs) as usize - 1;
    let steps = steps.iter().skip(done);
    steps.fold(pairs, |pairs, step| step(pairs))
}

/// The version that a link says it is of; one that says nothing is of the first.
fn version(pairs: &Pairs<'_>) -> u32 {
    let said = pairs.iter().find_map(|pair| pair.strip_prefix("v="));
    let version = said.and_then(|version| version.parse().ok());
    version.filter(|version| *version > 0).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name that changed.
    fn renamed(pairs: Pairs<'_>) -> Pairs<'_> {
        let rename = |pair: Cow<'_, str>| -> Cow<'_, str> {
            match pair.strip_prefix("old=") {
                Some(value) => format!("new={value}").into(),
                None => pair.into_owned().into(),
            }
        };
        pairs.into_iter().map(rename).collect()
    }

    /// A preset that changed: what went without saying is said.
    fn said(mut pairs: Pairs<'_>) -> Pairs<'_> {
        if !pairs.iter().any(|pair| pair.starts_with("pue=")) {
            pairs.push("pue=1.3".into());
        }
        pairs
    }

    #[test]
    fn a_link_goes_through_each_step_after_its_version() {
        let steps: [Step; 2] = [renamed, said];
        for (link, present) in [
            ("old=1", "new=1&pue=1.3"),
            ("v=1&old=1", "v=1&new=1&pue=1.3"),
            ("v=0&old=1", "v=0&new=1&pue=1.3"),
            ("v=x&old=1", "v=x&new=1&pue=1.3"),
            ("v=2&old=1", "v=2&old=1&pue=1.3"),
            ("v=2&pue=2", "v=2&pue=2"),
            ("v=3&old=1", "v=3&old=1"),
            ("v=4294967295", "v=4294967295"),
        ] {
            let pairs = link.split('&').map(Cow::from).collect();
            assert_eq!(through(&steps, pairs).join("&"), present);
        }
    }

    #[test]
    fn there_is_a_step_for_every_earlier_version() {
        assert_eq!(STEPS.len() + 1, VERSION as usize);
    }
}
