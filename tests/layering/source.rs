//! A source file as the rules read it: without comments, text and test code.

/// A source file below `src/`.
pub struct Source {
    /// Where it is, from the root of the crate, with `/`.
    pub path: String,
    /// Its code. Comments, what stands in quotes, and test code are blanked out, so that places and
    /// lines are those of the file.
    pub code: String,
    /// What stands in quotes outside test code, with the place of each.
    pub literals: Vec<(usize, String)>,
}

impl Source {
    /// Reads a file's text.
    pub fn new(path: &str, text: &str) -> Self {
        let (mut code, mut literals) = blank(text);
        if is_test_file(path) {
            code = String::new();
            literals.clear();
        }
        for (from, to) in test_items(&code) {
            code = blanked(&code, from, to);
            literals.retain(|(at, _)| !(from..to).contains(at));
        }
        Self {
            path: path.to_owned(),
            code,
            literals,
        }
    }

    /// The line of a place.
    pub fn line(&self, at: usize) -> usize {
        1 + self.code[..at].matches('\n').count()
    }

    /// Names and numbers of the code, with the place of each.
    pub fn words(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        let mut at = 0;
        std::iter::from_fn(move || {
            at += self.code[at..].find(is_part)?;
            let rest = &self.code[at..];
            let word = &rest[..rest.find(|c| !is_part(c)).unwrap_or(rest.len())];
            at += word.len();
            Some((at - word.len(), word))
        })
    }
}

/// Files that are compiled for tests only.
fn is_test_file(path: &str) -> bool {
    path.ends_with("/tests.rs") || path.contains("/tests/") || path.ends_with("/arbitrary.rs")
}

/// The text with this stretch blanked, line breaks kept.
fn blanked(text: &str, from: usize, to: usize) -> String {
    let blank = text[from..to].chars().flat_map(|c| {
        let blank = if c == '\n' { '\n' } else { ' ' };
        std::iter::repeat_n(blank, c.len_utf8())
    });
    let blank: String = blank.collect();
    format!("{}{blank}{}", &text[..from], &text[to..])
}

/// The text without comments and without what stands in quotes, and the latter by themselves.
fn blank(text: &str) -> (String, Vec<(usize, String)>) {
    let mut code = text.to_owned();
    let mut literals = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            block_comment(rest)
        } else if let Some((start, end, length)) = literal(rest, &text[..at]) {
            literals.push((at, rest[start..end].to_owned()));
            length
        } else if rest.starts_with('\'') {
            character(rest)
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        code = blanked(&code, at, at + length);
        at += length;
    }
    (code, literals)
}

/// The length of a block comment, which may hold others.
fn block_comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < text.len() {
        if text[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if text[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}

/// Where the inside of a string literal at the start of the text begins and ends, and the length of
/// the whole.
fn literal(text: &str, before: &str) -> Option<(usize, usize, usize)> {
    let is_name = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
    if let Some(rest) = text.strip_prefix('r').filter(|_| !is_name) {
        let hashes = rest.len() - rest.trim_start_matches('#').len();
        let start = 1 + hashes + 1;
        if !rest[hashes..].starts_with('"') {
            return None;
        }
        let close = format!("\"{}", "#".repeat(hashes));
        let end = start + text[start..].find(&close)?;
        return Some((start, end, end + close.len()));
    }
    text.strip_prefix('"')?;
    let mut is_escaped = false;
    let end = text[1..].find(|c| {
        let closes = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        closes
    })?;
    Some((1, 1 + end, end + 2))
}

/// The length of a character literal, or 1 for the tick of a lifetime.
fn character(text: &str) -> usize {
    let inside = &text[1..];
    let first = inside.chars().next().map_or(0, char::len_utf8);
    if inside.starts_with('\\') {
        inside[2..].find('\'').map_or(1, |end| end + 4)
    } else if inside[first..].starts_with('\'') {
        first + 2
    } else {
        1
    }
}

/// The stretches of code that only tests compile.
fn test_items(code: &str) -> Vec<(usize, usize)> {
    let mut items = Vec::new();
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(") {
        let start = from + found;
        let condition = &code[start + "#[cfg(".len()..];
        let is_test = condition.starts_with("test)") || condition.starts_with("all(test,");
        let end = start
            + if is_test {
                item_length(&code[start..])
            } else {
                "#[cfg(".len()
            };
        if is_test {
            items.push((start, end));
        }
        from = end;
    }
    items
}

/// The length of an item with its attribute: up to its closing brace or its semicolon.
fn item_length(code: &str) -> usize {
    let mut depth = 0;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 && !code[at + 1..].trim_start().starts_with(';') => return at + 1,
            '}' => depth -= 1,
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}
