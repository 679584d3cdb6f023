//! The document of published figures, made from the typed data.

use std::fmt::{self, Write as _};

use hashpivot::facts::benchmarks::BENCHMARKS;
use hashpivot::facts::block_rewards::{OPPORTUNITIES, QUOTED_RATIOS};
use hashpivot::facts::deals::{DEALS, Deal};
use hashpivot::facts::jpmorgan::MONTHS;
use hashpivot::facts::machines::{self, MACHINES};
use hashpivot::facts::share_moves::{self, BEAT_BITCOIN, COHORT, SHARE_MOVES};
use hashpivot::facts::{Preset, Range, SCENARIOS, Scenario, lease_presets};
use hashpivot::format;
use hashpivot::model::parameters::Key;

const INTRODUCTION: &str = "\
# Facts

What others published about leases, machines, mining economics and the listed miners: each figure
with its source, its date and what is unconfirmed. Presets and reference marks come from here. A dash
is what no source says.

This file is made from `src/facts/` by `UPDATE_DOCS=1 cargo test --test facts`.

## Traps

- **Gross and critical-IT megawatts.** Rent and capex are per critical-IT MW, power and mining are
  per gross MW; the announced sites draw 1.18 to 1.52 times what their tenants use. A deal that is
  known on gross megawatts alone has no rent per kilowatt and is no preset.
- **First-year and mean rent.** The quoted rents are contract value over power and time: means. With
  an escalator of 3% the mean of 15 years is 24% above the first year, so a preset with an escalator
  starts below the quoted rent, and one without sets the escalator to 0.
- **Kinds of lease.** Of triple-net rent nearly all is income; with power passed through, or with a
  tenant who pays for the building, rent is lower for good reason; a GPU cloud's rent pays for the
  machines too and compares with none of them.
- **Counts of shares.** Fully diluted counts run 20 to 33% above basic ones: a market
  capitalisation on basic shares makes a company look cheap.
";

/// The whole document.
pub fn document() -> String {
    let mut text = INTRODUCTION.to_owned();
    deals(&mut text).expect("text takes text");
    presets(&mut text).expect("text takes text");
    scenarios(&mut text).expect("text takes text");
    machines(&mut text).expect("text takes text");
    months(&mut text).expect("text takes text");
    block_rewards(&mut text).expect("text takes text");
    shares(&mut text).expect("text takes text");
    benchmarks(&mut text).expect("text takes text");
    text
}

/// A number, or a dash.
fn shown(value: Option<f64>) -> String {
    value.map_or_else(dash, |value| format::significant(value, 6, 0))
}

fn dash() -> String {
    "–".to_owned()
}

fn shown_range(range: Option<Range>) -> String {
    match range {
        Some(range) if range.is_wide() => {
            format!("{} to {}", shown(Some(range.low)), shown(Some(range.high)))
        }
        _ => shown(range.map(|range| range.low)),
    }
}

fn or_dash(text: &str) -> &str {
    if text.is_empty() { "–" } else { text }
}

fn deals(text: &mut String) -> fmt::Result {
    writeln!(text, "\n## Announced leases\n")?;
    writeln!(
        text,
        "Power in MW; contract value in USD bn; rent in USD m per critical-IT MW a year and in USD per \
         kW of critical IT a month; capex in USD m per critical-IT MW.\n"
    )?;
    writeln!(
        text,
        "| deal | announced | critical IT | gross | PUE | value | years | a year | a month | capex | \
         NOI margin, % | escalator, % | loan to cost, % | kind |"
    )?;
    writeln!(
        text,
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|"
    )?;
    for deal in DEALS {
        let pue = deal.gross_per_it_mw();
        writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            deal.name,
            deal.announced,
            shown(deal.critical_it_mw),
            shown(deal.gross_mw),
            pue.map_or_else(dash, |pue| format::number(pue, 2)),
            format::significant(deal.contract_value_usd_bn, 6, 1),
            shown(Some(deal.tenor_years)),
            deal.usd_m_per_it_mw_year
                .map_or_else(dash, |rent| format::number(rent, 2)),
            shown(deal.usd_per_kw_month),
            shown_range(deal.capex_usd_m_per_it_mw),
            shown_range(deal.noi_margin_pct),
            shown(deal.escalator_pct),
            shown(deal.loan_to_cost_pct),
            deal.lease_type.name(),
        )?;
    }
    writeln!(
        text,
        "\n| deal | support | sources | unconfirmed or to be known |"
    )?;
    writeln!(text, "|---|---|---|---|")?;
    for deal in DEALS {
        let support = support(deal);
        let (sources, note) = (deal.sources, or_dash(deal.note));
        writeln!(text, "| {} | {support} | {sources} | {note} |", deal.name)?;
    }
    Ok(())
}

