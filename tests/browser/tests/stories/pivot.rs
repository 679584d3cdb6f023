//! The HPC pivot view: a deal as a start, what decides, sites.

use browser_tests::{Browser, Page, Site, oracle, until};
use hashpivot::facts::lease_presets;
use hashpivot::format::usd_m;
use hashpivot::model::Evaluation;
use hashpivot::model::parameters::{Inputs, Key};
use hashpivot::model::pivot::Pivot;
use hashpivot::model::sites::sites;
use hashpivot::model::sweep::cumulative;
use hashpivot::state::PlannedSite;
use serde_json::json;

const VIEW: &str = "#v=1&view=pivot";

pub fn an_announced_deal_is_a_start_with_its_source_beside_it(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let presets = lease_presets();
    let preset = presets
        .iter()
        .find(|preset| preset.id == "hut_8_river_bend");
    let preset = preset.expect("the deal is known");
    assert_eq!(page.text(".hp-start-note"), "");
    page.switch("deal", preset.id);
    for (key, value) in &preset.entries {
        page.shows_value(key.name(), *value);
    }
    let note = page.text(".hp-start-note");
    for words in preset
        .notes
        .iter()
        .chain([&preset.source, &"lease rate $128/kW/mo"])
    {
        assert!(note.contains(words), "“{words}” is not in “{note}”");
    }
    let kept = note
        .split("does not say:")
        .nth(1)
        .expect("names what was kept");
    assert!(kept.contains("execution 75%"), "{kept}");
    for (head, end, wanted) in [
        ("From the source:", "Derived", "tenor 15 years"),
        ("Derived from it:", "Kept", "lease rate $128/kW/mo"),
    ] {
        let rest = note.split(head).nth(1).expect("says where from");
        let part = rest.split(end).next().unwrap_or_default();
        assert!(part.contains(wanted), "{part}");
    }
    // Each announced deal is in the menu; what cannot be chosen says why.
    let options = page.texts("[data-switch=deal] option:disabled");
    for words in ["no critical-IT MW reported", "GPU cloud, not a lease"] {
        assert!(
            options.iter().any(|option| option.contains(words)),
            "{options:?}"
        );
    }
    page.click("[data-history=Undo]");
    page.shows_value("lease_rate", 150.0);
    page.shows_value("gross_mw", 300.0);
    page.click("[data-history=Redo]");
    page.shows_value("lease_rate", 128.0);
    page.enter("lease_rate", "140");
    until(
        "no note any more",
        || page.text(".hp-start-note"),
        String::is_empty,
    );
}

pub fn a_late_deal_says_what_the_delay_costs(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.switch("deal", "hut_8_river_bend");
    page.shows_value("lease_rate", 128.0);
    let before = pivot(page);
    page.press_button("Pin baseline");
    page.enter("delay_months", "12");
    page.shows_value("delay_months", 12.0);
    let now = pivot(page);
    let since = page.text("[data-since]");
    let fall = usd_m(before.npv_gain - now.npv_gain);
    for words in [
        "Delay 12 months (was 0 months)".to_owned(),
        format!(
            "The gain from converting falls by {fall} to {}",
            usd_m(now.npv_gain)
        ),
        format!(
            "the expected gain falls by {}",
            usd_m(before.expected_npv_gain - now.expected_npv_gain)
        ),
    ] {
        assert!(since.contains(&words), "“{words}” is not in “{since}”");
    }
}

pub fn the_break_even_lease_of_the_sentence_is_that_of_figure_and_condition(browser: &Browser) {
    const CONDITION: &str = "[data-condition=breakeven_lease_rate]";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.enter("delay_months", "12");
    page.shows_value("delay_months", 12.0);
    let figure = page.look().figure("breakeven_lease_rate").clone();
    assert_eq!(
        page.text("[data-sentence=breakeven_lease_rate]"),
        figure.text
    );
    let condition = page.attribute(CONDITION, "data-value");
    assert_eq!(condition.as_deref(), Some(figure.value.as_str()));
    assert!(
        page.text(CONDITION).contains(&figure.text),
        "{}",
        page.text(CONDITION)
    );
    page.enter("lease_rate", &figure.value);
    let gain = || {
        page.look()
            .figure("npv_gain")
            .value
            .parse::<f64>()
            .unwrap_or(f64::NAN)
    };
    until("no gain", gain, |gain| gain.abs() < 1e-6);
}

