use proptest::prelude::*;

use super::*;
use crate::model::Evaluation;
use crate::model::outputs::{Model, OutputUnit};
use crate::model::parameters::{Inputs, Key, arbitrary};
use crate::units::RevenueUnit;

const OUTPUT_UNITS: [OutputUnit; 18] = [
    OutputUnit::RevenuePerDay,
    OutputUnit::BtcPerEhDay,
    OutputUnit::UsdPerBtc,
    OutputUnit::UsdPerDay,
    OutputUnit::UsdPerYear,
    OutputUnit::UsdPerMwh,
    OutputUnit::UsdPerKwMonth,
    OutputUnit::UsdM,
    OutputUnit::UsdMPerMwYear,
    OutputUnit::Fraction,
    OutputUnit::Percent,
    OutputUnit::Multiple,
    OutputUnit::Difficulty,
    OutputUnit::EhPerSecond,
    OutputUnit::JoulePerTh,
    OutputUnit::Mw,
    OutputUnit::Days,
    OutputUnit::Months,
];

/// Checks a formatter against rows of value and text.
fn table(format: impl Fn(f64) -> String, rows: &[(f64, &str)]) {
    for (value, text) in rows {
        assert_eq!(format(*value), *text, "{value}");
    }
}

#[test]
fn revenue_in_words_says_currency_hashrate_and_day_once() {
    let told = |unit: RevenueUnit| {
        let words = revenue_in_words(unit.from_usd_per_eh_day(38_700.0, 90_000.0), unit);
        let whole = amount(OutputUnit::RevenuePerDay, 38_700.0, unit, 90_000.0).whole();
        assert_eq!(words, whole);
        words
    };
    assert_eq!(
        RevenueUnit::ALL.map(told),
        [
            "$38,700 per EH a day",
            "$38.70 per PH a day",
            "$0.03870 per TH a day",
            "43,000 sats per PH a day",
            "43.00 sats per TH a day",
        ]
    );
}

#[test]
fn no_line_ends_between_a_minus_and_its_dollar_sign() {
    let sentence = format!("It is {}, −5% of $3.", usd(-1_500.0, 0));
    assert_eq!(unbroken(&sentence), "It is −\u{2060}$1,500, −5% of $3.");
}

#[test]
fn numbers_have_commas_between_thousands_and_a_true_minus() {
    table(
        |value| number(value, 0),
        &[
            (0.0, "0"),
            (-0.0, "0"),
            (-0.4, "0"),
            (0.5, "0"),
            (1.5, "2"),
            (999.0, "999"),
            (999.5, "1,000"),
            (-1_000.0, "−1,000"),
            (88_950.0, "88,950"),
            (9_007_199_254_740_991.0, "9,007,199,254,740,991"),
        ],
    );
    table(
        |value| number(value, 2),
        &[
            (0.0, "0.00"),
            (-0.004, "0.00"),
            (-0.006, "−0.01"),
            (1_234.567, "1,234.57"),
        ],
    );
    assert_eq!(number(0.25, 99), "0.250000000000");
}

#[test]
fn dollars_have_their_sign_before_the_currency() {
    table(
        |value| usd(value, 0),
        &[
            (0.0, "$0"),
            (-0.2, "$0"),
            (1_500.0, "$1,500"),
            (-1_500.0, "−$1,500"),
        ],
    );
    assert_eq!(usd(38.698_357, 2), "$38.70");
}

#[test]
fn changes_read_with_their_sign() {
    table(
        |value| signed_percent(value, 1),
        &[
            (0.0, "0.0%"),
            (-0.0001, "0.0%"),
            (0.0001, "0.0%"),
            (0.44184, "+44.2%"),
            (-0.163, "−16.3%"),
        ],
    );
}

#[test]
fn months_of_the_calendar_read_short() {
    table(
        month,
        &[
            (24_311.0, "Dec 2025"),
            (24_311.97, "Dec 2025"),
            (24_312.0, "Jan 2026"),
            (0.0, "Jan 0"),
        ],
    );
}

#[test]
fn fractions_read_in_percent() {
    table(
        |value| percent(value, 1),
        &[
            (0.441_837, "44.2%"),
            (-1.0, "−100.0%"),
            (0.0, "0.0%"),
            (-0.000_4, "0.0%"),
            (12.5, "1,250.0%"),
        ],
    );
}

#[test]
fn significant_digits_never_cut_whole_parts() {
    table(
        |value| significant(value, 5, 0),
        &[
            (0.0, "0"),
            (88_950.0, "88,950"),
            (1_234_567.8, "1,234,568"),
            (145.984_812, "145.98"),
            (20.0, "20"),
            (99.999_6, "100"),
            (0.25, "0.25"),
            (0.001_234_567, "0.0012346"),
            (1e-13, "0"),
            (-1e-13, "0"),
            (-3.5, "−3.5"),
        ],
    );
    table(
        |value| significant(value, 5, 2),
        &[
            (45.0, "45.00"),
            (145.984_812, "145.98"),
            (0.123_456, "0.12346"),
            (12_345.678, "12,345.68"),
        ],
    );
}

