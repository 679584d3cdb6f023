use super::*;

fn refusal_text(key: Key, value: impl Into<Given>) -> String {
    Inputs::from_entries([(key.name(), value)])
        .expect_err("must be refused")
        .to_string()
}

/// Key, value, both ends of the range and the unit stand in the message.
fn assert_names_everything(text: &str, key: Key, value: &str) {
    let row = key.parameter();
    for part in [
        row.key,
        value,
        &row.min.to_string(),
        &row.max.to_string(),
        row.unit,
    ] {
        assert!(text.contains(part), "{text:?} does not name {part:?}");
    }
}

#[test]
fn every_row_is_complete_and_its_preset_is_valid() {
    for key in Key::ALL {
        let row = key.parameter();
        assert!(
            !row.label.is_empty() && !row.unit.is_empty(),
            "{key:?} has no label or unit"
        );
        assert!(
            row.help.ends_with('.') && !row.source.is_empty(),
            "{key:?} is not explained"
        );
        assert!(
            row.min < row.max && row.min <= row.slider.0 && row.slider.1 <= row.max,
            "{key:?}"
        );
        assert!(
            row.scale != SliderScale::Log || row.min > 0.0,
            "{key:?} has a log scale to zero"
        );
        assert!(
            row.scale != SliderScale::Linear || row.step > 0.0,
            "{key:?} has no step"
        );
        assert_eq!(row.default.is_none(), row.optional, "{key:?}");
        if let Some(preset) = row.default {
            row.check(preset).expect("the preset is in range");
            assert!(
                row.slider.0 <= preset && preset <= row.slider.1,
                "{key:?} starts off its slider"
            );
        }
        assert_eq!(Key::from_name(row.key), Some(key));
    }
}

#[test]
fn every_heading_stands_once_over_rows_of_its_own() {
    let mut groups: Vec<Group> = Key::ALL.map(|key| key.parameter().group).to_vec();
    groups.dedup();
    let titles: Vec<&str> = groups.into_iter().map(Group::title).collect();
    assert_eq!(titles.len(), 7);
    for (index, title) in titles.iter().enumerate() {
        assert!(
            !title.is_empty() && !titles[..index].contains(title),
            "{title:?}"
        );
    }
}

#[test]
fn rows_say_how_they_move_and_are_written_and_where_they_are_from() {
    let unmoved = |key: &Key| key.parameter().scale == SliderScale::None;
    assert!(Key::ALL.into_iter().filter(unmoved).eq([Key::Seed]));
    // Dollars a megawatt-hour stand to the cent, years without a point.
    assert_eq!(Key::PowerPrice.parameter().decimals, 2);
    assert_eq!(Key::Tenor.parameter().decimals, 0);
    for (key, word) in [
        (Key::BtcPrice, "JPMorgan"),
        (Key::UpgradeEfficiency, "S21 XP"),
        (Key::LeaseRate, "announced"),
        (Key::Overhead, "illustrative"),
    ] {
        let source = key.parameter().source;
        assert!(source.contains(word), "{key:?} is from {source:?}");
    }
}

#[test]
fn both_ends_of_every_range_are_accepted() {
    for key in Key::ALL {
        let row = key.parameter();
        for end in [row.min, row.max] {
            let inputs = Inputs::default().with(key, Some(end)).or_else(|error| {
                // A ramp of 120 months needs a lease of ten years, a lease of a year a short ramp.
                let room = Inputs::default().with(Key::RampMonths, Some(1.0))?;
                if key == Key::Tenor {
                    room.with(key, Some(end))
                } else {
                    Err(error)
                }
            });
            assert_eq!(
                inputs.expect("the end belongs to the range").get(key),
                Some(end)
            );
        }
    }
}

#[test]
fn a_number_out_of_range_is_refused_with_key_value_range_and_unit() {
    for key in Key::ALL {
        let row = key.parameter();
        for value in [
            row.min.next_down(),
            row.max.next_up(),
            row.min - 1.0,
            row.max * 2.0 + 1.0,
        ] {
            assert_names_everything(&refusal_text(key, value), key, &value.to_string());
        }
    }
}

#[test]
fn what_is_not_a_finite_number_is_refused_with_key_value_range_and_unit() {
    for key in Key::ALL {
        for (value, name) in [
            (f64::NAN, "NaN"),
            (f64::INFINITY, " Infinity"),
            (f64::NEG_INFINITY, " -Infinity"),
        ] {
            let text = refusal_text(key, value);
            assert_names_everything(&text, key, name);
            assert!(text.contains("finite"), "{text:?}");
        }
    }
}

