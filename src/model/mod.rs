//! The models: pure functions from [`parameters::Inputs`] to named results.
//!
//! All arithmetic is `f64`, money is dollars. A result that does not exist is `None`; nothing here
//! returns NaN or infinity. Transcendental functions come from `libm`, so that the bits are the
//! same natively and in every browser.

pub mod attribution;
pub mod cost_curve;
pub mod difficulty_lag;
mod finite;
pub mod formulas;
pub mod hashprice;
pub mod margin;
pub mod margin_map;
pub mod model_inputs;
mod moved;
pub mod network;
pub mod network_curves;
pub mod normal;
pub(crate) mod order;
pub mod outputs;
pub mod parameters;
pub mod pivot;
pub mod price_growth;
pub mod screen;
pub mod signals;
pub mod sites;
pub mod solve;
pub mod stress;
pub mod sum_of_parts;
pub mod sweep;
pub mod tornado;
pub mod valuation;
pub mod value_map;

use std::cell::OnceCell;

use cost_curve::CostCurve;
use hashprice::Hashprice;
use parameters::Inputs;
use pivot::{Pivot, PresentValues};
use sum_of_parts::SumOfParts;
use valuation::Valuation;

/// The version of the models: a new one when the same inputs may give other results.
pub const MODEL_VERSION: &str = "1";

/// The results of the models for one set of inputs, each computed when it is first asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    inputs: Inputs,
    hashprice: OnceCell<Hashprice>,
    cost_curve: OnceCell<CostCurve>,
    valuation: OnceCell<Valuation>,
    conversion: OnceCell<PresentValues>,
    pivot: OnceCell<Pivot>,
    sum_of_parts: OnceCell<SumOfParts>,
}

impl Evaluation {
    /// The results for these inputs.
    #[must_use]
    pub fn of(inputs: &Inputs) -> Self {
        Self {
            inputs: inputs.clone(),
            hashprice: OnceCell::new(),
            cost_curve: OnceCell::new(),
            valuation: OnceCell::new(),
            conversion: OnceCell::new(),
            pivot: OnceCell::new(),
            sum_of_parts: OnceCell::new(),
        }
    }

    /// The inputs that these are the results of.
    #[must_use]
    pub const fn inputs(&self) -> &Inputs {
        &self.inputs
    }

    /// What an exahash earns.
    #[must_use]
    pub fn hashprice(&self) -> &Hashprice {
        self.hashprice
            .get_or_init(|| hashprice::evaluate(&self.inputs))
    }

    /// Where the network stands on its cost curve.
    #[must_use]
    pub fn cost_curve(&self) -> &CostCurve {
        self.cost_curve
            .get_or_init(|| cost_curve::evaluate(&self.inputs))
    }

    /// The listed cohort against four years of block rewards.
    #[must_use]
    pub fn valuation(&self) -> &Valuation {
        self.valuation
            .get_or_init(|| valuation::evaluate(&self.inputs))
    }

    /// What converting the megawatts is worth: a small part of [`Self::pivot`].
    #[must_use]
    pub fn conversion(&self) -> &PresentValues {
        self.conversion
            .get_or_init(|| PresentValues::of(&self.inputs))
    }

    /// What the same megawatts earn as a data centre.
    #[must_use]
    pub fn pivot(&self) -> &Pivot {
        self.pivot
            .get_or_init(|| pivot::evaluate(&self.inputs, self.hashprice()))
    }

    /// One company as a commodity producer and as infrastructure.
    #[must_use]
    pub fn sum_of_parts(&self) -> &SumOfParts {
        self.sum_of_parts
            .get_or_init(|| sum_of_parts::evaluate(&self.inputs, self))
    }
}

#[cfg(test)]
pub(crate) mod tests;
