//! What a view is called where it is shared and found.

use hashpivot::state::View;

/// How the view is announced: a question.
pub(super) const fn question(view: View) -> &'static str {
    match view {
        View::Hashprice => "What does an exahash earn, and where does it end?",
        View::Network => "If bitcoin moves, what does the network do about it?",
        View::Pivot => "Mine bitcoin, or lease the megawatts to AI?",
        View::Valuation => "What do miners' share prices already assume?",
        View::Outlook => "Which inputs matter most to a bitcoin miner?",
        View::Miners => "Which miner earns more than its power costs?",
    }
}

/// What a reader can do there, in a sentence or two.
pub(super) const fn description(view: View) -> &'static str {
    match view {
        View::Hashprice => {
            "Move bitcoin price, network difficulty, fleet efficiency and power cost, and see at once what an exahash earns, what is left of it and at which price that is gone."
        }
        View::Network => {
            "Who switches off when hashprice falls: the cost curve of the network, difficulty and hashprice epoch by epoch after a shock, and where they settle."
        }
        View::Pivot => {
            "What the same megawatts earn as an AI data centre: lease, build, loan and delay against mining on, month by month, beside the deals that were announced."
        }
        View::Valuation => {
            "The listed miners against the block rewards of the next four years, and what a share price says about bitcoin, execution and megawatts."
        }
        View::Outlook => {
            "What a tenth more or less of each input does to profit, cash flow and value, and what ten shocks leave of them."
        }
        View::Miners => {
            "Listed miners side by side: efficiency, power cost, gross margin and value per share, in a table that you can fill with your own."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn previews_do_not_cut_what_a_view_is_called() {
        for view in View::ALL {
            assert!(question(view).len() <= 60, "{}", question(view));
            assert!(
                (100..=170).contains(&description(view).len()),
                "{}",
                description(view)
            );
        }
    }
}
