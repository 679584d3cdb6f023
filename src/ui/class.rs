//! The classes of an element as one attribute.

use yew::AttrValue;

/// A class, and those of some others that are there. Yew's own type keeps a set of them, which takes longer
/// than all else about a mark of a chart.
pub fn with(first: &'static str, others: &[Option<&'static str>]) -> AttrValue {
    let others = others.iter().flatten().filter(|other| !other.is_empty());
    let all = others.fold(None, |all, other| {
        let mut all = all.unwrap_or_else(|| first.to_owned());
        all.push(' ');
        all.push_str(other);
        Some(all)
    });
    all.map_or(AttrValue::Static(first), AttrValue::from)
}

#[cfg(test)]
mod tests {
    use super::with;

    #[test]
    fn only_classes_that_are_there_stand_in_the_attribute() {
        assert_eq!(with("one", &[]), "one");
        assert_eq!(with("one", &[None, Some("")]), "one");
        assert_eq!(
            with("one", &[Some("two"), None, Some("three")]),
            "one two three"
        );
    }
}
