//! Announced leases of miners' sites to AI tenants, as they were reported.
//!
//! Critical-IT and gross megawatts are different quantities and stand in different fields; nothing
//! here derives one from the other unless both, or one and the PUE, were published. Rents per
//! kilowatt are contract value over critical IT and time: means over the contract, not first-year
//! rates.

use serde::Serialize;

use super::Range;

/// How a contract pays: rents of different kinds are not comparable without thought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeaseType {
    /// Space, power and cooling for the tenant's machines; the owner pays what it costs to run.
    Colocation,
    /// The tenant also pays taxes, insurance and upkeep: nearly all rent is net income.
    TripleNet,
    /// The tenant pays the power bill beside the rent.
    PowerPassedThrough,
    /// The owner buys the machines and sells their time: not comparable with a lease.
    GpuCloud,
}

impl LeaseType {
    /// In words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Colocation => "colocation",
            Self::TripleNet => "triple net",
            Self::PowerPassedThrough => "power passed through",
            Self::GpuCloud => "GPU cloud",
        }
    }
}

/// One announced contract. `None` is what no source says.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Deal {
    /// The name in links and exports.
    pub id: &'static str,
    /// Owner, tenant and site.
    pub name: &'static str,
    /// The tenant.
    pub tenant: &'static str,
    /// When it was announced: `2025-08`, `2025`, `2024 to 2025`.
    pub announced: &'static str,
    /// Power that the tenant's machines use, MW of critical IT.
    pub critical_it_mw: Option<f64>,
    /// Power that the site draws, gross MW.
    pub gross_mw: Option<f64>,
    /// Gross over critical-IT megawatts, where it was published as such.
    pub pue: Option<f64>,
    /// Rent over the whole contract, without renewals, USD bn.
    pub contract_value_usd_bn: f64,
    /// Years.
    pub tenor_years: f64,
    /// Mean rent, USD m per critical-IT MW a year.
    pub usd_m_per_it_mw_year: Option<f64>,
    /// Mean rent, USD per kW of critical IT a month.
    pub usd_per_kw_month: Option<f64>,
    /// Rise of the rent, % a year.
    pub escalator_pct: Option<f64>,
    /// Cost of the conversion, USD m per critical-IT MW.
    pub capex_usd_m_per_it_mw: Option<Range>,
    /// Whether this cost is the owner's share alone, because the tenant pays the rest.
    pub capex_is_own_share: bool,
    /// Net operating income over rent, %.
    pub noi_margin_pct: Option<Range>,
    /// Mean net operating income, USD m a year.
    pub average_noi_usd_m: Option<f64>,
    /// Debt over own cost, %.
    pub loan_to_cost_pct: Option<f64>,
    /// How it pays.
    pub lease_type: LeaseType,
    /// Guarantees, debt and prepayments.
    pub support: &'static str,
    /// Who reported it.
    pub sources: &'static str,
    /// What is unconfirmed, or to be known before the figures are used.
    pub note: &'static str,
}

impl Deal {
    /// Whether its rent per kilowatt of critical IT can stand beside others': neither GPU cloud nor
    /// known on gross megawatts alone.
    #[must_use]
    pub fn is_comparable(&self) -> bool {
        self.why_not_comparable().is_none()
    }

    /// What keeps its rent from standing beside others', in a few words.
    #[must_use]
    pub fn why_not_comparable(&self) -> Option<&'static str> {
        if self.lease_type == LeaseType::GpuCloud {
            Some("GPU cloud, not a lease")
        } else if self.usd_per_kw_month.is_none() {
            Some("no critical-IT MW reported")
        } else {
            None
        }
    }

    /// Gross over critical-IT megawatts, published or from both.
    #[must_use]
    pub fn gross_per_it_mw(&self) -> Option<f64> {
        self.pue
            .or_else(|| Some(self.gross_mw? / self.critical_it_mw?))
    }
}

const REPORTED: Deal = Deal {
    id: "",
    name: "",
    tenant: "",
    announced: "",
    critical_it_mw: None,
    gross_mw: None,
    pue: None,
    contract_value_usd_bn: 0.0,
    tenor_years: 0.0,
    usd_m_per_it_mw_year: None,
    usd_per_kw_month: None,
    escalator_pct: None,
    capex_usd_m_per_it_mw: None,
    capex_is_own_share: false,
    noi_margin_pct: None,
    average_noi_usd_m: None,
    loan_to_cost_pct: None,
    lease_type: LeaseType::Colocation,
    support: "",
    sources: "",
    note: "",
};

