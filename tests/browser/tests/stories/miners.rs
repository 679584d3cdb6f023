//! The Miners view: rows in and out, a ranking, a pair.

use browser_tests::{Browser, Keys, Page, Site, oracle, until};
use hashpivot::model::parameters::Inputs;
use hashpivot::model::screen::{Column, Miner, archetypes, pair, screen};
use hashpivot::tables::read_miners;
use serde_json::json;

const VIEW: &str = "#v=1&view=miners";
const FIELD: &str = "#hp-miner-rows";

/// What three rows of a spreadsheet may look like; the second has two bad cells.
const ROWS: &str = "Name,Efficiency,Power cost,Share price,ticker\nAlpha,16,38,12,AAA\n\
                    Beta,cheap,41,0,BBB\nGamma,24,47,3,GGG\n";

pub fn the_ranking_is_that_of_the_models(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.follows_the_model();
    ranks(page, &archetypes(), &Inputs::default());
    page.enter("btc_price", "60,000");
    page.shows_value("btc_price", 60_000.0);
    let inputs = oracle::inputs(&page.look()).expect("the page shows valid inputs");
    ranks(page, &archetypes(), &inputs);
}

pub fn a_column_sorts_in_both_directions(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    for column in ["gross_profit", "percentile", "breakeven_hashprice"] {
        let shown = || numbers(page, &format!("[data-result={column}]"));
        // They may have been in this order before: the heading says when they are sorted by it.
        let sorted = |direction: &str| {
            page.click(&format!("[data-sort={column}]"));
            let heading = format!("[aria-sort={direction}] [data-sort={column}]");
            until(&heading, || page.texts(&heading).len(), |count| *count == 1);
        };
        sorted("descending");
        until("falling", shown, |numbers| {
            numbers.is_sorted_by(|a, b| a >= b)
        });
        sorted("ascending");
        until("rising", shown, |numbers| numbers.is_sorted());
    }
}

pub fn a_number_is_edited_in_its_cell_or_refused_with_the_reason(browser: &Browser) {
    const CELL: &str = "[data-row='1'] [data-cell=power_price]";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    enter(page, CELL, "$30/MWh");
    let mut miners = archetypes();
    miners[1] = miners[1].with(Column::PowerPrice, 30.0).expect("in range");
    ranks(page, &miners, &Inputs::default());
    enter(page, CELL, "900");
    page.warns(&["Power cost", "900", "$500"]);
    ranks(page, &miners, &Inputs::default());
    browser.press(Keys::Escape);
    page.is_silent();
    enter(page, "[data-row='1'] [data-cell=cash]", "-3");
    page.warns(&["Cash: “-3” is out of range", "$0 to $100\u{a0}bn"]);
    enter(page, "[data-row='1'] [data-cell=name]", " ");
    page.warns(&["Name: no name is given", "1 to 100 characters"]);
}

pub fn what_is_refused_stays_with_its_miner(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let shown = |place: usize| {
        let css = format!("[data-row='{place}'] [data-cell=power_price]");
        page.text_of_field(&css)
    };
    enter(page, "[data-row='1'] [data-cell=power_price]", "900");
    page.warns(&["900"]);
    let is_at = |place: usize| {
        until("the draft", || shown(place), |text| text == "900");
        let elsewhere = (0..4).filter(|other| *other != place);
        assert!(elsewhere.map(shown).all(|text| text != "900"));
    };
    page.click("[data-row-tool='Up:1']");
    is_at(0);
    page.click("[data-row-tool='Copy:0']");
    is_at(0);
    page.click("[data-row-tool='Down:0']");
    is_at(1);
    page.click("a[data-view=hashprice]");
    page.shows_view("hashprice");
    page.click("a[data-view=miners]");
    page.shows_view("miners");
    is_at(1);
    page.warns(&["900"]);
}

pub fn rows_are_added_copied_moved_and_removed(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let names = || page.attributes("[data-cell=name]", "data-value");
    let at_first = names();
    page.click("[data-add=miner]");
    until("a fifth row", names, |names| {
        names.len() == 5 && names[4] == "Miner 5"
    });
    page.click("[data-row-tool='Up:4']");
    until("one row up", names, |names| names[3] == "Miner 5");
    page.click("[data-row-tool='Copy:0']");
    let copied = until("six rows", names, |names| names.len() == 6);
    assert_ne!(copied[1], copied[0]);
    page.click("[data-row-tool='Remove:1']");
    until("five again", names, |names| names.len() == 5);
    page.click("[data-row-tool='Remove:3']");
    until("as at first", names, |names| *names == at_first);
}

