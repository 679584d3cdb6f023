//! The parameter table: one row an input. Adding an input is adding a row.

use super::parameter::{Group, Parameter};
use crate::units::{Difficulty, Hashrate};

/// Makes, from the rows, the [`Key`] of each input, the table itself and the getters.
///
/// A row reads `kind Variant key = row;` where `kind` is the getter's type: `number` (`f64`),
/// `count` (`u64`), `option` (`Option<f64>`), or `shared` for the two displays of difficulty, whose
/// getters are written by hand.
macro_rules! parameters {
    ($($kind:ident $variant:ident $key:ident = $row:expr;)*) => {
        /// Names one input.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key {
            $(#[doc = concat!("`", stringify!($key), "`")] $variant,)*
        }

        impl Key {
            /// Every input, in the order of the table.
            pub const ALL: [Self; [$(Self::$variant),*].len()] = [$(Self::$variant),*];
        }

        /// The table, in the order of [`Key::ALL`].
        pub(super) const TABLE: [Parameter; Key::ALL.len()] =
            [$($row.keyed(stringify!($key))),*];

        impl super::Inputs {
            $(parameters!(@getter $kind $variant $key);)*
        }
    };
    (@getter number $variant:ident $key:ident) => {
        #[doc = concat!("The value of `", stringify!($key), "`, in the unit of its row.")]
        #[must_use]
        pub fn $key(&self) -> f64 {
            self.required(Key::$variant)
        }
    };
    (@getter count $variant:ident $key:ident) => {
        #[doc = concat!("The value of `", stringify!($key), "`, a whole number.")]
        #[must_use]
        pub fn $key(&self) -> u64 {
            self.required(Key::$variant) as u64
        }
    };
    (@getter option $variant:ident $key:ident) => {
        #[doc = concat!("The value of `", stringify!($key), "`, if given.")]
        #[must_use]
        pub fn $key(&self) -> Option<f64> {
            self.get(Key::$variant)
        }
    };
    (@getter shared $variant:ident $key:ident) => {};
}

const fn linear(default: f64, min: f64, max: f64, step: f64) -> Parameter {
    Parameter::linear(default, min, max, step)
}

const fn log(default: f64, min: f64, max: f64) -> Parameter {
    Parameter::log(default, min, max)
}

/// The difficulty that implies this many EH/s.
const fn difficulty_of(eh_s: f64) -> f64 {
    Difficulty::from_hashrate(Hashrate::from_eh_s(eh_s)).to_number()
}

const JPM: &str = "JPMorgan, December 2025 average";
const MAX_SAFE_INTEGER: f64 = 9_007_199_254_740_991.0;

use Group::{Build, Finance, Fleet, Lease, Market, Response, Valuation};

