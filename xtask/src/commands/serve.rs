//! `cargo xtask serve`: builds the site and serves it, again after each change.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result};

use super::build::{Profile, trunk};
use crate::process;

/// Where `Trunk.toml` says that the page is served.
const ADDRESS: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

/// Builds the site, serves it and prints the address; returns when interrupted.
///
/// # Errors
/// When a tool is missing, compiling fails, or another program has the port.
pub(crate) fn serve(profile: Profile) -> Result<()> {
    TcpListener::bind(ADDRESS)
        .with_context(|| format!("another program serves at http://{ADDRESS}; stop it first"))?;
    let mut trunk = trunk("serve", profile)?;
    println!("Building; the page will be at http://{ADDRESS}/ …");
    std::thread::spawn(announce_when_up);
    process::run(&mut trunk)
}

/// Waits until the server answers and prints the address.
fn announce_when_up() {
    while TcpStream::connect(ADDRESS).is_err() {
        std::thread::sleep(Duration::from_millis(200));
    }
    println!(
        "\nHashpivot is at http://{ADDRESS}/ (Ctrl-C stops; a change is built at once, reload to see it)"
    );
}
