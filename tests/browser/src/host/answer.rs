//! What a server answers, byte by byte.

use http_body_util::{BodyExt, Empty};
use hyper::body::Bytes;
use hyper::header::HeaderMap;
use hyper::{Request, Response};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;

use super::{Host, Server, configuration};
use crate::RUNTIME;

/// An answer, its body as it came over the wire.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The body.
    pub body: Bytes,
    headers: HeaderMap,
}

impl Answer {
    /// A header; empty without one.
    ///
    /// # Panics
    /// When it comes twice, which browsers read as one with a comma.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        let mut values = self.headers.get_all(name).iter();
        let first = values.next().map_or("", |value| {
            value.to_str().expect("a header of ours is ASCII")
        });
        assert!(values.next().is_none(), "{name} comes twice");
        first
    }
}

impl Host {
    /// Asks for a path with these headers.
    ///
    /// # Panics
    /// When nobody answers.
    #[must_use]
    pub fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::get(self.address(path));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Empty::<Bytes>::new()).expect("it is complete");
        let client = Client::builder(TokioExecutor::new()).build_http();
        RUNTIME.block_on(async {
            let answer = client.request(request).await;
            let (parts, body) = answer
                .unwrap_or_else(|error| panic!("{path}: {error}"))
                .map(BodyExt::collect)
                .into_parts();
            let body = body.await.unwrap_or_else(|error| panic!("{path}: {error}"));
            let answer = Response::from_parts(parts, body.to_bytes());
            Answer {
                status: answer.status().as_u16(),
                headers: answer.headers().clone(),
                body: answer.into_body(),
            }
        })
    }
}

impl Server {
    /// Whether it sends files compressed with brotli here.
    #[must_use]
    pub fn has_brotli(self) -> bool {
        configuration::has_brotli(self)
    }
}
