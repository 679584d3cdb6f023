//! Figures of the network as they are now: what the API of a mempool instance answers, and what a file
//! of such answers says.
//!
//! The shapes are those of mempool's own documentation and back end
//! (`frontend/src/app/docs/api-docs/api-docs-data.ts`, `backend/src/api/mining/mining-routes.ts` at
//! 3b6ed8bde782). Nothing here asks anybody: `web` does, when the reader presses.
//!
//! | input | address | what of the answer |
//! |---|---|---|
//! | `btc_price` | `/api/v1/prices` | `USD` |
//! | `difficulty` | `/api/v1/mining/hashrate/3d` | `currentDifficulty` |
//! | `realised_hashrate` | `/api/v1/mining/hashrate/3d` | `currentHashrate`, H/s, an estimate from the latest blocks |
//! | `fees_pct` | `/api/v1/mining/reward-stats/144` | `totalFee` over `totalReward` − `totalFee`, satoshis of a day |
//! | `block_height` | `/api/blocks/tip/height` | the number |

mod failure;
mod read;
mod value;

pub use failure::{Failure, MOST_BYTES, PATIENCE_MS};
pub use read::{FIGURE_KEYS, Reading, read_answers, read_text};
pub use value::Value;

/// Something that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Endpoint {
    /// What a bitcoin costs.
    Prices,
    /// Difficulty and estimated hashrate.
    Hashrate,
    /// What the blocks of a day paid.
    Rewards,
    /// The height of the last block.
    Height,
}

impl Endpoint {
    /// Everything that is asked for.
    pub const ALL: [Self; 4] = [Self::Prices, Self::Hashrate, Self::Rewards, Self::Height];

    /// Its place below the address of the API.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Prices => "/api/v1/prices",
            Self::Hashrate => "/api/v1/mining/hashrate/3d",
            Self::Rewards => "/api/v1/mining/reward-stats/144",
            Self::Height => "/api/blocks/tip/height",
        }
    }
}

/// What came of asking for each of [`Endpoint::ALL`].
pub type Answers = [Result<Value, Failure>; Endpoint::ALL.len()];

#[cfg(test)]
mod tests;
