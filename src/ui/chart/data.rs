//! What a chart shows, to be asked for its rows.

use std::ptr;
use std::rc::Rc;

use crate::tables::Sheet;

/// What is drawn, as rows. They are made only when a table is open or a file is asked for.
pub trait Tabular {
    /// The rows, numbers unrounded and in the units shown.
    fn sheet(&self) -> Sheet;
}

/// What a chart draws. Two are equal when they are the same.
#[derive(Clone)]
pub struct Data(Rc<dyn Tabular>);

impl Data {
    /// The rows.
    pub fn sheet(&self) -> Sheet {
        self.0.sheet()
    }
}

impl PartialEq for Data {
    fn eq(&self, other: &Self) -> bool {
        ptr::addr_eq(Rc::as_ptr(&self.0), Rc::as_ptr(&other.0))
    }
}

impl<T: Tabular + 'static> From<Rc<T>> for Data {
    fn from(drawn: Rc<T>) -> Self {
        Self(drawn)
    }
}
