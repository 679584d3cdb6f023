//! The Outlook view: which inputs matter, and what shocks do.

use browser_tests::page::Tick;
use browser_tests::{Browser, Page, Site, eventually, oracle};
use hashpivot::format::{absent, amount};
use hashpivot::model::outputs::Output;
use hashpivot::model::parameters::{Inputs, Key};
use hashpivot::model::stress::{Stress, stress};
use hashpivot::model::tornado::tornado;
use hashpivot::units::RevenueUnit;

const VIEW: &str = "#v=1&view=outlook";
const ROWS: &str = "[data-chart=tornado] [data-mark=tornado]";

/// For each result: the model's bars, the longest first, at most twelve, all on request.
pub fn the_tornado_stands_sorted_by_swing(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let inputs = Inputs::default();
    for output in [
        "gross_profit",
        "free_cash_flow",
        "npv_gain",
        "per_share",
        "equilibrium_hashprice",
        "ratio",
    ] {
        page.click(&format!("[data-choice=tornado] option[value={output}]"));
        let all = bars(&inputs, output);
        shows_bars(page, &all[..all.len().min(12)]);
        let label = Output::from_key(output).expect("is a result").label;
        let answer = page.look().chart("tornado").answer.clone();
        assert!(answer.starts_with(label), "{answer}");
        if all.len() > 12 {
            page.click("[data-more=tornado]");
            shows_bars(page, &all);
            page.click("[data-more=tornado]");
        }
    }
}

/// Both ends carry a sign, the input and the result; keys read them.
pub fn both_ends_of_a_bar_are_labelled(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let texts = page.texts(&format!("{ROWS}[data-key=btc_price] text"));
    for text in ["$13,229", "−10%: $80,055", "$20,968", "+10%: $97,845"] {
        assert!(texts.iter().any(|shown| shown == text), "{text}: {texts:?}");
    }
    page.tab_to("[data-chart=tornado] .hp-plot");
    browser.press(browser_tests::Keys::Down);
    let first = page.look().chart("tornado").answer.clone();
    assert!(first.contains("+10%: 1,150 EH/s"), "{first}");
}

/// A line over all rows, a mark under each bar that was elsewhere; keys, table and file say the same.
pub fn the_baseline_stands_beside_the_bars(browser: &Browser) {
    const CHART: &str = "[data-chart=tornado]";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let ghosts = |page: Page<'_>| page.attributes(&format!("{CHART} .hp-ghost"), "d");
    assert!(ghosts(page).is_empty(), "{:?}", ghosts(page));
    // What no result of the tornado follows from is no other baseline.
    let page = Page::open(browser, &site, &format!("{VIEW}&share_price=99"));
    assert!(ghosts(page).is_empty(), "{:?}", ghosts(page));
    let page = Page::open(browser, &site, &format!("{VIEW}&btc_price=70000"));
    let was = page.text(&format!("{CHART} .hp-ghost-name"));
    assert_eq!(was, "December 2025: $17,098");
    assert_eq!(
        page.text(&format!("{CHART} .hp-baseline-key")),
        "December 2025"
    );
    let answer = || page.look().chart("tornado").answer.clone();
    assert!(
        answer().contains("(December 2025: $17,098)"),
        "{}",
        answer()
    );
    let all = tornado(&Inputs::default(), "gross_profit").expect("is a result");
    let ticks = page.look().chart("tornado").ticks.clone();
    let keys = page.attributes(ROWS, "data-key");
    for key in &keys {
        let bar = all.iter().find(|bar| bar.key.name() == key);
        let bar = bar.expect("the baseline has the same inputs");
        let ends = [bar.low, bar.high].map(|end| end.expect("exists"));
        let mark = page.attribute(&format!("{ROWS}[data-key={key}] .hp-ghost"), "d");
        let places = ticks_of(&mark.unwrap_or_default());
        let wanted = [ends[0].min(ends[1]), ends[0].max(ends[1])].map(|end| at(&ticks, end));
        for (place, wanted) in places.into_iter().zip(wanted) {
            assert!((place - wanted).abs() < 0.5, "{key}: {place}, not {wanted}");
        }
    }
    page.tab_to(&format!("{CHART} .hp-plot"));
    browser.press(browser_tests::Keys::Down);
    let first = all.iter().find(|bar| bar.key.name() == keys[0]);
    let first = first.expect("was found before");
    let [low, high] = [first.low, first.high]
        .map(|end| shown(&Inputs::default(), "gross_profit", end.expect("exists")));
    let told = format!("December 2025: $17,098; {low} at −10%, {high} at +10%.");
    eventually("the baseline in the reading", || {
        let text = answer();
        if text.ends_with(&told) {
            Ok(())
        } else {
            Err(text)
        }
    });
    let file = page.saved_by(&format!("{CHART} [data-tool=csv]")).text;
    assert!(file.contains("10% higher, baseline"), "{file}");
    let rows = page.table("tornado");
    assert_eq!(rows.len(), keys.len() + 1);
    assert!(
        rows[0][5..]
            .iter()
            .all(|was| (was - 17_098.36).abs() < 0.01),
        "{:?}",
        rows[0]
    );
    assert_eq!(
        rows[1][5..],
        [first.low, first.high].map(|end| end.expect("exists"))
    );
}

/// Where the two upright ends of a mark stand, px.
#[track_caller]
fn ticks_of(path: &str) -> [f64; 2] {
    let starts = path.split('M').skip(1);
    let starts = starts.filter_map(|part| part.split_once(',')?.0.parse().ok());
    let starts: Vec<f64> = starts.take(2).collect();
    starts
        .try_into()
        .unwrap_or_else(|_| panic!("no mark: “{path}”"))
}

