use linq_core::{call::ClientConfig, error::InvalidArgument};
use rustls::{
    RootCertStore,
    crypto::CryptoProvider,
    pki_types::{CertificateDer, pem::PemObject as _},
};
use std::sync::Arc;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// Returns the TLS configuration: with the platform's certificates, or only those of the config.
pub(crate) fn config(config: &ClientConfig) -> Result<TlsConfig, InvalidArgument> {
    let mut trusted = Vec::new();
    for (index, pem) in config.root_certificates.iter().enumerate() {
        let invalid = |reason: &str| {
            InvalidArgument::new(format!("root_certificates[{index}]"), reason.to_owned())
        };
        let before = trusted.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|_| invalid("must contain a PEM certificate"))?;
            trusted.push(Certificate::from_der(&certificate).to_owned());
            RootCertStore::empty()
                .add(certificate)
                .map_err(|_| invalid("not a valid certificate"))?;
        }
        if trusted.len() == before {
            return Err(invalid("must contain a PEM certificate"));
        }
    }
    let roots = if trusted.is_empty() {
        RootCerts::PlatformVerifier
    } else {
        RootCerts::new_with_certs(&trusted)
    };
    Ok(TlsConfig::builder()
        .root_certs(roots)
        .unversioned_rustls_crypto_provider(provider()?)
        .build())
}

/// Returns the crypto provider that the process has installed, or that of this crate's features.
fn provider() -> Result<Arc<CryptoProvider>, InvalidArgument> {
    let installed = CryptoProvider::get_default().cloned();
    #[cfg(feature = "aws-lc-rs")]
    let provider =
        installed.or_else(|| Some(Arc::new(rustls::crypto::aws_lc_rs::default_provider())));
    #[cfg(all(feature = "ring", not(feature = "aws-lc-rs")))]
    let provider = installed.or_else(|| Some(Arc::new(rustls::crypto::ring::default_provider())));
    #[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
    let provider = installed;
    provider.ok_or_else(|| {
        InvalidArgument::new(
            "transport",
            "no TLS back end: enable the feature ring or aws-lc-rs, or install a rustls provider",
        )
    })
}
