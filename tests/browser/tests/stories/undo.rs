//! Nothing that was typed, dragged or pressed is ever lost.

use browser_tests::oracle::is_close;
use browser_tests::{Browser, Keys, Page, Site, until};

pub fn each_change_is_taken_back_by_itself(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.offers_to("Undo", "Nothing to undo");
    assert!(is_disabled(page, "Undo") && is_disabled(page, "Redo"));
    page.enter("btc_price", "60,000");
    page.shows_value("btc_price", 60_000.0);
    page.enter("btc_price", "70,000");
    page.shows_value("btc_price", 70_000.0);
    page.drag("efficiency", 0.3);
    page.drag("efficiency", 0.6);
    let dragged = page.value("efficiency");
    page.click("[data-field=power_price]");
    browser.press_often(Keys::Up, 3);
    page.shows_value("power_price", 46.5);
    // When the link is written, the hand has rested.
    until(
        "a link",
        || page.fragment(),
        |link| link.contains("power_price=46.5"),
    );
    page.click("[data-step='power_price:1']");
    page.shows_value("power_price", 47.0);
    page.click("[data-reset=all]");
    page.shows_value("btc_price", 88_950.0);
    let steps: [(&str, &str, f64); 5] = [
        ("Undo: reset of all inputs", "power_price", 47.0),
        ("Undo: power cost $47/MWh", "power_price", 46.5),
        ("Undo: power cost $46.50/MWh", "power_price", 45.0),
        ("", "efficiency", f64::NAN),
        ("", "efficiency", 20.0),
    ];
    for (title, key, value) in steps {
        if !title.is_empty() {
            page.offers_to("Undo", title);
        }
        page.click("[data-history=Undo]");
        if value.is_nan() {
            // A drag is one step, and two drags are two.
            let between = || page.value(key);
            until("the first drag", between, |shown| {
                ![dragged, 20.0].iter().any(|other| is_close(*shown, *other))
            });
        } else {
            page.shows_value(key, value);
        }
    }
    page.offers_to("Undo", "Undo: bitcoin price $70,000");
    page.click("[data-history=Undo]");
    page.shows_value("btc_price", 60_000.0);
    page.click("[data-history=Undo]");
    page.says("Undone: bitcoin price $60,000.");
    page.shows_value("btc_price", 88_950.0);
    page.offers_to("Undo", "Nothing to undo");
    page.has_fragment("");
    page.click("[data-history=Redo]");
    page.shows_value("btc_price", 60_000.0);
    page.enter("power_price", "50");
    page.offers_to("Redo", "Nothing to redo");
}

pub fn keys_undo_and_redo(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.enter("btc_price", "60,000");
    page.enter("power_price", "60");
    page.shows_value("power_price", 60.0);
    // The field holds nothing that is not taken yet: the page undoes.
    browser.command("z");
    page.shows_value("power_price", 45.0);
    page.click(".hp-sentence");
    browser.command("z");
    page.shows_value("btc_price", 88_950.0);
    browser.shifted_command("z");
    page.shows_value("btc_price", 60_000.0);
    browser.command("y");
    page.shows_value("power_price", 60.0);
}

pub fn in_a_field_the_browser_undoes_what_is_not_taken_yet(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.enter("power_price", "60");
    page.shows_value("power_price", 60.0);
    page.type_into("btc_price", "12345");
    browser.command("z");
    until(
        "the browser's own undo",
        || page.field_text("btc_price"),
        |text| text != "12345",
    );
    let untouched = is_close(page.value("power_price"), 60.0);
    assert!(untouched, "the page undoes while somebody types");
    browser.press(Keys::Escape);
    page.shows_value("btc_price", 88_950.0);
}

