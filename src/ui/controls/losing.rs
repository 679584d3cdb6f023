//! Where on an input's track money is lost.

use crate::format::input_text;
use crate::model::parameters::Key;

/// The side of a break-even on which money is lost, in the unit of the input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Losing {
    /// Below this value.
    Below(f64),
    /// Above this value.
    Above(f64),
}

impl Losing {
    /// The break-even.
    pub fn breakeven(self) -> f64 {
        let (Self::Below(value) | Self::Above(value)) = self;
        value
    }

    /// The break-even in words; an input's own unit.
    pub fn words(self, key: Key) -> String {
        let value = self.breakeven();
        if value <= 0.0 && key == Key::BtcPrice {
            return "profitable at any price".to_owned();
        }
        format!("break-even {}", input_text(key, value))
    }
}
