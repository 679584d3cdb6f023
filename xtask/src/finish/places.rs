//! Forgets where in the sources panics are: with their messages gone nobody reads it.
//!
//! Rust keeps each place as four numbers: where the file's name is, how long it is, line and column.

use anyhow::{Result, bail};

use super::module::{Reader, write_number};

/// Bytes of one number, and of one place.
const NUMBER: usize = 4;
const PLACE: usize = 4 * NUMBER;
/// Names of files are not longer, lines and columns not larger.
const LONGEST: usize = 300;
const LARGEST: u32 = 100_000;

/// A stretch of the memory as the module fills it.
struct Segment {
    address: usize,
    bytes: Vec<u8>,
}

/// The data section with zeros in place of places and of the names of files.
///
/// # Errors
/// When a segment is of a kind that the compiler does not make.
pub(super) fn forget_places(body: &[u8]) -> Result<Vec<u8>> {
    let mut segments = read(body)?;
    let places = places(&segments);
    for (address, length) in places {
        for segment in &mut segments {
            let start = address.wrapping_sub(segment.address);
            if let Some(bytes) = segment.bytes.get_mut(start..start.saturating_add(length)) {
                bytes.fill(0);
            }
        }
    }
    Ok(write(&segments))
}

/// Where places and names of files stand, and how long they are.
fn places(segments: &[Segment]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for segment in segments {
        let aligned = segment.address.next_multiple_of(NUMBER) - segment.address;
        for start in (aligned..segment.bytes.len()).step_by(NUMBER) {
            let Some(place) = segment.bytes.get(start..start + PLACE) else {
                break;
            };
            let number = |index: usize| {
                let bytes = &place[NUMBER * index..NUMBER * (index + 1)];
                u32::from_le_bytes(bytes.try_into().unwrap_or_default())
            };
            let (address, length) = (number(0) as usize, number(1) as usize);
            let is_small = (2..4).all(|index| (1..LARGEST).contains(&number(index)));
            if is_small && is_file_name(segments, address, length) {
                found.push((segment.address + start, PLACE));
                found.push((address, length));
            }
        }
    }
    found
}

fn is_file_name(segments: &[Segment], address: usize, length: usize) -> bool {
    let within = |segment: &Segment| {
        let start = address.checked_sub(segment.address)?;
        let name = segment.bytes.get(start..start + length)?;
        Some(name.ends_with(b".rs") && name.iter().all(u8::is_ascii_graphic))
    };
    length <= LONGEST && segments.iter().filter_map(within).any(|is| is)
}

fn read(body: &[u8]) -> Result<Vec<Segment>> {
    let mut reader = Reader(body);
    let mut segments = Vec::new();
    for _ in 0..reader.number()? {
        // An address in the first memory: `i32.const`, the number, `end`.
        if (reader.byte()?, reader.byte()?) != (0, 0x41) {
            bail!("a segment of data has no plain address");
        }
        let address = reader.number()?;
        if reader.byte()? != 0x0b {
            bail!("a segment of data has no plain address");
        }
        let length = reader.number()?;
        segments.push(Segment {
            address,
            bytes: reader.take(length)?.to_vec(),
        });
    }
    Ok(segments)
}

fn write(segments: &[Segment]) -> Vec<u8> {
    let mut body = Vec::new();
    write_number(&mut body, segments.len());
    for Segment { address, bytes } in segments {
        body.extend([0, 0x41]);
        write_signed(&mut body, *address);
        body.push(0x0b);
        write_number(&mut body, bytes.len());
        body.extend(bytes);
    }
    body
}

/// Writes a number that is not negative in signed LEB128: its last byte leaves the sign bit clear.
fn write_signed(bytes: &mut Vec<u8>, mut number: usize) {
    while number >= 0x40 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAME: &[u8] = b"src/plot/path.rs";

    /// One segment at 1,024: a name, a place in that file, and a text that is no place.
    fn data(line: u32) -> Vec<u8> {
        let numbers = [1_024, NAME.len() as u32, line, 9];
        let place = numbers.map(u32::to_le_bytes).concat();
        let bytes = [NAME, &place, b"revenue."].concat();
        write(&[Segment {
            address: 1_024,
            bytes,
        }])
    }

    #[test]
    fn places_and_names_of_files_are_zeros_and_the_rest_stays() {
        let forgotten = forget_places(&data(17)).expect("a data section");
        let segments = read(&forgotten).expect("a data section");
        let expected = [&[0; NAME.len() + PLACE][..], b"revenue."].concat();
        assert_eq!(
            (segments[0].address, &segments[0].bytes),
            (1_024, &expected)
        );
    }

    #[test]
    fn a_name_of_a_file_without_a_line_stays() {
        assert_eq!(forget_places(&data(0)).expect("a data section"), data(0));
    }

    #[test]
    fn another_kind_of_segment_is_refused() {
        assert!(forget_places(&[1, 1, 0]).is_err());
    }
}