pub fn unit_baseline_and_links_are_taken_back_too(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    let unit = || page.look().unit;
    page.switch("unit", "usd_ph");
    until("the unit", unit, |shown| shown == "usd_ph");
    page.enter("btc_price", "60,000");
    // Only then there is something to pin.
    page.shows_value("btc_price", 60_000.0);
    page.press_button("Pin baseline");
    page.offers_to("Undo", "Undo: pinned baseline");
    page.follow("#v=1&btc_price=30000&power_price=90");
    page.shows_value("power_price", 90.0);
    page.offers_to("Undo", "Undo: opened link");
    page.click("[data-history=Undo]");
    page.shows_value("btc_price", 60_000.0);
    page.has_fragment("#v=1&unit=usd_ph&btc_price=60000&base.btc_price=60000");
    page.click("[data-history=Undo]");
    page.has_fragment("#v=1&unit=usd_ph&btc_price=60000");
    page.click("[data-history=Undo]");
    page.click("[data-history=Undo]");
    until("the unit", unit, |shown| shown == "usd_eh");
    for again in ["usd_ph", "usd_th"] {
        page.switch("unit", again);
        until("the unit", unit, |shown| shown == again);
    }
    page.click("[data-history=Undo]");
    until("the unit", unit, |shown| shown == "usd_ph");
}

pub fn what_is_typed_on_the_way_to_another_view_is_kept(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.type_into("btc_price", "60,000");
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    page.shows_value("btc_price", 60_000.0);
    page.has_fragment("#v=1&view=pivot&btc_price=60000");
    browser.go_back();
    page.shows_view("hashprice");
    page.shows_value("btc_price", 60_000.0);
    // What is refused stays in its field, to be mended.
    page.enter("btc_price", "abc");
    page.click("a[data-view=pivot]");
    until("the view", || page.look().view, |view| view == "pivot");
    assert_eq!(page.field_text("btc_price"), "abc");
    page.warns(&["abc"]);
}

pub fn what_is_refused_outlives_its_field(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.enter("overhead", "abc");
    page.warns(&["abc"]);
    let is_there = || page.attribute("[data-field=overhead]", "id").is_some();
    page.press_button("Your fleet");
    until("no group", is_there, |there| !there);
    // The closed group says it.
    page.warns(&["abc"]);
    page.press_button("Your fleet");
    until("the group", is_there, |there| *there);
    assert_eq!(page.field_text("overhead"), "abc");
    page.warns(&["abc"]);
    page.click("a[data-view=miners]");
    page.shows_view("miners");
    page.click("a[data-view=hashprice]");
    until("the view", || page.look().view, |view| view == "hashprice");
    assert_eq!(page.field_text("overhead"), "abc");
    // Another value is another beginning.
    page.click("[data-step='overhead:1']");
    until(
        "no refusal",
        || page.field_text("overhead"),
        |text| text != "abc",
    );
    page.is_silent();
}

pub fn what_was_just_changed_is_there_after_coming_back(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    // Sooner than a hand rests.
    let press = "document.querySelector(\"[data-step='power_price:1']\").click();";
    come_back_after(browser, press);
    page.shows_value("power_price", 45.5);
    page.type_into("power_price", "50");
    come_back_after(browser, "");
    // A page that the browser kept as it was has it as it was typed, another one has taken it.
    let text = || page.field_text("power_price");
    until("what was typed", text, |text| {
        ["50", "50.00"].contains(&text.as_str())
    });
}

pub fn a_reload_keeps_what_was_just_changed(browser: &Browser) {
    let site = Site::of_the_build();
    let _ = Page::open(browser, &site, "#v=1&btc_price=60000");
    let body = "document.querySelector(\"[data-step='power_price:1']\").click();\
                document.documentElement.removeAttribute('data-ready'); location.reload(); return null;";
    browser.ask::<Option<()>>(body, &[]);
    let page = Page::here(browser);
    page.shows_value("power_price", 45.5);
    page.shows_value("btc_price", 60_000.0);
    page.has_fragment("#v=1&btc_price=60000&power_price=45.5");
}

/// Runs a script, leaves the page at once and comes back to it.
fn come_back_after(browser: &Browser, script: &str) {
    let body = format!("{script} location.href = 'about:blank'; return null;");
    browser.ask::<Option<()>>(&body, &[]);
    let place = || browser.ask::<Option<String>>("return location.href;", &[]);
    until("another page", place, |at| {
        at.as_deref() == Some("about:blank")
    });
    browser.go_back();
    let _ = Page::here(browser);
}

