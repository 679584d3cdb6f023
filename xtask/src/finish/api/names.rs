//! Shorter names, once compressed, for what a module and its script share.

use std::collections::BTreeSet;

/// Script and module with numbers in place of the hashes at the ends of the names by which
/// `wasm-bindgen` joins them. Both stay as long as they are; hashes do not compress, numbers do.
pub(super) fn numbered(script: &str, module: &[u8]) -> (String, Vec<u8>) {
    let (mut script, mut module) = (script.to_owned(), module.to_vec());
    for (number, hash) in (1..).zip(hashes(&script)) {
        let number = format!("{number:0width$}", width = hash.len());
        script = script.replace(&hash, &number);
        let mut from = 0;
        while let Some(at) = find(&module[from..], hash.as_bytes()) {
            module[from + at..][..hash.len()].copy_from_slice(number.as_bytes());
            from += at + hash.len();
        }
    }
    (script, module)
}

/// The last parts of names like `__wbg_push_c9f4893fc209f768`.
fn hashes(script: &str) -> BTreeSet<String> {
    const LENGTH: usize = 16;
    script
        .split(|character: char| !(character.is_ascii_alphanumeric() || character == '_'))
        .filter(|word| word.starts_with("__wbg_"))
        .filter_map(|word| word.rsplit_once('_'))
        .map(|(_, hash)| hash.to_owned())
        .filter(|hash| hash.len() == LENGTH && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
        .collect()
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::numbered;

    #[test]
    fn both_sides_of_a_name_get_the_same_number_and_other_words_stay() {
        let script = "__wbg_push_c9f4893fc209f768(){}__wbg_new_17fdfcba2614879c(){}\
                      __wbg_set(){}__wbg_a_short(){}x_c9f4893fc209f7aa";
        let module =
            b"\0__wbg_new_17fdfcba2614879c\x01__wbg_push_c9f4893fc209f768\x02c9f4893fc209f7aa";
        let (script, module) = numbered(script, module);
        assert_eq!(
            script,
            "__wbg_push_0000000000000002(){}__wbg_new_0000000000000001(){}\
             __wbg_set(){}__wbg_a_short(){}x_c9f4893fc209f7aa"
        );
        let expected =
            b"\0__wbg_new_0000000000000001\x01__wbg_push_0000000000000002\x02c9f4893fc209f7aa";
        assert_eq!(module, expected);
    }
}
