//! A conversion in the reader's list of sites.

use crate::model::parameters::{InputError, Inputs, Key};
use crate::model::screen::{MinerProblem, checked_name};
use crate::model::sites::{Contract, START_MONTH, Site};

use super::fit::fit;

/// A conversion as the reader planned it: what it has of its own; everything else is the page's.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedSite {
    name: String,
    start_month: u64,
    contract: Contract,
    /// In the order of the table of inputs, each at most once.
    own: Vec<(Key, f64)>,
}

impl PlannedSite {
    /// A site with this name, decided in month 0 under a signed lease, with the page's inputs. Spaces
    /// around the name do not belong to it.
    ///
    /// # Errors
    /// When the name is empty or has more than 100 characters.
    pub fn named(name: &str) -> Result<Self, MinerProblem> {
        Ok(Self {
            name: checked_name(name)?,
            start_month: 0,
            contract: Contract::Signed,
            own: Vec::new(),
        })
    }

    /// The site with another name.
    ///
    /// # Errors
    /// When the name is empty or has more than 100 characters.
    pub fn renamed(&self, name: &str) -> Result<Self, MinerProblem> {
        Ok(Self {
            name: checked_name(name)?,
            ..self.clone()
        })
    }

    /// The site decided in another calendar month.
    ///
    /// # Errors
    /// When the month is not a whole number from 0 to 600.
    pub fn starting(&self, month: f64) -> Result<Self, InputError> {
        START_MONTH.check(month)?;
        Ok(Self {
            start_month: month as u64,
            ..self.clone()
        })
    }

    /// The site under another kind of contract, with the probability of execution that this kind
    /// starts with.
    #[must_use]
    pub fn under(&self, contract: Contract) -> Self {
        let own = self.own.iter().copied();
        Self {
            contract,
            own: own.filter(|(key, _)| *key != Key::ExecutionPct).collect(),
            ..self.clone()
        }
    }

    /// The site with an input of its own; `None` gives it the page's again.
    ///
    /// # Errors
    /// When the value is refused.
    pub fn with(&self, key: Key, value: Option<f64>) -> Result<Self, InputError> {
        let mut site = self.clone();
        site.own.retain(|(own, _)| *own != key);
        if let Some(value) = value {
            key.parameter().check(value)?;
            let place = site.own.partition_point(|(own, _)| *own < key);
            // Adding zero turns −0 into 0.
            site.own.insert(place, (key, value + 0.0));
        }
        Ok(site)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The calendar month of its decision, 0 … 600.
    #[must_use]
    pub const fn start_month(&self) -> u64 {
        self.start_month
    }

    /// How far its contract has come.
    #[must_use]
    pub const fn contract(&self) -> Contract {
        self.contract
    }

    /// The inputs that it has of its own, in the order of the table.
    #[must_use]
    pub fn own(&self) -> &[(Key, f64)] {
        &self.own
    }

    /// The site with the page's inputs where it has none of its own. The probability of execution
    /// is its contract's unless it has its own; a ramp longer than its lease is cut to the lease.
    #[must_use]
    pub fn site(&self, page: &Inputs) -> Site {
        let execution = (Key::ExecutionPct, self.contract.execution_pct());
        let own = self.own.iter().copied();
        let inputs =
            std::iter::once(execution)
                .chain(own)
                .fold(page.clone(), |inputs, (key, value)| {
                    fit(&inputs, key, value).expect("its values were checked when they were given")
                });
        Site {
            name: self.name.clone(),
            start_month: self.start_month,
            contract: self.contract,
            inputs,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::parameters::arbitrary as inputs;
    use crate::state::arbitrary;

    #[test]
    fn what_a_site_has_of_its_own_is_in_the_order_of_the_table_and_once() {
        let site = [
            (Key::Tenor, 10.0),
            (Key::GrossMw, 100.0),
            (Key::Tenor, 12.0),
            (Key::Pue, 1.4),
        ]
        .into_iter()
        .try_fold(
            PlannedSite::named("Odessa").expect("is a name"),
            |site, (key, value)| site.with(key, Some(value)),
        )
        .expect("in range");
        let own = [(Key::GrossMw, 100.0), (Key::Pue, 1.4), (Key::Tenor, 12.0)];
        assert_eq!(site.own(), own);
        let fewer = site.with(Key::Pue, None).expect("is the page's");
        assert_eq!(fewer.own(), [own[0], own[2]]);
    }

    #[test]
    fn a_ramp_of_the_page_is_cut_to_the_lease_of_the_site() {
        let page = Inputs::default()
            .with(Key::RampMonths, Some(36.0))
            .expect("in range");
        let site = PlannedSite::named("Odessa").expect("is a name");
        let short = site.with(Key::Tenor, Some(2.0)).expect("in range");
        assert_eq!(short.site(&page).inputs.ramp_months(), 24);
    }

    proptest! {
        #[test]
        fn a_site_has_its_own_inputs_and_else_the_pages(
            planned in arbitrary::planned_site(), page in inputs::inputs(),
        ) {
            let site = planned.site(&page);
            for key in Key::ALL {
                let own = planned.own().iter().find(|(own, _)| *own == key);
                match (key, own) {
                    // The lease may cut the ramp; difficulty and hashrate are one quantity.
                    (Key::RampMonths | Key::Difficulty | Key::NetworkHashrate, _) => {}
                    (_, Some((_, value))) => prop_assert_eq!(site.inputs.get(key), Some(*value)),
                    (Key::ExecutionPct, None) => prop_assert_eq!(
                        site.inputs.execution_pct(), planned.contract().execution_pct()
                    ),
                    (_, None) => prop_assert_eq!(site.inputs.get(key), page.get(key)),
                }
            }
        }
    }
}
