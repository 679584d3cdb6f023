//! Bytes of a file to text.

/// The characters of the bytes 0x80 … 0x9f in Windows-1252, as the WHATWG encoding standard has
/// them; all other bytes are the character of the same number.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file, without its byte-order mark: UTF-16 or UTF-8 where a mark says so, UTF-8
/// where the bytes are UTF-8, and otherwise Windows-1252, which is what Excel's plain "CSV" is in
/// Western countries. What a marked file has wrong becomes U+FFFD.
#[must_use]
pub fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf_16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf_16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => str::from_utf8(bytes).map_or_else(|_| windows_1252(bytes), str::to_owned),
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, odd) = bytes.as_chunks::<2>();
    let text = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)))
        .map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER));
    let cut = odd.iter().map(|_| char::REPLACEMENT_CHARACTER);
    text.chain(cut).collect()
}

fn windows_1252(bytes: &[u8]) -> String {
    let character = |&byte: &u8| match byte {
        0x80..=0x9f => WINDOWS_1252[usize::from(byte - 0x80)],
        _ => char::from(byte),
    };
    bytes.iter().map(character).collect()
}
