//! The models: pure functions from [`parameters::Inputs`] to named results.
//!
//! All arithmetic is `f64`, money is dollars. A result that does not exist is `None`; nothing here
//! returns NaN or infinity. Transcendental functions come from `libm`, so that the bits are the
//! same natively and in every browser.

pub mod attribution;
pub mod cost_curve;
pub mod difficulty_lag;
mod finite;
pub mod hashprice;
pub mod margin;
pub mod network;
pub mod normal;
pub mod outputs;
pub mod parameters;
pub mod pivot;
pub mod solve;
pub mod sum_of_parts;
pub mod sweep;
pub mod valuation;

use hashprice::Hashprice;
use parameters::Inputs;
use pivot::Pivot;

/// The results of every model for one set of inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// What an exahash earns.
    pub hashprice: Hashprice,
    /// What the same megawatts earn as a data centre.
    pub pivot: Pivot,
}

impl Evaluation {
    /// Runs every model.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        let hashprice = hashprice::evaluate(inputs);
        let pivot = pivot::evaluate(inputs, &hashprice);
        Self { hashprice, pivot }
    }
}
