//! What others published, opened by its link in the page.

use browser_tests::{Browser, Page, Site, oracle};
use hashpivot::facts::published::{CASES, Case};
use hashpivot::model::Evaluation;
use hashpivot::model::outputs::Output;
use hashpivot::state::link;

/// Every case's link is opened, and each of its outputs reads what the model computes: that this
/// is the published number, or how it differs, is what the native test of the cases says.
pub fn every_published_case_is_reproduced_by_its_link(browser: &Browser) {
    let site = Site::of_the_build();
    for case in CASES {
        let page = Page::open(browser, &site, &format!("#{}", case.link));
        page.is_silent();
        shows_its_figures(case, page);
    }
}

fn shows_its_figures(case: &Case, page: Page<'_>) {
    let inputs = link::decode(case.link).inputs;
    let evaluation = Evaluation::of(&inputs);
    let seen = page.look();
    for figure in case.figures {
        let output = Output::from_key(figure.output).expect("is in the output table");
        let computed = (output.value)(&evaluation).expect("a published output exists");
        let shown: f64 = seen
            .figure(figure.output)
            .value
            .parse()
            .expect("is a number");
        assert!(
            oracle::is_close(shown, computed),
            "{}, {}: the page has {shown}, the model {computed}",
            case.name,
            figure.name
        );
    }
}
