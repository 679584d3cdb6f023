//! The date, which no model reads: it stands on what is printed and saved.

use web_sys::js_sys::Date;

/// Year, month (1 … 12) and day of today where the reader is.
#[must_use]
pub fn today() -> (u32, u32, u32) {
    let now = Date::new_0();
    (now.get_full_year(), now.get_month() + 1, now.get_date())
}
