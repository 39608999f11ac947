use linq_core::error::InvalidArgument;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::CryptoProvider,
    pki_types::{CertificateDer, pem::PemObject as _},
};
use rustls_platform_verifier::BuilderVerifierExt as _;
use std::sync::Arc;

/// Returns the TLS configuration: with the platform's certificates, or only those in PEM files, at least one in each.
pub(crate) fn config(files: &[Vec<u8>]) -> Result<ClientConfig, InvalidArgument> {
    let unusable = |error: rustls::Error| InvalidArgument::new("transport", error.to_string());
    let builder = ClientConfig::builder_with_provider(provider()?);
    let builder = builder
        .with_safe_default_protocol_versions()
        .map_err(unusable)?;
    let builder = if files.is_empty() {
        builder.with_platform_verifier().map_err(unusable)?
    } else {
        builder.with_root_certificates(roots(files)?)
    };
    Ok(builder.with_no_client_auth())
}

fn roots(files: &[Vec<u8>]) -> Result<RootCertStore, InvalidArgument> {
    let mut roots = RootCertStore::empty();
    for (index, pem) in files.iter().enumerate() {
        let invalid = |reason: &str| {
            InvalidArgument::new(format!("root_certificates[{index}]"), reason.to_owned())
        };
        let before = roots.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|_| invalid("must contain a PEM certificate"))?;
            roots
                .add(certificate)
                .map_err(|_| invalid("not a valid certificate"))?;
        }
        if roots.len() == before {
            return Err(invalid("must contain a PEM certificate"));
        }
    }
    Ok(roots)
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
