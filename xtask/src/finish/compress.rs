//! Compresses the finished site once, so that servers need not do it for each reader.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::site;

/// What does not gain from it, or is no file to be sent.
const LEFT_ALONE: [&str; 6] = [".png", ".br", ".gz", ".conf", "Caddyfile", "_headers"];

/// Below this a compressed answer is no shorter on the wire, bytes.
const SMALLEST: usize = 400;

/// Writes a `.br` and a `.gz` beside each file of `stage` that becomes shorter by it.
///
/// # Errors
/// When a file cannot be read or written.
pub(super) fn make(stage: &Path) -> Result<()> {
    for name in site::files(stage)? {
        if LEFT_ALONE.iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let path = stage.join(&name);
        let bytes =
            std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        if bytes.len() >= SMALLEST {
            write(stage, &format!("{name}.br"), &bytes, &site::brotli(&bytes)?)?;
            write(stage, &format!("{name}.gz"), &bytes, &gzip(&bytes)?)?;
        }
    }
    Ok(())
}

fn write(stage: &Path, name: &str, plain: &[u8], compressed: &[u8]) -> Result<()> {
    if compressed.len() >= plain.len() {
        return Ok(());
    }
    let path = stage.join(name);
    std::fs::write(&path, compressed).with_context(|| format!("cannot write {}", path.display()))
}

/// Without a time in it: the same bytes make the same file.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).context("gzip failed")?;
    encoder.finish().context("gzip failed")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use flate2::read::GzDecoder;

    use super::gzip;

    #[test]
    fn what_is_compressed_comes_back_and_is_the_same_each_time() {
        let bytes = b"revenue, power, gross profit; ".repeat(40);
        let compressed = gzip(&bytes).expect("in memory");
        assert!(compressed.len() < 100);
        assert_eq!(compressed, gzip(&bytes).expect("in memory"));
        let mut back = Vec::new();
        GzDecoder::new(&compressed[..])
            .read_to_end(&mut back)
            .expect("it is gzip");
        assert_eq!(back, bytes);
    }
}