#[test]
fn short_forms_have_three_digits_and_change_suffix_where_rounding_does() {
    table(
        compact,
        &[
            (0.0, "0"),
            (0.001_23, "0.00123"),
            (9_999.4, "9,999"),
            (9_999.5, "10k"),
            (38_698.357, "38.7k"),
            (-38_698.357, "−38.7k"),
            (999_499.0, "999k"),
            (999_500.0, "1m"),
            (1_994_361.0, "1.99m"),
            (999_500_000.0, "1bn"),
            (2.1e9, "2.1bn"),
            (999.5e9, "1T"),
            (146e12, "146T"),
            (1.234_567e16, "12,346T"),
        ],
    );
    assert_eq!(compact_usd(-38_698.0), "−$38.7k");
}

#[test]
fn millions_of_dollars_turn_into_billions() {
    table(
        usd_m,
        &[
            (0.0, "$0"),
            (461.538, "$462\u{a0}m"),
            (999.4, "$999\u{a0}m"),
            (999.5, "$1\u{a0}bn"),
            (1_923.811, "$1.92\u{a0}bn"),
            (-859.961, "−$860\u{a0}m"),
            (-1_234.5, "−$1.23\u{a0}bn"),
            (1.85, "$1.85\u{a0}m"),
            (0.706_245, "$706k"),
            (-0.235_4, "−$235k"),
            (0.999_4, "$999k"),
            (0.999_5, "$1\u{a0}m"),
            (0.009_999, "$9,999"),
            (0.008_22, "$8,220"),
            (-1e-9, "$0"),
        ],
    );
    // What differs in the fourth digit does not read alike.
    assert_eq!(usd_m_digits(48_060.4, 4), "$48.06\u{a0}bn");
    assert_eq!(usd_m_digits(20_000.0, 4), "$20\u{a0}bn");
    assert_eq!(usd_m_digits(999.7, 4), "$999.7\u{a0}m");
    assert_eq!(usd_m_digits(1_923.811, 4), "$1.924\u{a0}bn");
    table(
        usd_m_axis,
        &[
            (0.0, "0"),
            (-0.0, "0"),
            (-500.0, "−$500m"),
            (1_500.0, "$1.5bn"),
            (0.25, "$250k"),
        ],
    );
}

#[test]
fn difficulty_reads_in_trillions() {
    assert_eq!(difficulty(145_984_812_080_000.0, 2), "145.98 T");
    assert_eq!(difficulty(145_984_812_080_000.0, 0), "146 T");
}

#[test]
fn one_month_is_a_month() {
    table(
        months,
        &[
            (0.0, "0 months"),
            (1.0, "1 month"),
            (1.2, "1 month"),
            (94.0, "94 months"),
            (1_200.0, "1,200 months"),
        ],
    );
}

#[test]
fn inputs_read_with_their_unit_in_sentences() {
    let rows = [
        (Key::BtcPrice, 88_950.0, "$88,950"),
        (Key::Difficulty, 145_984_812_080_000.0, "146 T"),
        (Key::NetworkHashrate, 1_045.0, "1,045 EH/s"),
        (Key::FeesPct, 1.03, "1.03%"),
        (Key::BlockHeight, 930_300.0, "930,300 blocks"),
        (Key::Efficiency, 20.0, "20 J/TH"),
        (Key::PowerPrice, 45.0, "$45/MWh"),
        (Key::PowerPrice, 40.5, "$40.50/MWh"),
        (Key::PowerPrice, 362.553, "$362.55/MWh"),
        (Key::Overhead, 3_000.0, "$3,000/EH/day"),
        (Key::MachinePrice, 15.0, "$15/TH"),
        (Key::MachineLife, 1.0, "1 year"),
        (Key::MachineLife, 0.5, "0.5 years"),
        (Key::PriceDriftPct, -10.0, "−10%/year"),
        (Key::CapacityGrowthPct, 0.5, "0.5%/month"),
        (Key::EfficiencySpread, 1.0, "1 log-sd"),
        (Key::HorizonEpochs, 26.0, "26 epochs"),
        (Key::Seed, 2_025.0, "2,025"),
        (Key::MarketCap, 48.0, "$48\u{a0}bn"),
        (Key::Shares, 100.0, "100\u{a0}m"),
        (Key::MarketCap, 0.8, "$800\u{a0}m"),
        (Key::NetDebt, -250.0, "−$250\u{a0}m"),
        (Key::NetDebt, 100_000.0, "$100\u{a0}bn"),
        (Key::SiteValue, 0.5, "$0.5\u{a0}m/MW"),
        (Key::MiningMultiple, 6.0, "6×"),
        (Key::GrossMw, 300.0, "300 MW"),
        (Key::Pue, 1.3, "1.3×"),
        (Key::LeaseRate, 150.0, "$150/kW/mo"),
        (Key::Tenor, 15.0, "15 years"),
        (Key::Capex, 10.0, "$10\u{a0}m/IT MW"),
        (Key::MiningStopMonth, 12.0, "12 months"),
        (Key::ExitCapPct, 8.0, "8%"),
    ];
    for (key, value, text) in rows {
        assert_eq!(input_text(key, value), text, "{key:?}");
    }
}

#[test]
fn fields_show_five_digits_at_rest_and_all_of_them_for_editing() {
    let rows = [
        (Key::BtcPrice, 88_950.0, "88,950", "88,950"),
        (
            Key::Difficulty,
            148_195_306_640_204.7,
            "148.20",
            "148.1953066402047",
        ),
        (Key::Efficiency, 20.0, "20.0", "20.0"),
        (Key::PowerPrice, 45.0, "45.00", "45.00"),
        (Key::FeesPct, 1.03, "1.03", "1.03"),
        (
            Key::BtcPrice,
            183_883.775_012_3,
            "183,884",
            "183,883.7750123",
        ),
        (Key::NetDebt, -1_250.0, "−1,250", "−1,250"),
        (
            Key::FeesPct,
            0.100_000_000_000_000_05,
            "0.1",
            "0.10000000000000005",
        ),
        (Key::FeesPct, 1.0 / 3.0, "0.33333", "0.3333333333333333"),
    ];
    for (key, value, rest, exact) in rows {
        assert_eq!(field_text(key, value), rest, "{key:?}");
        assert_eq!(exact_text(key, value), exact, "{key:?}");
    }
}

