//! `cargo xtask serve`: builds the site and serves it, again after each change.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener};

use anyhow::{Context, Result};

use super::build::{Profile, trunk};
use crate::process;

/// Where `Trunk.toml` says that the page is served.
const ADDRESS: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// Builds the site, serves it and prints the address; goes on until interrupted.
///
/// # Errors
/// When a tool is missing, compiling fails, or another program has the port.
pub(crate) fn serve(profile: Profile) -> Result<()> {
    TcpListener::bind(ADDRESS)
        .with_context(|| format!("http://{ADDRESS} is taken; stop what serves there"))?;
    let mut trunk = trunk("serve", profile)?;
    println!("Building. Once it is served the page is at http://{ADDRESS}/ (Ctrl-C stops;");
    println!("a change is built at once, reload the page to see it).");
    process::hand_over(trunk.args(["--log", "warn,trunk::serve=info"]))
}
