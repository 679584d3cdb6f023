//! Reading the real shapes, and everything that they might be instead.

use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::model::parameters::Key;

/// As the page's own reader of JSON makes it.
fn value(json: &serde_json::Value, depth: usize) -> Value {
    match json {
        serde_json::Value::Number(number) => Value::Number(number.as_f64().expect("is finite")),
        serde_json::Value::String(text) => Value::Text(text.clone()),
        serde_json::Value::Object(members) if depth > 0 => {
            let members = members.iter();
            let members = members.map(|(name, member)| (name.clone(), value(member, depth - 1)));
            Value::Object(members.collect())
        }
        serde_json::Value::Array(values) if depth > 0 => Value::List(
            values
                .iter()
                .map(|member| value(member, depth - 1))
                .collect(),
        ),
        _ => Value::Other,
    }
}

fn of(json: serde_json::Value) -> Value {
    value(&json, Value::DEPTH)
}

/// The example answers of mempool's documentation, the hashrate with a day's of the back end.
fn documented() -> [serde_json::Value; 4] {
    [
        json!({
            "time": 1_703_252_411, "USD": 43_753, "EUR": 40_545, "GBP": 37_528, "CAD": 58_123,
            "CHF": 37_438, "AUD": 64_499, "JPY": 6_218_915
        }),
        json!({
            "hashrates": [{ "timestamp": 1_652_486_400, "avgHashrate": 236_526_092_572_665_800_000.0 }],
            "difficulty": [{ "time": 1_652_468_330, "height": 736_249, "difficulty": 31_251_101_365_711.12, "adjustment": 1.0489 }],
            "currentHashrate": 252_529_472_678_020_750_000.0,
            "currentDifficulty": 31_251_101_365_711.12
        }),
        json!({
            "startBlock": 736_556, "endBlock": 736_655, "totalReward": "63811748254",
            "totalFee": "1311748254", "totalTx": "164216"
        }),
        json!(698_767),
    ]
}

/// What the documented answers say. 100 blocks of May 2022 paid 625 BTC beside the fees.
const SAID: [(Key, f64); 5] = [
    (Key::BtcPrice, 43_753.0),
    (Key::Difficulty, 31_251_101_365_711.12),
    (Key::RealisedHashrate, 252.5295),
    (Key::FeesPct, 2.0988),
    (Key::BlockHeight, 698_767.0),
];

fn said() -> Vec<Reading> {
    let readings = SAID.iter();
    readings
        .map(|(key, value)| Reading {
            key: *key,
            value: Ok(*value),
        })
        .collect()
}

fn answers() -> Answers {
    documented().map(|answer| Ok(of(answer)))
}

/// Why this input has no value with another answer in place of a documented one.
#[track_caller]
fn problem(endpoint: Endpoint, answer: Result<Value, Failure>, key: Key) -> String {
    let mut answers = answers();
    answers[endpoint as usize] = answer;
    let readings = read_answers(&answers);
    for (reading, said) in readings.iter().zip(said()) {
        let is_elsewhere = match endpoint {
            Endpoint::Hashrate => ![Key::Difficulty, Key::RealisedHashrate].contains(&reading.key),
            _ => reading.key != key,
        };
        assert!(!is_elsewhere || *reading == said, "{reading:?}");
    }
    let reading = readings.into_iter().find(|reading| reading.key == key);
    let value = reading.expect("each input is told").value;
    value.expect_err("the answer has no value")
}

#[test]
fn the_documented_answers_are_read() {
    assert_eq!(read_answers(&answers()), said());
}

#[test]
fn without_an_answer_an_input_says_which_and_why() {
    for (failure, words) in [
        (Failure::Late, "no whole answer within 10 s"),
        (Failure::TooLong, "the answer is longer than 256 kB"),
        (Failure::Status(503), "the server answers with status 503"),
        (
            Failure::Unreachable,
            "the server cannot be reached, or its answer broke off",
        ),
        (Failure::NotJson, "the answer is no JSON"),
    ] {
        for (endpoint, key) in [
            (Endpoint::Prices, Key::BtcPrice),
            (Endpoint::Hashrate, Key::Difficulty),
            (Endpoint::Hashrate, Key::RealisedHashrate),
            (Endpoint::Rewards, Key::FeesPct),
            (Endpoint::Height, Key::BlockHeight),
        ] {
            let told = problem(endpoint, Err(failure), key);
            assert_eq!(told, format!("{}: {words}", endpoint.path()));
        }
    }
}