pub fn conditions_turn_with_the_winner_and_say_where_there_is_none(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let words = |name: &str| page.text(&format!("[data-condition=breakeven_{name}]"));
    for (name, starts) in [
        ("lease_rate", "The lease falls below $80.75 a kW a month."),
        ("overrun_pct", "Costs overrun by more than 88.6%."),
        ("hashprice", "Hashprice rises above $148,119 per EH a day."),
        ("delay_months", "The delay passes 86 months."),
    ] {
        assert!(words(name).starts_with(starts), "{}", words(name));
    }
    page.enter("lease_rate", "60");
    page.shows_value("lease_rate", 60.0);
    for (name, starts) in [
        ("lease_rate", "The lease rises above"),
        ("overrun_pct", "Costs come in below plan by more than"),
        ("hashprice", "No hashprice is low enough"),
        ("delay_months", "No change of the delay is enough."),
    ] {
        assert!(words(name).starts_with(starts), "{}", words(name));
    }
    // Near the border what is printed is still to come.
    page.enter("lease_rate", "80.74");
    page.shows_value("lease_rate", 80.74);
    for (name, text) in [
        ("lease_rate", "The lease rises above $80.75 a kW a month."),
        (
            "overrun_pct",
            "Costs come in below plan by more than 0.01%.",
        ),
    ] {
        assert!(words(name).starts_with(text), "{}", words(name));
    }
}

pub fn the_gain_adds_up_from_its_parts(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let results = pivot(page);
    for (name, total) in [
        ("gain", results.npv_gain),
        ("expected_gain", results.expected_npv_gain),
    ] {
        let lines = numbers(page, &format!("[data-sum={name}] dd"));
        let (last, parts) = lines.split_last().expect("there are lines");
        assert!(
            oracle::is_close(*last, total),
            "{name}: {last} is not {total}"
        );
        let sum: f64 = parts.iter().sum();
        assert!((sum - total).abs() < 1e-6, "{name}: {parts:?} make {sum}");
        let shown = page.text(&format!("[data-sum={name}] .is-total dd"));
        assert_eq!(shown, format!("${:.3}\u{a0}bn", total / 1e3));
    }
    assert_eq!(page.text("[data-sum=gain] .is-total dd"), "$1.924\u{a0}bn");
}

pub fn megawatts_are_gross_or_critical_it_and_say_so(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.enter("pue", "1.5");
    page.shows_value("pue", 1.5);
    let bars = || -> Vec<f64> {
        let seen = page.look();
        seen.chart("per-gross-mw")
            .bars
            .iter()
            .map(|bar| bar.value)
            .collect()
    };
    let gross = bars();
    let title = || page.text("[data-chart=per-gross-mw] .hp-chart-title");
    assert_eq!(title(), "What a gross MW earns");
    page.click("[data-choice='per-mw:it']");
    until("the other megawatt", title, |title| {
        title == "What a critical-IT MW earns"
    });
    for (it, gross) in bars().iter().zip(&gross) {
        assert!(
            oracle::is_close(*it, 1.5 * gross),
            "{it} is not 1.5 times {gross}"
        );
    }
    // Chart of stages, list of sites and figures count in the same megawatt.
    let stages = || page.look().chart("stages").answer.clone();
    until("the stages in it", stages, |text| {
        text.contains("200 critical-IT MW")
    });
    let total = |name: &str| numbers(page, &format!("tfoot [data-total={name}]"));
    until("the sites in it", || total("it_mw"), |mw| *mw == [200.0]);
    let heads = page.texts("[aria-labelledby=hp-sites] th");
    assert!(
        heads.iter().any(|head| head == "Critical-IT MW"),
        "{heads:?}"
    );
    let row = || page.text(".hp-figure-row:has([data-output=hpc_revenue_per_gross_mw_year])");
    let rent = usd_m(1.5 * pivot(page).hpc_revenue_per_gross_mw_year);
    for words in [
        "HPC revenue per critical-IT MW",
        &rent,
        "per critical-IT MW a year",
    ] {
        assert!(row().contains(words), "“{words}” is not in “{}”", row());
    }
    page.click("[data-how=hpc_revenue_per_gross_mw_year]");
    let how = || page.text(".hp-how");
    let told = format!("per critical-IT MW a year: times the PUE of 1.5×, {rent}");
    until("how it is shown", how, |text| text.contains(&told));
    page.click(".hp-how [aria-label=Close]");
    page.click("[data-expected] [data-choice='per-mw:gross']");
    until("the first megawatt", title, |title| {
        title == "What a gross MW earns"
    });
    until("the first sites", || total("gross_mw"), |mw| *mw == [300.0]);
    until("the first figure", row, |text| {
        text.contains("HPC revenue per gross MW")
    });
    page.follows_the_model();
}

