//! Fingerprints of files.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

/// The SHA-256 of some bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digest([u8; 32]);

impl Digest {
    /// The digest of `bytes`.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// As `integrity` attributes and security policies write it: `sha256-` and base64.
    pub(super) fn source(&self) -> String {
        format!("sha256-{}", STANDARD.encode(self.0))
    }

    /// The first ten hexadecimal digits: enough to tell builds apart.
    pub(super) fn short(&self) -> String {
        self.hex().chars().take(10).collect()
    }

    /// All 64 hexadecimal digits.
    pub(super) fn hex(&self) -> String {
        self.0.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Digest;

    #[test]
    fn the_empty_text_has_the_digest_that_the_policy_specification_shows() {
        // `printf '' | openssl dgst -sha256 -binary | base64`
        let digest = Digest::of(b"");
        assert_eq!(
            digest.source(),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
        assert_eq!(digest.short(), "e3b0c44298");
    }

    #[test]
    fn one_byte_more_is_another_digest() {
        assert_ne!(Digest::of(b"a").source(), Digest::of(b"a\n").source());
    }
}
