//! A certificate for 127.0.0.1 that nobody else has, and that browsers are told to accept.

use std::sync::{Arc, LazyLock};

use rcgen::{CertifiedKey, generate_simple_self_signed};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

/// Takes TLS connections with the certificate of this run.
pub(super) fn acceptor() -> TlsAcceptor {
    static ACCEPTOR: LazyLock<TlsAcceptor> = LazyLock::new(make_acceptor);
    ACCEPTOR.clone()
}

fn make_acceptor() -> TlsAcceptor {
    let CertifiedKey { cert, signing_key } =
        generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("an address is a valid name");
    let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("ring has every version")
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key.into())
        .expect("the key was made for the certificate");
    TlsAcceptor::from(Arc::new(config))
}
