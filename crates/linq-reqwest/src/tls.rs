use linq_core::error::Invalid;
use reqwest::Certificate;
use rustls::{
    ClientConfig, RootCertStore,
    crypto::{CryptoProvider, aws_lc_rs},
    pki_types::{CertificateDer, pem::PemObject as _},
};
use rustls_platform_verifier::BuilderVerifierExt as _;
use std::sync::Arc;

/// Reads PEM certificates, each file holding at least one.
pub(crate) fn certificates(files: &[Vec<u8>]) -> Result<Vec<Certificate>, Invalid> {
    let mut certificates = Vec::new();
    for (index, pem) in files.iter().enumerate() {
        match Certificate::from_pem_bundle(pem) {
            Ok(found) if !found.is_empty() => certificates.extend(found),
            _ => {
                let path = format!("root_certificates[{index}]");
                return Err(Invalid::new(path, "it holds no PEM certificate"));
            }
        }
    }
    Ok(certificates)
}

/// Returns the settings of TLS for a connection that reqwest does not make: the platform's certificates, or only those in
/// PEM files.
pub(crate) fn config(files: &[Vec<u8>]) -> Result<ClientConfig, Invalid> {
    let provider = CryptoProvider::get_default().cloned();
    let provider = provider.unwrap_or_else(|| Arc::new(aws_lc_rs::default_provider()));
    let unusable = |error: rustls::Error| Invalid::new("transport", error.to_string());
    let builder = ClientConfig::builder_with_provider(provider);
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

fn roots(files: &[Vec<u8>]) -> Result<RootCertStore, Invalid> {
    let mut roots = RootCertStore::empty();
    for (index, pem) in files.iter().enumerate() {
        for certificate in CertificateDer::pem_slice_iter(pem).flatten() {
            roots.add(certificate).map_err(|error| {
                Invalid::new(format!("root_certificates[{index}]"), error.to_string())
            })?;
        }
    }
    Ok(roots)
}
