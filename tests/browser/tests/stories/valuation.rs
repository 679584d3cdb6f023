//! The Valuation view: the market against block rewards, one company against its parts.

use browser_tests::{Browser, Page, Site, eventually, oracle, until};
use hashpivot::facts::block_rewards::{OPPORTUNITIES, QUOTED_RATIOS, reconciliation};
use hashpivot::model::outputs::Model;

const VIEW: &str = "#v=1&view=valuation";
/// The lines from our ratio to the printed one, in their order.
const LINES: [&str; 4] = ["mean-price", "spot-price", "cap-rounding", "quoted"];

/// The check figures of both models, and every other result of them.
pub fn every_figure_of_cohort_and_company_is_shown(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.follows_the_model();
    let seen = page.look();
    for (key, wanted) in [
        ("issuance_btc", 515_531.25),
        ("block_reward_opportunity", 45.856_505),
        ("ratio", 1.046_744),
        ("implied_price_growth", 0.540_768),
        ("mining_value", 1_196.421_836),
        ("hpc_value", 1_224.202_905),
        ("equity_value", 2_420.624_741),
        ("per_share", 24.206_247),
        ("implied_execution_pct", 97.134_654),
        ("implied_mw", 285.305_832),
        ("implied_mining_multiple", 11.659_767),
    ] {
        let shown: f64 = seen.figure(key).value.parse().expect("is a number");
        assert!(
            (shown - wanted).abs() < 1e-6,
            "{key}: {shown}, not {wanted}"
        );
    }
    let models = [Model::VALUATION, Model::SUM_OF_PARTS];
    let missing: Vec<&str> = models
        .iter()
        .flat_map(|model| model.outputs)
        .map(|output| output.key)
        .filter(|key| !seen.figures.iter().any(|figure| figure.key == *key))
        .collect();
    assert!(missing.is_empty(), "not in the view: {missing:?}");
}

/// 104.7%, 106.4%, 107.5%, 107.0%: each line says its number, and sets the page to it as one step.
pub fn the_reported_ratio_is_reached_line_by_line(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let ratio = || {
        page.look()
            .figure("ratio")
            .value
            .parse::<f64>()
            .unwrap_or(f64::NAN)
    };
    let texts = ["104.7%", "106.4%", "107.5%", "107.0%"];
    for ((key, step), text) in LINES.iter().zip(reconciliation()).zip(texts) {
        let line = format!("[data-line={key}]");
        assert_eq!(page.text(&format!("{line} b")), text);
        page.click(&line);
        until(key, ratio, |shown| oracle::is_close(*shown, step.ratio));
        page.shows_value("market_cap", step.market_cap);
        let is_current = || page.attribute(&line, "aria-current");
        until(key, is_current, |current| {
            current.as_deref() == Some("true")
        });
    }
    page.click("[data-history=Undo]");
    page.shows_value("market_cap", reconciliation()[2].market_cap);
    let reported = &OPPORTUNITIES[0];
    page.click(&format!("[data-line='{}']", reported.date));
    page.shows_value("btc_price", reported.btc_price);
    let opportunity = page.look().figure("block_reward_opportunity").value.clone();
    let opportunity: f64 = opportunity.parse().expect("is a number");
    assert!(
        (opportunity - reported.reported).abs() < 1.0,
        "{opportunity}"
    );
}

/// Marks of today, of the target and of what JPMorgan quoted; the growth follows the target.
pub fn the_market_is_drawn_against_the_quoted_ratios(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let names = page.texts("[data-chart=market-cap] .hp-line-name");
    for quoted in ["today's ratio", "45% (target)", "107%", "120%"] {
        assert!(
            names.iter().any(|name| name == quoted),
            "{quoted}: {names:?}"
        );
    }
    page.enter("target_ratio_pct", "100");
    page.shows_value("target_ratio_pct", 100.0);
    let seen = page.look();
    let growth = seen.chart("price-growth");
    let today = growth.marks.iter().find(|mark| mark.name == "today");
    let today = today.expect("the chart marks the target");
    assert!((today.y - 0.027_183).abs() < 1e-6, "{today:?}");
    assert!(growth.answer.contains("2.7% a year"), "{}", growth.answer);
    assert!(growth.marks.iter().any(|mark| mark.name == "baseline"));
    let names = page.texts("[data-chart=market-cap] .hp-line-name");
    for name in ["target", "45%", "107%", "120%"] {
        assert!(names.iter().any(|shown| shown == name), "{name}: {names:?}");
    }
}

/// Block rewards at the dates of the notes stand on one axis, quoted ratios on the other.
pub fn what_was_reported_is_marked_on_the_axes(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let marked = |chart: &str| page.texts(&format!("[data-chart={chart}] .hp-reference-name"));
    let reported = marked("market-cap");
    for then in OPPORTUNITIES {
        assert!(
            reported.iter().any(|name| name == then.year),
            "{reported:?}"
        );
    }
    let quoted = marked("price-growth");
    for ratio in &QUOTED_RATIOS {
        assert!(quoted.iter().any(|name| name == ratio.text), "{quoted:?}");
    }
}

/// Debt, new shares and a contract that costs more than it brings.
pub fn parts_stack_up_to_what_a_share_is_worth(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.follows_the_model();
    assert_eq!(page.look().chart("sum-of-parts").bars.len(), 4);
    finds(
        page,
        "implied_execution_pct",
        &["a chance of 97%", "you assume 75%"],
    );
    finds(page, "implied_mw", &["285 MW", "you plan 300 MW"]);
    finds(page, "implied_mining_multiple", &["11.7 times"]);
    finds(
        page,
        "new_shares_pct",
        &["would lift", "more than the $24.21"],
    );
    page.enter("net_debt", "800");
    page.enter("new_shares_pct", "25");
    page.shows_value("new_shares_pct", 25.0);
    assert_eq!(page.look().chart("sum-of-parts").bars.len(), 6);
    let issued = page.look().figure("per_share").text.clone();
    finds(page, "new_shares_pct", &["Issuing 25% lifts", &issued]);
    page.enter("share_price", "10");
    page.shows_value("share_price", 10.0);
    finds(page, "new_shares_pct", &["Issuing 25% lowers", "less than"]);
}

