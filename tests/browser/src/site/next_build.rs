//! The next version of the page, as a host has it once it was uploaded.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{File, Files};

/// The version that the next build says it is.
pub const NEXT_VERSION: &str = "0.1.0+next000000";

impl Files {
    /// These files after a release in which only the page itself changed.
    ///
    /// # Panics
    /// When there is no service worker that keeps the page.
    #[must_use]
    pub fn of_the_next_build(self) -> Self {
        let page = self.at("index.html").text();
        let next_page = with_next_version(&page);
        let next_digest = digest(&next_page);
        let kept = digest(&page);
        self.replacing_file("index.html", |file| file.with_text(next_page))
            .replacing_file("sw.js", |worker| {
                let text = worker.text();
                assert!(text.contains(&kept), "the page is not kept as it is");
                let text = text.replace(&kept, &next_digest);
                worker.with_text(renamed(&text))
            })
    }
}

fn with_next_version(page: &str) -> String {
    let (before, rest) = page
        .split_once("<meta name=\"version\" content=\"")
        .expect("the page says its version");
    let (_, after) = rest.split_once('"').expect("the attribute ends");
    format!("{before}<meta name=\"version\" content=\"{NEXT_VERSION}\"{after}")
}

/// As the service worker and the policy write digests.
fn digest(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// The service worker with another name for its cache: the ten digits before a `` ` ``.
fn renamed(worker: &str) -> String {
    let ends = worker.match_indices('`').map(|(end, _)| end);
    let name = ends
        .filter_map(|end| worker.get(end.checked_sub(10)?..end))
        .find(|name| name.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .expect("the cache has a name");
    worker.replace(name, "0123456789")
}

impl File {
    /// The service worker where the browser has no room left.
    #[must_use]
    pub fn without_room(&self) -> Self {
        let full = "Cache.prototype.put = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));";
        self.with_text(format!("{full}\n{}", self.text()))
    }
}