/// A bad row is named by line and column and stays in the text; the others can be taken.
pub fn pasted_rows_are_read_and_a_bad_one_is_named(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.paste(FIELD, ROWS);
    let message = page.warns(&["line 3, column 2 (Efficiency)", "cheap"]);
    assert!(
        message.contains("line 3, column 4 (Share price)"),
        "{message}"
    );
    let report = page.text("[data-intake=miner-rows]");
    for words in ["2 miners read, 1 not.", "ticker", "Shares"] {
        assert!(report.contains(words), "“{words}” is not in “{report}”");
    }
    ranks(page, &archetypes(), &Inputs::default());
    page.click("[data-action=replace]");
    ranks(page, &read(ROWS), &Inputs::default());
    page.paste(FIELD, &ROWS.replace("cheap", "20").replace("41,0", "41,9"));
    page.is_silent();
    page.click("[data-action=replace]");
    until(
        "all three",
        || page.attributes("[data-miner]", "data-miner").len(),
        |miners| *miners == 3,
    );
}

/// What is saved is read back as the same table, with the row that could not be read and the columns
/// that nothing asks for.
pub fn the_saved_table_is_read_back(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.paste(FIELD, ROWS);
    page.click("[data-action=append]");
    let all = [archetypes(), read(ROWS)].concat();
    ranks(page, &all, &Inputs::default());
    let saved = save(page);
    let table = read_miners(&saved, &Inputs::default()).expect("our own file is a table");
    assert_eq!(table.miners, all);
    assert_eq!(table.unread.len(), 1, "{saved}");
    assert!(saved.contains("cheap") && saved.contains("GGG"), "{saved}");
    page.paste(FIELD, &saved);
    page.click("[data-action=replace]");
    ranks(page, &all, &Inputs::default());
}

pub fn a_file_is_opened_whatever_its_encoding(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    // UTF-16 with a mark, as Excel's “Unicode text”: tabs between the cells.
    let body = "const text = '\\ufeffname\\tefficiency\\nÖkostrom\\t18,5\\n'; \
                const units = Uint16Array.from(text, (c) => c.charCodeAt(0)); \
                const list = new DataTransfer(); list.items.add(new File([units], 'miners.txt')); \
                const field = document.querySelector('[data-intake=miner-rows] input[type=file]'); \
                field.files = list.files; field.dispatchEvent(new Event('change', { bubbles: true })); return null;";
    browser.ask::<Option<()>>(body, &[]);
    until(
        "the file's rows",
        || page.text("[data-intake=miner-rows]"),
        |text| text.contains("1 miner read, 0 not."),
    );
    page.click("[data-action=replace]");
    let name = || page.attributes("[data-cell=name]", "data-value");
    until("its miner", name, |names| *names == ["Ökostrom"]);
    assert_eq!(numbers(page, "[data-cell=efficiency]"), [18.5]);
}

/// And their sign with it.
pub fn what_a_share_gains_or_loses_has_its_colour(browser: &Browser) {
    const UPSIDE: &str = "[data-result=upside]";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let told = page.texts(UPSIDE).into_iter();
    let told: Vec<_> = told.zip(page.attributes(UPSIDE, "class")).collect();
    for (sign, class) in [("+", "hp-ink-profit"), ("\u{2212}", "hp-ink-loss")] {
        let mut of_sign = told.iter().filter(|(text, _)| text.starts_with(sign));
        assert!(of_sign.clone().next().is_some(), "no {sign} in {told:?}");
        assert!(of_sign.all(|(_, found)| found == class), "{told:?}");
    }
}

pub fn two_rows_make_a_pair_with_its_hedge(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let told = || page.text("[data-pair]");
    assert!(told().starts_with("Choose Long"), "{}", told());
    let miners = archetypes();
    let (long, short) = (&miners[0], &miners[2]);
    let side = |miner: &Miner, side: &str| {
        page.click(&format!(
            "[data-miner='{}'] [data-side={side}]",
            miner.name()
        ));
    };
    side(long, "long");
    side(short, "short");
    let pair = pair(long, short, &Inputs::default());
    let verb = if pair.hedge_btc_per_usd_m > 0.0 {
        "sell"
    } else {
        "buy"
    };
    let bitcoin = hashpivot::format::significant(pair.hedge_btc_per_usd_m.abs(), 3, 0);
    let hedge = format!("to be neutral, {verb} {bitcoin} BTC");
    until("the hedge", told, |text| text.contains(&hedge));
    side(long, "short");
    side(short, "long");
    let other = if verb == "sell" { "buy" } else { "sell" };
    let hedge = format!("to be neutral, {other} {bitcoin} BTC");
    until("the other way round", told, |text| text.contains(&hedge));
}

