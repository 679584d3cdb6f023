//! The page's Content-Security-Policy.

use super::digest::Digest;

/// The policy of a page whose scripts and style sheet have these digests.
///
/// Sources are named by digest and not only as `'self'`, because in a sandboxed frame the page has
/// no origin and WebKit then matches `'self'` with nothing. A digest admits an external script when
/// its tag carries the same digest as `integrity`.
pub(super) fn policy(scripts: &[&Digest], styles: &Digest) -> String {
    let hashes: String = scripts
        .iter()
        .map(|digest| format!(" '{}'", digest.source()))
        .collect();
    [
        "default-src 'none'",
        &format!("script-src 'self'{hashes} 'wasm-unsafe-eval'"),
        &format!("style-src 'self' '{}'", styles.source()),
        "img-src 'self' data: blob:",
        "connect-src 'self' https:",
        "frame-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types hashpivot",
    ]
    .join("; ")
}

/// The policy of the page that is one file, whose scripts and style sheet stand in it: nothing is loaded
/// from anywhere. Only live network data may be asked for, when the reader asks for them.
pub(super) fn of_one_file(scripts: &[&Digest], styles: &Digest) -> String {
    let hashes: String = scripts
        .iter()
        .map(|digest| format!(" '{}'", digest.source()))
        .collect();
    [
        "default-src 'none'",
        &format!("script-src{hashes} 'wasm-unsafe-eval'"),
        &format!("style-src '{}'", styles.source()),
        "img-src data: blob:",
        "connect-src https:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types hashpivot",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::{Digest, of_one_file, policy};

    #[test]
    fn the_policy_admits_exactly_the_given_scripts_and_style_sheet() {
        let (glue, boot, styles) = (Digest::of(b"glue"), Digest::of(b"boot"), Digest::of(b"css"));
        let policy = policy(&[&glue, &boot], &styles);
        let directives: Vec<&str> = policy.split("; ").collect();
        let scripts = format!(
            "script-src 'self' '{}' '{}' 'wasm-unsafe-eval'",
            glue.source(),
            boot.source()
        );
        assert_eq!(directives[0], "default-src 'none'");
        assert!(directives.contains(&scripts.as_str()), "{policy}");
        assert!(directives.contains(&format!("style-src 'self' '{}'", styles.source()).as_str()));
    }

    #[test]
    fn the_policy_can_stand_in_an_attribute_in_double_quotes() {
        let digest = Digest::of(b"");
        assert!(!policy(&[&digest], &digest).contains(['"', '<', '&']));
    }

    #[test]
    fn the_policy_admits_nothing_inline_and_no_evaluated_text() {
        let digest = Digest::of(b"");
        for policy in [
            policy(&[&digest], &digest),
            of_one_file(&[&digest], &digest),
        ] {
            assert!(!policy.contains("unsafe-inline"));
            assert!(!policy.contains("'unsafe-eval'"));
        }
    }

    #[test]
    fn one_file_loads_nothing_by_address() {
        let policy = of_one_file(&[&Digest::of(b"boot")], &Digest::of(b"css"));
        assert!(!policy.contains("'self'"), "{policy}");
    }
}