/// Every deal, in the order of the document.
pub const DEALS: &[Deal] = &[
    Deal {
        id: "terawulf_lake_mariner",
        name: "TeraWulf – Fluidstack, Lake Mariner",
        tenant: "Fluidstack",
        announced: "2025-08",
        critical_it_mw: Some(200.0),
        gross_mw: Some(250.0),
        contract_value_usd_bn: 3.7,
        tenor_years: 10.0,
        usd_m_per_it_mw_year: Some(1.85),
        usd_per_kw_month: Some(154.0),
        capex_usd_m_per_it_mw: Some(Range::from_to(8.0, 10.0)),
        noi_margin_pct: Some(Range::exactly(85.0)),
        support: "Google: $1.8 bn backstop for warrants of 8%",
        sources: "particle.news; z9news.com; stocktitan.net/news/WULF",
        ..REPORTED
    },
    Deal {
        id: "terawulf_lake_mariner_cb_5",
        name: "TeraWulf – Fluidstack, Lake Mariner with CB-5",
        tenant: "Fluidstack",
        announced: "2025-08",
        critical_it_mw: Some(360.0),
        contract_value_usd_bn: 6.7,
        tenor_years: 10.0,
        usd_m_per_it_mw_year: Some(1.86),
        usd_per_kw_month: Some(155.0),
        support: "Google: $3.2 bn in total, 14%",
        sources: "particle.news; z9news.com",
        note: "Contains the 200 MW and $3.7 bn of the deal before: the two do not add up.",
        ..REPORTED
    },
    Deal {
        id: "terawulf_abernathy",
        name: "TeraWulf – Fluidstack, Abernathy",
        tenant: "Fluidstack",
        announced: "2025-10",
        critical_it_mw: Some(168.0),
        gross_mw: Some(240.0),
        contract_value_usd_bn: 9.5,
        tenor_years: 25.0,
        usd_m_per_it_mw_year: Some(2.26),
        usd_per_kw_month: Some(189.0),
        capex_usd_m_per_it_mw: Some(Range::from_to(8.0, 10.0)),
        support: "Google: about $1.3 bn",
        sources: "briefglance.com; zioncoins.net",
        note: "The figures are the whole joint venture's, of which TeraWulf holds 51%. $9.5 bn over \
               168 MW and 25 years is $188 per kW a month, not 189; the rounding of $9.5 bn spans \
               both.",
        ..REPORTED
    },
    Deal {
        id: "cipher_barber_lake",
        name: "Cipher – Fluidstack, Barber Lake",
        tenant: "Fluidstack",
        announced: "2025-09",
        critical_it_mw: Some(168.0),
        gross_mw: Some(244.0),
        contract_value_usd_bn: 3.0,
        tenor_years: 10.0,
        usd_m_per_it_mw_year: Some(1.79),
        usd_per_kw_month: Some(149.0),
        capex_usd_m_per_it_mw: Some(Range::from_to(9.0, 11.0)),
        noi_margin_pct: Some(Range::from_to(80.0, 85.0)),
        support: "Google: $1.4 bn for 5.4%",
        sources: "coinmela.com; parameter.io",
        ..REPORTED
    },
    Deal {
        id: "cipher_barber_lake_expansion",
        name: "Cipher – Fluidstack, expansion of Barber Lake",
        tenant: "Fluidstack",
        announced: "2025-11",
        critical_it_mw: Some(39.0),
        gross_mw: Some(56.0),
        contract_value_usd_bn: 0.83,
        tenor_years: 10.0,
        usd_m_per_it_mw_year: Some(2.13),
        usd_per_kw_month: Some(177.0),
        capex_usd_m_per_it_mw: Some(Range::from_to(9.0, 10.0)),
        noi_margin_pct: Some(Range::from_to(85.0, 90.0)),
        support: "Google: $1.73 bn in total, with the deal before",
        sources: "beyondspx.com",
        ..REPORTED
    },
    Deal {
        id: "cipher_aws",
        name: "Cipher – AWS",
        tenant: "AWS",
        announced: "2025-11",
        gross_mw: Some(300.0),
        contract_value_usd_bn: 5.5,
        tenor_years: 15.0,
        sources: "parameter.io",
        note: "Critical-IT megawatts are not confirmed, so it has no rent per kilowatt: $1.22 m a \
               year is per gross MW and compares with no other deal here.",
        ..REPORTED
    },
    Deal {
        id: "hut_8_river_bend",
        name: "Hut 8 – Fluidstack, River Bend",
        tenant: "Fluidstack",
        announced: "2025-12",
        critical_it_mw: Some(245.0),
        gross_mw: Some(330.0),
        contract_value_usd_bn: 7.0,
        tenor_years: 15.0,
        usd_m_per_it_mw_year: Some(1.90),
        usd_per_kw_month: Some(159.0),
        escalator_pct: Some(3.0),
        capex_usd_m_per_it_mw: Some(Range::from_to(9.0, 11.0)),
        average_noi_usd_m: Some(454.0),
        loan_to_cost_pct: Some(85.0),
        lease_type: LeaseType::TripleNet,
        support: "Google: about $9 bn",
        sources: "newprojectmedia.com; t.signalplus.com",
        note: "NOI is 97% of contract value, although a triple-net lease leaves the owner hardly any \
               cost; no source says what the rest is.",
        ..REPORTED
    },
    Deal {
        id: "applied_digital_ellendale",
        name: "Applied Digital – CoreWeave, Ellendale",
        tenant: "CoreWeave",
        announced: "2025",
        critical_it_mw: Some(400.0),
        pue: Some(1.18),
        contract_value_usd_bn: 11.0,
        tenor_years: 15.0,
        usd_m_per_it_mw_year: Some(1.83),
        usd_per_kw_month: Some(153.0),
        sources: "idcnova.com; parameter.io",
        note: "Gross megawatts are not reported; the PUE is.",
        ..REPORTED
    },
    Deal {
        id: "galaxy_helios",
        name: "Galaxy – CoreWeave, Helios",
        tenant: "CoreWeave",
        announced: "2025",
        critical_it_mw: Some(526.0),
        gross_mw: Some(800.0),
        contract_value_usd_bn: 15.0,
        tenor_years: 15.0,
        usd_m_per_it_mw_year: Some(1.90),
        usd_per_kw_month: Some(158.0),
        capex_usd_m_per_it_mw: Some(Range::exactly(13.2)),
        noi_margin_pct: Some(Range::exactly(90.0)),
        loan_to_cost_pct: Some(80.0),
        lease_type: LeaseType::TripleNet,
        support: "$1.4 bn of project debt",
        sources: "commercialsearch.com; bitxjournal.com",
        ..REPORTED
    },
    Deal {
        id: "core_scientific_coreweave",
        name: "Core Scientific – CoreWeave",
        tenant: "CoreWeave",
        announced: "2024 to 2025",
        critical_it_mw: Some(500.0),
        contract_value_usd_bn: 8.7,
        tenor_years: 12.0,
        usd_m_per_it_mw_year: Some(1.45),
        usd_per_kw_month: Some(121.0),
        capex_usd_m_per_it_mw: Some(Range::exactly(1.5)),
        capex_is_own_share: true,
        noi_margin_pct: Some(Range::from_to(75.0, 80.0)),
        lease_type: LeaseType::PowerPassedThrough,
        sources: "sec.gov, corescientifichpcoption3re.htm",
        note: "Capex is the owner's own share: the tenant pays most of it, and the rent is lower for \
               that.",
        ..REPORTED
    },
    Deal {
        id: "riot_amd_rockdale",
        name: "Riot – AMD, Rockdale",
        tenant: "AMD",
        announced: "2026-01",
        critical_it_mw: Some(25.0),
        contract_value_usd_bn: 0.311,
        tenor_years: 10.0,
        usd_m_per_it_mw_year: Some(1.24),
        usd_per_kw_month: Some(104.0),
        capex_usd_m_per_it_mw: Some(Range::exactly(3.6)),
        sources: "stocktitan.net; secwatch.observer",
        note: "A retrofit of an existing building: neither its capex nor its rent is a new site's.",
        ..REPORTED
    },
    Deal {
        id: "iren_microsoft",
        name: "IREN – Microsoft",
        tenant: "Microsoft",
        announced: "2025-11",
        critical_it_mw: Some(200.0),
        contract_value_usd_bn: 9.7,
        tenor_years: 5.0,
        usd_m_per_it_mw_year: Some(9.70),
        lease_type: LeaseType::GpuCloud,
        support: "20% prepaid",
        sources: "therush.news; earningsiq.co",
        note: "The rent pays for $5.8 bn of IREN's GPUs too: it is not comparable with colocation.",
        ..REPORTED
    },
];
