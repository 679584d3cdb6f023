//! The outer form of WebAssembly: sections and the numbers in them.

use anyhow::{Context, Result, ensure};

/// Sections that are not the standard's, names among them.
pub(super) const CUSTOM: u8 = 0;
pub(super) const IMPORT: u8 = 2;
pub(super) const CODE: u8 = 10;
pub(super) const DATA: u8 = 11;

/// Magic number and version.
pub(super) const HEADER: usize = 8;

/// The sections of a module, each with its kind.
///
/// # Errors
/// When it is no module.
pub(super) fn sections(module: &[u8]) -> Result<Vec<(u8, &[u8])>> {
    ensure!(module.starts_with(b"\0asm"), "this is no WebAssembly");
    let mut reader = Reader(module.get(HEADER..).unwrap_or_default());
    let mut sections = Vec::new();
    while !reader.0.is_empty() {
        let kind = reader.byte()?;
        let length = reader.number()?;
        sections.push((kind, reader.take(length)?));
    }
    Ok(sections)
}

/// Writes a section with its kind and length.
pub(super) fn write_section(bytes: &mut Vec<u8>, kind: u8, body: &[u8]) {
    bytes.push(kind);
    write_number(bytes, body.len());
    bytes.extend(body);
}

/// Bytes that are read from their front.
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self
            .0
            .split_at_checked(length)
            .context("the module ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// An unsigned number in LEB128.
    pub(super) fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        anyhow::bail!("a number is too long")
    }

    pub(super) fn name(&mut self) -> Result<String> {
        let length = self.number()?;
        Ok(String::from_utf8_lossy(self.take(length)?).into_owned())
    }
}

/// Writes an unsigned number in LEB128.
pub(super) fn write_number(bytes: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_come_back_as_they_went() {
        for number in [0, 127, 128, 300, 1 << 20] {
            let mut bytes = Vec::new();
            write_number(&mut bytes, number);
            assert_eq!(Reader(&bytes).number().expect("a number"), number);
        }
    }
}