pub fn cash_is_shown_before_and_after_the_loan(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let rows = table(page, "levered-cash");
    let flows = pivot(page).cash_flows;
    let (levered, plain) = (cumulative(&flows.levered), cumulative(&flows.hpc));
    assert_eq!(rows.len(), levered.len());
    for month in [0, 17, 60, 203] {
        assert!(
            oracle::is_close(rows[month][1], levered[month]),
            "month {month}"
        );
        assert!(
            oracle::is_close(rows[month][2], plain[month]),
            "month {month}"
        );
    }
    page.enter("loan_to_cost_pct", "0");
    let answer = || page.look().chart("levered-cash").answer.clone();
    until("nothing borrowed", answer, |answer| {
        answer.starts_with("Nothing is borrowed")
    });
}

pub fn the_frontier_says_who_wins(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let answer = || page.look().chart("frontier").answer.clone();
    assert!(answer().ends_with("so converting wins."), "{}", answer());
    let regions = page.text("[data-chart=frontier] svg");
    assert!(regions.contains("converting wins") && regions.contains("mining wins"));
    let comparable = lease_presets().len();
    assert_eq!(
        count(page, "[data-chart=frontier] [data-mark=announced]"),
        comparable
    );
    page.enter("lease_rate", "70");
    until("the other winner", answer, |answer| {
        answer.ends_with("so mining wins.")
    });
    page.follows_the_model();
}

pub fn two_sites_add_up_month_by_month(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.click("[data-add=site]");
    until(
        "two sites",
        || count(page, "[data-site]"),
        |sites| *sites == 2,
    );
    let rows = table(page, "stages");
    let expected = sites(&[
        planned("Site 1", 0.0, Some(75.0)),
        planned("Site 2", 12.0, None),
    ]);
    let mw = &expected.gross_mw;
    // Whole years, as far as the chart goes: until two years after the last rent began.
    let shown = rows.len();
    assert!(
        shown.is_multiple_of(12) && shown >= 48 && shown < expected.month.len(),
        "{shown}"
    );
    for (month, row) in rows.iter().enumerate() {
        let [
            _,
            paying,
            building,
            signed,
            memorandum,
            contracted,
            energised,
        ] = row[..]
        else {
            panic!("month {month} has {row:?}");
        };
        let all = paying + building + signed + memorandum;
        assert!(
            oracle::is_close(contracted, all - memorandum),
            "month {month}: {row:?}"
        );
        assert!(
            oracle::is_close(energised, mw.energised[month]),
            "month {month}: {row:?}"
        );
        assert!(
            oracle::is_close(signed, mw.signed[month]),
            "month {month}: {row:?}"
        );
        assert!(oracle::is_close(all, 600.0), "month {month}: {row:?}");
    }
    let total = |name: &str| numbers(page, &format!("tfoot [data-total={name}]"))[0];
    assert!(oracle::is_close(total("npv_gain"), expected.npv_gain));
    assert!(oracle::is_close(
        total("expected_npv_gain"),
        expected.expected_npv_gain
    ));
}