#[test]
fn a_fraction_of_a_whole_number_is_refused_with_key_value_range_and_unit() {
    let whole = || Key::ALL.into_iter().filter(|key| key.parameter().whole);
    assert_eq!(whole().count(), 9);
    for key in whole() {
        let value = key.parameter().min + 0.5;
        let text = refusal_text(key, value);
        assert_names_everything(&text, key, &value.to_string());
        assert!(text.contains("give a whole number"), "{text:?}");
    }
}

#[test]
fn null_is_accepted_only_where_an_input_may_be_absent() {
    for key in Key::ALL {
        let absent = Inputs::from_entries([(key.name(), Given::Null)]);
        if key.parameter().optional || key == Key::NetworkHashrate {
            assert_eq!(absent, Ok(Inputs::default()), "{key:?}");
        } else {
            assert_names_everything(&refusal_text(key, Given::Null), key, "null");
        }
    }
}

#[test]
fn what_is_no_number_is_refused_with_key_value_range_and_unit() {
    for key in Key::ALL {
        let text = refusal_text(key, "cheap");
        assert_names_everything(&text, key, "\"cheap\"");
        assert!(text.contains("is not a number"), "{text:?}");
        assert_names_everything(&refusal_text(key, Given::Other("true".into())), key, "true");
        let long = refusal_text(key, "9".repeat(500).as_str());
        assert_names_everything(&long, key, &format!("\"{}…\"", "9".repeat(80)));
    }
}

#[test]
fn an_unknown_key_is_refused_with_the_nearest_key_its_range_and_unit() {
    for key in Key::ALL {
        let misspelt = format!("{}_", key.name());
        let error = Inputs::from_entries([(misspelt.as_str(), 5.0)]).expect_err("unknown");
        assert_names_everything(&error.to_string(), key, &format!("{misspelt} = 5"));
    }
    let unknown = Inputs::from_entries([("btc_prise", 5.0)]).expect_err("unknown");
    assert_eq!(
        unknown.to_string(),
        "btc_prise = 5 is not an input: the nearest key is btc_price, a number from 1000 to \
         2000000 USD/BTC"
    );
}

#[test]
fn a_key_that_is_given_twice_is_refused() {
    let twice = Inputs::from_entries([("pue", 1.2), ("pue", 1.3)]).expect_err("twice");
    assert_eq!(
        twice.to_string(),
        "pue = 1.3 is given a second time: give a number from 1 to 2.5 gross MW per critical-IT MW"
    );
}

#[test]
fn entries_start_from_the_inputs_that_they_change() {
    let dear = Inputs::from_entries([("power_price", 60.0)]).expect("in range");
    let both = dear.with_entries([("efficiency", 30.0)]).expect("in range");
    assert_eq!((both.power_price(), both.efficiency()), (60.0, 30.0));
}

#[test]
fn difficulty_and_network_hashrate_cannot_both_be_given() {
    let both = [
        ("difficulty", Some(146e12)),
        ("network_hashrate", Some(1_045.0)),
    ];
    let error = Inputs::from_entries(both).expect_err("one quantity");
    let text = error.to_string();
    assert!(
        text.contains("146000000000000") && text.contains("= 1045 ") && text.contains("20000 EH/s"),
        "{text:?}"
    );
    let one = [("difficulty", None), ("network_hashrate", Some(900.0))];
    let inputs = Inputs::from_entries(one).expect("null leaves the decision to the other");
    assert_eq!(inputs.network_hashrate().to_eh_s(), 900.0);
}

#[test]
fn the_display_that_was_given_last_decides() {
    let preset = Inputs::default();
    let by_difficulty = preset
        .with(Key::Difficulty, Some(148.2e12))
        .expect("in range");
    assert_eq!(by_difficulty.get(Key::NetworkHashrate), None);
    assert_eq!(by_difficulty.effective(Key::Difficulty), Some(148.2e12));
    let implied = by_difficulty.effective(Key::NetworkHashrate);
    assert_eq!(format!("{:.1}", implied.expect("is implied")), "1060.9");
    let by_hashrate = by_difficulty
        .with(Key::NetworkHashrate, Some(900.0))
        .expect("in range");
    assert_eq!(by_hashrate.get(Key::Difficulty), None);
    assert_eq!(by_difficulty.with(Key::Difficulty, None), Ok(preset));
}

#[test]
fn a_ramp_longer_than_the_lease_is_refused() {
    let short = Inputs::from_entries([("tenor", Some(1.0)), ("ramp_months", Some(13.0))]);
    let text = short.expect_err("13 months do not fit a year").to_string();
    assert_eq!(
        text,
        "ramp_months = 13 is longer than the lease (tenor = 1 years): give a whole number from 1 to 12 \
         months"
    );
    assert!(Inputs::from_entries([("tenor", Some(1.0)), ("ramp_months", Some(12.0))]).is_ok());
}
