//! A server for the page, or for a page that embeds it, at an address of its own.

mod certificate;
mod files;
mod next_build;
mod sending;

pub use files::{File, Files};
pub use next_build::NEXT_VERSION;

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_TYPE};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};
use tokio_rustls::TlsAcceptor;

use crate::RUNTIME;
use sending::Sending;

/// A server on this machine. Each has an origin of its own, so no story sees what another one stored, and where
/// the system has more than one address for itself also a host of its own: where stories shared one, WebKitGTK now
/// and then passed by the service worker that a story had just installed.
/// It stops when it is dropped.
#[derive(Debug)]
pub struct Site {
    scheme: &'static str,
    address: SocketAddr,
    shared: Arc<Shared>,
    serving: JoinHandle<()>,
}

/// What the server and the story both see.
#[derive(Debug, Default)]
struct Shared {
    files: Mutex<Files>,
    asked: Mutex<Vec<String>>,
}

impl Site {
    /// Serves the built page.
    #[must_use]
    pub fn of_the_build() -> Self {
        Self::serving(Files::of_the_build())
    }

    /// Serves files over http.
    #[must_use]
    pub fn serving(files: Files) -> Self {
        Self::start("http", files, None)
    }

    /// Serves files over https, with a certificate that only this run knows.
    #[must_use]
    pub fn serving_securely(files: Files) -> Self {
        Self::start("https", files, Some(certificate::acceptor()))
    }

    /// The address of a path (with query and fragment, if any) here.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("{}://{}/{path}", self.scheme, self.address)
    }

    /// Serves other files from now on.
    pub fn change(&self, files: Files) {
        *locked(&self.shared.files) = files;
    }

    /// What was asked for since the last look: paths with their queries.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut locked(&self.shared.asked))
    }

    /// Stops: from now on nobody answers, and open connections are cut.
    pub fn stop(&self) {
        self.serving.abort();
    }

    fn start(scheme: &'static str, files: Files, tls: Option<TlsAcceptor>) -> Self {
        let listener = RUNTIME.block_on(listen());
        let address = listener.local_addr().expect("it is bound");
        let shared = Arc::new(Shared {
            files: Mutex::new(files),
            asked: Mutex::default(),
        });
        let serving = RUNTIME.spawn(serve(listener, Arc::clone(&shared), tls));
        Self {
            scheme,
            address,
            shared,
            serving,
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Listens at an address that no other site of this run has.
async fn listen() -> TcpListener {
    static COUNT: AtomicU16 = AtomicU16::new(0);
    let [high, low] = COUNT.fetch_add(1, Ordering::Relaxed).to_be_bytes();
    match TcpListener::bind((Ipv4Addr::new(127, 1 + high, low, 1), 0)).await {
        Ok(listener) => listener,
        Err(_) => TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .await
            .expect("there is a free port"),
    }
}

/// Takes connections until it is aborted, which drops, and so cuts, those that are open.
async fn serve(listener: TcpListener, shared: Arc<Shared>, tls: Option<TlsAcceptor>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        connections.spawn(converse(stream, Arc::clone(&shared), tls.clone()));
        while connections.try_join_next().is_some() {}
    }
}

/// Answers on one connection. A browser may leave in the middle of an answer.
async fn converse(stream: TcpStream, shared: Arc<Shared>, tls: Option<TlsAcceptor>) {
    let service = service_fn(|request| {
        let file = shared.find(&request);
        async move { respond(file).await }
    });
    let http = http1::Builder::new();
    let _ = match tls {
        None => http.serve_connection(TokioIo::new(stream), service).await,
        Some(tls) => match tls.accept(stream).await {
            Ok(stream) => http.serve_connection(TokioIo::new(stream), service).await,
            Err(_) => Ok(()),
        },
    };
}

impl Shared {
    fn find(&self, request: &Request<Incoming>) -> File {
        locked(&self.asked).push(request.uri().to_string());
        locked(&self.files).at(request.uri().path().trim_start_matches('/'))
    }
}

fn locked<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The answer; an error makes hyper hang up.
async fn respond(mut file: File) -> Result<Response<Sending>, HangUp> {
    while let File::Late(delay, later) = file {
        tokio::time::sleep(delay).await;
        file = *later;
    }
    let (status, kind, body) = match file {
        File::Content { kind, bytes } => (StatusCode::OK, kind, Sending::whole(bytes)),
        File::Half(file) => match *file {
            File::Content { kind, bytes } => (StatusCode::OK, kind, Sending::half(&bytes)),
            _ => return Err(HangUp),
        },
        File::Endless => (StatusCode::OK, "application/json", Sending::Endless),
        File::Missing => (
            StatusCode::NOT_FOUND,
            "text/plain",
            Sending::whole(Bytes::new()),
        ),
        File::NoAnswer | File::Late(..) => return Err(HangUp),
        File::HeldBack => std::future::pending().await,
    };
    let response = Response::builder()
        .status(status)
        .header(CONTENT_TYPE, kind)
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(CACHE_CONTROL, "no-cache")
        .body(body);
    Ok(response.expect("each header is a constant"))
}

/// The connection breaks before an answer came.
#[derive(Debug)]
struct HangUp;

impl std::fmt::Display for HangUp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no answer")
    }
}

impl std::error::Error for HangUp {}
