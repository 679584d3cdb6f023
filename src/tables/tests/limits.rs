//! Files that are too large.

use super::super::{check_size, read_history};
use super::*;

#[test]
fn a_file_of_too_many_bytes_is_refused_with_its_size_and_the_limit() {
    assert_eq!(check_size(5_000_000), Ok(()));
    let rest = "x".repeat(5_000_000 - "name\n".len());
    assert!(read_miners(&format!("name\n{rest}"), &page()).is_ok());
    let told = "the file has 5000001 bytes: give at most 5000000";
    assert_eq!(refused(&format!("name\n{rest}x")), told);
    let history = read_history(&format!("date\n{rest}x"));
    assert_eq!(history.expect_err("must be refused").to_string(), told);
    let error = check_size(5_000_001).expect_err("too large");
    assert_eq!(error.to_string(), told);
}

#[test]
fn a_file_of_too_many_rows_is_refused_with_their_number_and_the_limit() {
    let rows = |count: usize| format!("name\n{}", "A\n".repeat(count));
    assert_eq!(read(&rows(20_000)).miners.len(), 20_000);
    assert_eq!(
        refused(&rows(20_002)),
        "the file has 20002 rows: give at most 20000"
    );
    let with_blank_lines = format!("{}\n\n\n", rows(20_000));
    assert_eq!(read(&with_blank_lines).miners.len(), 20_000);
}

#[test]
fn a_file_of_too_many_named_columns_is_refused_with_their_number_and_the_limit() {
    let header = |count: usize| format!("name{},,,\nA\n", ",x".repeat(count - 1));
    assert_eq!(read(&header(256)).unknown.len(), 255);
    assert_eq!(
        refused(&header(257)),
        "the file has 257 columns: give at most 256"
    );
}
