//! The output table: name, label and unit of each result, model by model, in one place.

use super::Evaluation;
use super::cost_curve::CostCurve;
use super::hashprice::Hashprice;
use super::pivot::Pivot;
use super::sum_of_parts::SumOfParts;
use super::valuation::Valuation;

/// What an output's number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutputUnit {
    /// USD per EH/s a day; the page shows it in the unit of its switch.
    RevenuePerDay,
    /// BTC per EH/s a day.
    BtcPerEhDay,
    /// USD per bitcoin.
    UsdPerBtc,
    /// USD a day.
    UsdPerDay,
    /// USD a year.
    UsdPerYear,
    /// USD per MWh.
    UsdPerMwh,
    /// USD per kW of critical IT a month.
    UsdPerKwMonth,
    /// USD m.
    UsdM,
    /// USD m per gross MW a year.
    UsdMPerMwYear,
    /// A fraction, shown in percent.
    Fraction,
    /// Percent.
    Percent,
    /// USD bn.
    UsdBn,
    /// USD a share.
    UsdPerShare,
    /// Bitcoin.
    Btc,
    /// A plain multiple.
    Multiple,
    /// Difficulty.
    Difficulty,
    /// EH/s.
    EhPerSecond,
    /// J/TH.
    JoulePerTh,
    /// MW.
    Mw,
    /// Days.
    Days,
    /// Months.
    Months,
}

impl OutputUnit {
    /// The unit of the number itself, as types and documents write it.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::RevenuePerDay => "USD/EH/day",
            Self::BtcPerEhDay => "BTC/EH/day",
            Self::UsdPerBtc => "USD/BTC",
            Self::UsdPerDay => "USD/day",
            Self::UsdPerYear => "USD/year",
            Self::UsdPerMwh => "USD/MWh",
            Self::UsdPerKwMonth => "USD per kW of critical IT a month",
            Self::UsdM => "USD m",
            Self::UsdMPerMwYear => "USD m per gross MW a year",
            Self::Fraction => "a fraction",
            Self::Percent => "%",
            Self::UsdBn => "USD bn",
            Self::UsdPerShare => "USD a share",
            Self::Btc => "BTC",
            Self::Multiple => "a multiple",
            Self::Difficulty => "(a pure number)",
            Self::EhPerSecond => "EH/s",
            Self::JoulePerTh => "J/TH",
            Self::Mw => "MW",
            Self::Days => "days",
            Self::Months => "months",
        }
    }
}

/// One result: its name in exports and `data-output`, its name on screen, its unit, and where it
/// stands in an [`Evaluation`].
#[derive(Clone, Copy, Debug)]
pub struct Output {
    /// The name in exports, `data-output` and the JavaScript API.
    pub key: &'static str,
    /// The name on screen.
    pub label: &'static str,
    /// What the number means.
    pub unit: OutputUnit,
    /// The result, if it exists.
    pub value: fn(&Evaluation) -> Option<f64>,
}

impl Output {
    /// The output with this name, of any model.
    #[must_use]
    pub fn from_key(key: &str) -> Option<&'static Self> {
        Model::ALL.into_iter().find_map(|model| model.output(key))
    }
}

/// The results of one model. Code that names one model carries that one alone.
#[derive(Clone, Copy, Debug)]
pub struct Model {
    /// The name in the JavaScript API.
    pub name: &'static str,
    /// Its numeric results, in the order in which they are shown.
    pub outputs: &'static [Output],
}

/// A model is known by its name.
impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Model {
    /// The output of this model with this name.
    #[must_use]
    pub fn output(&self, key: &str) -> Option<&'static Output> {
        self.outputs.iter().find(|output| output.key == key)
    }
}

/// What a result's field may hold.
trait Exists {
    const OPTIONAL: bool;
    fn exists(self) -> Option<f64>;
}

impl Exists for f64 {
    const OPTIONAL: bool = false;
    fn exists(self) -> Option<f64> {
        Some(self)
    }
}

impl Exists for Option<f64> {
    const OPTIONAL: bool = true;
    fn exists(self) -> Option<f64> {
        self
    }
}

impl Exists for Option<u64> {
    const OPTIONAL: bool = true;
    fn exists(self) -> Option<f64> {
        self.map(|count| count as f64)
    }
}

