//! Fills in the `{{names}}` of a page's template.

use anyhow::{Context, Result, bail};

/// `template` with each `{{name}}` replaced by its value in `values`.
///
/// A value is put in as it is, and what it holds is not looked at again.
///
/// # Errors
/// When the template names something that `values` does not have, or never uses one of them: a
/// misspelt name must not end up in a page.
pub(super) fn fill(template: &str, values: &[(&str, String)]) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    let mut unused: Vec<&str> = values.iter().map(|(name, _)| *name).collect();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("a `{{` has no `}}`")?;
        let (_, value) = values
            .iter()
            .find(|(known, _)| *known == name)
            .with_context(|| format!("the template asks for `{{{{{name}}}}}`, which is unknown"))?;
        unused.retain(|known| *known != name);
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    if !unused.is_empty() {
        bail!("the template does not use: {}", unused.join(", "));
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::fill;

    fn values() -> Vec<(&'static str, String)> {
        vec![
            ("policy", "default-src 'none'".to_owned()),
            ("styles", "a{b:c}}".to_owned()),
        ]
    }

    #[test]
    fn each_name_is_replaced_by_its_value() {
        let page = r#"<meta content="{{policy}}"><style>{{styles}}</style>"#;
        let filled = fill(page, &values()).expect("both names are known");
        assert_eq!(
            filled,
            r#"<meta content="default-src 'none'"><style>a{b:c}}</style>"#
        );
    }

    #[test]
    fn a_name_may_stand_more_than_once() {
        let filled = fill("{{policy}} {{policy}} {{styles}}", &values()).expect("known names");
        assert_eq!(filled, "default-src 'none' default-src 'none' a{b:c}}");
    }

    #[test]
    fn an_unknown_unused_or_unclosed_name_is_an_error_that_says_so() {
        let message = |page: &str| format!("{:#}", fill(page, &values()).unwrap_err());
        assert!(message("{{policy}}{{styles}}{{typo}}").contains("typo"));
        assert!(message("{{policy}}").contains("does not use: styles"));
        assert!(message("{{policy").contains("no `}}`"));
    }
}
