//! The TLS settings: whom we trust. Nothing here can be switched off by a caller.

use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;

/// TLS 1.2 and 1.3 over HTTP/1.1 with the machine's own roots, or Mozilla's where the machine has none.
///
/// The machine comes first so that an operator who trusts a company root, or distrusts a public one, is obeyed.
pub(crate) fn settings() -> Result<ClientConfig, rustls::Error> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() {
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    // The provider is passed by hand: a process-wide default is not a library's to install.
    let mut settings = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    settings.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(settings)
}
