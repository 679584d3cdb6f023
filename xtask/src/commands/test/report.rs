//! Runs the steps of a test run under headings and sums them up.

use std::time::Instant;

use anyhow::{Result, bail};

/// How a step ended, when it did not fail.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It ran, and all is well.
    Passed,
    /// It did not run, for this reason.
    Skipped(String),
}

/// The steps so far.
#[derive(Debug, Default)]
pub(super) struct Report {
    passed: Vec<String>,
    skipped: Vec<String>,
    failed: Vec<String>,
}

impl Report {
    /// Runs one step under its heading; an error is noted and printed, and the run goes on.
    pub(super) fn step(&mut self, name: &str, action: impl FnOnce() -> Result<Outcome>) {
        println!("\n=== {name}");
        let start = Instant::now();
        match action() {
            Ok(Outcome::Passed) => {
                println!(
                    "=== {name}: passed in {:.1} s",
                    start.elapsed().as_secs_f64()
                );
                self.passed.push(name.to_owned());
            }
            Ok(Outcome::Skipped(reason)) => {
                println!("=== {name}: skipped, {reason}");
                self.skipped.push(format!("{name} ({reason})"));
            }
            Err(error) => {
                println!("=== {name}: FAILED, {error:#}");
                self.failed.push(name.to_owned());
            }
        }
    }

    /// Prints the sum, the last line of a test run.
    ///
    /// # Errors
    /// When a step failed.
    pub(super) fn conclude(self) -> Result<()> {
        println!("\n{}", self.summary());
        if !self.failed.is_empty() {
            bail!("{} of the tests' steps failed", self.failed.len());
        }
        Ok(())
    }

    fn summary(&self) -> String {
        let group = |title: &str, names: &[String]| match names {
            [] => String::new(),
            _ => format!("{title}: {}. ", names.join(", ")),
        };
        let groups = [
            group("Passed", &self.passed),
            group("Skipped", &self.skipped),
            group("FAILED", &self.failed),
        ];
        groups.concat().trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Report};
    use anyhow::bail;

    #[test]
    fn a_skipped_step_is_told_with_its_reason_and_is_no_failure() {
        let mut report = Report::default();
        report.step("lints", || Ok(Outcome::Passed));
        report.step("licences", || {
            Ok(Outcome::Skipped("cargo-deny is not installed".into()))
        });
        let summary = report.summary();
        assert_eq!(
            summary,
            "Passed: lints. Skipped: licences (cargo-deny is not installed)."
        );
        assert!(report.conclude().is_ok());
    }

    #[test]
    fn a_failure_does_not_stop_the_run_but_fails_it() {
        let mut report = Report::default();
        report.step("lints", || bail!("no"));
        report.step("tests", || Ok(Outcome::Passed));
        assert_eq!(report.summary(), "Passed: tests. FAILED: lints.");
        assert!(report.conclude().is_err());
    }
}
