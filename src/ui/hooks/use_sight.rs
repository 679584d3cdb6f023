//! What has to be in sight: the current tab, and the chart that a link leads to.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::state::View;
use crate::web::scroll;

/// How often a chart that is not there yet is looked for, and how long, ms.
const AGAIN_MS: u32 = 50;
const MOST_TRIES: u32 = 200;

/// Scrolls to the current tab, where the row of tabs is wider than its place, and to the chart. Once
/// all of the page is there a scroll bar may have made that place smaller.
#[hook]
pub fn use_sight(view: View, is_whole: bool, chart: Option<&'static str>) {
    use_effect_with((view, is_whole), |_| {
        // Outside a page there is no row of tabs.
        let _ = scroll::centre_in_row(".hp-nav [aria-current]");
    });
    use_effect_with(chart, |chart| {
        let _ = scroll::unmark();
        let waiting = Rc::new(RefCell::new(None));
        if let Some(chart) = chart {
            look_for(chart, MOST_TRIES, &waiting);
        }
        move || drop(waiting.take())
    });
}

/// Shows the chart as soon as it is there: its view may still be on its way.
fn look_for(chart: &'static str, tries: u32, waiting: &Rc<RefCell<Option<Timeout>>>) {
    let css = format!("figure[data-chart={chart}]");
    if scroll::show(&css).is_err() && tries > 0 {
        let slot = Rc::clone(waiting);
        let again = Timeout::new(AGAIN_MS, move || look_for(chart, tries - 1, &slot));
        *waiting.borrow_mut() = Some(again);
    }
}
