//! How an answer is sent: whole, broken off in the middle, or without end.

use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame, SizeHint};

use super::HangUp;

/// How much of an endless answer goes at once, bytes.
const PIECE: usize = 65_536;

/// The body of an answer.
#[derive(Debug)]
pub(super) enum Sending {
    /// All of it.
    Whole(Option<Bytes>),
    /// The first half of what was announced; then the connection breaks.
    Half {
        /// What is left to send of the half.
        rest: Option<Bytes>,
        /// What was announced, bytes.
        announced: u64,
    },
    /// Spaces for ever, with no length announced.
    Endless,
}

impl Sending {
    /// These bytes.
    pub(super) fn whole(bytes: Bytes) -> Self {
        Self::Whole(Some(bytes))
    }

    /// Half of these bytes.
    pub(super) fn half(bytes: &Bytes) -> Self {
        Self::Half {
            rest: Some(bytes.slice(..bytes.len() / 2)),
            announced: bytes.len() as u64,
        }
    }
}

type Piece = Option<Result<Frame<Bytes>, HangUp>>;

impl Body for Sending {
    type Data = Bytes;
    type Error = HangUp;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Piece> {
        let piece = |bytes| Ok(Frame::data(bytes));
        Poll::Ready(match &mut *self {
            Self::Whole(bytes) => bytes.take().map(piece),
            Self::Half { rest, .. } => Some(rest.take().map_or(Err(HangUp), piece)),
            Self::Endless => Some(piece(Bytes::from_static(&[b' '; PIECE]))),
        })
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Whole(bytes) => SizeHint::with_exact(bytes.as_ref().map_or(0, Bytes::len) as u64),
            Self::Half { announced, .. } => SizeHint::with_exact(*announced),
            Self::Endless => SizeHint::default(),
        }
    }
}
