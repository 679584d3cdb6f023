//! Two miners of the table as a pair: one bought, the other sold short.

use crate::model::screen::Miner;

/// A side of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Bought.
    Long,
    /// Sold short.
    Short,
}

impl Side {
    /// Both sides.
    pub const ALL: [Self; 2] = [Self::Long, Self::Short];

    /// The name in links and for scripts.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Long => "long",
            Self::Short => "short",
        }
    }
}

/// The miners that were chosen, by name: each is in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairing([Option<String>; Side::ALL.len()]);

impl Pairing {
    /// The miner on a side.
    #[must_use]
    pub fn get(&self, side: Side) -> Option<&str> {
        self.0[side as usize].as_deref()
    }

    /// Whether this miner stands on a side.
    #[must_use]
    pub fn is(&self, side: Side, name: &str) -> bool {
        self.get(side) == Some(name)
    }

    /// Leaves a side empty.
    pub(super) fn clear(&mut self, side: Side) {
        self.0[side as usize] = None;
    }

    /// Puts a miner on a side, if one of these has this name.
    pub(super) fn put(&mut self, side: Side, name: &str, miners: &[Miner]) -> bool {
        let is_there = miners.iter().any(|miner| miner.name() == name);
        if is_there {
            self.0[side as usize] = Some(name.to_owned());
        }
        is_there
    }

    /// Goes along when the table changes: a miner that was renamed in its place keeps its side, one that
    /// is gone leaves it.
    pub(super) fn follow(&mut self, before: &[Miner], after: &[Miner]) {
        for name in &mut self.0 {
            let is_there = |name: &String| after.iter().any(|miner| miner.name() == name);
            *name = name.take().and_then(|name| match is_there(&name) {
                true => Some(name),
                false => renamed(&name, before, after),
            });
        }
    }
}

/// What a miner is called now, where no row was added or taken away.
fn renamed(name: &str, before: &[Miner], after: &[Miner]) -> Option<String> {
    let place = before.iter().position(|miner| miner.name() == name)?;
    let is_edited = before.len() == after.len();
    let others_stay = before.iter().zip(after).enumerate();
    let others_stay = others_stay
        .filter(|(other, _)| *other != place)
        .all(|(_, (before, after))| before == after);
    (is_edited && others_stay).then(|| after[place].name().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parameters::Inputs;

    fn table(names: &[&str]) -> Vec<Miner> {
        let named = |name: &&str| Miner::named(name, &Inputs::default()).expect("is a name");
        names.iter().map(named).collect()
    }

    fn pair_of_a_and_b() -> Pairing {
        let mut pair = Pairing::default();
        assert!(pair.put(Side::Long, "A", &table(&["A"])));
        assert!(pair.put(Side::Short, "B", &table(&["B"])));
        assert!(!pair.put(Side::Short, "A", &table(&["B"])));
        pair
    }

    #[test]
    fn a_pair_goes_along_with_the_table() {
        let before = table(&["A", "B", "C"]);
        for (after, long, short) in [
            (&["A", "B", "C"][..], Some("A"), Some("B")),
            (&["C", "B", "A"], Some("A"), Some("B")),
            (&["Alpha", "B", "C"], Some("Alpha"), Some("B")),
            (&["A", "C"], Some("A"), None),
            (&["C", "A"], Some("A"), None),
            (&["D", "E", "F"], None, None),
            (&[], None, None),
        ] {
            let mut pair = pair_of_a_and_b();
            pair.follow(&before, &table(after));
            let sides = Side::ALL.map(|side| pair.get(side));
            assert_eq!(sides, [long, short], "{after:?}");
        }
    }
}