/// Guarantees and, where it is known, the mean income.
fn support(deal: &Deal) -> String {
    match deal.average_noi_usd_m {
        Some(noi) => format!(
            "{}; mean NOI ${} m a year",
            deal.support,
            format::number(noi, 0)
        ),
        None => or_dash(deal.support).to_owned(),
    }
}

fn presets(text: &mut String) -> fmt::Result {
    writeln!(text, "\n## What the lease presets set\n")?;
    writeln!(
        text,
        "| preset | sets | of it derived | of it assumed | leaves as it is | how |"
    )?;
    writeln!(text, "|---|---|---|---|---|---|")?;
    for preset in lease_presets() {
        let Preset { id, notes, .. } = preset;
        let sets = set(&preset.entries);
        let [derived, assumed, left] =
            [&preset.derived, &preset.assumed, &preset.left_as_is].map(|keys| names(keys));
        let how = notes.join(" ");
        writeln!(
            text,
            "| `{id}` | {sets} | {} | {} | {} | {how} |",
            or_dash(&derived),
            or_dash(&assumed),
            or_dash(&left)
        )?;
    }
    Ok(())
}

/// Names of inputs in one line.
fn names(keys: &[Key]) -> String {
    let names = keys.iter().map(|key| format!("`{}`", key.name()));
    names.collect::<Vec<_>>().join(", ")
}

/// Entries in one line.
fn set(entries: &[(Key, f64)]) -> String {
    let sets = entries
        .iter()
        .map(|(key, value)| format!("`{}` {}", key.name(), shown(Some(*value))));
    sets.collect::<Vec<_>>().join(", ")
}

fn scenarios(text: &mut String) -> fmt::Result {
    writeln!(text, "\n## Scenarios\n")?;
    writeln!(
        text,
        "What a scenario does not set is as in December 2025.\n"
    )?;
    writeln!(text, "| scenario | from | sets | how |")?;
    writeln!(text, "|---|---|---|---|")?;
    for scenario in &SCENARIOS {
        let Scenario {
            name, origin, note, ..
        } = scenario;
        let sets = set(scenario.entries);
        writeln!(text, "| {name} | {origin} | {} | {note} |", or_dash(&sets))?;
    }
    Ok(())
}

fn machines(text: &mut String) -> fmt::Result {
    writeln!(text, "\n## Machines\n")?;
    writeln!(
        text,
        "Source: {}, {}. {}\n",
        machines::SOURCE,
        machines::DATE,
        machines::NOTE
    )?;
    writeln!(text, "| machine | id | TH/s | W | J/TH |")?;
    writeln!(text, "|---|---|--:|--:|--:|")?;
    for machine in MACHINES {
        let [th_s, watts, efficiency] =
            [machine.th_s, machine.watts, machine.efficiency].map(|value| shown(Some(value)));
        let (name, id) = (machine.name, machine.id);
        writeln!(
            text,
            "| {name} | `{id}` | {th_s} | {watts} | {efficiency} |"
        )?;
    }
    Ok(())
}

