use linq_core::{call::ClientConfig, error::InvalidArgument};
use ureq::tls::{Certificate, PemItem, RootCerts, TlsConfig, parse_pem};

/// Returns the TLS configuration: with the platform's certificates, or only those of the config.
pub(crate) fn config(config: &ClientConfig) -> Result<TlsConfig, InvalidArgument> {
    let mut trusted = Vec::new();
    for (index, pem) in config.root_certificates.iter().enumerate() {
        let certificates = certificates(pem);
        if certificates.is_empty() {
            return Err(InvalidArgument::new(
                format!("root_certificates[{index}]"),
                "must contain a PEM certificate",
            ));
        }
        trusted.extend(certificates);
    }
    let roots = if trusted.is_empty() {
        RootCerts::PlatformVerifier
    } else {
        RootCerts::new_with_certs(&trusted)
    };
    Ok(TlsConfig::builder().root_certs(roots).build())
}

fn certificates(pem: &[u8]) -> Vec<Certificate<'static>> {
    let items = parse_pem(pem).filter_map(|item| match item {
        Ok(PemItem::Certificate(certificate)) => Some(certificate),
        _ => None,
    });
    items.collect()
}
