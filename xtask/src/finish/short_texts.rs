//! Has the page's script read short texts by itself.
//!
//! A step of a slider hands some hundreds of texts to the document: names of attributes, numbers. For
//! each `wasm-bindgen` calls the browser's decoder, which for a text of a few letters takes three times as long as
//! putting the letters together.

use anyhow::{Result, anyhow};

/// How the script reads a text, as `wasm-bindgen` writes it.
const READ: &str = "function getStringFromWasm0(ptr, len) {
        ptr = ptr >>> 0;
";

/// What comes before: letters beyond ASCII, and what is longer, are the decoder's.
const SHORT: &str = "
        if (len < 32) {
            const bytes = getUint8ArrayMemory0();
            let text = '';
            for (let i = 0; i < len && bytes[ptr + i] < 128; i++) {
                text += String.fromCharCode(bytes[ptr + i]);
            }
            if (text.length === len) return text;
        }
";

/// The script, reading short texts by itself.
///
/// # Errors
/// When it reads texts in another way.
pub(super) fn read(script: &str) -> Result<String> {
    match script.matches(READ).count() {
        1 => Ok(script.replace(READ, &format!("{READ}{SHORT}"))),
        count => Err(anyhow!(
            "`wasm-bindgen` reads texts in {count} places, not in one"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_that_reads_texts_in_another_way_is_refused() {
        let script = format!("{READ}        return decodeText(ptr, len);\n    }}");
        let read_by_itself = read(&script).unwrap();
        assert!(
            read_by_itself.contains("String.fromCharCode") && read_by_itself.contains("decodeText")
        );
        for other in [script.repeat(2), script.replace("ptr", "at")] {
            assert!(read(&other).is_err());
        }
    }
}