parameters! {
    number BtcPrice btc_price = log(88_950.0, 1_000.0, 2_000_000.0)
        .named("Bitcoin price", "USD/BTC").reach(10_000.0, 1_000_000.0).within(Market)
        .help("What one bitcoin sells for.").source(JPM);
    shared NetworkHashrate network_hashrate = log(1_045.0, 10.0, 20_000.0)
        .named("Network hashrate", "EH/s").reach(100.0, 10_000.0).within(Market)
        .help("The hashrate that the difficulty implies; difficulty in another unit.").source(JPM);
    shared Difficulty difficulty = log(0.0, difficulty_of(10.0), difficulty_of(20_000.0)).absent()
        .named("Difficulty", "(a pure number)").reach(difficulty_of(100.0), difficulty_of(10_000.0))
        .decimals(2).within(Market)
        .help("How hard a block is to find; it follows the network's hashrate every 2,016 blocks.")
        .source("implied by the network hashrate");
    number FeesPct fees_pct = linear(1.03, 0.0, 300.0, 0.1)
        .named("Transaction fees", "% of the subsidy").reach(0.0, 50.0).within(Market)
        .help("Fees that a block pays on top of its subsidy.")
        .source("so that revenue is JPMorgan's $38,700");
    count BlockHeight block_height = linear(930_300.0, 0.0, 2_100_000.0, 2_016.0).whole()
        .named("Block height", "blocks").reach(840_000.0, 1_260_000.0).within(Market)
        .help("Decides the subsidy, which halves every 210,000 blocks.")
        .source("about 31 December 2025");

    number Efficiency efficiency = log(20.0, 1.0, 150.0)
        .named("Efficiency", "J/TH").reach(5.0, 100.0).decimals(1).within(Fleet)
        .help("Energy for a terahash; the same number is MW per EH/s. Lower is better.")
        .source("JPMorgan, network average");
    number PowerPrice power_price = linear(45.0, 0.0, 500.0, 0.5)
        .named("Power cost", "USD/MWh").reach(0.0, 150.0).decimals(2).within(Fleet)
        .help("What a megawatt-hour costs at the site.").source("JPMorgan, network average");
    number PoolFeePct pool_fee_pct = linear(0.0, 0.0, 20.0, 0.1)
        .named("Pool fee", "% of revenue").reach(0.0, 5.0).within(Fleet)
        .help("The pool's share of revenue.").source("0, so that the default is JPMorgan's figure");
    number UptimePct uptime_pct = linear(100.0, 1.0, 100.0, 1.0)
        .named("Uptime", "% of hours running").reach(50.0, 100.0).within(Fleet)
        .help("Hours in which machines run.").source("100, so that the default is JPMorgan's figure");
    number CurtailmentCredit curtailment_credit = linear(0.0, 0.0, 500.0, 1.0)
        .named("Curtailment credit", "USD per MWh not drawn while down").reach(0.0, 150.0).within(Fleet)
        .help("What the grid pays for power that is not drawn while machines are down.")
        .source("0, so that the default is JPMorgan's figure");
    number Overhead overhead = linear(3_000.0, 0.0, 100_000.0, 100.0)
        .named("Overhead", "USD/EH/day").reach(0.0, 20_000.0).within(Fleet)
        .help("Staff, rent and everything else that is neither power nor interest.");
    number Interest interest = linear(1_500.0, 0.0, 100_000.0, 100.0)
        .named("Interest", "USD/EH/day").reach(0.0, 20_000.0).within(Fleet)
        .help("Interest on the miner's own debt.");
    number MachinePrice machine_price = linear(15.0, 0.0, 200.0, 0.5)
        .named("Machine price", "USD/TH").reach(0.0, 50.0).within(Fleet)
        .help("What a replacement machine costs.");
    number MachineResale machine_resale = linear(4.0, 0.0, 200.0, 0.5)
        .named("Machine resale", "USD/TH").reach(0.0, 50.0).within(Fleet)
        .help("What today's machines fetch when sold.");
    number MachineLife machine_life = linear(4.0, 0.5, 10.0, 0.5)
        .named("Machine life", "years").within(Fleet)
        .help("Years after which a machine is replaced.");
    number UpgradeEfficiency upgrade_efficiency = log(13.5, 1.0, 150.0)
        .named("Upgrade efficiency", "J/TH").reach(5.0, 100.0).within(Fleet)
        .help("Efficiency of the machines on offer.").source("Antminer S21 XP");
    number UpgradePrice upgrade_price = linear(20.0, 0.0, 200.0, 0.5)
        .named("Upgrade price", "USD/TH").reach(0.0, 50.0).within(Fleet)
        .help("Price of the machines on offer.");
    number FleetHashrate fleet_hashrate = log(50.0, 0.001, 1_000.0)
        .named("Fleet hashrate", "EH/s").reach(0.1, 1_000.0).within(Fleet)
        .help("Size of your fleet.");

    number FleetEfficiency fleet_efficiency = log(20.0, 1.0, 150.0)
        .named("Network efficiency", "J/TH").reach(5.0, 100.0).within(Response)
        .help("Average efficiency of the network's machines.").source("JPMorgan, network average");
    number FleetPowerPrice fleet_power_price = linear(45.0, 1.0, 500.0, 1.0)
        .named("Network power cost", "USD/MWh").reach(1.0, 150.0).within(Response)
        .help("Average power price of the network.").source("JPMorgan, network average");
    number EfficiencySpread efficiency_spread = linear(0.25, 0.0, 1.5, 0.05)
        .named("Efficiency spread", "log-sd").within(Response)
        .help("How far machines differ in efficiency. An assumption.").source("assumption");
    number PowerSpread power_spread = linear(0.25, 0.0, 1.5, 0.05)
        .named("Power spread", "log-sd").within(Response)
        .help("How far miners differ in power price. An assumption.").source("assumption");
    number IdlePct idle_pct = linear(3.392, 0.0, 95.0, 0.1)
        .named("Idle now", "% of installed hashrate that is off now").reach(0.0, 50.0).within(Response)
        .help("Machines that are installed and switched off.")
        .source("the size of December 2025's hashrate decline");
    option RealisedHashrate realised_hashrate = log(0.0, 10.0, 20_000.0).absent()
        .named("Realised hashrate", "EH/s").reach(100.0, 10_000.0).within(Response)
        .help("Hashrate that runs now; if empty, what difficulty implies.")
        .source("absent: the network hashrate");
    number CapacityGrowthPct capacity_growth_pct = linear(0.0, -20.0, 20.0, 0.1)
        .named("Capacity growth", "% a month of installed hashrate").reach(-5.0, 5.0).within(Response)
        .help("How fast installed capacity grows.");
    number ResponseLag response_lag = linear(20.0, 0.0, 365.0, 1.0)
        .named("Response lag", "days").reach(0.0, 120.0).within(Response)
        .help("How long miners take to switch on or off.");
    number PriceDriftPct price_drift_pct = linear(0.0, -95.0, 400.0, 1.0)
        .named("Price drift", "% a year").reach(-80.0, 100.0).within(Response)
        .help("Growth of the mean bitcoin price.");
    number PriceVolatilityPct price_volatility_pct = linear(39.0, 0.0, 200.0, 1.0)
        .named("Price volatility", "% a year").reach(0.0, 100.0).within(Response)
        .help("Volatility of the bitcoin price.").source("December 2025");
    count HorizonEpochs horizon_epochs = linear(26.0, 1.0, 130.0, 1.0).whole()
        .named("Horizon", "epochs of about 14 days").within(Response)
        .help("How many difficulty epochs are simulated.");
    count Paths paths = log(10_000.0, 100.0, 100_000.0).whole()
        .named("Paths", "paths").within(Response)
        .help("Paths of the Monte Carlo.").source("accuracy against speed");
    count Seed seed = Parameter::plain(2_025.0, 0.0, MAX_SAFE_INTEGER).whole()
        .named("Seed", "(a name for the random numbers)").within(Response)
        .help("The same seed gives the same paths everywhere.").source("arbitrary");

    number MarketCap market_cap = log(48.0, 0.001, 10_000.0)
        .named("Market cap", "USD bn").reach(1.0, 1_000.0).within(Valuation)
        .help("Market capitalisation of the listed cohort.").source("JPMorgan, end of December 2025");
    option SpotPrice spot_price = log(0.0, 1_000.0, 2_000_000.0).absent()
        .named("Spot price", "USD/BTC").reach(10_000.0, 1_000_000.0).within(Valuation)
        .help("Price at which the block reward is valued; if empty, the bitcoin price.")
        .source("absent: the bitcoin price");
    number TargetRatioPct target_ratio_pct = linear(45.0, 1.0, 1_000.0, 1.0)
        .named("Target ratio", "% of the four-year block-reward opportunity").reach(1.0, 200.0)
        .within(Valuation)
        .help("Cap over four years of block rewards.").source("JPMorgan, long-run average");
    number NetworkSharePct network_share_pct = linear(30.0, 0.001, 100.0, 1.0)
        .named("Network share", "% of network hashrate the cohort runs").within(Valuation)
        .help("The cohort's share of network hashrate.");
    number SharePrice share_price = log(30.0, 0.01, 100_000.0)
        .named("Share price", "USD").reach(0.5, 1_000.0).within(Valuation)
        .help("Share price of one company.");
    number Shares shares = log(100.0, 0.001, 100_000.0)
        .named("Shares", "million, fully diluted").reach(1.0, 10_000.0).within(Valuation)
        .help("Fully diluted shares of one company.");
    number NewSharesPct new_shares_pct = linear(0.0, 0.0, 500.0, 1.0)
        .named("New shares", "% issued at today's share price").reach(0.0, 100.0).within(Valuation)
        .help("Shares issued at today's price.");
    number NetDebt net_debt = linear(0.0, -100_000.0, 100_000.0, 10.0)
        .named("Net debt", "USD m").reach(-5_000.0, 5_000.0).within(Valuation)
        .help("Negative is net cash; held bitcoin counts as cash.");
    number MiningMultiple mining_multiple = linear(6.0, 0.0, 50.0, 0.5)
        .named("Mining multiple", "EV / mining EBITDA").reach(0.0, 20.0).within(Valuation)
        .help("Multiple on mining EBITDA.");
    number SiteValue site_value = linear(0.0, 0.0, 20.0, 0.1)
        .named("Site value", "USD m per gross MW of power without a tenant").reach(0.0, 5.0)
        .within(Valuation)
        .help("What power without a tenant is worth.");

    number GrossMw gross_mw = log(300.0, 1.0, 20_000.0)
        .named("Converted power", "gross MW").reach(10.0, 5_000.0).within(Lease)
        .help("Utility power that is converted from mining.");
    number Pue pue = linear(1.3, 1.0, 2.5, 0.01)
        .named("PUE", "gross MW per critical-IT MW").reach(1.0, 2.0).within(Lease)
        .help("Power that the site draws for each megawatt that tenants use.")
        .source("announced sites: 1.18 to 1.52");
    number LeaseRate lease_rate = linear(150.0, 0.0, 2_000.0, 1.0)
        .named("Lease rate", "USD per kW of critical IT a month").reach(0.0, 300.0).within(Lease)
        .help("Rent in the first year.").source("announced: 104 to 189");
    number EscalatorPct escalator_pct = linear(3.0, 0.0, 10.0, 0.1)
        .named("Escalator", "% a year").within(Lease)
        .help("Yearly rise of the rent.").source("announced: 3");
    count Tenor tenor = linear(15.0, 1.0, 40.0, 1.0).whole()
        .named("Tenor", "years").within(Lease)
        .help("Length of the lease.").source("announced: 10 to 25");
    number OccupancyPct occupancy_pct = linear(100.0, 0.0, 100.0, 1.0)
        .named("Occupancy", "% of contracted capacity that is paid").within(Lease)
        .help("Contracted capacity that is paid for; 100 is take-or-pay.").source("take-or-pay");
    number NoiMarginPct noi_margin_pct = linear(85.0, 0.0, 100.0, 1.0)
        .named("NOI margin", "% of rent").within(Lease)
        .help("What is left of the rent after the site's running costs.")
        .source("announced: 75 to 90");
    number Capex capex = linear(10.0, 0.0, 60.0, 0.1)
        .named("Capex", "USD m per critical-IT MW").reach(0.0, 20.0).within(Build)
        .help("Cost of the conversion.").source("announced: 8 to 15; retrofit 3.6");
    number OverrunPct overrun_pct = linear(0.0, -50.0, 300.0, 1.0)
        .named("Overrun", "% of capex").reach(-50.0, 100.0).within(Build)
        .help("Capex beyond the plan.");
    number CustomerFundedPct customer_funded_pct = linear(0.0, 0.0, 100.0, 1.0)
        .named("Paid by tenant", "% of capex").within(Build)
        .help("Capex that the tenant pays.");
    count BuildMonths build_months = linear(18.0, 0.0, 120.0, 1.0).whole()
        .named("Build time", "months").reach(0.0, 60.0).within(Build)
        .help("Months from decision to first rent, without delay.");
    count RampMonths ramp_months = linear(6.0, 1.0, 120.0, 1.0).whole()
        .named("Ramp", "months").reach(1.0, 36.0).within(Build)
        .help("Months from first to full rent; at most the lease's tenor.");
    count DelayMonths delay_months = linear(0.0, 0.0, 120.0, 1.0).whole()
        .named("Delay", "months").within(Build)
        .help("Months by which the first rent comes late.");
    count MiningStopMonth mining_stop_month = linear(0.0, 0.0, 240.0, 1.0).whole()
        .named("Mining stops", "months after the decision").reach(0.0, 60.0).within(Build)
        .help("Month in which the site stops mining.");
    number RenewalPct renewal_pct = linear(70.0, 0.0, 100.0, 1.0)
        .named("Renewal", "% probability").within(Finance)
        .help("Probability that the lease is renewed.");
    number ExitCapPct exit_cap_pct = linear(8.0, 1.0, 30.0, 0.1)
        .named("Exit cap rate", "%").reach(1.0, 15.0).within(Finance)
        .help("Rate at which rent after the lease is valued.")
        .source("powered shell 7 to 8, hyperscale 5.5 to 6.5");
    number HpcDiscountPct hpc_discount_pct = linear(9.0, 0.0, 100.0, 0.1)
        .named("HPC discount rate", "% a year").reach(0.0, 30.0).within(Finance)
        .help("Discount rate of rent and capex.");
    number MiningDiscountPct mining_discount_pct = linear(15.0, 0.0, 100.0, 0.1)
        .named("Mining discount rate", "% a year").reach(0.0, 50.0).within(Finance)
        .help("Discount rate of mining cash.");
    number HashpriceDriftPct hashprice_drift_pct = linear(-10.0, -95.0, 50.0, 0.5)
        .named("Hashprice drift", "% a year").reach(-50.0, 50.0).within(Finance)
        .help("How hashprice moves in the mining case.");
    number ExecutionPct execution_pct = linear(75.0, 0.0, 100.0, 1.0)
        .named("Execution", "% probability").within(Finance)
        .help("Probability that the contract becomes paying capacity.")
        .source("illustrative; JPMorgan used 50 for new deals in September 2025");
    number SunkPct sunk_pct = linear(50.0, 0.0, 100.0, 1.0)
        .named("Sunk", "% of capex lost on failure").within(Finance)
        .help("Capex that is lost when the contract fails.");
    number LoanToCostPct loan_to_cost_pct = linear(80.0, 0.0, 100.0, 1.0)
        .named("Loan to cost", "% of own capex borrowed").within(Finance)
        .help("Share of own capex that is borrowed.").source("announced: 80 to 85");
    number LoanRatePct loan_rate_pct = linear(8.0, 0.0, 30.0, 0.1)
        .named("Loan rate", "% a year").reach(0.0, 20.0).within(Finance)
        .help("Nominal yearly rate, charged monthly.");
}
