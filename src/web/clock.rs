//! Date and time, which no model reads: they stand on what is printed, saved and fetched.

use web_sys::js_sys::Date;

/// Year, month (1 … 12) and day of today where the reader is.
#[must_use]
pub fn today() -> (u32, u32, u32) {
    let now = Date::new_0();
    (now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Now, in universal time, as `2026-11-27 13:05`.
#[must_use]
pub fn minute_utc() -> String {
    let now = String::from(Date::new_0().to_iso_string());
    now.get(..16).unwrap_or_default().replace('T', " ")
}

/// Milliseconds since 1970, to measure how long ago something was.
#[must_use]
pub fn now_ms() -> f64 {
    Date::now()
}