/// Each miner is a dot where its two numbers say, and the network's average is marked.
pub fn miners_stand_where_their_power_costs_are(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    page.follows_the_model();
    let chart = page.look().chart("miners-scatter").clone();
    for miner in archetypes() {
        let place = (miner.get(Column::Efficiency), miner.get(Column::PowerPrice));
        assert!(
            chart
                .marks
                .iter()
                .any(|mark| mark.name == "dot" && (mark.x, mark.y) == place),
            "{} is not at {place:?}",
            miner.name()
        );
    }
    let average = chart.marks.iter().find(|mark| mark.name == "compared");
    let average = average.expect("the network's average is marked");
    assert_eq!((average.x, average.y), (20.0, 45.0));
    let names = page.text("[data-chart=miners-scatter] svg");
    for words in ["Old fleet", "Network average", "100% of hashprice"] {
        assert!(names.contains(words), "“{words}” is not in “{names}”");
    }
    page.tab_to("[data-chart=miners-scatter] [tabindex='0']");
    browser.press(Keys::End);
    let answer = || page.look().chart("miners-scatter").answer.clone();
    until("a reading", answer, |text| text.contains("power costs"));
}

/// The line of the baseline's hashprice, and the place that the network has left with a trail from there;
/// keys, table and file say what a hash cost of it.
pub fn the_baseline_stands_beside_the_miners(browser: &Browser) {
    const CHART: &str = "[data-chart=miners-scatter]";
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, &format!("{VIEW}&share_price=99"));
    page.follows_the_model();
    let ghosts = |page: Page<'_>| page.attributes(&format!("{CHART} path.hp-ghost"), "d");
    let stood = |page: Page<'_>| {
        let marks = page.look().chart("miners-scatter").marks.clone();
        let stood = marks.into_iter().filter(|mark| mark.name == "baseline");
        stood.map(|mark| (mark.x, mark.y)).collect::<Vec<_>>()
    };
    assert!(ghosts(page).is_empty() && stood(page).is_empty());
    let page = Page::open(
        browser,
        &site,
        &format!("{VIEW}&btc_price=70000&fleet_power_price=60"),
    );
    assert_eq!(ghosts(page).len(), 2, "a line and a trail");
    assert_eq!(stood(page), [(20.0, 45.0)]);
    for part in [".hp-ghost-name", ".hp-baseline-key"] {
        assert_eq!(page.text(&format!("{CHART} {part}")), "December 2025");
    }
    let answer = || page.look().chart("miners-scatter").answer.clone();
    assert!(
        answer().contains("(December 2025: $38,698)"),
        "{}",
        answer()
    );
    page.tab_to(&format!("{CHART} .hp-plot"));
    browser.press(Keys::Right);
    until("where the network stood", answer, |text| {
        text.starts_with("Network average: 20 J/TH at $60.00")
            && text.contains("December 2025: 20 J/TH at $45.00 per MWh")
    });
    browser.press(Keys::End);
    until(
        "what a miner's power was of the hashprice",
        answer,
        |text| {
            text.contains("power costs")
                && text.ends_with("%.")
                && text.contains(". December 2025: ")
        },
    );
    let file = page.saved_by(&format!("{CHART} [data-tool=csv]")).text;
    assert!(file.contains("Power cost, baseline (USD/MWh)"), "{file}");
    let rows = page.table("miners-scatter");
    assert_eq!(rows[0][1..4], [20.0, 60.0, 28_800.0]);
    assert_eq!(rows[0][5..8], [20.0, 45.0, 21_600.0]);
    let all = rows.last().expect("the line of all of it");
    assert!(oracle::is_close(all[7], 38_698.357_177), "{all:?}");
}

pub fn reported_share_moves_are_dated_and_have_a_source(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, VIEW);
    let text = page.text("[aria-labelledby=hp-share-moves]");
    for words in [
        "Dec 2025: CleanSpark \u{2212}33%",
        "2025: IREN +285%",
        "2 of 14 beat bitcoin",
        "$48\u{a0}bn",
        "Source",
        "whale-alert.io",
    ] {
        assert!(text.contains(words), "“{words}” is not in “{text}”");
    }
}

