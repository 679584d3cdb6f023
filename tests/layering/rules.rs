//! The rules, each a function from a source file to what it finds there.

use crate::source::Source;

/// The layer of each module of the crate's root.
const LAYERS: [(&str, u8); 15] = [
    ("units", 0),
    ("decimal", 0),
    ("plot", 0),
    ("model", 1),
    ("facts", 1),
    ("format", 1),
    ("tables", 1),
    ("state", 2),
    ("web", 3),
    ("ui", 4),
    ("main", 5),
    ("api", 5),
    ("prerender", 5),
    ("bin", 5),
    ("lib", 5),
];

/// The highest layer that knows neither browser nor clock.
const PURE: u8 = 2;

const BROWSER: [&str; 5] = ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo"];
const CLOCK: [&str; 2] = ["Instant", "SystemTime"];
/// Hash maps are iterated in an order that is drawn anew in each run.
const CHANCE: [&str; 7] = [
    "rand",
    "getrandom",
    "fastrand",
    "RandomState",
    "HashMap",
    "HashSet",
    "thread_rng",
];
/// What the standard library leaves to the platform, and the fused operation that not every machine
/// has.
const PLATFORM: [&str; 27] = [
    "acos", "acosh", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "cos", "cosh", "exp",
    "exp2", "exp_m1", "hypot", "ln", "ln_1p", "log", "log10", "log2", "mul_add", "powf", "powi",
    "sin", "sin_cos", "sinh", "tan", "tanh",
];

/// What asks a server, as far as the page's policy lets it ask any but its own. The page's own files are
/// fetched by `static/boot/`.
const REQUESTS: [&str; 12] = [
    "fetch_with_request",
    "fetch_with_request_and_init",
    "fetch_with_str",
    "fetch_with_str_and_init",
    "send_beacon",
    "send_beacon_with_opt_str",
    "Request",
    "XmlHttpRequest",
    "WebSocket",
    "EventSource",
    "WebTransport",
    "RtcPeerConnection",
];
/// The one file that asks, when the reader presses.
const ASKS: &str = "src/web/live.rs";
/// The same in scripts.
const REQUESTS_OF_SCRIPTS: [&str; 7] = [
    "XMLHttpRequest",
    "sendBeacon",
    "WebSocket",
    "EventSource",
    "WebTransport",
    "RTCPeerConnection",
    "://",
];

/// What is wrong with a script of the page: it may fetch, but names no other server.
pub fn findings_of_script(path: &str, text: &str) -> Vec<String> {
    let is_code = |line: &&str| !line.trim_start().starts_with(['/', '*']);
    let asks = |line: &str| {
        REQUESTS_OF_SCRIPTS
            .into_iter()
            .find(|word| line.contains(word))
    };
    let found = text.lines().filter(is_code).filter_map(asks);
    found
        .map(|word| format!("{path}: asks a server: {word}"))
        .collect()
}

/// What is wrong with a file, a line each: `path:line: what`.
pub fn findings(source: &Source) -> Vec<String> {
    let Some(layer) = layer(&source.path) else {
        return vec![format!("{}: its folder has no layer", source.path)];
    };
    let mut found = imports(source, layer);
    found.extend(unshippable(source));
    if layer <= PURE {
        found.extend(named(source, &BROWSER, "names the browser crate"));
        found.extend(named(source, &CLOCK, "reads the clock:"));
        found.extend(named(source, &CHANCE, "leaves something to chance:"));
        found.extend(platform_mathematics(source));
    }
    if !source.path.starts_with("src/format/") {
        found.extend(numbers_as_text(source));
    }
    if source.path != ASKS {
        found.extend(named(source, &REQUESTS, "asks a server:"));
    }
    if layer > PURE {
        found.extend(inline_styles(source));
    }
    let mut found: Vec<_> = found
        .into_iter()
        .map(|(at, what)| (source.line(at), what))
        .collect();
    found.sort();
    found
        .into_iter()
        .map(|(line, what)| format!("{}:{line}: {what}", source.path))
        .collect()
}

type Findings = Vec<(usize, String)>;

/// The layer of a file below `src/`.
fn layer(path: &str) -> Option<u8> {
    let below = path.strip_prefix("src/")?;
    layer_of_module(below.split(['/', '.']).next()?)
}

fn layer_of_module(name: &str) -> Option<u8> {
    LAYERS
        .into_iter()
        .find_map(|(module, layer)| (module == name).then_some(layer))
}

/// Paths that lead from the crate's root into a higher layer.
fn imports(source: &Source, layer: u8) -> Findings {
    let mut found = Findings::new();
    for (at, tail) in root_paths(source) {
        for module in heads(tail) {
            match layer_of_module(module) {
                Some(there) if there > layer => {
                    found.push((
                        at,
                        format!("layer {layer} imports `{module}` of layer {there}: upward"),
                    ));
                }
                Some(_) => {}
                None => found.push((at, format!("`{module}` has no layer"))),
            }
        }
    }
    found
}