pub fn a_site_has_inputs_of_its_own(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let mw = || numbers(page, "tfoot [data-total=gross_mw]")[0];
    page.click("[data-add=site]");
    until("two sites", mw, |mw| oracle::is_close(*mw, 600.0));
    page.click("[data-row-tool='Inputs:1']");
    page.click("[data-site-tool=own] option[value=gross_mw]");
    let field = "[data-own=gross_mw] input";
    until(
        "its own field",
        || count(page, field),
        |fields| *fields == 1,
    );
    page.click(field);
    browser.select_all();
    browser.type_text("500");
    browser.press(browser_tests::Keys::Enter);
    until("its own power", mw, |mw| oracle::is_close(*mw, 800.0));
    page.click("[data-row-tool='Copy:1']");
    until("three sites", mw, |mw| oracle::is_close(*mw, 1_300.0));
    let name = || -> Option<String> {
        let body = "return document.querySelector(arguments[0])?.value ?? null;";
        let field = "[data-site='0'] [data-site-field=name]";
        browser.ask(body, &[json!(field)])
    };
    page.click("[data-row-tool='Down:0']");
    until("another order", name, |name| {
        name.as_deref() == Some("Site 2")
    });
    page.click("[data-row-tool='Remove:0']");
    until("two again", mw, |mw| oracle::is_close(*mw, 800.0));
    page.enter("gross_mw", "400");
    until("the page's power at one of them", mw, |mw| {
        oracle::is_close(*mw, 900.0)
    });
}

/// Megawatts of one site with a PUE of 1.5 and an execution of 75%.
pub fn stages_count_gross_or_critical_it_and_all_or_expected(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, &format!("{VIEW}&pue=1.5&execution_pct=75"));
    let _ = table(page, "stages");
    let contracted = || {
        numbers(
            page,
            "[data-chart=stages] tbody tr:first-child td:nth-child(6)",
        )
    };
    let shows = |what: &str, mw: f64| {
        until(what, contracted, |shown| {
            shown.len() == 1 && oracle::is_close(shown[0], mw)
        });
        let answer = page.look().chart("stages").answer.clone();
        assert!(answer.contains(what), "{answer}");
    };
    shows("300 gross MW", 300.0);
    page.click("[data-choice='stages-weight:expected']");
    shows("225 gross MW are expected", 225.0);
    page.click("[data-expected] [data-choice='per-mw:it']");
    shows("150 critical-IT MW are expected", 150.0);
    page.click("[data-choice='stages-weight:all']");
    shows("200 critical-IT MW", 200.0);
}

/// Its name, the month of its decision and its kind of contract are its own; the chart of stages shows
/// them.
pub fn a_site_has_a_name_a_month_and_a_contract(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.click("[data-add=site]");
    let field = |name: &str| format!("[data-site='1'] [data-site-field={name}]");
    until(
        "a second site",
        || count(page, &field("name")),
        |count| *count == 1,
    );
    let first = planned("Site 1", 0.0, Some(75.0));
    let band = |stage: &str| {
        page.attribute(&format!("[data-chart=stages] [data-band={stage}]"), "d")
            .unwrap_or_default()
    };
    let (paying, memorandum) = (band("Paying"), band("Memorandum"));
    assert!(
        paying.contains('L'),
        "the chart of stages draws nothing that pays"
    );
    let adds_up = |second: &PlannedSite| {
        let expected = sites(&[first.clone(), second.site(&Inputs::default())]).npv_gain;
        let total = || numbers(page, "tfoot [data-total=npv_gain]")[0];
        until("both sites", total, |total| {
            oracle::is_close(*total, expected)
        });
    };
    let second = PlannedSite::named("Site 2").expect("is a name");
    let second = second.starting(30.0).expect("is a month");
    page.click(&field("start_month"));
    browser.select_all();
    browser.type_text("30");
    browser.press(browser_tests::Keys::Enter);
    adds_up(&second);
    until("a later chart", || band("Paying"), |path| *path != paying);
    page.click(&format!("{} option[value=memorandum]", field("contract")));
    until(
        "a memorandum",
        || band("Memorandum"),
        |path| *path != memorandum,
    );
    let execution = || page.texts("[data-site='1'] td")[4].clone();
    until("its chance", execution, |text| text == "30%");
    page.click(&field("name"));
    browser.select_all();
    browser.type_text("Abilene");
    browser.press(browser_tests::Keys::Enter);
    until(
        "its name in the link",
        || page.fragment(),
        |link| link.contains("site=Abilene"),
    );
    page.click("[data-row-tool='Inputs:1']");
    until(
        "its name over its inputs",
        || page.text("[data-site-editor] h3"),
        |text| text.contains("Abilene"),
    );
    page.click("[data-site-tool=own] option[value=lease_rate]");
    let own = || count(page, "[data-own=lease_rate]");
    until("an input of its own", own, |fields| *fields == 1);
    page.click("[data-own=lease_rate] button");
    until("the page's again", own, |fields| *fields == 0);
}

