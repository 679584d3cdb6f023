//! Painting drawings: with fonts of our own, so that they look the same wherever the site is built.

use std::sync::Arc;

use anyhow::{Context, Result, anyhow};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, WriteOptions, fontdb};

use crate::tools::{Toolbox, table};

/// The serif of sentences, as an attribute has it.
pub(super) const SERIF: &str = "'Source Serif 4'";
/// The sans serif of everything else.
pub(super) const SANS: &str = "Inter";

/// Reads and paints drawings.
pub(super) struct Painter(Options<'static>);

impl Painter {
    /// A painter with our fonts and no others.
    ///
    /// # Errors
    /// When a font cannot be had.
    pub(super) fn new() -> Result<Self> {
        let toolbox = Toolbox::require(&table::FONTS)?;
        let mut fonts = fontdb::Database::new();
        for font in table::FONTS {
            let path = toolbox.path(font)?;
            let font =
                std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
            fonts.load_font_data(font);
        }
        Ok(Self(Options {
            fontdb: Arc::new(fonts),
            font_family: SANS.to_owned(),
            ..Options::default()
        }))
    }

    fn tree(&self, svg: &str) -> Result<Tree> {
        Tree::from_str(svg, &self.0)
            .map_err(|error| anyhow!("a drawing was not understood: {error}"))
    }

    /// How wide a text of this size is, px, with these attributes.
    ///
    /// # Errors
    /// When it cannot be set.
    pub(super) fn width(&self, text: &str, attributes: &str) -> Result<f64> {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text {attributes}>{text}</text></svg>"
        );
        Ok(self.tree(&svg)?.root().abs_bounding_box().width().into())
    }

    /// The drawing with its letters as outlines: it needs no font.
    ///
    /// # Errors
    /// When it is no drawing.
    pub(super) fn outlined(&self, svg: &str) -> Result<String> {
        let options = WriteOptions {
            coordinates_precision: 2,
            transforms_precision: 4,
            indent: resvg::usvg::Indent::None,
            attributes_indent: resvg::usvg::Indent::None,
            ..WriteOptions::default()
        };
        Ok(self.tree(svg)?.to_string(&options))
    }

    /// The drawing as a PNG, `width` pixels wide.
    ///
    /// # Errors
    /// When it is no drawing, or of no size.
    pub(super) fn png(&self, svg: &str, width: u32) -> Result<Vec<u8>> {
        let tree = self.tree(svg)?;
        let scale = width as f32 / tree.size().width();
        let height = (tree.size().height() * scale).round() as u32;
        let mut pixels = Pixmap::new(width, height).context("a picture of no size")?;
        resvg::render(
            &tree,
            Transform::from_scale(scale, scale),
            &mut pixels.as_mut(),
        );
        pixels.encode_png().context("cannot write a PNG")
    }
}