/// What follows `crate::`, or as many `super::` as lead to the crate's root, with its place.
fn root_paths(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let depth = module_depth(&source.path);
    let mut chain = (0, 0);
    source.words().filter_map(move |(at, word)| {
        let tail = source.code[at + word.len()..]
            .trim_start()
            .strip_prefix("::")?;
        match word {
            "crate" => Some((at, tail)),
            "super" => {
                let before = source.code[..at].trim_end();
                chain = if before.ends_with("super::") {
                    (chain.0 + 1, chain.1)
                } else {
                    (1, at)
                };
                let is_last = !tail.trim_start().starts_with("super");
                (is_last && chain.0 == depth).then_some((chain.1, tail))
            }
            _ => None,
        }
    })
}

/// How many modules lie between a file and the crate's root.
fn module_depth(path: &str) -> usize {
    let parts = path.trim_start_matches("src/").trim_end_matches("/mod.rs");
    parts.split('/').count()
}

/// The first names of a path or of each path in a group: `model`, `ui` of `{model::Key, ui}`.
fn heads(tail: &str) -> Vec<&str> {
    let name = |text: &'_ str| text.find(|c: char| !(c.is_alphanumeric() || c == '_'));
    let tail = tail.trim_start();
    let Some(group) = tail.strip_prefix('{') else {
        return vec![&tail[..name(tail).unwrap_or(tail.len())]];
    };
    let mut heads = Vec::new();
    let (mut depth, mut start) = (1, 0);
    for (at, c) in group.char_indices() {
        if depth == 1 && matches!(c, ',' | '}') {
            let part = group[start..at].trim_start();
            heads.push(&part[..name(part).unwrap_or(part.len())]);
            start = at + 1;
        }
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    heads.retain(|head| !head.is_empty() && *head != "self");
    heads
}

/// Names that must not occur.
fn named(source: &Source, names: &[&str], what: &str) -> Findings {
    let found = source.words().filter(|(_, word)| names.contains(word));
    found
        .map(|(at, word)| (at, format!("{what} `{word}`")))
        .collect()
}

/// Methods and functions of `f64` that differ between platforms.
fn platform_mathematics(source: &Source) -> Findings {
    let is_called = |(at, word): &(usize, &str)| {
        let before = source.code[..*at].trim_end();
        let after = source.code[at + word.len()..].trim_start();
        let is_method = before.ends_with('.') && after.starts_with('(');
        PLATFORM.contains(word) && (is_method || before.ends_with("f64::"))
    };
    let found = source.words().filter(is_called);
    found
        .map(|(at, word)| (at, format!("`{word}` differs between platforms: use libm")))
        .collect()
}

/// Numbers turned into text with a precision or an exponent. Lengths of a drawing, alone in their
/// text with two decimals, are not meant to be read.
fn numbers_as_text(source: &Source) -> Findings {
    let is_length = |text: &str| {
        let inside = text
            .strip_prefix('{')
            .and_then(|text| text.trim_end_matches('%').strip_suffix(":.2}"));
        inside.is_some_and(|name| !name.contains(['{', '}']))
    };
    let writes_number = |text: &str| {
        text.split('{').skip(1).any(|part| {
            let spec = part
                .split_once('}')
                .and_then(|(hole, _)| hole.split_once(':'));
            spec.is_some_and(|(_, spec)| spec.contains('.') || spec.ends_with(['e', 'E']))
        })
    };
    let literals = source.literals.iter();
    let found = literals.filter(|(_, text)| writes_number(text) && !is_length(text));
    found
        .map(|(at, text)| {
            (
                *at,
                format!("{text:?} is a number as text: that is for format"),
            )
        })
        .collect()
}

/// What stops the page or is not finished.
fn unshippable(source: &Source) -> Findings {
    let is_wrong = |(at, word): &(usize, &str)| {
        let before = source.code[..*at].trim_end();
        let after = source.code[at + word.len()..].trim_start();
        match *word {
            "unwrap" => before.ends_with('.') && after.starts_with('('),
            "todo" | "unimplemented" | "dbg" => after.starts_with('!') && !after.starts_with("!="),
            _ => false,
        }
    };
    let found = source.words().filter(is_wrong);
    found
        .map(|(at, word)| (at, format!("`{word}` ships")))
        .collect()
}

/// Style attributes, which the page's policy forbids.
fn inline_styles(source: &Source) -> Findings {
    let is_attribute = |(at, word): &(usize, &str)| {
        let after = &source.code[at + word.len()..];
        *word == "style" && after.starts_with('=') && !after.starts_with("==")
    };
    let attributes = source.words().filter(is_attribute).map(|(at, _)| at);
    let names = source
        .literals
        .iter()
        .filter(|(_, text)| text == "style")
        .map(|(at, _)| *at);
    attributes
        .chain(names)
        .map(|at| (at, "an inline style: use a class".to_owned()))
        .collect()
}
