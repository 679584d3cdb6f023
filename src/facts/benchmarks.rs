//! Ranges that others published for what a conversion costs, earns and sells for.

use serde::Serialize;

use super::Range;

/// One published range.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Benchmark {
    /// The input that it is about, by its key.
    pub input: &'static str,
    /// What was measured.
    pub name: &'static str,
    /// In the unit of the input.
    pub range: Range,
    /// Who published it.
    pub source: &'static str,
    /// When.
    pub date: &'static str,
    /// What is unconfirmed, or to be known before it is used.
    pub note: &'static str,
}

const fn benchmark(input: &'static str, name: &'static str, range: Range) -> Benchmark {
    Benchmark {
        input,
        name,
        range,
        source: "",
        date: "undated",
        note: "",
    }
}

impl Benchmark {
    const fn by(self, source: &'static str, date: &'static str) -> Self {
        Self {
            source,
            date,
            ..self
        }
    }

    const fn note(self, note: &'static str) -> Self {
        Self { note, ..self }
    }
}

/// Every range, by input.
pub const BENCHMARKS: &[Benchmark] = &[
    benchmark("capex", "HPC site", Range::from_to(8.0, 10.0))
        .by("Needham", "undated")
        .note("A mining site costs $0.3 to 0.8 m per MW without machines."),
    benchmark("capex", "US data centres", Range::from_to(9.3, 15.0))
        .by("Cushman", "2025")
        .note("The mean is $11.7 m."),
    benchmark(
        "lease_rate",
        "Deals of 250 to 500 kW",
        Range::exactly(184.06),
    )
    .by("CBRE", "2024 H2")
    .note("Deals of less than a megawatt."),
    benchmark("exit_cap_pct", "Hyperscale", Range::from_to(5.5, 6.5)).by("JLL", "2026 Q1"),
    benchmark("exit_cap_pct", "Colocation", Range::from_to(6.0, 7.0)).by("JLL", "2026 Q1"),
    benchmark("exit_cap_pct", "Powered shell", Range::from_to(7.0, 8.0)).by("JLL", "2026 Q1"),
    benchmark(
        "mining_multiple",
        "Miners, EV/EBITDA",
        Range::from_to(6.0, 12.0),
    )
    .by("not named", "undated")
    .note("A weak source; it gives 20 to 25 for data-centre operators."),
    benchmark(
        "execution_pct",
        "New colocation deals",
        Range::exactly(50.0),
    )
    .by("JPMorgan", "2025-09"),
    benchmark(
        "execution_pct",
        "Approved power that is converted",
        Range::exactly(35.0),
    )
    .by("JPMorgan", "2025-11")
    .note("About; what its price targets assume by the end of 2026."),
    benchmark(
        "execution_pct",
        "Leased capacity that is delivered",
        Range::exactly(25.0),
    )
    .by("VanEck", "2026")
    .note("About; a count of today, not a forecast."),
    benchmark("efficiency", "Fleets surveyed", Range::exactly(28.2))
        .by("Cambridge", "2025")
        .note("Of 2024."),
    benchmark(
        "power_price",
        "Fleets surveyed, median",
        Range::exactly(45.0),
    )
    .by("Cambridge", "2025")
    .note("Of 2024; all-in $55.5."),
];
