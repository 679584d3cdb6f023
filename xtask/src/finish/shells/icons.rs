//! The site's icon in the forms that systems ask for.

use std::path::Path;

use anyhow::{Context, Result};

use super::paint::Painter;
use super::put;
use crate::finish::asset;
use crate::project;

/// The icon's file, which stands on the page as it is.
const ICON: &str = "icon.svg";
/// The ground of the icon, to its edges.
const GROUND: &str = "#1b1d21";
/// The side of the square in which the icon is drawn.
const SIDE: f64 = 32.0;
/// How much of a picture that is cut to any shape is sure to be seen, and so holds the icon.
const SAFE: f64 = 0.78;

/// Puts the icon into the folder `icons` of the site.
///
/// # Errors
/// When it cannot be read or written.
pub(super) fn publish(stage: &Path) -> Result<()> {
    let folder = stage.join("icons");
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    put(&folder.join(ICON), read()?.as_bytes())
}

/// Paints it: with its own round corners, and filled to the edges for systems that cut it.
///
/// # Errors
/// As [`publish`].
pub(super) fn paint(stage: &Path, painter: &Painter) -> Result<()> {
    let (icon, filled) = (read()?, filled(&read()?));
    let folder = stage.join("icons");
    for (name, drawing, width) in [
        ("icon-192.png", &icon, 192),
        ("icon-512.png", &icon, 512),
        ("maskable-512.png", &filled, 512),
        ("apple-touch-icon.png", &filled, 180),
    ] {
        put(&folder.join(name), &painter.png(drawing, width)?)?;
    }
    Ok(())
}

fn read() -> Result<String> {
    asset::read_text(&project::root().join("static").join(ICON))
}

/// The icon in the part that is seen whatever a system cuts off, on its own ground.
fn filled(icon: &str) -> String {
    let (at, side) = (SIDE * (1.0 - SAFE) / 2.0, SIDE * SAFE);
    let placed = format!("<svg x=\"{at}\" y=\"{at}\" width=\"{side}\" height=\"{side}\"");
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\">\
         <rect width=\"{SIDE}\" height=\"{SIDE}\" fill=\"{GROUND}\"/>{}</svg>",
        icon.replacen("<svg", &placed, 1)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_has_the_ground_and_the_side_that_it_is_filled_with() {
        let icon = read().expect("it is there");
        assert!(icon.contains(&format!("viewBox=\"0 0 {SIDE} {SIDE}\"")));
        assert!(icon.contains(&format!("fill=\"{GROUND}\"")));
        assert_eq!(filled(&icon).matches("<svg").count(), 2);
    }
}
