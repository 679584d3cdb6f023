//! Date and time, which no model reads: they stand on what is printed, saved and fetched.

use web_sys::js_sys::Date;

/// Year, month (1 … 12) and day of today where the reader is.
#[must_use]
pub fn today() -> (u32, u32, u32) {
    let now = Date::new_0();
    (now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Year, month (1 … 12), day, hour and minute now, universal time.
#[must_use]
pub fn minute_utc() -> (u32, u32, u32, u32, u32) {
    let now = Date::new_0();
    (
        now.get_utc_full_year(),
        now.get_utc_month() + 1,
        now.get_utc_date(),
        now.get_utc_hours(),
        now.get_utc_minutes(),
    )
}
