//! Developer commands, run as `cargo xtask <command>`.
//!
//! Each command installs what it is missing (see [`tools`]), says so beforehand, and does nothing
//! of the kind the second time.

mod commands;
mod finish;
mod lockfile;
mod process;
mod project;
mod site;
mod sizes;
mod tools;
mod traffic;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [--dev]                  build the page, serve it at http://127.0.0.1:8080, rebuild on change
                                 (--dev: compile faster, run slower, no JavaScript API)
  build                          make dist/, page and JavaScript API, ready to upload, and print
                                 what a visit downloads
  test [native | web | api | browser]
                                 run every test, or one part:
                                   native   formatting, lints, licences, tests outside a browser
                                   web      tests of the page's parts, inside browsers
                                   api      tests of the JavaScript API in Node, and its types
                                   browser  tests of the built page, driven like a reader would
  bench [--write]                measure speed and size against their budgets, the charts against
                                 other libraries' (--write: keep the report as docs/speed.md)
  finish                         (called by Trunk) name, hash and check the files of a build

Programs a command needs and does not find are installed into $HASHPIVOT_TOOLS, or else
~/.cache/hashpivot/tools; browsers come from apt where there is apt.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command named by `words`, the command line without the program's name.
fn run(words: &[&str]) -> Result<()> {
    match words {
        ["serve"] => commands::serve(commands::Profile::Release),
        ["serve", "--dev"] => commands::serve(commands::Profile::Dev),
        ["build"] => commands::build(),
        ["test"] => commands::test(&commands::TestPart::ALL),
        ["test", part] => commands::test(&[part.parse()?]),
        ["bench"] => commands::bench(false),
        ["bench", "--write"] => commands::bench(true),
        ["finish"] => finish::finish_build(),
        [] | ["help" | "-h" | "--help"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("`{}` is not a command\n\n{HELP}", words.join(" ")),
    }
}