/// A finger that goes from a field to a link leaves the one and presses the other in one go.
pub fn a_link_holds_what_was_typed_just_before(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.type_into("btc_price", "55557");
    let body = "let copied = '';\
                document.execCommand = () => { copied = document.activeElement.value; return true; };\
                document.activeElement.blur();\
                document.querySelector(arguments[0]).click();\
                delete document.execCommand;\
                return copied;";
    let link: String = browser.ask(
        body,
        &["[data-chart=profit-by-price] [data-tool=link]".into()],
    );
    assert!(link.contains("btc_price=55557"), "{link}");
}

/// Rows that were pasted are nobody else's to lose.
pub fn pasted_rows_come_back(browser: &Browser) {
    const ROWS: &str = "name,efficiency\nAlpha,16\nBeta,cheap\n";
    let site = Site::of_the_build();
    for (view, button, field) in [
        ("miners", "", "miner-rows"),
        ("network", "[data-history=own]", "history-rows"),
        ("hashprice", ".hp-live-text summary", "live-text"),
    ] {
        let page = Page::open(browser, &site, &format!("#v=1&view={view}"));
        if !button.is_empty() {
            page.click(button);
        }
        let css = format!("#hp-{field}");
        let shows = |when: &str, text: &str| {
            until(when, || page.text_of_field(&css), |shown| shown == text);
        };
        let clear = format!("[data-intake={field}] button");
        page.paste(&css, ROWS);
        let is_dead = || page.attribute(&clear, "disabled").is_some();
        until("rows to clear", is_dead, |dead| !dead);
        page.click(&clear);
        shows("an empty field", "");
        browser.command("z");
        shows("rows by keys", ROWS);
        until("rows to clear", is_dead, |dead| !dead);
        page.click(&clear);
        shows("an empty field again", "");
        // The browser knows nothing of what the button did: in the field it is the page that undoes, too.
        page.click(&css);
        browser.command("z");
        shows("rows by keys in the field", ROWS);
        let drop = "const files = new DataTransfer(); files.items.add(new File(['of a file'], 'rows.csv'));\
             document.querySelector(arguments[0]).dispatchEvent(\
               new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));";
        let place = format!("[data-intake={field}]");
        browser.ask::<()>(drop, &[place.into()]);
        shows("rows of a file", "of a file");
        page.click("[data-history=Undo]");
        shows("rows by the button", ROWS);
        browser.reload();
        let page = Page::here(browser);
        if field == "live-text" {
            page.click(button);
        }
        until(field, || page.text_of_field(&css), |shown| shown == ROWS);
    }
}

pub fn keys_undo_in_the_fields_of_tables_too(browser: &Browser) {
    const MONTH: &str = "tr:nth-of-type(2) [data-site-field=start_month]";
    let site = Site::of_the_build();
    let page = Page::open(
        browser,
        &site,
        "#v=1&view=pivot&site=Alpha~execution_pct:75&site=Beta~start_month:12",
    );
    let shows = |css: &str, text: &str| {
        until(css, || page.text_of_field(css), |shown| shown == text);
    };
    put(page, MONTH, "24");
    page.offers_to("Undo", "Undo: changed site");
    browser.command("z");
    shows(MONTH, "12");
    browser.press(Keys::Up);
    shows(MONTH, "13");
    browser.command("z");
    shows(MONTH, "12");
    page.click("a[data-view=miners]");
    page.shows_view("miners");
    for (cell, text) in [("efficiency", "18"), ("name", "Alpha")] {
        let css = format!("[data-row='0'] [data-cell={cell}]");
        let before = page.attribute(&css, "data-value");
        put(page, &css, text);
        page.offers_to("Undo", "Undo: changed miner");
        browser.command("z");
        let value = || page.attribute(&css, "data-value");
        until("the value before", value, |now| *now == before);
    }
}

