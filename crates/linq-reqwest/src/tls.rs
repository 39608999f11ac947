use linq_core::{call::Settings, error::Invalid};
use rustls::{
    ClientConfig, RootCertStore,
    crypto::{CryptoProvider, ring},
    pki_types::{CertificateDer, pem::PemObject},
};
use rustls_platform_verifier::BuilderVerifierExt;
use std::sync::Arc;

/// The platform's certificates, or only those that the settings name. The cryptography is what the
/// process has installed as its default, else ring.
pub(crate) fn config(settings: &Settings) -> Result<ClientConfig, Invalid> {
    let provider = CryptoProvider::get_default()
        .cloned()
        .unwrap_or_else(|| Arc::new(ring::default_provider()));
    let invalid = |error: rustls::Error| Invalid::new("root_certificates", error.to_string());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(invalid)?;
    let builder = if settings.root_certificates.is_empty() {
        builder.with_platform_verifier().map_err(invalid)?
    } else {
        builder.with_root_certificates(roots(&settings.root_certificates)?)
    };
    let mut config = builder.with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}

fn roots(files: &[Vec<u8>]) -> Result<RootCertStore, Invalid> {
    let mut roots = RootCertStore::empty();
    for (index, pem) in files.iter().enumerate() {
        let (added, _) = roots
            .add_parsable_certificates(CertificateDer::pem_slice_iter(pem).filter_map(Result::ok));
        if added == 0 {
            return Err(Invalid::new(
                format!("root_certificates[{index}]"),
                "it holds no PEM certificate",
            ));
        }
    }
    Ok(roots)
}
