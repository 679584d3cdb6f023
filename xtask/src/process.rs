//! Runs other programs.

use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// A command for `program`, to be run from the top folder of the checkout.
pub(crate) fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::project::root());
    command
}

/// Runs a command to its end, its output going where ours goes.
///
/// # Errors
/// When it cannot be started or does not succeed; the message shows the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    let status = command
        .status()
        .with_context(|| format!("cannot run `{shown}`"))?;
    ensure!(status.success(), "`{shown}` failed ({status})");
    Ok(())
}

/// Runs a command in place of this process, so that what stops this process stops it.
///
/// # Errors
/// When it cannot be started.
#[cfg(unix)]
pub(crate) fn hand_over(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let shown = show(command);
    let error = command.exec();
    Err(error).with_context(|| format!("cannot run `{shown}`"))
}

/// Runs a command to its end: here a process cannot give way to another.
///
/// # Errors
/// When it cannot be started or does not succeed.
#[cfg(not(unix))]
pub(crate) fn hand_over(command: &mut Command) -> Result<()> {
    run(command)
}

/// Runs a command to its end and returns what it wrote to its standard output.
///
/// # Errors
/// When it cannot be started, does not succeed or does not write UTF-8.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("cannot run `{shown}`"))?;
    ensure!(
        output.status.success(),
        "`{shown}` failed ({})",
        output.status
    );
    String::from_utf8(output.stdout).with_context(|| format!("`{shown}` did not write UTF-8"))
}

/// Whether a command can be started and succeeds. Its output is thrown away.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The command as one would type it, program without its folder.
pub(crate) fn show(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::{command, output, run, show, succeeds};

    #[test]
    fn a_command_is_shown_as_one_would_type_it() {
        assert_eq!(
            show(command("/usr/bin/cargo").args(["fmt", "--check"])),
            "cargo fmt --check"
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_an_error_that_names_it() {
        let message = format!("{:#}", run(&mut command("no-such-program")).unwrap_err());
        assert!(message.contains("no-such-program"), "{message}");
        assert!(!succeeds(&mut command("no-such-program")));
    }

    #[test]
    fn output_is_what_the_program_wrote() {
        let rustc = output(command("rustc").arg("--version")).expect("rustc runs these tests");
        assert!(rustc.starts_with("rustc "), "{rustc}");
    }
}