#[test]
fn a_wrong_answer_says_what_is_wrong_with_it() {
    for (endpoint, answer, key, words) in [
        (
            Endpoint::Prices,
            json!({ "EUR": 1 }),
            Key::BtcPrice,
            "/api/v1/prices: the answer has no “USD”",
        ),
        (
            Endpoint::Prices,
            json!([43_753]),
            Key::BtcPrice,
            "the answer has no “USD”",
        ),
        (
            Endpoint::Prices,
            json!({ "USD": null }),
            Key::BtcPrice,
            "btc_price = null is not a number",
        ),
        (
            Endpoint::Prices,
            json!({ "USD": "cheap" }),
            Key::BtcPrice,
            "btc_price = \"cheap\" is not a number",
        ),
        // Before a price is known the back end says −1.
        (
            Endpoint::Prices,
            json!({ "USD": -1 }),
            Key::BtcPrice,
            "btc_price = -1 is out of range: give a number from 1000 to 2000000 USD/BTC",
        ),
        // Without its node the back end says 0.
        (
            Endpoint::Hashrate,
            json!({ "currentDifficulty": 0, "currentHashrate": 0 }),
            Key::Difficulty,
            "difficulty = 0 is out of range",
        ),
        (
            Endpoint::Hashrate,
            json!({ "currentDifficulty": 0, "currentHashrate": 0 }),
            Key::RealisedHashrate,
            "realised_hashrate = 0 is out of range: give a number from 10 to 20000 EH/s",
        ),
        (
            Endpoint::Rewards,
            json!({ "totalReward": "0", "totalFee": "0" }),
            Key::FeesPct,
            "fees_pct = NaN is not a finite number",
        ),
        (
            Endpoint::Rewards,
            json!({ "totalReward": "5", "totalFee": "4" }),
            Key::FeesPct,
            "fees_pct = 400 is out of range",
        ),
        (
            Endpoint::Rewards,
            json!({ "totalReward": {}, "totalFee": "4" }),
            Key::FeesPct,
            "fees_pct = an object is not a number",
        ),
        (
            Endpoint::Height,
            json!(9e9),
            Key::BlockHeight,
            "block_height = 9000000000 is out of range",
        ),
        (
            Endpoint::Height,
            json!(930_300.5),
            Key::BlockHeight,
            "block_height = 930300.5 is not a whole number",
        ),
        (
            Endpoint::Height,
            json!("<html>"),
            Key::BlockHeight,
            "block_height = \"<html>\" is not a number",
        ),
        (
            Endpoint::Height,
            json!({}),
            Key::BlockHeight,
            "/api/blocks/tip/height: the answer has no",
        ),
    ] {
        let told = problem(endpoint, Ok(of(answer)), key);
        assert!(told.contains(words), "“{words}” is not in “{told}”");
    }
}

#[test]
fn a_text_may_hold_the_answers_in_many_ways() {
    let [prices, hashrate, rewards, height] = documented();
    for text in [
        vec![
            prices.clone(),
            hashrate.clone(),
            rewards.clone(),
            height.clone(),
        ],
        vec![json!([prices, hashrate, rewards, height])],
        vec![
            json!({ "prices": prices, "network": hashrate, "rewards": rewards, "height": height }),
        ],
        vec![json!({
            "/api/v1/prices": prices, "/api/v1/mining/hashrate/3d": hashrate,
            "/api/v1/mining/reward-stats/144": rewards, "/api/blocks/tip/height": height
        })],
        vec![json!({
            "USD": 43_753, "currentDifficulty": "31251101365711.12", "currentHashrate": 252_529_472_678_020_750_000.0,
            "totalReward": 63_811_748_254_u64, "totalFee": 1_311_748_254, "height": 698_767
        })],
        vec![json!({
            "btc_price": 43_753, "difficulty": 31_251_101_365_711.12, "realised_hashrate": 252.5295,
            "fees_pct": 2.0988, "block_height": 698_767
        })],
    ] {
        let values: Vec<Value> = text.iter().map(|json| of(json.clone())).collect();
        assert_eq!(read_text(&values), said(), "{text:?}");
    }
}

#[test]
fn what_is_not_in_a_text_is_told() {
    let readings = read_text(&[of(
        json!({ "USD": 90_000, "height": "high", "x": { "y": { "USD": 1 } } }),
    )]);
    let told = readings.into_iter().map(|reading| reading.value);
    let told: Vec<Result<f64, String>> = told.collect();
    assert_eq!(told[0], Ok(90_000.0));
    for place in 1..4 {
        assert_eq!(told[place], Err("not in the text".to_owned()));
    }
    let height = told[4].clone().expect_err("it is no number");
    assert!(
        height.contains("block_height = \"high\" is not a number"),
        "{height}"
    );
    assert!(read_text(&[]).iter().all(|reading| reading.value.is_err()));
}

fn any_value() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "USD",
        "currentDifficulty",
        "currentHashrate",
        "totalReward",
        "totalFee",
        "height",
        "btc_price",
        "x",
    ]);
    let leaf = prop_oneof![
        any::<f64>().prop_map(Value::Number),
        (0.0..1e15).prop_map(Value::Number),
        ".{0,12}".prop_map(Value::Text),
        any::<f64>().prop_map(|number| Value::Text(number.to_string())),
        Just(Value::Other),
    ];
    leaf.prop_recursive(3, 24, 6, move |inner| {
        let member = (names.clone(), inner.clone());
        let member = member.prop_map(|(name, value)| (name.to_owned(), value));
        prop_oneof![
            prop::collection::vec(member, 0..6).prop_map(Value::Object),
            prop::collection::vec(inner, 0..4).prop_map(Value::List),
        ]
    })
}

fn answer() -> impl Strategy<Value = Result<Value, Failure>> {
    prop_oneof![
        4 => any_value().prop_map(Ok),
        1 => Just(Err(Failure::Late)),
    ]
}

proptest! {
    #[test]
    fn whatever_is_answered_each_input_gets_a_value_that_it_accepts_or_a_reason(
        answers in prop::array::uniform4(answer()), text in prop::collection::vec(any_value(), 0..4),
    ) {
        for readings in [read_answers(&answers), read_text(&text)] {
            let keys: Vec<Key> = readings.iter().map(|reading| reading.key).collect();
            prop_assert_eq!(keys, SAID.map(|(key, _)| key));
            for Reading { key, value } in readings {
                match value {
                    Ok(number) => prop_assert!(key.parameter().check(number).is_ok()),
                    Err(reason) => prop_assert!(!reason.is_empty()),
                }
            }
        }
    }
}
