//! Heat map: gross margin over efficiency and power price, with the line on which it is zero.

use serde::Serialize;

use super::hashprice;
use super::margin::Margin;
use super::parameters::{Inputs, Key};

/// One axis of the map: a stretch of an input and the number of values on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// First and last value, in the input's unit; cut to the input's range.
    pub window: (f64, f64),
    /// Values, both ends among them; a single one is the first.
    pub count: usize,
}

/// Gross margin on a grid, at today's market and with the other inputs as they are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarginMap {
    /// J/TH of each column.
    pub efficiency: Vec<f64>,
    /// USD/MWh of each row.
    pub power_price: Vec<f64>,
    /// Gross profit over revenue, a fraction: a list for each row, in it a number for each column.
    pub gross_margin: Vec<Vec<f64>>,
    /// The power price of zero gross profit in each column, USD/MWh; it may lie outside the rows.
    pub zero_power_price: Vec<f64>,
}

/// The map over efficiency (columns) and power price (rows).
#[must_use]
pub fn margin_map(inputs: &Inputs, efficiency: Axis, power_price: Axis) -> MarginMap {
    let columns = efficiency.values(Key::Efficiency);
    let rows = power_price.values(Key::PowerPrice);
    let margin = Margin::of(inputs);
    let row = |row: &f64| {
        let columns = columns.iter();
        columns
            .map(|column| gross_margin_at(&margin, *column, *row))
            .collect()
    };
    let gross_margin = rows.iter().map(row).collect();
    let zero = |efficiency: &f64| {
        let there = inputs
            .with(Key::Efficiency, Some(*efficiency))
            .expect("the axis was cut to the input's range");
        hashprice::evaluate(&there).breakeven_power_price
    };
    MarginMap {
        zero_power_price: columns.iter().map(zero).collect(),
        efficiency: columns,
        power_price: rows,
        gross_margin,
    }
}

/// The gross margin at an efficiency (J/TH) and a power price (USD/MWh), a fraction: a point of the map that
/// need not lie on its grid.
#[must_use]
pub fn gross_margin_at(margin: &Margin, efficiency: f64, power_price: f64) -> f64 {
    let there = margin
        .with(Key::Efficiency, efficiency)
        .with(Key::PowerPrice, power_price);
    there.gross_profit() / there.revenue()
}

impl Axis {
    /// The values, evenly spread, within the input's range.
    pub(super) fn values(&self, key: Key) -> Vec<f64> {
        let row = key.parameter();
        let within = |end: f64| end.max(row.min).min(row.max);
        let window = (within(self.window.0), within(self.window.1));
        Self { window, ..*self }.spread()
    }

    /// The values, evenly spread.
    pub(super) fn spread(&self) -> Vec<f64> {
        let (from, to) = self.window;
        let steps = self.count.saturating_sub(1).max(1) as f64;
        (0..self.count)
            .map(|index| from + (to - from) * (index as f64 / steps))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary;
    use crate::model::tests::assert_prints;

    fn axis(from: f64, to: f64, count: usize) -> Axis {
        Axis {
            window: (from, to),
            count,
        }
    }

    #[test]
    fn the_preset_lies_on_the_map_with_its_margin_and_its_break_even() {
        let inputs = Inputs::default();
        let map = margin_map(&inputs, axis(10.0, 40.0, 4), axis(0.0, 90.0, 3));
        assert_eq!(map.efficiency, [10.0, 20.0, 30.0, 40.0]);
        assert_eq!(map.power_price, [0.0, 45.0, 90.0]);
        assert_eq!(map.gross_margin.len(), 3);
        assert_eq!(map.gross_margin[0], [1.0; 4]);
        assert_prints(map.gross_margin[1][1], "0.441837");
        assert_prints(map.zero_power_price[1], "80.621577");
        assert_eq!(map.zero_power_price.len(), 4);
    }

    #[test]
    fn at_the_fleet_s_own_place_the_margin_is_the_fleet_s() {
        let inputs = Inputs::default();
        let (efficiency, power_price) = (inputs.efficiency(), inputs.power_price());
        let there = gross_margin_at(&Margin::of(&inputs), efficiency, power_price);
        assert_eq!(there, hashprice::evaluate(&inputs).gross_margin);
    }

    #[test]
    fn axes_are_cut_to_the_range_and_may_be_short() {
        let inputs = Inputs::default();
        let map = margin_map(&inputs, axis(0.0, 1_000.0, 2), axis(f64::NAN, 30.0, 1));
        assert_eq!(map.efficiency, [1.0, 150.0]);
        assert_eq!(map.power_price, [0.0]);
        let empty = margin_map(&inputs, axis(10.0, 20.0, 0), axis(10.0, 20.0, 2));
        assert_eq!(empty.gross_margin, [[0.0; 0], [0.0; 0]]);
        assert!(empty.zero_power_price.is_empty());
    }

    proptest! {
        #[test]
        fn every_cell_is_the_models_and_has_the_sign_of_its_side_of_the_line(
            inputs in arbitrary::inputs(),
        ) {
            let map = margin_map(&inputs, axis(1.0, 150.0, 7), axis(0.0, 500.0, 6));
            for (row, power_price) in map.gross_margin.iter().zip(&map.power_price) {
                for (column, margin) in row.iter().enumerate() {
                    let there = arbitrary::put(&inputs, Key::Efficiency, map.efficiency[column]);
                    let there = arbitrary::put(&there, Key::PowerPrice, *power_price);
                    prop_assert_eq!(*margin, hashprice::evaluate(&there).gross_margin);
                    let zero = map.zero_power_price[column];
                    if (power_price - zero).abs() > 1e-9 * zero {
                        prop_assert_eq!(*margin > 0.0, *power_price < zero);
                    }
                }
            }
        }
    }
}
