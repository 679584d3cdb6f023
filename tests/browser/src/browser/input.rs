//! Hands: keyboard and mouse.

use std::path::Path;
use std::time::Duration;

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::elements::Element;

use super::Browser;

/// Keys that are not letters, as WebDriver names them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keys {
    /// To the next control.
    Tab,
    /// Takes what was typed.
    Enter,
    /// Drops what was typed.
    Escape,
    /// Presses a button.
    Space,
    /// Page Up.
    PageUp,
    /// Page Down.
    PageDown,
    /// To the end.
    End,
    /// To the start.
    Home,
    /// Left.
    Left,
    /// Up.
    Up,
    /// Right.
    Right,
    /// Down.
    Down,
    /// Removes what is before the caret, or what is selected.
    Backspace,
}

impl Keys {
    const fn character(self) -> char {
        match self {
            Self::Backspace => '\u{e003}',
            Self::Tab => '\u{e004}',
            Self::Enter => '\u{e007}',
            Self::Escape => '\u{e00c}',
            Self::Space => ' ',
            Self::PageUp => '\u{e00e}',
            Self::PageDown => '\u{e00f}',
            Self::End => '\u{e010}',
            Self::Home => '\u{e011}',
            Self::Left => '\u{e012}',
            Self::Up => '\u{e013}',
            Self::Right => '\u{e014}',
            Self::Down => '\u{e015}',
        }
    }
}

const CONTROL: char = '\u{e009}';
const SHIFT: char = '\u{e008}';
/// How long a hand takes from one place to the next.
const STROKE: Duration = Duration::from_millis(15);

impl Browser {
    /// Presses a key and lets go of it.
    pub fn press(&self, key: Keys) {
        self.strike(&[key.character()]);
    }

    /// Presses a key while Shift is held, and lets go of both.
    pub fn press_with_shift(&self, key: Keys) {
        let down = [SHIFT, key.character()].map(|value| KeyAction::Down { value });
        let up = [key.character(), SHIFT].map(|value| KeyAction::Up { value });
        self.act_on_keys(down.into_iter().chain(up));
    }

    /// Presses a key again and again, too fast for a hand to rest.
    pub fn press_often(&self, key: Keys, times: usize) {
        self.strike(&vec![key.character(); times]);
    }

    /// Types text, key by key.
    pub fn type_text(&self, text: &str) {
        self.strike(&text.chars().collect::<Vec<_>>());
    }

    /// Selects everything in the field that has the focus.
    pub fn select_all(&self) {
        self.command("a");
    }

    /// Presses keys together with Ctrl.
    pub fn command(&self, keys: &str) {
        self.chord(&[CONTROL], keys);
    }

    /// Presses keys together with Ctrl and Shift.
    pub fn shifted_command(&self, keys: &str) {
        self.chord(&[CONTROL, SHIFT], keys);
    }

    fn chord(&self, held: &[char], keys: &str) {
        let keys: Vec<char> = held.iter().copied().chain(keys.chars()).collect();
        let down = keys.iter().map(|key| KeyAction::Down { value: *key });
        let up = keys.iter().rev().map(|key| KeyAction::Up { value: *key });
        self.act_on_keys(down.chain(up));
    }

    /// Chooses a file of this machine in a field for files.
    ///
    /// # Panics
    /// When there is no such field.
    pub fn choose_file(&self, css: &str, path: &Path) {
        let path = path.to_string_lossy();
        self.wait_for(css, self.find(css).send_keys(&path));
    }

    /// Moves the mouse through these places (CSS px from the middle of the element that a CSS
    /// selector finds) without pressing.
    pub fn hover(&self, css: &str, places: &[(f64, f64)]) {
        let element = self.find(css);
        self.act_on_mouse(places.iter().map(|place| stroke_to(&element, *place)));
    }

    /// Presses the mouse at the first place and moves it through the others, still pressed; places
    /// are as in [`Self::hover`].
    pub fn grab(&self, css: &str, places: &[(f64, f64)]) {
        let element = self.find(css);
        let mut strokes = places.iter().map(|place| stroke_to(&element, *place));
        let first = strokes.next();
        let down = PointerAction::Down {
            button: MOUSE_BUTTON_LEFT,
        };
        self.act_on_mouse(first.into_iter().chain([down]).chain(strokes));
    }

    /// Lets go of the mouse.
    pub fn let_go(&self) {
        self.act_on_mouse([PointerAction::Up {
            button: MOUSE_BUTTON_LEFT,
        }]);
    }

    /// Lets go of whatever a failed story left pressed.
    pub(super) fn release_everything(&self) {
        self.wait_for("release", self.client.release_actions());
    }

    fn strike(&self, characters: &[char]) {
        self.act_on_keys(characters.iter().flat_map(|character| {
            [
                KeyAction::Down { value: *character },
                KeyAction::Up { value: *character },
            ]
        }));
    }

    fn act_on_keys(&self, actions: impl IntoIterator<Item = KeyAction>) {
        let keyboard = KeyActions::new("keyboard".to_owned());
        let keyboard = actions.into_iter().fold(keyboard, InputSource::then);
        self.wait_for("keyboard", self.client.perform_actions(keyboard));
    }

    fn act_on_mouse(&self, actions: impl IntoIterator<Item = PointerAction>) {
        let mouse = MouseActions::new("mouse".to_owned());
        let mouse = actions.into_iter().fold(mouse, InputSource::then);
        self.wait_for("mouse", self.client.perform_actions(mouse));
    }
}

/// Places are told from an element, because drivers differ in what they take for the origin of a
/// frame.
fn stroke_to(element: &Element, (x, y): (f64, f64)) -> PointerAction {
    PointerAction::MoveToElement {
        element: element.clone(),
        duration: Some(STROKE),
        x,
        y,
    }
}