/// Whether the field that this reads may be absent.
const fn may_be_absent<T, F: Exists>(_: fn(&T) -> F) -> bool {
    F::OPTIONAL
}

macro_rules! outputs {
    ($($constant:ident $model:ident: $type:ty { $($key:ident $unit:ident $label:literal;)* })*) => {
        impl Model {
            $(
                #[doc = concat!("The results of `", stringify!($model), "`.")]
                pub const $constant: Self = Self {
                    name: stringify!($model),
                    outputs: &[$(
                        Output {
                            key: stringify!($key),
                            label: $label,
                            unit: OutputUnit::$unit,
                            value: |evaluation| {
                                let results: &$type = evaluation.$model();
                                results.$key.exists()
                            },
                        },
                    )*],
                };
            )*

            /// Every model with numeric results.
            pub const ALL: [Self; [$(stringify!($model)),*].len()] = [$(Self::$constant),*];
        }

        impl Output {
            /// Whether there are inputs for which it does not exist. Not a field, so that code that
            /// does not ask does not carry the answers.
            #[must_use]
            pub fn is_optional(&self) -> bool {
                const ABSENT: &[(&str, bool)] = &[$($(
                    (stringify!($key), may_be_absent(|results: &$type| results.$key)),
                )*)*];
                ABSENT.contains(&(self.key, true))
            }
        }
    };
}

