//! A driver's process, which never outlives the tests.

use std::fs::{self, File};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use super::Engine;
use crate::{artefacts, eventually};

/// Waits until its input ends, which it does however the tests end, then stops the group of
/// processes `$1` and removes the folder `$2`.
const WATCH: &str = r#"
cat >/dev/null
kill -s TERM -- "-$1"
for _ in 1 2 3 4 5 6 7 8 9 10; do kill -s 0 -- "-$1" || break; sleep 0.2; done
kill -s KILL -- "-$1"
rm -rf -- "$2"
"#;

/// A running driver. Dropping it stops it and every browser that it started.
#[derive(Debug)]
pub(crate) struct Driver {
    port: u16,
    process: Child,
    watch: Child,
}

impl Driver {
    /// Starts the engine's driver and waits until it listens.
    pub(crate) fn start(engine: Engine) -> Self {
        let port = free_port();
        let folder = scratch_folder(engine);
        let log = File::create(artefacts::folder("stories").join(format!("{}.log", engine.name())))
            .expect("`target/` can be written");
        let command_line = engine.command_line(port);
        let process = Command::new(&command_line[0])
            .args(&command_line[1..])
            .env("TMPDIR", &folder)
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a file can be shared"))
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", command_line[0]));
        let watch = watch(process.id(), &folder);
        let mut driver = Self {
            port,
            process,
            watch,
        };
        driver.wait_until_it_listens(engine);
        driver
    }

    /// Where it takes commands.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn wait_until_it_listens(&mut self, engine: Engine) {
        eventually(&format!("start of {}'s driver", engine.name()), || {
            if let Ok(Some(status)) = self.process.try_wait() {
                return Err(format!("it ended with {status}; see target/stories/"));
            }
            TcpStream::connect(("127.0.0.1", self.port))
                .map(drop)
                .map_err(|error| error.to_string())
        });
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        // It was started, so there is something to wait for; how it ended does not matter.
        let _ = self.process.wait();
        let _ = self.watch.wait();
    }
}

/// Starts what stops a group of processes and removes its folder, however the tests end.
pub(crate) fn watch(group: u32, folder: &Path) -> Child {
    Command::new("sh")
        .args(["-c", WATCH, "watch", &group.to_string()])
        .arg(folder)
        // What stops the tests with all they started, such as Ctrl-C, must not stop this.
        .process_group(0)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("there is a shell")
}

/// A port that nobody listens on. Another program could take it before the one that it is for does,
/// which then ends and says so.
pub(crate) fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("there is a free port");
    listener.local_addr().expect("it is bound").port()
}

/// Where the driver and its browsers keep profiles and locks.
fn scratch_folder(engine: Engine) -> PathBuf {
    let name = format!("hashpivot-{}-{}", engine.name(), std::process::id());
    let folder = std::env::temp_dir().join(name);
    fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
    folder
}
