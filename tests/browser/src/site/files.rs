//! What a server serves, held in memory: a build that changes while the tests run does not matter,
//! and a story can damage what it likes.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;
use std::time::Duration;

use hyper::body::Bytes;

use crate::engine;

/// What is at an address.
#[derive(Clone, Debug)]
pub enum File {
    /// A file of this MIME type.
    Content {
        /// The MIME type.
        kind: &'static str,
        /// What is in it.
        bytes: Bytes,
    },
    /// Nothing: status 404.
    Missing,
    /// The same, but this much later.
    Late(Duration, Box<File>),
    /// The first half of a file; then the connection breaks.
    Half(Box<File>),
    /// An answer that never ends.
    Endless,
    /// The connection breaks.
    NoAnswer,
    /// The connection stays, and nothing comes.
    HeldBack,
}

/// Files by path, without the slash in front.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, File>);

impl Files {
    /// The built page, as it was when the first story asked for it.
    #[must_use]
    pub fn of_the_build() -> Self {
        static BUILD: LazyLock<Files> = LazyLock::new(read_build);
        BUILD.clone()
    }

    /// These files and a page at `name`.
    #[must_use]
    pub fn with_page(mut self, name: &str, html: &str) -> Self {
        let bytes = Bytes::copy_from_slice(html.as_bytes());
        self.0.insert(
            name.to_owned(),
            File::Content {
                kind: kind(name),
                bytes,
            },
        );
        self
    }

    /// These files and this one at `name`, in place of what may be there.
    #[must_use]
    pub fn with_file(mut self, name: &str, file: File) -> Self {
        self.0.insert(name.to_owned(), file);
        self
    }

    /// These files with something else at `name`.
    ///
    /// # Panics
    /// When nothing is there.
    #[must_use]
    pub fn replacing_file(mut self, name: &str, other: impl FnOnce(&File) -> File) -> Self {
        let file = self.0.get_mut(name);
        let file = file.unwrap_or_else(|| panic!("the build has no {name}"));
        *file = other(file);
        self
    }

    /// These files in a folder.
    #[must_use]
    pub fn below(self, folder: &str) -> Self {
        let entries = self.0.into_iter();
        Self(
            entries
                .map(|(name, file)| (format!("{folder}/{name}"), file))
                .collect(),
        )
    }

    /// Whether there is a file of that name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The names of all files, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// These files with something else in place of the WebAssembly that the page starts with.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn replacing_app(self, other: impl FnOnce(&File) -> File) -> Self {
        self.replacing("hashpivot-", other)
    }

    /// These files with something else in place of the WebAssembly that is fetched after the start.
    ///
    /// # Panics
    /// When there is none.
    #[must_use]
    pub fn replacing_later(self, other: impl FnOnce(&File) -> File) -> Self {
        self.replacing("later-", other)
    }

    fn replacing(mut self, stem: &str, other: impl FnOnce(&File) -> File) -> Self {
        let is_it = |name: &str| name.starts_with(stem) && name.ends_with(".wasm");
        let found = self.0.iter_mut().find(|(name, _)| is_it(name));
        let (_, file) = found.expect("the page has its WebAssembly beside it");
        *file = other(file);
        self
    }

    /// What is at a path; a folder shows its `index.html`.
    #[must_use]
    pub fn at(&self, path: &str) -> File {
        let index = format!("{path}index.html");
        let found = self.0.get(path).or_else(|| self.0.get(&index));
        found.cloned().unwrap_or(File::Missing)
    }
}

impl File {
    /// What is in it, as text.
    ///
    /// # Panics
    /// When it is no text.
    #[must_use]
    pub fn text(&self) -> String {
        let Self::Content { bytes, .. } = self else {
            panic!("there is no file to read")
        };
        String::from_utf8(bytes.to_vec()).expect("it is text")
    }

    /// The file with another text in it.
    ///
    /// # Panics
    /// When there is no file.
    #[must_use]
    pub fn with_text(&self, text: String) -> Self {
        let Self::Content { kind, .. } = self else {
            panic!("there is no file to change")
        };
        Self::Content {
            kind,
            bytes: text.into(),
        }
    }

    /// The file with one byte in its middle changed.
    ///
    /// # Panics
    /// When it has no bytes.
    #[must_use]
    pub fn damaged(&self) -> Self {
        let Self::Content { kind, bytes } = self else {
            panic!("there is no file to damage")
        };
        let mut bytes = bytes.to_vec();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        Self::Content {
            kind,
            bytes: bytes.into(),
        }
    }
}

fn read_build() -> Files {
    let root = engine::path("HASHPIVOT_DIST");
    let mut files = Files::default();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{folder:?}: {error}"));
        for path in entries.map(|entry| entry.expect("a folder can be listed").path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).expect("it is below the root");
            let name = name
                .to_str()
                .expect("the build's names are ASCII")
                .to_owned();
            let bytes = fs::read(&path)
                .unwrap_or_else(|error| panic!("{path:?}: {error}"))
                .into();
            files.0.insert(
                name.clone(),
                File::Content {
                    kind: kind(&name),
                    bytes,
                },
            );
        }
    }
    files
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