outputs! {
    HASHPRICE hashprice: Hashprice {
        hashprice RevenuePerDay "Hashprice";
        revenue_btc BtcPerEhDay "Revenue in bitcoin";
        revenue RevenuePerDay "Revenue";
        power_cost RevenuePerDay "Power";
        gross_profit RevenuePerDay "Gross profit";
        gross_margin Fraction "Gross margin";
        sustaining_capex RevenuePerDay "Sustaining capex";
        free_cash_flow RevenuePerDay "Free cash flow";
        breakeven_btc_price UsdPerBtc "Break-even bitcoin price";
        breakeven_difficulty Difficulty "Break-even difficulty";
        breakeven_network_hashrate EhPerSecond "Break-even network hashrate";
        breakeven_power_price UsdPerMwh "Break-even power price";
        breakeven_efficiency JoulePerTh "Break-even efficiency";
        all_in_cost_per_btc UsdPerBtc "All-in cost per bitcoin";
        revenue_per_mwh UsdPerMwh "Revenue per MWh";
        price_elasticity Percent "Profit per 1% on bitcoin";
        fcf_elasticity Percent "Free cash flow per 1% on bitcoin";
        network_revenue_day UsdPerDay "Network revenue";
        upgrade_payback_days Days "Upgrade payback";
        fleet_power_mw Mw "Fleet power";
        fleet_revenue_year UsdPerYear "Fleet revenue";
        fleet_gross_profit_year UsdPerYear "Fleet gross profit";
        fleet_free_cash_flow_year UsdPerYear "Fleet free cash flow";
    }
    COST_CURVE cost_curve: CostCurve {
        online_share Fraction "Online share";
        capacity EhPerSecond "Installed hashrate";
        equilibrium_hashrate EhPerSecond "Equilibrium hashrate";
        equilibrium_hashprice RevenuePerDay "Equilibrium hashprice";
        your_percentile Fraction "Cheaper than you";
    }
    VALUATION valuation: Valuation {
        issuance_btc Btc "Issuance in four years";
        block_reward_opportunity UsdBn "Block-reward opportunity";
        ratio Fraction "Cap over opportunity";
        ratio_own_share Fraction "Cap over own share of it";
        implied_market_cap UsdBn "Cap at target";
        implied_move Fraction "Move to target";
        implied_btc_price UsdPerBtc "Bitcoin price at target";
        implied_price_growth Fraction "Price growth at target";
    }
    PIVOT pivot: Pivot {
        it_mw Mw "Critical IT power";
        displaced_hashrate EhPerSecond "Displaced hashrate";
        capex_total UsdM "Capex";
        npv_hpc UsdM "Data centre NPV";
        npv_run_off UsdM "Mining NPV, run off";
        npv_renew UsdM "Mining NPV, renewed";
        npv_mining UsdM "Continued mining, NPV";
        npv_convert UsdM "Converting, NPV";
        npv_gain UsdM "Gain from converting";
        expected_npv_gain UsdM "Expected gain";
        irr Fraction "IRR";
        payback_months Months "Payback";
        multiple_on_capex Multiple "Multiple on capex";
        noi_first_year UsdM "NOI, first year";
        noi_average UsdM "NOI, lease average";
        yield_on_cost_first_year Fraction "Yield on cost, first year";
        yield_on_cost_average Fraction "Yield on cost, average";
        levered_irr Fraction "Levered IRR";
        min_dscr Multiple "Smallest DSCR";
        equity_needed UsdM "Equity needed";
        breakeven_lease_rate UsdPerKwMonth "Break-even lease rate";
        breakeven_overrun_pct Percent "Break-even overrun";
        breakeven_hashprice RevenuePerDay "Break-even hashprice";
        breakeven_delay_months Months "Break-even delay";
        hpc_revenue_per_gross_mw_year UsdMPerMwYear "HPC revenue per gross MW";
        hpc_margin_per_gross_mw_year UsdMPerMwYear "HPC margin per gross MW";
        mining_revenue_per_gross_mw_year UsdMPerMwYear "Mining revenue per gross MW";
        mining_margin_per_gross_mw_year UsdMPerMwYear "Mining margin per gross MW";
    }
    SUM_OF_PARTS sum_of_parts: SumOfParts {
        mining_value UsdM "Mining value";
        hpc_value UsdM "HPC value";
        equity_value UsdM "Equity value";
        per_share UsdPerShare "Value per share";
        implied_execution_pct Percent "Implied execution";
        implied_mw Mw "Implied power";
        implied_mining_multiple Multiple "Implied mining multiple";
        equity_beta Percent "Equity per 1% on bitcoin";
        hedge_btc Btc "Hedge";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::parameters::{Inputs, Key};

    #[test]
    fn each_output_has_a_name_of_its_own_that_no_input_has() {
        let keys: Vec<&str> = Model::ALL
            .into_iter()
            .flat_map(|model| model.outputs.iter().map(|output| output.key))
            .collect();
        for (index, key) in keys.iter().enumerate() {
            assert!(!keys[..index].contains(key), "{key} is there twice");
            assert!(Key::from_name(key).is_none(), "{key} is also an input");
        }
    }

    #[test]
    fn units_are_told_apart_by_their_text() {
        let units: Vec<OutputUnit> = Model::ALL
            .into_iter()
            .flat_map(|model| model.outputs.iter().map(|output| output.unit))
            .collect();
        for (a, b) in units.iter().flat_map(|a| units.iter().map(move |b| (a, b))) {
            assert_eq!(a == b, a.text() == b.text(), "{a:?} and {b:?}");
        }
        assert_eq!(OutputUnit::RevenuePerDay.text(), "USD/EH/day");
    }

    #[test]
    fn outputs_are_found_by_name() {
        let evaluation = Evaluation::of(&Inputs::default());
        let output = Output::from_key("payback_months").expect("is in the table");
        assert_eq!((output.value)(&evaluation), Some(94.0));
        assert!(Output::from_key("payback").is_none());
        assert!(Model::HASHPRICE.output("payback_months").is_none());
    }

    #[test]
    fn an_output_is_the_result_of_its_name_and_absent_where_there_is_none() {
        let value = |key: &str, evaluation: &Evaluation| {
            let output = Output::from_key(key).expect("is in the table");
            (output.value)(evaluation)
        };
        let preset = Evaluation::of(&Inputs::default());
        let gain = preset.pivot().npv_gain;
        assert_eq!(value("npv_gain", &preset), Some(gain));
        assert_eq!(value("irr", &preset), preset.pivot().irr);
        assert!(preset.pivot().irr.is_some());
        let free = Inputs::default().with(Key::Capex, Some(0.0));
        let free = Evaluation::of(&free.expect("in range"));
        assert_eq!(value("irr", &free), None);
    }

    #[test]
    fn only_an_optional_output_can_be_absent() {
        let is_optional = |key| {
            Output::from_key(key)
                .expect("is in the table")
                .is_optional()
        };
        assert!(is_optional("payback_months") && is_optional("irr"));
        assert!(!is_optional("hashprice") && !is_optional("npv_hpc"));
    }
}
