use linq_core::{Handle, PhoneNumber, handle::EmailAddress};

/// Target: a text parsed as a handle.
///
/// A parsed handle keeps its text verbatim; phone numbers are compared with a second grammar; a text is of one kind at
/// most.
pub fn handle(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let phone = PhoneNumber::try_from(text).ok();
    let email = EmailAddress::try_from(text).ok();
    assert_eq!(phone.is_some(), is_e164(text), "{text:?}");
    match Handle::try_from(text) {
        Ok(handle) => {
            assert_eq!(handle.as_str(), text);
            assert_eq!(handle.to_string().parse().as_ref(), Ok(&handle));
            let json = serde_json::to_string(&handle).expect("JSON");
            assert_eq!(json, serde_json::to_string(text).expect("JSON"));
            assert_eq!(
                serde_json::from_str::<Handle>(&json).ok().as_ref(),
                Some(&handle)
            );
            match handle {
                Handle::Phone(number) => assert_eq!((Some(number), None), (phone, email)),
                Handle::Email(address) => assert_eq!((None, Some(address)), (phone, email)),
                other => panic!("a third kind: {other:?}"),
            }
        }
        Err(error) => {
            assert_eq!((phone, email), (None, None), "{text:?}");
            assert!(!error.to_string().is_empty());
        }
    }
}

fn is_e164(text: &str) -> bool {
    match text.as_bytes() {
        [b'+', b'1'..=b'9', rest @ ..] => rest.len() <= 14 && rest.iter().all(u8::is_ascii_digit),
        _ => false,
    }
}