pub fn each_key_figure_says_what_it_is_per(browser: &Browser) {
    let site = Site::of_the_build();
    for (fragment, per, moved) in [
        ("", "per EH a day", ""),
        (
            "&unit=sats_th&btc_price=60000",
            "sats per TH a day",
            ", +13.0% from 43.51",
        ),
    ] {
        let page = Page::open(browser, &site, &format!("{VIEW}{fragment}"));
        let cards = page.text(".hp-key-figures");
        for words in [format!("{per}, what the market pays"), "per MWh".to_owned()] {
            assert!(cards.contains(&words), "“{words}” is not in “{cards}”");
        }
        let settled = format!("{per}{moved}");
        assert!(cards.contains(&settled), "“{settled}” is not in “{cards}”");
    }
}

/// Waits until the ranking shows what the models say of these miners.
#[track_caller]
fn ranks(page: Page<'_>, miners: &[Miner], inputs: &Inputs) {
    let rows = screen(miners, inputs);
    let wanted: Vec<(String, Vec<f64>)> = miners
        .iter()
        .zip(&rows)
        .map(|(miner, row)| {
            let liquidity = row.months_of_liquidity.unwrap_or(f64::NAN);
            let numbers = vec![
                row.rank as f64,
                row.upside,
                row.per_share,
                miner.get(Column::SharePrice),
                row.per_share_btc_down,
                row.per_share_btc_up,
                row.gross_profit,
                row.breakeven_hashprice,
                row.percentile,
                liquidity,
            ];
            (miner.name().to_owned(), numbers)
        })
        .collect();
    let is_same = |shown: f64, wanted: f64| {
        (shown.is_nan() && wanted.is_nan()) || oracle::is_close(shown, wanted)
    };
    let agrees = |(name, numbers): &(String, Vec<f64>), shown: &[(String, Vec<f64>)]| {
        let found = shown.iter().find(|(other, _)| other == name);
        found.is_some_and(|(_, shown)| {
            shown.len() == numbers.len() && shown.iter().zip(numbers).all(|(a, b)| is_same(*a, *b))
        })
    };
    until(
        &format!("the ranking {wanted:?}"),
        || ranking(page),
        |shown| shown.len() == wanted.len() && wanted.iter().all(|row| agrees(row, shown)),
    );
}

/// Name and numbers of each row that is shown; NaN where there is no number.
fn ranking(page: Page<'_>) -> Vec<(String, Vec<f64>)> {
    let body = "return Array.from(document.querySelectorAll('[data-miner]'), (row) => [row.dataset.miner, \
                Array.from(row.querySelectorAll('[data-result]'), (cell) => Number.parseFloat(cell.dataset.value))]);";
    let rows: Vec<(String, Vec<Option<f64>>)> = page.browser().ask(body, &[]);
    let numbers = |cells: Vec<Option<f64>>| -> Vec<f64> {
        cells
            .into_iter()
            .map(|cell| cell.unwrap_or(f64::NAN))
            .collect()
    };
    rows.into_iter()
        .map(|(name, cells)| (name, numbers(cells)))
        .collect()
}

fn numbers(page: Page<'_>, css: &str) -> Vec<f64> {
    let values = page.attributes(css, "data-value");
    values
        .iter()
        .map(|value| value.parse().unwrap_or(f64::NAN))
        .collect()
}

/// Types into a cell and presses Enter.
fn enter(page: Page<'_>, css: &str, text: &str) {
    page.click(css);
    page.browser().select_all();
    page.browser().type_text(text);
    page.browser().press(Keys::Enter);
}

fn read(rows: &str) -> Vec<Miner> {
    read_miners(rows, &Inputs::default())
        .expect("is a table")
        .miners
}

/// Presses the button that saves the table and gives what the file holds.
fn save(page: Page<'_>) -> String {
    let watch = "window.saved = null; const make = URL.createObjectURL; \
                 URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); \
                 return make.call(URL, blob); }; return null;";
    page.browser().ask::<Option<()>>(watch, &[]);
    page.click("[data-action=export]");
    let saved = || -> Option<String> { page.browser().ask("return window.saved;", &[json!(0)]) };
    until("a file", saved, Option::is_some).expect("was looked for")
}