pub fn what_is_refused_comes_back_with_its_value(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "#v=1&view=pivot");
    let refused = |key: &str, text: &str| {
        until(key, || page.field_text(key), |shown| shown == text);
        page.warns(&[text]);
    };
    page.enter("lease_rate", "12O");
    refused("lease_rate", "12O");
    page.click("[data-step='lease_rate:1']");
    page.shows_value("lease_rate", 151.0);
    page.is_silent();
    page.click("[data-history=Undo]");
    refused("lease_rate", "12O");
    page.enter("btc_price", "60000");
    page.shows_value("btc_price", 60_000.0);
    page.enter("btc_price", "6OOOO");
    refused("btc_price", "6OOOO");
    page.click("[data-history=Undo]");
    page.shows_value("btc_price", 88_950.0);
    page.click("[data-history=Redo]");
    refused("btc_price", "6OOOO");
    page.follow("#v=1&view=pivot&btc_price=30000");
    page.shows_value("btc_price", 30_000.0);
    browser.command("z");
    refused("btc_price", "6OOOO");
    refused("lease_rate", "12O");
    // What is typed in its place is what was meant.
    page.enter("lease_rate", "120");
    page.shows_value("lease_rate", 120.0);
    page.enter("lease_rate", "150");
    page.shows_value("lease_rate", 150.0);
    assert_ne!(page.field_text("lease_rate"), "12O");
    // So it is beside a value that follows another one.
    const HASHRATE: &str = "[data-field=network_hashrate]";
    put(page, HASHRATE, "much");
    page.warns(&["much"]);
    let hashrate = || page.attribute(HASHRATE, "data-value");
    let before = hashrate();
    page.click("[data-step='difficulty:1']");
    until("another hashrate", hashrate, |now| *now != before);
    assert_ne!(page.text_of_field(HASHRATE), "much");
    page.click("[data-history=Undo]");
    page.warns(&["much"]);
    assert_eq!(page.text_of_field(HASHRATE), "much");
}

pub fn what_is_refused_comes_back_with_its_row(browser: &Browser) {
    const MONTH: &str = "tr:nth-of-type(2) [data-site-field=start_month]";
    const CELL: &str = "[data-row='1'] [data-cell=efficiency]";
    let site = Site::of_the_build();
    let page = Page::open(
        browser,
        &site,
        "#v=1&view=pivot&site=Alpha~execution_pct:75&site=Beta",
    );
    let comes_back = |css: &str, text: &str, remove: &str| {
        put(page, css, text);
        page.warns(&[text]);
        page.click(remove);
        page.is_silent();
        browser.command("z");
        until(
            "the row",
            || page.texts(css).len() == 1 && page.text_of_field(css) == text,
            |is_back| *is_back,
        );
        page.warns(&[text]);
    };
    comes_back(MONTH, "soon", "[data-row-tool='Remove:1']");
    page.click("a[data-view=miners]");
    page.shows_view("miners");
    comes_back(CELL, "twenty", "[data-row-tool='Remove:1']");
}

pub fn what_is_refused_outlives_a_reload(browser: &Browser) {
    const CELL: &str = "[data-row='1'] [data-cell=efficiency]";
    const MONTH: &str = "tr:nth-of-type(2) [data-site-field=start_month]";
    let site = Site::of_the_build();
    let page = Page::open(
        browser,
        &site,
        "#v=1&view=pivot&site=Alpha&site=Gone&site=Beta",
    );
    page.enter("lease_rate", "12O");
    page.warns(&["12O"]);
    // An emptied field is refused as well, and comes back empty.
    page.enter("escalator_pct", "");
    page.warns(&["Escalator", "“”"]);
    // The rows that stay have other places than numbers.
    page.click("[data-row-tool='Remove:1']");
    let sites = || page.texts("[data-site-field=start_month]").len();
    until("two sites", sites, |count| *count == 2);
    put(page, MONTH, "soon");
    page.warns(&["soon"]);
    page.click("a[data-view=miners]");
    page.shows_view("miners");
    put(page, CELL, "twenty");
    page.warns(&["twenty"]);
    browser.reload();
    let page = Page::here(browser);
    assert!(!page.fragment().contains("twenty"));
    page.warns(&["twenty"]);
    assert_eq!(page.text_of_field(CELL), "twenty");
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    page.warns(&["12O"]);
    page.warns(&["soon"]);
    page.warns(&["Escalator", "“”"]);
    assert_eq!(page.field_text("lease_rate"), "12O");
    assert_eq!(page.field_text("escalator_pct"), "");
    assert_eq!(page.text_of_field(MONTH), "soon");
    // Who opens the page anew begins anew.
    let page = Page::open(browser, &site, "#v=1&view=pivot&btc_price=60000");
    page.shows_value("btc_price", 60_000.0);
    page.is_silent();
}

