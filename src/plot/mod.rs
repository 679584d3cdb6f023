//! Drawing maths without a DOM.
