use linq_core::error::Invalid;
use reqwest::Certificate;

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
