//! The one setting of a build: whom the page asks for live data, when the reader presses.

use anyhow::{Result, bail};

/// The variable that names another address.
const VARIABLE: &str = "HASHPIVOT_LIVE_DATA";
/// An instance of mempool that anybody may ask.
const USUAL: &str = "https://mempool.space";

/// The address of a mempool-compatible API.
///
/// # Errors
/// When the setting is no address that the page's policy admits and that can stand in an attribute.
pub(super) fn address() -> Result<String> {
    checked(std::env::var(VARIABLE).unwrap_or_else(|_| USUAL.to_owned()))
}

fn checked(address: String) -> Result<String> {
    let host = address.strip_prefix("https://").unwrap_or_default();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/".contains(c);
    if host.is_empty() || !host.chars().all(is_plain) || host.ends_with('/') {
        bail!(
            "{VARIABLE} = {address:?} is no address: give one as {USUAL}, without a slash at its end"
        );
    }
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn an_address_is_secure_and_plain() {
        for (address, is_good) in [
            ("https://mempool.space", true),
            ("https://127.0.0.1:8443/mempool", true),
            ("http://mempool.space", false),
            ("https://mempool.space/", false),
            ("https://", false),
            ("https://a\" onload=\"b", false),
            ("https://a?b#c", false),
            ("", false),
        ] {
            assert_eq!(checked(address.to_owned()).is_ok(), is_good, "{address}");
        }
    }
}
