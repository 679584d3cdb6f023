//! The buttons of a row in a table that the reader edits.

use yew::prelude::*;

use crate::state::{Edit, TableRow};
use crate::web::document::focus;

/// What a button does to its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowTool {
    /// Copies it.
    Copy,
    /// Exchanges it with the one above.
    Up,
    /// Exchanges it with the one below.
    Down,
    /// Takes it away.
    Remove,
}

impl RowTool {
    const ALL: [Self; 4] = [Self::Copy, Self::Up, Self::Down, Self::Remove];

    /// What it does to the row at this place.
    #[must_use]
    pub const fn edit<Row: TableRow>(self, place: usize) -> Edit<Row> {
        match self {
            Self::Copy => Edit::Copy(place),
            Self::Up => Edit::MoveUp(place),
            Self::Down => Edit::MoveDown(place),
            Self::Remove => Edit::Remove(place),
        }
    }

    /// Its name, and what is written on the button.
    const fn texts(self) -> (&'static str, &'static str) {
        match self {
            Self::Copy => ("Copy", "Copy"),
            Self::Up => ("Up", "↑"),
            Self::Down => ("Down", "↓"),
            Self::Remove => ("Remove", "×"),
        }
    }
}

/// What the buttons do, and to which row.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The row's place in the table.
    pub place: usize,
    /// How many rows there are.
    pub count: usize,
    /// How many there may be.
    pub most: usize,
    /// What the row is called, such as `site 2`.
    pub row: AttrValue,
    /// Is told the button that is pressed, and the place of its row.
    pub act: Callback<(RowTool, usize)>,
}

/// The button that adds a row, which every such table has.
const ADD: &str = "[data-add]";

/// The buttons. One that moves its row has the focus again where the row then is: keys go on moving it. One that
/// takes its row away leaves the focus to that of the row beside it, or to what adds one.
#[component]
pub fn RowTools(
    Props {
        place,
        count,
        most,
        row,
        act,
    }: &Props,
) -> Html {
    let (place, last) = (*place, count.saturating_sub(1));
    let pressed = use_mut_ref(|| None::<RowTool>);
    use_effect_with(place, {
        let pressed = pressed.clone();
        move |_| {
            if let Some(tool) = pressed.take() {
                let is_up = place == last || tool == RowTool::Up && place > 0;
                let tool = if is_up { RowTool::Up } else { RowTool::Down };
                // Without a page there is nothing to focus.
                drop(focus(&format!(
                    "[data-row-tool='{}:{place}']",
                    tool.texts().0
                )));
            }
        }
    });
    let button = |tool: RowTool| {
        let (act, pressed) = (act.clone(), pressed.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if tool == RowTool::Remove {
                let beside = if place < last {
                    place + 1
                } else {
                    last.saturating_sub(1)
                };
                let is_alone = last == 0;
                let next = format!("[data-row-tool='Remove:{beside}']");
                drop(focus(if is_alone { ADD } else { &next }));
            }
            let is_move = matches!(tool, RowTool::Up | RowTool::Down);
            *pressed.borrow_mut() = is_move.then_some(tool);
            act.emit((tool, place));
        });
        let (name, sign) = tool.texts();
        let disabled = match tool {
            RowTool::Copy => count >= most,
            RowTool::Up => place == 0,
            RowTool::Down => place == last,
            RowTool::Remove => false,
        };
        html! {
            <button type="button" class={if sign == name { "hp-link" } else { "hp-step" }} title={name}
                aria-label={format!("{name}, {row}")} {disabled} {onclick}
                data-row-tool={format!("{name}:{place}")}>{ sign }</button>
        }
    };
    html! { { for RowTool::ALL.map(button) } }
}
