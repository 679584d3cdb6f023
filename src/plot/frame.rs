//! The box of a chart and, inside its margins, the box where data are drawn.

/// The outer box of a chart and its margins, all in CSS pixels.
///
/// The plot area is what the margins leave. It is never of negative size and never outside the
/// outer box: where the margins do not fit, the left one is served before the right one and the
/// upper one before the lower one. Negative and NaN sizes count as 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Outer width, px.
    pub width: f64,
    /// Outer height, px.
    pub height: f64,
    /// Margin between the left edge and the plot area, px.
    pub left: f64,
    /// Margin between the plot area and the right edge, px.
    pub right: f64,
    /// Margin between the upper edge and the plot area, px.
    pub top: f64,
    /// Margin between the plot area and the lower edge, px.
    pub bottom: f64,
}

impl Frame {
    /// x of the left edge of the plot area, px.
    pub fn plot_left(&self) -> f64 {
        self.x_range().0
    }

    /// x of the right edge of the plot area, px; at least [`plot_left`](Self::plot_left).
    pub fn plot_right(&self) -> f64 {
        self.x_range().1
    }

    /// y of the upper edge of the plot area, px.
    pub fn plot_top(&self) -> f64 {
        self.y_range().1
    }

    /// y of the lower edge of the plot area, px; at least [`plot_top`](Self::plot_top).
    pub fn plot_bottom(&self) -> f64 {
        self.y_range().0
    }

    /// Width of the plot area, px, 0 or more.
    pub fn plot_width(&self) -> f64 {
        self.plot_right() - self.plot_left()
    }

    /// Height of the plot area, px, 0 or more.
    pub fn plot_height(&self) -> f64 {
        self.plot_bottom() - self.plot_top()
    }

    /// Range of a horizontal scale that reads rightward: `(plot_left, plot_right)`.
    pub fn x_range(&self) -> (f64, f64) {
        within_margins(self.width, self.left, self.right)
    }

    /// Range of a vertical scale that reads upward: `(plot_bottom, plot_top)`.
    pub fn y_range(&self) -> (f64, f64) {
        let (top, bottom) = within_margins(self.height, self.top, self.bottom);
        (bottom, top)
    }
}

/// Start and end of what two margins leave of a length.
fn within_margins(length: f64, before: f64, after: f64) -> (f64, f64) {
    let length = if length > 0.0 {
        length.min(f64::MAX)
    } else {
        0.0
    };
    // `max` takes the other operand where one is NaN.
    let start = before.max(0.0).min(length);
    let end = (length - after.max(0.0)).max(start);
    (start, end)
}

#[cfg(test)]
mod tests {
    use super::Frame;

    const FRAME: Frame = Frame {
        width: 600.0,
        height: 300.0,
        left: 48.0,
        right: 16.0,
        top: 8.0,
        bottom: 32.0,
    };

    #[test]
    fn leaves_what_the_margins_leave() {
        assert_eq!(FRAME.x_range(), (48.0, 584.0));
        assert_eq!((FRAME.plot_left(), FRAME.plot_right()), (48.0, 584.0));
        assert_eq!((FRAME.plot_top(), FRAME.plot_bottom()), (8.0, 268.0));
        assert_eq!((FRAME.plot_width(), FRAME.plot_height()), (536.0, 260.0));
    }

    #[test]
    fn reads_upward_because_the_screen_grows_downward() {
        assert_eq!(FRAME.y_range(), (268.0, 8.0));
    }

    #[test]
    fn serves_left_and_upper_margins_first_when_the_box_is_small() {
        let small = Frame {
            width: 50.0,
            height: 10.0,
            ..FRAME
        };
        assert_eq!(small.x_range(), (48.0, 48.0));
        assert_eq!(small.y_range(), (8.0, 8.0));
        let smaller = Frame {
            width: 20.0,
            height: 3.0,
            ..FRAME
        };
        assert_eq!(smaller.x_range(), (20.0, 20.0));
        assert_eq!(smaller.y_range(), (3.0, 3.0));
    }

    #[test]
    fn counts_sizes_that_are_no_sizes_as_zero() {
        for bad in [f64::NAN, -1.0, f64::NEG_INFINITY] {
            let flat = Frame {
                width: bad,
                height: bad,
                ..FRAME
            };
            assert_eq!((flat.x_range(), flat.y_range()), ((0.0, 0.0), (0.0, 0.0)));
            let bare = Frame {
                left: bad,
                right: bad,
                top: bad,
                bottom: bad,
                ..FRAME
            };
            assert_eq!(
                (bare.x_range(), bare.y_range()),
                ((0.0, 600.0), (300.0, 0.0))
            );
        }
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod laws {
    use super::Frame;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_plot_area_lies_in_the_box(
            [width, height, left, right, top, bottom] in
                prop::array::uniform6(prop_oneof![-50.0..900.0, prop::num::f64::ANY]),
        ) {
            let frame = Frame { width, height, left, right, top, bottom };
            prop_assert!(0.0 <= frame.plot_left() && frame.plot_left() <= frame.plot_right());
            prop_assert!(0.0 <= frame.plot_top() && frame.plot_top() <= frame.plot_bottom());
            prop_assert!(frame.plot_right() <= width.max(0.0));
            prop_assert!(frame.plot_bottom() <= height.max(0.0));
            prop_assert!(frame.plot_width() >= 0.0 && frame.plot_width().is_finite());
            prop_assert!(frame.plot_height() >= 0.0 && frame.plot_height().is_finite());
        }
    }
}