/// A month that is none stays as it was typed, with the reason beside it, until a good one is entered.
pub fn a_month_of_decision_is_refused_with_the_reason(browser: &Browser) {
    const MONTH: &str = "[data-site='0'] [data-site-field=start_month]";
    let site = Site::of_the_build();
    let page = Page::open(
        browser,
        &site,
        &format!("{VIEW}&site=A~start_month:24&site=B"),
    );
    let enter = |text: &str, key| {
        page.click(MONTH);
        browser.select_all();
        browser.press(browser_tests::Keys::Backspace);
        browser.type_text(text);
        browser.press(key);
    };
    for text in ["", "12.5", "-3", "9999", "soon"] {
        enter(text, browser_tests::Keys::Tab);
        page.warns(&["Decision", &format!("“{text}”"), "0 to 600 months"]);
        assert_eq!(page.text_of_field(MONTH), text);
        assert_eq!(
            page.attribute(MONTH, "aria-invalid").as_deref(),
            Some("true")
        );
        assert_eq!(page.look().alerts.len(), 1, "“{text}” is refused once");
        assert!(
            page.fragment().contains("start_month:24"),
            "“{text}” is taken"
        );
    }
    // The draft goes with its site.
    page.click("[data-row-tool='Down:0']");
    let moved = "[data-site='1'] [data-site-field=start_month]";
    until(
        "the draft below",
        || page.text_of_field(moved),
        |text| text == "soon",
    );
    page.click("[data-row-tool='Up:1']");
    until(
        "the draft above",
        || page.text_of_field(MONTH),
        |text| text == "soon",
    );
    enter("36", browser_tests::Keys::Enter);
    page.is_silent();
    until(
        "the month in the link",
        || page.fragment(),
        |link| link.contains("start_month:36"),
    );
    browser.press(browser_tests::Keys::Up);
    until(
        "a month later",
        || page.text_of_field(MONTH),
        |text| text == "37",
    );
}