/// Where a result stands by the ticks of the axis, px.
fn at(ticks: &[Tick], result: f64) -> f64 {
    let [first, last] = [&ticks[0], &ticks[ticks.len() - 1]];
    let share = (result - first.value) / (last.value - first.value);
    first.at + share * (last.at - first.at)
}

/// A dragged input takes the slow results with it when the hand rests.
pub fn the_tornado_follows_the_inputs(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    for output in ["gross_profit", "npv_gain"] {
        page.click(&format!("[data-choice=tornado] option[value={output}]"));
        page.drag("btc_price", 0.6);
        let inputs = oracle::inputs(&page.look()).expect("the page shows valid inputs");
        let all = bars(&inputs, output);
        shows_bars(page, &all[..all.len().min(12)]);
    }
}

/// Each row is the model's, says what it moves and why, and what was cut.
pub fn each_shock_is_the_models(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let inputs = Inputs::default();
    for shock in stress(&inputs) {
        is_shown(page, &inputs, &shock);
    }
    for (key, words) in [
        ("difficulty_up", "gives up mining that is worth less"),
        ("power", "together leave mining less"),
        ("target_ratio", "The share price moves and nothing else"),
    ] {
        let why = page.text(&format!("[data-stress={key}] .hp-shock-why"));
        assert!(why.contains(words), "{key}: {why}");
    }
    let page = Page::open(browser, &site, &format!("{VIEW}&uptime_pct=5"));
    let moved = page.text("[data-stress=power] [data-changed=uptime_pct]");
    assert!(
        moved.contains("Uptime 5% → 1%") && moved.contains("cut"),
        "{moved}"
    );
}

/// One press applies a shock to the inputs, and one press takes it back.
pub fn a_shock_is_applied_and_undone_in_one_step(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    // Uptime stands there.
    page.press_button("Your fleet");
    let before = page.look().figures;
    page.click("[data-apply=power]");
    page.shows_value("power_price", 60.0);
    page.shows_value("uptime_pct", 90.0);
    page.offers_to("Undo", "Undo: Power +15 USD/MWh and uptime −10 points");
    page.click("[data-history=Undo]");
    page.shows_value("power_price", 45.0);
    page.shows_value("uptime_pct", 100.0);
    assert_eq!(page.look().figures, before);
}

/// The sentence names the strongest input and the worst shock of the chosen result.
pub fn the_sentence_follows_the_choice(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    for (output, words) in [
        (
            "gross_profit",
            ["Network hashrate moves gross profit most", "“Power +15"],
        ),
        ("per_share", ["moves value per share most", "“Capex +30%"]),
        (
            "ratio",
            [
                "moves the cap over block rewards most",
                "None of the shocks moves it",
            ],
        ),
    ] {
        page.click(&format!("[data-choice=tornado] option[value={output}]"));
        eventually(output, || {
            let text = page.text("h1");
            let has_all = words.iter().all(|word| text.contains(word));
            if has_all { Ok(()) } else { Err(text) }
        });
    }
}

/// The input of each bar that the page should show, and the results at both of its ends.
fn bars(inputs: &Inputs, output: &str) -> Vec<(String, [String; 2])> {
    let result = |value: Option<f64>| match value {
        Some(value) => shown(inputs, output, value),
        None => absent(output).to_owned(),
    };
    tornado(inputs, output)
        .expect("is a result")
        .into_iter()
        .filter(|bar| bar.swing != Some(0.0) && bar.key != Key::BlockHeight)
        .map(|bar| {
            let ends = [bar.low, bar.high].map(result);
            (bar.key.name().to_owned(), ends)
        })
        .collect()
}

/// A result as the page should write it.
fn shown(inputs: &Inputs, output: &str, value: f64) -> String {
    let unit = Output::from_key(output).expect("is a result").unit;
    amount(unit, value, RevenueUnit::UsdPerEhDay, inputs.btc_price()).number()
}

#[track_caller]
fn shows_bars(page: Page<'_>, wanted: &[(String, [String; 2])]) {
    eventually("the model's bars", || {
        let keys = page.attributes(ROWS, "data-key");
        let ends = page.texts(&format!("{ROWS} .hp-bar-text"));
        let are_keys = keys.iter().eq(wanted.iter().map(|(key, _)| key));
        let are_ends = ends.iter().eq(wanted.iter().flat_map(|(_, ends)| ends));
        if are_keys && are_ends {
            Ok(())
        } else {
            Err(format!("{keys:?} {ends:?}, not {wanted:?}"))
        }
    });
}

#[track_caller]
fn is_shown(page: Page<'_>, inputs: &Inputs, shock: &Stress) {
    for (result, wanted) in [
        ("gross_profit", shock.gross_profit),
        ("free_cash_flow", shock.free_cash_flow),
        ("npv_gain", shock.npv_gain),
        ("per_share", shock.per_share),
    ] {
        let cell = format!("[data-stress={}] [data-result={result}] b", shock.key);
        let wanted = shown(inputs, result, wanted);
        assert_eq!(page.text(&cell), wanted, "{cell}");
    }
    let moved = page.attributes(
        &format!("[data-stress={}] [data-changed]", shock.key),
        "data-changed",
    );
    let wanted: Vec<&str> = shock
        .changes
        .iter()
        .map(|change| change.key.name())
        .collect();
    assert_eq!(moved, wanted, "{}", shock.key);
}
