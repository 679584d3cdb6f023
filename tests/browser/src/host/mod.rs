//! A server that people host the page with, started for real on a port of its own, with the
//! configuration that the build ships.

mod answer;
mod configuration;

pub use answer::Answer;

use std::fs::{self, File};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use std::os::unix::process::CommandExt;

use crate::engine::{self, free_port, watch};
use crate::{artefacts, eventually};

/// A program that serves files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
}

impl Server {
    /// Its name in the names of files.
    const fn name(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }

    /// The variable that says where its program is.
    const fn variable(self) -> &'static str {
        match self {
            Self::Nginx => "NGINX",
            Self::Caddy => "CADDY",
        }
    }
}

/// A running server of the build. It stops when it is dropped.
#[derive(Debug)]
pub struct Host {
    port: u16,
    folder: PathBuf,
    process: Child,
    watch: Child,
}

/// A line of nginx's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// What was asked for.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// Bytes of the answer's body.
    pub body: u64,
    /// Bytes of the whole answer.
    pub whole: u64,
}

impl Host {
    /// Starts a server of the build and waits until it listens.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    pub fn start(server: Server) -> Self {
        let port = free_port();
        let folder = scratch_folder(server, port);
        let log = artefacts::folder("stories").join(format!("{}.log", server.name()));
        let log = File::create(log).expect("`target/` can be written");
        let mut command = Command::new(engine::path(server.variable()));
        configuration::configure(&mut command, server, &folder, port);
        let process = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a file can be shared"))
            .stderr(log)
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", server.name()));
        let watch = watch(process.id(), &folder);
        let mut host = Self {
            port,
            folder,
            process,
            watch,
        };
        host.wait_until_it_listens(server);
        host
    }

    /// The address of a path here.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// What nginx sent since it was started, or since the log was last read.
    ///
    /// # Panics
    /// When the log is not that of nginx.
    #[must_use]
    pub fn sent(&self) -> Vec<Sent> {
        let path = configuration::log(&self.folder);
        let text = fs::read_to_string(&path).expect("nginx writes a log");
        // nginx goes on at the end of what is there.
        fs::write(&path, "").expect("the folder is ours");
        text.lines().map(line).collect()
    }

    fn wait_until_it_listens(&mut self, server: Server) {
        eventually(&format!("start of {}", server.name()), || {
            if let Ok(Some(status)) = self.process.try_wait() {
                return Err(format!("it ended with {status}; see target/stories/"));
            }
            TcpStream::connect(("127.0.0.1", self.port))
                .map(drop)
                .map_err(|error| error.to_string())
        });
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        drop(self.watch.stdin.take());
        // It was started, so there is something to wait for; how it ended does not matter.
        let _ = self.process.wait();
        let _ = self.watch.wait();
    }
}

fn line(text: &str) -> Sent {
    let words: Vec<&str> = text.split(' ').collect();
    let [path, status, body, whole] = words[..] else {
        panic!("a line of another log: {text}")
    };
    let number = |word: &str| word.parse().expect("a count of bytes");
    Sent {
        path: path.to_owned(),
        status: status.parse().expect("a status"),
        body: number(body),
        whole: number(whole),
    }
}

fn scratch_folder(server: Server, port: u16) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("hashpivot-{}-{port}", server.name()));
    fs::create_dir_all(&folder).expect("the folder for temporary files can be written");
    Path::canonicalize(&folder).expect("it was just made")
}
