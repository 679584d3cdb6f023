//! Mining machines.

use serde::Serialize;

/// A machine as resellers list it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Machine {
    /// The name in links and exports.
    pub id: &'static str,
    /// The maker's name.
    pub name: &'static str,
    /// Hashrate, TH/s.
    pub th_s: f64,
    /// Power at the wall, W.
    pub watts: f64,
    /// Energy for a terahash, J/TH: W over TH/s.
    pub efficiency: f64,
}

/// Where the figures are from.
pub const SOURCE: &str = "resellers' listings";
/// When.
pub const DATE: &str = "undated";
/// What is unconfirmed.
pub const NOTE: &str = "The maker's nominal figures, as listed: machines in the field differ by a few \
                        percent. No prices: they change by the week.";

const fn machine(id: &'static str, name: &'static str, th_s: f64, watts: f64) -> Machine {
    Machine {
        id,
        name,
        th_s,
        watts,
        efficiency: watts / th_s,
    }
}

/// Every machine, the least efficient first.
pub const MACHINES: &[Machine] = &[
    machine("s9", "Antminer S9", 13.5, 1_323.0),
    machine("s19j_pro", "Antminer S19j Pro", 100.0, 3_050.0),
    machine("s19k_pro", "Antminer S19k Pro", 120.0, 2_760.0),
    machine("s19_xp", "Antminer S19 XP", 140.0, 3_010.0),
    machine("s21", "Antminer S21", 200.0, 3_500.0),
    machine("s21_pro", "Antminer S21 Pro", 234.0, 3_510.0),
    machine("s21_xp", "Antminer S21 XP", 270.0, 3_645.0),
    machine("s21_xp_hyd", "Antminer S21 XP Hyd", 473.0, 5_676.0),
    machine("s23", "Antminer S23", 318.0, 3_498.0),
    machine("s23_hyd", "Antminer S23 Hyd", 580.0, 5_510.0),
];
