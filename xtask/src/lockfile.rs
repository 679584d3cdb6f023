//! Reads versions out of `Cargo.lock`.

use anyhow::{Context, Result};

use crate::project;

/// The version of `package` that this checkout's `Cargo.lock` names.
///
/// # Errors
/// When there is no lock file or it does not name the package.
pub(crate) fn locked_version(package: &str) -> Result<String> {
    let path = project::root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path)
        .with_context(|| format!("cannot read {}", path.display()))?;
    version_in(&text, package)
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock does not name `{package}`"))
}

/// The version of the first entry called `package` in the text of a lock file.
fn version_in<'text>(lock: &'text str, package: &str) -> Option<&'text str> {
    let quoted = |line: &'text str, key: &str| {
        line.strip_prefix(key)?
            .strip_prefix(" = \"")?
            .strip_suffix('"')
    };
    let mut lines = lock
        .lines()
        .skip_while(|line| quoted(line, "name") != Some(package));
    lines.next()?;
    quoted(lines.next()?, "version")
}

#[cfg(test)]
mod tests {
    use super::version_in;

    const LOCK: &str = r#"
[[package]]
name = "wasm-bindgen-macro"
version = "0.2.1"

[[package]]
name = "wasm-bindgen"
version = "0.2.130"
dependencies = [
 "wasm-bindgen-macro",
]
"#;

    #[test]
    fn reads_the_version_of_the_package_with_exactly_that_name() {
        assert_eq!(version_in(LOCK, "wasm-bindgen"), Some("0.2.130"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(version_in(LOCK, "wasm"), None);
        assert_eq!(version_in("", "wasm-bindgen"), None);
    }

    #[test]
    fn an_entry_without_a_version_has_none() {
        assert_eq!(version_in("name = \"x\"\nsource = \"y\"", "x"), None);
        assert_eq!(version_in("name = \"x\"", "x"), None);
    }
}