/// Whatever is done to the list, the inputs that are open stay those of the same site, with what is typed
/// into them; they close when it goes.
pub fn open_inputs_stay_with_their_site(browser: &Browser) {
    const FIELD: &str = "[data-own=gross_mw] input";
    let site = Site::of_the_build();
    let page = Page::open(
        browser,
        &site,
        &format!("{VIEW}&site=A~gross_mw:100&site=B~gross_mw:200"),
    );
    let tool = |name: &str| page.click(&format!("[data-row-tool='{name}']"));
    let open = || {
        let place = page.attribute("[data-site-editor]", "data-site-editor");
        (page.text("[data-site-editor] h3"), place)
    };
    let is_b_at = |place: &str| {
        until("the inputs of B", open, |(title, at)| {
            title == "What B has of its own" && at.as_deref() == Some(place)
        });
    };
    tool("Inputs:1");
    is_b_at("1");
    page.click(FIELD);
    browser.select_all();
    browser.type_text("lots");
    for (name, place) in [
        ("Up:1", "0"),
        ("Copy:0", "0"),
        ("Down:0", "1"),
        ("Remove:0", "0"),
    ] {
        tool(name);
        is_b_at(place);
        assert_eq!(page.text_of_field(FIELD), "lots", "after {name}");
    }
    page.click("[data-history=Undo]");
    is_b_at("1");
    page.click(FIELD);
    browser.select_all();
    browser.type_text("500");
    browser.press(browser_tests::Keys::Enter);
    until(
        "the power of B",
        || page.fragment(),
        |link| link.contains("site=B~gross_mw:500") && link.contains("site=A~gross_mw:100"),
    );
    // What another site has is another field, also where it holds the same.
    page.click(FIELD);
    browser.select_all();
    browser.type_text("plenty");
    let sites = || count(page, "[data-site]");
    tool("Copy:1");
    until("the copy", sites, |sites| *sites == 4);
    tool("Inputs:2");
    until("the inputs of the copy", open, |(title, at)| {
        title.starts_with("What B") && at.as_deref() == Some("2")
    });
    assert_eq!(page.text_of_field(FIELD), "500");
    // What was refused is said of the site whose inputs are closed.
    page.warns(&["B: ", "“plenty”"]);
    tool("Remove:2");
    until("no copy", sites, |sites| *sites == 3);
    tool("Inputs:1");
    is_b_at("1");
    assert_eq!(page.text_of_field(FIELD), "plenty");
    browser.press(browser_tests::Keys::Escape);
    // Keys go on moving the row.
    page.click("[data-site='2'] [data-site-field=name]");
    page.tab_to("[data-row-tool='Up:2']");
    for at in ["Up:1", "Down:0"] {
        browser.press(browser_tests::Keys::Enter);
        let focused = || page.has_focus(&format!("[data-row-tool='{at}']"));
        until(at, focused, |has_it| *has_it);
    }
    is_b_at("2");
    tool("Remove:2");
    until(
        "closed inputs",
        || count(page, "[data-site-editor]"),
        |editors| *editors == 0,
    );
}

pub fn deals_stand_around_your_lease(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let dots = || page.look().chart("deals").marks.len();
    let by_capex = dots();
    page.click("[data-choice='deals-axis:tenor']");
    until("more deals with a tenor", dots, |dots| *dots > by_capex);
    let texts = page.text("[data-chart=deals]");
    for words in ["your lease", "tenant-funded", "GPU cloud"] {
        assert!(texts.contains(words), "“{words}” is not in “{texts}”");
    }
}

/// The results for the inputs that the page shows.
fn pivot(page: Page<'_>) -> Pivot {
    let inputs = oracle::inputs(&page.look()).expect("the page shows valid inputs");
    Evaluation::of(&inputs).pivot().clone()
}

fn planned(name: &str, month: f64, execution: Option<f64>) -> hashpivot::model::sites::Site {
    let site = PlannedSite::named(name).expect("is a name");
    let site = site.starting(month).expect("is a month");
    let site = site
        .with(Key::ExecutionPct, execution)
        .expect("is a probability");
    site.site(&Inputs::default())
}

/// The unrounded numbers of a chart's curves, row by row.
fn table(page: Page<'_>, chart: &str) -> Vec<Vec<f64>> {
    let mut rows = page.table(chart);
    // What is marked stands above the curves, its name beside x.
    rows.retain(|row| row.last().is_some_and(|last| last.is_finite()));
    for row in &mut rows {
        row.retain(|cell| cell.is_finite());
    }
    rows
}

/// The unrounded numbers of the elements that a CSS selector finds.
fn numbers(page: Page<'_>, css: &str) -> Vec<f64> {
    let body = "return Array.from(document.querySelectorAll(arguments[0]), (element) => \
                Number.parseFloat(element.dataset.value));";
    page.browser().ask(body, &[json!(css)])
}

fn count(page: Page<'_>, css: &str) -> usize {
    let body = "return document.querySelectorAll(arguments[0]).length;";
    page.browser().ask(body, &[json!(css)])
}
