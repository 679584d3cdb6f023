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

use std::cell::OnceCell;

use hashprice::Hashprice;
use parameters::Inputs;
use pivot::Pivot;

/// The results of the models for one set of inputs, each computed when it is first asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    inputs: Inputs,
    hashprice: OnceCell<Hashprice>,
    pivot: OnceCell<Pivot>,
}

impl Evaluation {
    /// The results for these inputs.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        Self {
            inputs: inputs.clone(),
            hashprice: OnceCell::new(),
            pivot: OnceCell::new(),
        }
    }

    /// What an exahash earns.
    #[must_use]
    pub fn hashprice(&self) -> &Hashprice {
        self.hashprice
            .get_or_init(|| hashprice::evaluate(&self.inputs))
    }

    /// What the same megawatts earn as a data centre.
    #[must_use]
    pub fn pivot(&self) -> &Pivot {
        self.pivot
            .get_or_init(|| pivot::evaluate(&self.inputs, self.hashprice()))
    }
}

#[cfg(test)]
pub(crate) mod tests;