fn months(text: &mut String) -> fmt::Result {
    writeln!(text, "\n## JPMorgan's months\n")?;
    writeln!(
        text,
        "Monthly means as the press reported them: hashrate in EH/s, price in USD, revenue and gross \
         profit in USD per EH a day; market capitalisation of the listed miners at the month's end in \
         USD bn. Months between the rows are missing.\n"
    )?;
    writeln!(
        text,
        "| month | hashrate | price | revenue | gross profit | margin, % | market cap | source | \
         unconfirmed or to be known |"
    )?;
    writeln!(text, "|---|--:|--:|--:|--:|--:|--:|---|---|")?;
    for month in MONTHS {
        writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            month.month,
            shown(month.hashrate),
            shown(month.btc_price),
            shown(month.revenue),
            shown(month.gross_profit),
            shown(month.gross_margin_pct),
            shown(month.cohort_cap),
            month.source,
            or_dash(month.note),
        )?;
    }
    Ok(())
}

fn block_rewards(text: &mut String) -> fmt::Result {
    writeln!(text, "\n## Block rewards of four years\n")?;
    writeln!(
        text,
        "What JPMorgan was reported to say of the block rewards of the next four years, in USD bn; \
         heights are estimates from the dates.\n"
    )?;
    writeln!(
        text,
        "| month | block rewards | price, USD | height | source | to be known |"
    )?;
    writeln!(text, "|---|--:|--:|--:|---|---|")?;
    for reported in OPPORTUNITIES {
        writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} |",
            reported.date,
            shown(Some(reported.reported)),
            shown(Some(reported.btc_price)),
            shown(Some(reported.block_height)),
            reported.source,
            or_dash(reported.note),
        )?;
    }
    writeln!(
        text,
        "\nRatios of the listed miners' market capitalisation to them that the bank has quoted:\n"
    )?;
    for quoted in QUOTED_RATIOS {
        let (name, note) = (quoted.name, quoted.note);
        let space = if note.is_empty() { "" } else { " " };
        writeln!(text, "- {name}.{space}{note}")?;
    }
    Ok(())
}

/// A change with its sign.
fn signed(pct: f64) -> String {
    let plus = if pct > 0.0 { "+" } else { "" };
    format!("{plus}{}%", format::number(pct, 0))
}

fn shares(text: &mut String) -> fmt::Result {
    writeln!(text, "\n## Shares of the listed miners\n")?;
    writeln!(text, "Source: {}.\n", share_moves::SOURCE)?;
    writeln!(text, "| company | period | change | unconfirmed |")?;
    writeln!(text, "|---|---|--:|---|")?;
    for share in SHARE_MOVES {
        let change = signed(share.change_pct);
        let (company, period, note) = (share.company, share.period, or_dash(share.note));
        writeln!(text, "| {company} | {period} | {change} | {note} |")?;
    }
    writeln!(text)?;
    for beat in BEAT_BITCOIN {
        let (period, companies, of) = (beat.period, beat.companies, beat.of);
        writeln!(text, "- {period}: {companies} of {of} beat bitcoin.")?;
    }
    writeln!(
        text,
        "\n| date | market cap, USD bn | change | since | source | to be known |"
    )?;
    writeln!(text, "|---|--:|--:|---|---|---|")?;
    for cap in COHORT {
        writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} |",
            cap.date,
            shown(Some(cap.usd_bn)),
            signed(cap.change_pct),
            cap.since,
            cap.source,
            or_dash(cap.note),
        )?;
    }
    Ok(())
}

fn benchmarks(text: &mut String) -> fmt::Result {
    writeln!(text, "\n## Benchmarks\n")?;
    writeln!(
        text,
        "| input | what | value | source | date | to be known |"
    )?;
    writeln!(text, "|---|---|--:|---|---|---|")?;
    for benchmark in BENCHMARKS {
        writeln!(
            text,
            "| `{}` | {} | {} | {} | {} | {} |",
            benchmark.input,
            benchmark.name,
            shown_range(Some(benchmark.range)),
            benchmark.source,
            benchmark.date,
            or_dash(benchmark.note),
        )?;
    }
    Ok(())
}
