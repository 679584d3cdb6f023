//! The page as markup, rendered without a browser: what a reader sees before the WebAssembly runs, and
//! what pictures of the page are made from.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::LocalServerRenderer;
use yew::prelude::*;

use crate::state::View;
use crate::ui::{App, FirstWidth};

#[derive(PartialEq, Properties)]
struct Props {
    view: View,
    chart_width: f64,
}

/// The preset at the address of a view.
#[component]
fn Preset(Props { view, chart_width }: &Props) -> Html {
    html! {
        <ContextProvider<FirstWidth> context={FirstWidth(*chart_width)}>
            <App home={*view} />
        </ContextProvider<FirstWidth>>
    }
}

/// The page at the address of a view as the preset has it: all that the page shows on the screen, with
/// charts `chart_width` px wide. Every element is closed, every attribute is in double quotes.
#[must_use]
pub fn page(view: View, chart_width: f64) -> String {
    let props = Props { view, chart_width };
    let renderer = LocalServerRenderer::<Preset>::with_props(props).hydratable(false);
    let mut rendering = pin!(renderer.render());
    let mut context = Context::from_waker(Waker::noop());
    // Nothing here waits for anything: each poll goes on.
    loop {
        if let Poll::Ready(markup) = rendering.as_mut().poll(&mut context) {
            return markup;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::page;
    use crate::decimal;
    use crate::model::Evaluation;
    use crate::model::outputs::Output;
    use crate::model::parameters::{Inputs, Key};
    use crate::state::View;

    /// The values of an attribute, in their order.
    fn values<'a>(markup: &'a str, attribute: &str) -> Vec<&'a str> {
        let before = format!(" {attribute}=\"");
        let tails = markup.split(before.as_str()).skip(1);
        tails.filter_map(|tail| tail.split('"').next()).collect()
    }

    #[test]
    fn each_figure_is_the_models() {
        let preset = Evaluation::of(&Inputs::default());
        for view in View::ALL {
            let markup = page(view, 400.0);
            let figures = markup.split(" data-output=\"").skip(1);
            let mut count = 0;
            for figure in figures {
                let (key, rest) = figure.split_once('"').expect("an attribute ends");
                let shown = values(rest, "data-value")[0];
                let output = Output::from_key(key).expect("figures are outputs");
                let value = (output.value)(&preset).map(decimal::exact);
                assert_eq!(shown, value.unwrap_or_default(), "{key}");
                count += 1;
            }
            assert!(count >= 5, "{} has {count} figures", view.key());
        }
    }

    #[test]
    fn each_view_has_its_sentence_and_begins_with_its_first_chart() {
        for view in View::ALL {
            let markup = page(view, 400.0);
            assert_eq!(
                markup.matches("<h1 class=\"hp-sentence").count(),
                1,
                "{}",
                view.key()
            );
            let charts = values(&markup, "data-chart");
            assert_eq!(charts.first(), view.charts().first());
        }
    }

    #[test]
    fn each_main_input_stands_at_its_preset() {
        let markup = page(View::Hashprice, 400.0);
        for key in [Key::BtcPrice, Key::Efficiency, Key::PowerPrice] {
            let (_, control) = markup
                .split_once(&format!("data-param=\"{}\"", key.name()))
                .expect("its slider is there");
            let value = Inputs::default().get(key).map(decimal::exact);
            assert_eq!(Some(values(control, "data-value")[0].to_owned()), value);
        }
    }

    #[test]
    fn charts_are_as_wide_as_asked() {
        for width in [340.0, 620.0] {
            let markup = page(View::Network, width);
            assert!(markup.contains(&format!("viewBox=\"0 0 {width} ")));
        }
    }
}