pub fn back_and_forth_between_views_keeps_the_inputs(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.enter("btc_price", "70000");
    page.shows_value("btc_price", 70_000.0);
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    page.enter("lease_rate", "170");
    page.enter("btc_price", "50000");
    page.shows_value("btc_price", 50_000.0);
    let is_here = |view: &str, link: &str| {
        page.shows_view(view);
        page.has_fragment(link);
        page.shows_value("btc_price", 50_000.0);
        page.offers_to("Undo", "Undo: bitcoin price $50,000");
    };
    browser.go_back();
    is_here("hashprice", "#v=1&btc_price=50000&lease_rate=170");
    browser.ask::<Option<()>>("history.forward(); return null;", &[]);
    is_here("pivot", "#v=1&view=pivot&btc_price=50000&lease_rate=170");
    page.shows_value("lease_rate", 170.0);
    // A link that is opened is another beginning, and Back comes back to where it was opened.
    page.follow("#v=1&view=network&btc_price=30000");
    page.shows_view("network");
    page.shows_value("btc_price", 30_000.0);
    browser.go_back();
    page.shows_view("pivot");
    page.shows_value("btc_price", 50_000.0);
    page.shows_value("lease_rate", 170.0);
    // The visit goes on after a reload.
    browser.reload();
    let page = Page::here(browser);
    page.enter("btc_price", "40000");
    page.shows_value("btc_price", 40_000.0);
    browser.go_back();
    page.shows_view("hashprice");
    page.has_fragment("#v=1&btc_price=40000&lease_rate=170");
}

/// Frames come late on a busy machine, and the hand may rest between a press and what it shows.
pub fn a_step_of_the_history_keeps_its_view_however_late_frames_come(browser: &Browser) {
    let site = Site::of_the_build();
    let page = Page::open(browser, &site, "");
    page.click("a[data-view=pivot]");
    page.shows_view("pivot");
    let start = page.value("btc_price");
    step_and_go(browser, "history.back()");
    page.shows_view("hashprice");
    let price = page.value("btc_price");
    assert!(price > start, "the slider was not moved");
    step_and_go(browser, "history.forward()");
    page.shows_view("pivot");
    step_and_go(
        browser,
        "document.querySelector('a[data-view=network]').click()",
    );
    page.shows_view("network");
    browser.ask::<Option<()>>("history.back(); return null;", &[]);
    page.shows_view("pivot");
    assert!(page.value("btc_price") > price, "a step was lost");
}

/// Moves the slider of the price, and goes elsewhere as soon as that is shown, while frames come seconds late;
/// waits until they come at once again.
fn step_and_go(browser: &Browser, go: &str) {
    let body = format!(
        "const answer = arguments[0];\
         const frame = requestAnimationFrame.bind(window);\
         const slider = document.querySelector('[data-param=btc_price]');\
         slider.valueAsNumber += (slider.max - slider.min) / 50;\
         slider.dispatchEvent(new Event('input', {{ bubbles: true }}));\
         frame(() => frame(() => {{\
           window.requestAnimationFrame = (then) => setTimeout(frame, 1500, then);\
           {go};\
           setTimeout(() => {{ window.requestAnimationFrame = frame; answer(null); }}, 2000);\
         }}));"
    );
    browser.ask_later::<Option<()>>(&body, &[]);
}

/// Types into a field and presses Enter.
fn put(page: Page<'_>, css: &str, text: &str) {
    page.click(css);
    page.browser().select_all();
    page.browser().type_text(text);
    page.browser().press(Keys::Enter);
}

fn is_disabled(page: Page<'_>, button: &str) -> bool {
    let css = format!("[data-history={button}]");
    page.attribute(&css, "disabled").is_some()
}
