//! The little that a server needs around the configuration that the build ships.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::Server;
use crate::engine;

/// Debian's file of MIME types, and its module for files that are compressed with brotli.
const MIME_TYPES: &str = "/etc/nginx/mime.types";
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// Where nginx counts what it sends.
pub(super) fn log(folder: &Path) -> PathBuf {
    folder.join("sent.log")
}

/// Whether nginx sends files compressed with brotli here.
pub(super) fn has_brotli(server: Server) -> bool {
    server == Server::Caddy || Path::new(BROTLI).is_file()
}

/// Writes the configuration into `folder` and tells the server where it is.
pub(super) fn configure(command: &mut Command, server: Server, folder: &Path, port: u16) {
    let dist = engine::path("HASHPIVOT_DIST");
    let dist = dist.canonicalize().expect("the build is there");
    let file = folder.join("server.conf");
    let text = match server {
        Server::Nginx => nginx(folder, &dist, port),
        Server::Caddy => caddy(&dist, port),
    };
    fs::write(&file, text).expect("the folder is ours");
    match server {
        Server::Nginx => command.arg("-p").arg(folder).arg("-c").arg(file),
        Server::Caddy => command
            .args(["run", "--adapter", "caddyfile", "--config"])
            .arg(file)
            .env("XDG_DATA_HOME", folder)
            .env("XDG_CONFIG_HOME", folder),
    };
}

fn nginx(folder: &Path, dist: &Path, port: u16) -> String {
    let (module, brotli) = match has_brotli(Server::Nginx) {
        true => (format!("load_module {BROTLI};"), "brotli_static on;"),
        false => (String::new(), ""),
    };
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|kind| format!("{kind}_temp_path {}/{kind};\n", folder.display()))
        .collect();
    let (dist, log) = (dist.display(), log(folder));
    let log = log.display();
    format!(
        "daemon off;\nmaster_process off;\npid nginx.pid;\nerror_log stderr warn;\n{module}\n\
         events {{ worker_connections 256; }}\n\
         http {{\n\
         include {MIME_TYPES};\n\
         log_format counted '$request_uri $status $body_bytes_sent $bytes_sent';\n\
         access_log {log} counted;\n\
         {temporary}\
         server {{\nlisten 127.0.0.1:{port};\nroot {dist};\n{brotli}\ninclude {dist}/hosting/nginx.conf;\n}}\n\
         }}\n"
    )
}

fn caddy(dist: &Path, port: u16) -> String {
    let dist = dist.display();
    format!(
        "{{\n\tadmin off\n\tauto_https off\n}}\n\
         http://127.0.0.1:{port} {{\n\troot * {dist}\n\timport {dist}/hosting/Caddyfile\n}}\n"
    )
}