#[test]
fn a_chip_holds_any_value_of_a_main_input() {
    let rows = [
        (Key::BtcPrice, 88_950.0, "88,950"),
        (Key::BtcPrice, 999_500.0, "999,500"),
        (Key::BtcPrice, 1_234_567.0, "1.23m"),
        (Key::Difficulty, 145_984_812_080_000.0, "145.98"),
        (Key::Difficulty, 2_793_967_723_846_435.0, "2,794"),
        (Key::Efficiency, 20.0, "20.0"),
        (Key::PowerPrice, 123.456, "123.46"),
    ];
    for (key, value, text) in rows {
        assert_eq!(chip_text(key, value), text, "{key:?}");
    }
}

#[test]
fn every_input_has_a_unit_that_is_short() {
    for key in Key::ALL {
        let unit = input_unit(key);
        assert!(
            unit.chars().count() <= 8,
            "{unit:?} of {key:?} does not fit beside a field"
        );
        assert_eq!(unit.is_empty(), key == Key::Seed, "{key:?}");
    }
}

#[test]
fn ends_of_ranges_carry_no_empty_decimals() {
    assert_eq!(end_text(Key::PowerPrice, 150.0), "150");
    assert_eq!(end_text(Key::Efficiency, 5.0), "5");
    assert_eq!(end_text(Key::Difficulty, 13_969_838_619_232.18), "13.97");
}

#[test]
fn what_people_type_and_paste_is_understood() {
    let rows = [
        (Key::BtcPrice, "88950", 88_950.0),
        (Key::BtcPrice, " $88,950.50 ", 88_950.5),
        (Key::BtcPrice, "88 950", 88_950.0),
        (Key::BtcPrice, "88\u{a0}950", 88_950.0),
        (Key::BtcPrice, "88'950", 88_950.0),
        (Key::BtcPrice, "88_950", 88_950.0),
        (Key::BtcPrice, "88.95k", 88_950.0),
        (Key::BtcPrice, "$0.1M", 100_000.0),
        (Key::BtcPrice, "1.5 m", 1_500_000.0),
        (Key::BtcPrice, "90,000 USD", 90_000.0),
        (Key::BtcPrice, "90,000 usd/btc", 90_000.0),
        (Key::BtcPrice, "US$ 88,950.00", 88_950.0),
        (Key::BtcPrice, "USD 88,950", 88_950.0),
        (Key::BtcPrice, "usd88.95k", 88_950.0),
        (Key::BtcPrice, "$88\u{202f}950", 88_950.0),
        (Key::BtcPrice, "88’950", 88_950.0),
        (Key::BtcPrice, "88.95K", 88_950.0),
        (Key::BtcPrice, "1.5M", 1_500_000.0),
        (Key::BtcPrice, "$1.5 mm", 1_500_000.0),
        (Key::BtcPrice, "1.5 million", 1_500_000.0),
        (Key::BtcPrice, "90 thousand USD/BTC", 90_000.0),
        (Key::BtcPrice, "1e5", 100_000.0),
        (Key::BtcPrice, "8.895E+4", 88_950.0),
        (Key::BtcPrice, "+90000.", 90_000.0),
        (Key::FeesPct, ".5%", 0.5),
        (Key::FeesPct, "1.03 % of the subsidy", 1.03),
        (Key::PriceDriftPct, "\u{2212}10 %/year", -10.0),
        (Key::PriceDriftPct, "\u{2013}10", -10.0),
        (Key::PriceDriftPct, "-10", -10.0),
        (Key::Efficiency, "13.5 J/TH", 13.5),
        (Key::PowerPrice, "$45/MWh", 45.0),
        (Key::PowerPrice, "45 USD/MWh", 45.0),
        (Key::PowerPrice, "45 $/MWh", 45.0),
        (Key::PowerPrice, "USD 45 /MWh", 45.0),
        (Key::Efficiency, "20J/TH", 20.0),
        (Key::NetworkHashrate, "1,045 EH/s", 1_045.0),
        (Key::NetworkHashrate, "1045 EH", 1_045.0),
        (Key::Difficulty, "148.2", 148.2e12),
        (Key::Difficulty, "148.2T", 148.2e12),
        (Key::Difficulty, "148.2 t", 148.2e12),
        (Key::Difficulty, "148195306640204.7", 148_195_306_640_204.7),
        (
            Key::Difficulty,
            "148,195,306,640,204.7",
            148_195_306_640_204.7,
        ),
        (Key::Difficulty, "1.48e14", 148e12),
        (Key::Difficulty, "148200bn", 148.2e12),
        (Key::MarketCap, "48", 48.0),
        (Key::MarketCap, "48bn", 48.0),
        (Key::MarketCap, "$48 B", 48.0),
        (Key::MarketCap, "48,000 m", 48.0),
        (Key::MarketCap, "1.2T", 1_200.0),
        (Key::MarketCap, "1.2 tn", 1_200.0),
        (Key::MarketCap, "$48 billion", 48.0),
        (Key::MarketCap, "48,000 mn", 48.0),
        (Key::NetDebt, "\u{2212}$1.5bn", -1_500.0),
        (Key::NetDebt, "-250 m", -250.0),
        (Key::NetDebt, "-250", -250.0),
        (Key::Shares, "100m", 100.0),
        (Key::Capex, "$10 m/IT MW", 10.0),
        (Key::Capex, "10 m", 10.0),
        (Key::SiteValue, "$500k", 0.5),
        (Key::LeaseRate, "$150/kW/mo", 150.0),
        (Key::LeaseRate, "150/kW", 150.0),
        (Key::Pue, "1.3x", 1.3),
        (Key::GrossMw, "300 MW", 300.0),
        (Key::Tenor, "1 year", 1.0),
        (Key::Tenor, "15 years", 15.0),
        (Key::BuildMonths, "1 month", 1.0),
        (Key::BtcPrice, "95k$", 95_000.0),
        (Key::BtcPrice, "95 k US$", 95_000.0),
        (Key::BtcPrice, "9.5e4 $/BTC", 95_000.0),
        (Key::LeaseRate, "150 USD/kW a month", 150.0),
        (Key::LeaseRate, "150 USD/kW/month", 150.0),
        (Key::LeaseRate, "$150 per kW a month", 150.0),
        (Key::EscalatorPct, "3% a year", 3.0),
        (Key::EscalatorPct, "3 percent a year", 3.0),
        (Key::Overhead, "3,000 $ per EH a day", 3_000.0),
        (Key::Paths, "10k", 10_000.0),
        (Key::PowerPrice, "-0", 0.0),
    ];
    for (key, text, value) in rows {
        let parsed = parse(key, text);
        assert_eq!(
            parsed.map(f64::to_bits),
            Ok(f64::to_bits(value)),
            "{text:?} as {key:?}"
        );
    }
}

