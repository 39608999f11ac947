use bytes::Bytes;
use linq_core::{api::ENDPOINTS, endpoint::EndpointInfo};

/// Target: the body of a response, decoded as every endpoint's.
///
/// A decoded value that is serialized and decoded again is the same.
pub fn response(data: &[u8]) {
    let body = Bytes::copy_from_slice(data);
    for info in ENDPOINTS {
        read(info, &body);
    }
}

fn read(info: &EndpointInfo, body: &Bytes) {
    match (info.round_trip)(body.clone()) {
        Ok(understood) => {
            let again = (info.round_trip)(understood.to_string().into());
            assert_eq!(again.ok().as_ref(), Some(&understood), "{}", info.name);
        }
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}