/// Where machines earn less than they cost, mining is named below the chart and no line leads to it.
pub fn a_part_of_nothing_has_no_line(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, &format!("{VIEW}&btc_price=30000"));
    page.follows_the_model();
    let part = |css: &str| page.texts(&format!("[data-chart=sum-of-parts] {css}"));
    assert_eq!(part(".hp-stack-name"), ["HPC", "Worth", "Paid"]);
    let leaders = page.attributes("[data-chart=sum-of-parts] .hp-leader", "x1");
    assert_eq!(leaders.len(), 1);
    let chart = page.text("[data-chart=sum-of-parts]");
    assert!(chart.contains("mining is worth nothing here"), "{chart}");
}

/// No contour runs through the name of a dot: each is clear of the points of the line by half a line of text.
pub fn no_line_runs_through_a_name_on_the_map(browser: &Browser) {
    let site = Site::of_the_build();
    let crossed = "const map = document.querySelector('[data-chart=value-map] svg');\
                   const within = (path, box) => { const steps = path.getTotalLength();\
                     for (let at = 0; at <= steps; at += 1) { const { x, y } = path.getPointAtLength(at);\
                       if (box.x < x && x < box.x + box.width && box.y + 3 < y && y < box.y + box.height - 3) return true; }\
                     return false; };\
                   const words = [...map.querySelectorAll('.hp-on-map')];\
                   const lines = [...map.querySelectorAll('.hp-contour')].filter((line) => line.getAttribute('d'));\
                   return words.map((word) => [word.textContent,\
                     lines.some((line) => within(line, word.getBBox()))]);";
    for moved in ["&btc_price=250000", "&btc_price=120000", ""] {
        let page = Page::open(browser, &site, &format!("{VIEW}{moved}"));
        page.follows_the_model();
        let words = || browser.ask::<Vec<(String, bool)>>(crossed, &[]);
        let words = until("names", words, |words| !words.is_empty());
        let is_clear = words.iter().all(|(_, is_crossed)| !is_crossed);
        assert!(is_clear, "{moved}: {words:?}");
        let has_baseline = words.iter().any(|(word, _)| word == "baseline");
        assert_eq!(has_baseline, !moved.is_empty(), "{moved}: {words:?}");
    }
}

/// What does not exist is said in words, and a negative equity turns the sign.
pub fn what_the_price_does_not_say_is_said(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, &format!("{VIEW}&share_price=90"));
    page.follows_the_model();
    finds(
        page,
        "implied_execution_pct",
        &["No probability justifies the price"],
    );
    finds(
        page,
        "equity_beta",
        &[
            "1% on bitcoin moves the equity by 1.36%",
            "short 36,920 BTC",
        ],
    );
    let page = Page::open(browser, &site, &format!("{VIEW}&net_debt=5000"));
    finds(
        page,
        "equity_beta",
        &["The equity is negative, so the sign turns"],
    );
    let page = Page::open(browser, &site, &format!("{VIEW}&btc_price=30000"));
    finds(page, "equity_beta", &["1% on bitcoin moves nothing"]);
    finds(page, "implied_mining_multiple", &["Mining earns nothing"]);
    assert_eq!(
        page.look().figure("implied_mining_multiple").text,
        "no mining profit"
    );
}

/// The dot follows execution and price, the map's sentence the line where value is price.
pub fn the_map_shows_what_would_have_to_be_true(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let answer = || page.look().chart("value-map").answer.clone();
    let at_first = answer();
    assert!(
        at_first.contains("at a hashprice of $45,526 per EH a day; today's is $38,698"),
        "{at_first}"
    );
    assert!(
        page.texts("[data-chart=value-map] .hp-contour-name")
            .contains(&"price".to_owned())
    );
    page.press_button("Finance and risk");
    page.follow(&format!("{VIEW}&execution_pct=97.134654"));
    page.shows_value("execution_pct", 97.134_654);
    // At the execution that the price implies today's hashprice lies on the line.
    let implied = answer();
    assert!(
        implied.contains("at a hashprice of $38,698 per EH a day; today's is $38,698"),
        "{implied}"
    );
}

/// A sentence under "What the price says" holds these words.
#[track_caller]
fn finds(page: Page<'_>, key: &str, words: &[&str]) {
    let css = format!("[data-finding={key}]");
    eventually(&format!("{key} with {words:?}"), || {
        let text = page.text(&css);
        let has_all = words.iter().all(|word| text.contains(word));
        if has_all { Ok(()) } else { Err(text) }
    });
}

pub fn nearly_all_is_not_all_and_nearly_none_is_not_none(browser: &Browser) {
    let site = Site::of_the_build();
    for (market_cap, words) in [
        ("10000", "their shares would fall by more than 99%"),
        ("0.001", "less than 1% of the block rewards"),
    ] {
        let page = Page::open(browser, &site, &format!("{VIEW}&market_cap={market_cap}"));
        let sentence = page.text("h1");
        assert!(sentence.contains(words), "“{words}” is not in “{sentence}”");
        let line = page.text("[data-line=mean-price]");
        assert!(line.contains("December's mean price."), "{line}");
    }
}