/// The message of a refusal.
fn refusal(key: Key, text: &str) -> String {
    match parse(key, text) {
        Ok(value) => panic!("{text:?} was taken as {value}"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn nonsense_is_not_a_number() {
    let texts = [
        "",
        "  ",
        "abc",
        "$",
        "-",
        ".",
        "+",
        "--5",
        "5-",
        "1.2.3",
        "e5",
        "1e",
        "NaN",
        "inf",
        "-infinity",
        "0x10",
        "USD",
        "US",
        "usdusd 5",
        "EUR 50,000",
        "1/2",
        "(500",
        "()",
        "½",
        "٣",
    ];
    for text in texts {
        let message = refusal(Key::BtcPrice, text);
        assert!(message.contains("is not a number"), "{message:?}");
    }
}

#[test]
fn a_comma_that_parts_no_thousands_is_not_guessed_at() {
    for text in [
        "45,5",
        "0,25",
        "0,045",
        "00,100",
        "1,0000",
        ",500",
        "1,,000",
        "1234,567",
        "1,",
        "12,34,567",
    ] {
        let message = refusal(Key::PowerPrice, text);
        assert!(
            message.contains("comma") && message.contains("point"),
            "{message:?}"
        );
    }
}

#[test]
fn amounts_are_understood_as_they_are_pasted() {
    for (key, text, value) in [
        (Key::MarketCap, "48000000000", 48.0),
        (Key::MarketCap, "$48,000,000,000", 48.0),
        (Key::MarketCap, "4.8e10", 48.0),
        (Key::MarketCap, "48 USD bn", 48.0),
        (Key::Capex, "10,000,000", 10.0),
        (Key::Capex, "$10M/MW", 10.0),
        (Key::Shares, "350,000,000", 350.0),
        (Key::Shares, "100000000", 100.0),
        (Key::NetDebt, "($500m)", -500.0),
        (Key::NetDebt, "$(500m)", -500.0),
        (Key::NetDebt, "(500)", -500.0),
        (Key::LeaseRate, "$150/kW/month", 150.0),
        (Key::UptimePct, "85 percent", 85.0),
        (Key::Tenor, "15 yrs", 15.0),
    ] {
        assert_eq!(parse(key, text), Ok(value), "{text}");
    }
}

#[test]
fn a_unit_that_is_the_fields_times_a_power_of_ten_is_converted() {
    for (key, text, value) in [
        (Key::GrossMw, "0.3 GW", 300.0),
        (Key::GrossMw, "250,000kW", 250.0),
        (Key::NetworkHashrate, "1.03 ZH/s", 1_030.0),
        (Key::NetworkHashrate, "900,000 PH/s", 900.0),
        (Key::Efficiency, "20 W/TH", 20.0),
        (Key::Efficiency, "20 MW/EH", 20.0),
        (Key::PowerPrice, "$0.045/kWh", 45.0),
        (Key::PowerPrice, "4.5 ¢/kWh", 45.0),
        (Key::PowerPrice, "4.5c/kWh", 45.0),
        (Key::PowerPrice, "4.5¢", 45.0),
        (Key::PowerPrice, "4.5 c", 45.0),
        (Key::DelayMonths, "12 mo", 12.0),
        (Key::DelayMonths, "12m", 12.0),
        (Key::Tenor, "15y", 15.0),
        (Key::FleetPowerPrice, "0.045 USD/kWh", 45.0),
    ] {
        assert_eq!(parse(key, text), Ok(value), "{text}");
    }
    for (key, text) in [(Key::PowerPrice, "45 GW"), (Key::GrossMw, "4 ¢/kWh")] {
        let message = refusal(key, text);
        assert!(
            message.contains("is not in the unit of this field"),
            "{message:?}"
        );
    }
}

#[test]
fn another_currency_is_refused_as_that_and_so_are_dollars_where_none_are_meant() {
    for text in ["A$90,000", "C$90k", "HK$ 90,000", "90,000 €", "¥90,000"] {
        let message = refusal(Key::BtcPrice, text);
        assert!(message.contains("is not in US dollars"), "{message:?}");
    }
    for (key, text) in [(Key::UptimePct, "$95"), (Key::Efficiency, "$20")] {
        let message = refusal(key, text);
        assert!(
            message.contains("is not in the unit of this field"),
            "{message:?}"
        );
    }
}

#[test]
fn a_number_in_another_unit_is_refused_as_that() {
    for text in [
        "5 apples",
        "5 kk",
        "12 J/TH",
        "70%",
        "1,000 EH/s",
        "90,000 EUR",
    ] {
        let message = refusal(Key::BtcPrice, text);
        assert!(
            message.contains("is not in the unit of this field"),
            "{message:?}"
        );
    }
}

#[test]
fn a_refused_name_says_how_long_a_name_may_be() {
    for (text, message) in [
        (" ", "Name: no name is given. Allowed: 1 to 5 characters."),
        (
            "Riot Platforms",
            "Name: the name has 14 characters. Allowed: 1 to 5 characters.",
        ),
    ] {
        assert_eq!(refused_name(text, &(1..=5)), message);
    }
}

#[test]
fn what_reads_like_an_input_is_refused_by_its_own_row() {
    use crate::model::screen::Column;
    let cash = |text| parse_as(Key::NetDebt, Column::Cash.parameter(), text);
    assert_eq!(cash("$1.5bn"), Ok(1_500.0));
    let refused = cash("-3").unwrap_err().to_string();
    let expected = "Cash: “-3” is out of range. Allowed: $0 to $100\u{a0}bn.";
    assert_eq!(refused, expected);
}

#[test]
fn a_refusal_names_field_text_range_and_unit() {
    let rows = [
        (
            Key::PowerPrice,
            " 501 ",
            "Power cost: “501” is out of range. Allowed: $0/MWh to $500/MWh.",
        ),
        (
            Key::Tenor,
            "2.5",
            "Tenor: “2.5” is not a whole number. Allowed: 1 year to 40 years.",
        ),
        (
            Key::BtcPrice,
            "moon",
            "Bitcoin price: “moon” is not a number. Allowed: $1,000 to $2,000,000.",
        ),
        (
            Key::BtcPrice,
            "€90,000",
            "Bitcoin price: “€90,000” is not in US dollars. Allowed: $1,000 to $2,000,000.",
        ),
        (
            Key::Efficiency,
            "£20",
            "Efficiency: “£20” is not a number. Allowed: 1 J/TH to 150 J/TH.",
        ),
        (
            Key::BtcPrice,
            "1e400",
            "Bitcoin price: “1e400” is out of range. Allowed: $1,000 to $2,000,000.",
        ),
        (
            Key::NetDebt,
            "−101bn",
            "Net debt: “−101bn” is out of range. Allowed: −$100\u{a0}bn to $100\u{a0}bn.",
        ),
        // Rounded, the largest difficulty would be 2,794 T, which is refused.
        (
            Key::Difficulty,
            "2794",
            "Difficulty: “2794” is out of range. Allowed: 1.397 T to 2,793 T.",
        ),
    ];
    for (key, text, message) in rows {
        assert_eq!(refusal(key, text), message);
    }
}

#[test]
fn whatever_a_message_allows_is_allowed() {
    for key in Key::ALL {
        let message = refusal(key, "?");
        let (_, range) = message.split_once("Allowed: ").expect("names the range");
        let (from, to) = range
            .trim_end_matches('.')
            .split_once(" to ")
            .expect("has two ends");
        for end in [from, to] {
            assert!(parse(key, end).is_ok(), "{key:?}: {:?}", parse(key, end));
        }
    }
}

#[test]
fn amounts_read_in_the_unit_of_the_page() {
    let rows = [
        (OutputUnit::BtcPerEhDay, 0.435_054_268, "0.43505\u{a0}BTC"),
        (OutputUnit::UsdPerBtc, 49_648.619, "$49,649"),
        (OutputUnit::UsdPerDay, 40_439_783.25, "$40.4\u{a0}m"),
        (OutputUnit::UsdPerYear, -706_245_018.0, "−$706\u{a0}m"),
        (OutputUnit::UsdPerMwh, 80.621_577, "$80.62"),
        (OutputUnit::UsdPerKwMonth, 80.746_796, "$80.75"),
        (OutputUnit::UsdM, 1_923.811, "$1.92\u{a0}bn"),
        (OutputUnit::UsdMPerMwYear, 0.706_245, "$706k"),
        (OutputUnit::Fraction, 0.174_325, "17.4%"),
        (OutputUnit::Percent, 88.551_015, "88.6%"),
        (OutputUnit::Multiple, 4.931_363, "4.93×"),
        (
            OutputUnit::Difficulty,
            261_545_021_203_347.0,
            "261.5\u{a0}T",
        ),
        (OutputUnit::Difficulty, 58_806_900_000_000.0, "58.81\u{a0}T"),
        (
            OutputUnit::Difficulty,
            1_176_137_000_000_000.0,
            "1,176\u{a0}T",
        ),
        (OutputUnit::EhPerSecond, 1_872.21, "1,872\u{a0}EH/s"),
        (OutputUnit::JoulePerTh, 35.831_812, "35.83\u{a0}J/TH"),
        (OutputUnit::Mw, 230.769_231, "230.8\u{a0}MW"),
        (OutputUnit::Days, 1_375.53, "1,376\u{a0}days"),
        (OutputUnit::Days, 1.3, "1\u{a0}day"),
        (OutputUnit::Months, 94.0, "94\u{a0}months"),
        (OutputUnit::Months, 1.0, "1\u{a0}month"),
    ];
    for (unit, value, text) in rows {
        let shown = amount(unit, value, RevenueUnit::UsdPerEhDay, 88_950.0);
        assert_eq!(shown.number(), text, "{unit:?}");
    }
}

#[test]
fn revenue_follows_the_switch_of_the_page() {
    let rows = [
        (RevenueUnit::UsdPerEhDay, "$38,698", "per EH a day"),
        (RevenueUnit::UsdPerPhDay, "$38.70", "per PH a day"),
        (RevenueUnit::UsdPerThDay, "$0.03870", "per TH a day"),
        (RevenueUnit::SatsPerPhDay, "43,506", "sats per PH a day"),
        (RevenueUnit::SatsPerThDay, "43.51", "sats per TH a day"),
    ];
    for (shown, text, words) in rows {
        let amount = amount(OutputUnit::RevenuePerDay, 38_698.357_177, shown, 88_950.0);
        assert_eq!((amount.words, amount.number().as_str()), (words, text));
    }
}

#[test]
fn axes_of_revenue_are_short() {
    let rows = [
        (RevenueUnit::UsdPerEhDay, 40_000.0, "$40k"),
        (RevenueUnit::UsdPerEhDay, -5_000.0, "−$5k"),
        (RevenueUnit::UsdPerEhDay, 12_500.0, "$12.5k"),
        (RevenueUnit::UsdPerEhDay, 1_025.0, "$1.025k"),
        (RevenueUnit::UsdPerEhDay, 950.0, "$950"),
        (RevenueUnit::UsdPerEhDay, 2e6, "$2m"),
        (RevenueUnit::UsdPerPhDay, 12.5, "$12.5"),
        (RevenueUnit::SatsPerPhDay, 43_506.0, "43.51k"),
        (RevenueUnit::UsdPerThDay, 0.0, "0"),
    ];
    for (shown, value, text) in rows {
        assert_eq!(chart_unit(value, shown), text);
    }
}

#[test]
fn changes_are_percentages_of_amounts_and_points_of_shares() {
    let by = |text: &str| Change::By(text.to_owned());
    let rows = [
        (OutputUnit::RevenuePerDay, 110.0, 100.0, by("+10.0%")),
        (OutputUnit::RevenuePerDay, 90.0, 100.0, by("−10.0%")),
        (OutputUnit::RevenuePerDay, -90.0, -100.0, Change::Through),
        (OutputUnit::RevenuePerDay, -100.01, -100.0, Change::None),
        (OutputUnit::RevenuePerDay, 400.0, 100.0, by("+300.0%")),
        (OutputUnit::RevenuePerDay, 401.0, 100.0, Change::Through),
        (OutputUnit::RevenuePerDay, 100.0, 100.0, Change::None),
        (OutputUnit::RevenuePerDay, 100.01, 100.0, Change::None),
        (OutputUnit::RevenuePerDay, 0.0, 0.0, Change::None),
        (OutputUnit::RevenuePerDay, -1.0, 100.0, Change::Through),
        (OutputUnit::RevenuePerDay, 1.0, 0.0, Change::Through),
        (OutputUnit::RevenuePerDay, 0.0, 1.0, Change::Through),
        (OutputUnit::UsdM, 1e300, 1e-300, Change::Through),
        (OutputUnit::Fraction, 0.40, 0.442, by("−4.2 pts")),
        (OutputUnit::Fraction, 0.01, -0.01, by("+2.0 pts")),
        (OutputUnit::Fraction, 0.440_1, 0.44, Change::None),
        (OutputUnit::Percent, 2.5, 2.263_279, by("+0.24 pts")),
        (OutputUnit::Months, 97.0, 94.0, by("+3")),
        (OutputUnit::Months, 0.0, 94.0, by("−94")),
    ];
    for (unit, now, before, expected) in rows {
        assert_eq!(
            change(unit, now, before),
            expected,
            "{unit:?} from {before} to {now}"
        );
    }
}

#[test]
fn a_result_that_is_absent_says_so_in_its_own_words() {
    let cases: [&[(&str, f64)]; 4] = [
        &[("power_price", 0.0), ("upgrade_efficiency", 30.0)],
        &[
            ("btc_price", 1_000.0),
            ("capex", 0.0),
            ("loan_to_cost_pct", 0.0),
        ],
        &[("lease_rate", 0.0), ("loan_to_cost_pct", 0.0)],
        &[("occupancy_pct", 0.0), ("lease_rate", 50.0)],
    ];
    for entries in cases {
        let entries = entries.iter().map(|(key, value)| (*key, Some(*value)));
        let evaluation = Evaluation::of(&Inputs::from_entries(entries).expect("valid"));
        for output in Model::ALL
            .into_iter()
            .flat_map(|model| model.outputs)
            .filter(|output| (output.value)(&evaluation).is_none())
        {
            assert_ne!(absent(output.key), "none", "{} has no words", output.key);
        }
    }
}

/// Finite numbers of every size and both signs.
fn finite() -> impl Strategy<Value = f64> {
    prop_oneof![
        prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL | prop::num::f64::ZERO,
        -1e7..1e7,
        -1.0..1.0,
    ]
}

/// Numbers of every size and both signs that leave room to multiply.
fn sized() -> impl Strategy<Value = f64> {
    finite().prop_map(|value| value.clamp(-1e290, 1e290))
}

fn valid() -> impl Strategy<Value = (Key, f64)> {
    prop::sample::select(&Key::ALL[..]).prop_flat_map(|key| (Just(key), arbitrary::value(key)))
}

/// The sign that a text shows: −1, 0 (only zeros) or 1.
fn sign(text: &str) -> i32 {
    let has_size = text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    match (has_size, text.starts_with(MINUS)) {
        (true, true) => -1,
        (true, false) => 1,
        (false, is_negative) => {
            assert!(!is_negative, "{text:?} is a negative zero");
            0
        }
    }
}

/// Whether the text shows this value's sign, or rounds it to zero.
fn keeps_sign(text: &str, value: f64) -> bool {
    match sign(text) {
        0 => true,
        sign => f64::from(sign) == value.signum(),
    }
}

proptest! {
    #[test]
    fn numbers_have_groups_of_three_and_no_negative_zero(value in finite(), decimals in 0..15_usize) {
        let text = number(value, decimals);
        prop_assert!(keeps_sign(&text, value), "{value} became {text}");
        let unsigned = text.trim_start_matches(MINUS);
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        prop_assert_eq!(fraction.len(), decimals.min(12));
        let (first, rest) = whole.split_once(',').unwrap_or((whole, "000"));
        prop_assert!((1..=3).contains(&first.len()), "{text}");
        prop_assert!(rest.split(',').all(|group| group.len() == 3), "{text}");
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b',');
        prop_assert!(is_digits(whole) && is_digits(fraction), "{text}");
    }

    #[test]
    fn significant_digits_are_within_half_a_digit(value in -1e9..1e9_f64, digits in 1..8_usize) {
        let text = significant(value, digits, 0).replace(',', "").replace(MINUS, "-");
        let back: f64 = text.parse().expect("is a number");
        let half = 0.5 * libm::pow(10.0, 1.0 - digits as f64) * value.abs().min(1e9);
        prop_assert!((back - value).abs() <= half.min(0.5) * (1.0 + 1e-9) + 1e-12, "{value}: {text}");
    }

    #[test]
    fn short_forms_keep_sign_and_three_digits(value in sized()) {
        for text in [compact(value), compact_usd(value), usd_m(value), usd_m_axis(value)] {
            prop_assert!(keeps_sign(&text, value), "{value} became {text}");
            prop_assert!(!text.contains("inf") && !text.contains("NaN"), "{text}");
        }
    }

    #[test]
    fn the_exact_text_of_a_value_is_read_back_to_the_last_bit((key, value) in valid()) {
        let text = exact_text(key, value);
        let back = parse(key, &text);
        prop_assert_eq!(back.map(f64::to_bits), Ok(value.to_bits()), "{:?}", text);
    }

    #[test]
    fn separators_currency_and_unit_change_no_value((key, value) in valid()) {
        let text = exact_text(key, value);
        let plain = text.replace(',', "");
        let spaced = text.replace(',', "\u{a0}");
        let unit = format!("{plain} {}", input_unit(key));
        let paid = input_unit(key).starts_with('$').then(|| format!("US$ {text}"));
        for written in [plain, spaced, unit].into_iter().chain(paid) {
            let back = parse(key, &written);
            prop_assert_eq!(back.map(f64::to_bits), Ok(value.to_bits()), "{:?}", written);
        }
    }

    #[test]
    fn a_multiplier_says_the_same_as_its_zeros(
        thousandths in 1_000_u64..2_000_000, field in prop::sample::select(&[
            (Key::BtcPrice, "k", "000"), (Key::MarketCap, "bn", ""), (Key::Paths, "K", "000"),
            (Key::NetDebt, "m", ""), (Key::NetDebt, "bn", "000"), (Key::GrossMw, "", ""),
        ][..]),
    ) {
        let (key, multiplier, zeros) = field;
        let (whole, rest) = (thousandths / 1_000, thousandths % 1_000);
        let short = parse(key, &format!("{whole}{multiplier}"));
        let long = parse(key, &format!("{whole}{zeros}"));
        prop_assert_eq!(short.map_err(|_| ()), long.map_err(|_| ()));
        if zeros == "000" && key != Key::Paths {
            let short = parse(key, &format!("{whole}.{rest:03}{multiplier}"));
            let long = parse(key, &format!("{whole}{rest:03}"));
            prop_assert_eq!(short.map_err(|_| ()), long.map_err(|_| ()));
        }
    }

    #[test]
    fn a_field_at_rest_is_within_its_rounding((key, value) in valid()) {
        let row = key.parameter();
        let text = field_text(key, value);
        let rounding = 5e-5 * value.abs() + 1e-12 * (1.0 + value.abs());
        match parse(key, &text) {
            Ok(back) => prop_assert!((back - value).abs() <= rounding, "{key:?} {value}: {text}"),
            // Rounding may lead over an end of the range that is not round itself.
            Err(_) => {
                let end = (value - row.min).min(row.max - value);
                prop_assert!(end <= rounding, "{key:?} {value}: {text}");
            }
        }
    }

    #[test]
    fn an_input_in_a_sentence_is_within_four_digits((key, value) in valid()) {
        let text = input_text(key, value);
        if let Ok(back) = parse(key, &text) {
            let rounding = 5.1e-4 * value.abs() + 1e-12;
            prop_assert!((back - value).abs() <= rounding, "{key:?} {value}: {text}");
        } else {
            let error = refusal(key, &text);
            prop_assert!(error.contains("out of range"), "{error}");
        }
    }

    #[test]
    fn any_text_is_taken_in_range_or_refused(
        key in prop::sample::select(&Key::ALL[..]), text in "[-−+$0-9.,'eEkKmMbBtTn%/ ]{0,12}|.*",
    ) {
        match parse(key, &text) {
            Ok(value) => prop_assert_eq!(key.parameter().check(value), Ok(())),
            Err(error) => prop_assert!(error.to_string().contains(key.parameter().label)),
        }
    }

    #[test]
    fn amounts_keep_their_sign_and_are_never_nan_or_infinite(
        value in sized(), price in 1_000.0..2e6,
        unit in prop::sample::select(&OUTPUT_UNITS[..]),
        shown in prop::sample::select(&RevenueUnit::ALL[..]),
    ) {
        let text = amount(unit, value, shown, price).number();
        prop_assert!(keeps_sign(&text, value), "{unit:?} {value} became {text}");
        prop_assert!(!text.contains("inf") && !text.contains("NaN"), "{text}");
        let axis = chart_unit(value, shown);
        prop_assert!(keeps_sign(&axis, value), "{value} became {axis}");
    }

    #[test]
    fn changes_point_the_way_the_result_moved(
        now in sized(), before in sized(), unit in prop::sample::select(&OUTPUT_UNITS[..]),
    ) {
        if let Change::By(text) = change(unit, now, before) {
            prop_assert!(!text.contains("inf") && !text.contains("NaN"), "{text}");
            let sign = if now > before { '+' } else { MINUS };
            prop_assert!(text.starts_with(sign), "from {before} to {now}: {text}");
        }
    }

    #[test]
    fn nothing_changes_from_a_result_to_itself(
        value in sized(), unit in prop::sample::select(&OUTPUT_UNITS[..]),
    ) {
        prop_assert_eq!(change(unit, value, value), Change::None);
    }
}

#[test]
fn a_day_reads_as_in_an_american_newspaper() {
    assert_eq!(date(2026, 11, 27), "November 27, 2026");
    assert_eq!(date(2025, 1, 1), "January 1, 2025");
    assert_eq!(date(2025, 0, 1), " 1, 2025");
}

#[test]
fn a_change_carries_its_sign() {
    assert_eq!(signed(usd(1_211.4, 0)), "+$1,211");
    assert_eq!(signed(usd(-3_314.6, 0)), "−$3,315");
    assert_eq!(signed(usd(0.4, 0)), "$0");
}

#[test]
fn periods_of_data_read_as_people_write_them() {
    for (text, read) in [
        ("2025", "2025"),
        ("2025-12", "Dec 2025"),
        ("2025-01-09", "Jan 9, 2025"),
        ("middle of 2025", "middle of 2025"),
        ("2025-13", "2025-13"),
        ("2025-12-x", "2025-12-x"),
        ("", ""),
    ] {
        assert_eq!(period(text), read);
    }
}

#[test]
fn a_distance_is_never_rounded_to_none_or_to_all() {
    for (fraction, text) in [
        (0.0, "0%"),
        (1e-9, "less than 1%"),
        (-0.0049, "less than 1%"),
        (0.006, "1%"),
        (-0.994, "99%"),
        (-0.9993, "more than 99%"),
        (-1.0, "100%"),
        (0.9993, "100%"),
        (3.96, "396%"),
    ] {
        assert_eq!(distance(fraction), text, "{fraction}");
    }
}

#[test]
fn amounts_that_add_up_are_in_one_size() {
    let texts = |values: &[f64]| super::usd_m_column(values).join(" ").replace(NO_BREAK, "_");
    assert_eq!(
        texts(&[1_994.0, 60.4, 0.0, -130.6]),
        "$1.994_bn $0.060_bn $0 \u{2212}$0.131_bn"
    );
    assert_eq!(texts(&[-647.2, 12.3]), "\u{2212}$647.2_m $12.3_m");
    assert_eq!(texts(&[9.5, 12.34]), "$9.50_m $12.34_m");
    assert_eq!(texts(&[999.96, 1.0]), "$1.000_bn $0.001_bn");
    assert_eq!(texts(&[0.25, -0.01]), "$250,000 \u{2212}$10,000");
}

#[test]
fn places_in_a_row_have_their_endings() {
    for (place, text) in [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (13, "13th"),
        (93, "93rd"),
        (112, "112th"),
        (121, "121st"),
    ] {
        assert_eq!(super::ordinal(place), text);
    }
}

#[test]
fn a_share_is_all_or_nothing_only_where_it_is() {
    for (fraction, text) in [
        (0.0, "0%"),
        (0.004, "less than 1%"),
        (0.57, "57%"),
        (0.998, "more than 99%"),
        (1.0, "100%"),
    ] {
        assert_eq!(super::share(fraction), text);
    }
}
