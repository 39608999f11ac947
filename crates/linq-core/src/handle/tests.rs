//! Parsers are compared with independent generators and recognizers of the same grammars.

use super::{EmailAddress, Handle, InvalidHandle, PhoneNumber};
use proptest::{prelude::*, sample::Index};
use std::{
    cell::Cell,
    collections::BTreeSet,
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
};

const PHONE: &str = r"\+[1-9][0-9]{0,14}";
const ATOM: &str = r"[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]{1,8}";
const LABEL: &str = r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?";

fn phone() -> impl Strategy<Value = String> {
    PHONE
}

fn email() -> impl Strategy<Value = String> {
    let local = proptest::collection::vec(ATOM, 1..4).prop_map(|atoms| atoms.join("."));
    let domain = proptest::collection::vec(LABEL, 1..4).prop_map(|labels| labels.join("."));
    (local, domain).prop_map(|(local, domain)| format!("{local}@{domain}"))
}

/// Recognizes E.164 by a state machine over characters.
fn is_phone(text: &str) -> bool {
    let mut state = 0;
    for c in text.chars() {
        state = match (state, c) {
            (0, '+') => 1,
            (1, '1'..='9') => 2,
            (2..=15, '0'..='9') => state + 1,
            _ => return false,
        };
    }
    (2..=16).contains(&state)
}

/// Recognizes an ASCII addr-spec without quotes and literals by a state machine over bytes.
fn is_simple_email(text: &str) -> bool {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        AtomStart,
        Atom,
        LabelStart,
        Label,
        LabelMark,
    }
    let is_mark = |byte: u8| b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    let (mut state, mut local, mut name) = (State::AtomStart, 0, 0);
    for byte in text.bytes() {
        let is_plain = byte.is_ascii_alphanumeric();
        state = match state {
            State::AtomStart | State::Atom if is_plain || is_mark(byte) => State::Atom,
            State::Atom if byte == b'.' => State::AtomStart,
            State::Atom if byte == b'@' => State::LabelStart,
            State::LabelStart | State::Label | State::LabelMark if is_plain => State::Label,
            State::Label | State::LabelMark if is_mark(byte) => State::LabelMark,
            State::Label if byte == b'.' => State::LabelStart,
            _ => return false,
        };
        match state {
            State::AtomStart | State::Atom => local += 1,
            State::LabelStart => name = 0,
            State::Label | State::LabelMark => name += 1,
        }
        if local > 64 || name > 63 {
            return false;
        }
    }
    state == State::Label
}

/// Returns every string at an edit distance of one.
fn mutations(text: &str, alphabet: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut all = BTreeSet::new();
    for at in 0..=chars.len() {
        let (head, tail) = chars.split_at(at);
        let text = |middle: Option<char>, tail: &[char]| {
            head.iter()
                .copied()
                .chain(middle)
                .chain(tail.iter().copied())
                .collect::<String>()
        };
        for c in alphabet.chars() {
            all.insert(text(Some(c), tail));
            if let Some((_, rest)) = tail.split_first() {
                all.insert(text(Some(c), rest));
            }
        }
        if let Some((_, rest)) = tail.split_first() {
            all.insert(text(None, rest));
        }
    }
    all.into_iter().collect()
}

fn ascii() -> String {
    (0..128u8).map(char::from).collect()
}

fn check_error(text: &str, outcome: Result<(), InvalidHandle>) -> Result<(), TestCaseError> {
    let Err(invalid) = outcome else { return Ok(()) };
    if let Some(at) = invalid.at() {
        prop_assert!(
            text.is_char_boundary(at) && at < text.len(),
            "{text:?}: {invalid}"
        );
    }
    if let InvalidHandle::NotADigit { character, at }
    | InvalidHandle::InvalidCharacter { character, at } = invalid
    {
        prop_assert!(text[at..].starts_with(character), "{text:?}: {invalid}");
    }
    prop_assert!(invalid.to_string().len() < 100);
    Ok(())
}

fn hash(value: &Handle) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

proptest! {
    // Each case tries thousands of mutations.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn mutated_phone_number_is_rejected_unless_valid(text in phone()) {
        for mutated in mutations(&text, &(ascii() + "٣½é🎂\u{200b}\u{feff}\u{ff0b}\u{ff11}")) {
            let outcome = PhoneNumber::try_from(&mutated);
            prop_assert_eq!(outcome.is_ok(), is_phone(&mutated), "{:?}", mutated);
            check_error(&mutated, outcome.map(drop))?;
        }
    }

    #[test]
    fn mutated_email_address_is_rejected_unless_valid(text in email()) {
        for mutated in mutations(&text, &ascii()) {
            let outcome = EmailAddress::try_from(&mutated);
            prop_assert_eq!(outcome.is_ok(), is_simple_email(&mutated), "{:?}", mutated);
            check_error(&mutated, outcome.map(drop))?;
        }
    }

    #[test]
    fn mutated_handle_is_rejected_unless_valid(text in prop_oneof![phone(), email()]) {
        for mutated in mutations(&text, &ascii()) {
            let outcome = Handle::try_from(mutated.clone());
            let is_handle = is_phone(&mutated) || is_simple_email(&mutated);
            prop_assert_eq!(outcome.is_ok(), is_handle, "{:?}", mutated);
            check_error(&mutated, outcome.map(drop))?;
        }
    }
}

proptest! {
    #[test]
    fn phone_number_is_kept_verbatim(text in phone()) {
        let number: PhoneNumber = text.parse()?;
        prop_assert_eq!(number.to_string(), text.clone());
        prop_assert_eq!(Handle::from(&number), Handle::Phone(number.clone()));
        prop_assert_eq!(text.parse::<Handle>()?, Handle::Phone(number));
    }

    #[test]
    fn email_address_is_kept_verbatim(text in email()) {
        let address: EmailAddress = text.parse()?;
        prop_assert_eq!(address.to_string(), text.clone());
        prop_assert_eq!(Handle::from(&address), Handle::Email(address.clone()));
        prop_assert_eq!(text.parse::<Handle>()?, Handle::Email(address));
    }

    #[test]
    fn parsing_special_characters_does_not_panic(text in r#"[+@.<>"\\\[\] 0-9aé🎂-]{0,80}"#) {
        check_text(&text)?;
    }

    #[test]
    fn parsing_arbitrary_bytes_does_not_panic(bytes in any::<Vec<u8>>()) {
        check_text(&String::from_utf8_lossy(&bytes))?;
        prop_assert!(serde_json::from_slice::<Handle>(&bytes).is_err());
    }

    #[test]
    fn json_round_trip(text in prop_oneof![phone(), email()]) {
        let handle: Handle = text.parse()?;
        let json = serde_json::to_string(&handle)?;
        prop_assert_eq!(&json, &serde_json::to_string(&text)?);
        prop_assert_eq!(serde_json::from_str::<Handle>(&json)?, handle);
    }

    #[test]
    fn ordering_and_hash_agree_with_equality(
        a in prop_oneof![phone(), email(), r"\+[12]"],
        b in prop_oneof![phone(), email(), r"\+[12]"],
    ) {
        for (a, b) in [(&a, &b), (&a, &a)] {
            let (left, right): (Handle, Handle) = (a.parse()?, b.parse()?);
            prop_assert_eq!(left == right, a == b);
            prop_assert_eq!(left.cmp(&right).is_eq(), a == b);
            prop_assert_eq!(left.cmp(&right), right.cmp(&left).reverse());
            prop_assert!(left != right || hash(&left) == hash(&right));
        }
    }
}

/// Checks the errors of all parsers, and returns whether `text` is a handle.
fn check_text(text: &str) -> Result<bool, TestCaseError> {
    check_error(text, text.parse::<PhoneNumber>().map(drop))?;
    check_error(text, text.parse::<EmailAddress>().map(drop))?;
    let handle = text.parse::<Handle>();
    if let Ok(handle) = &handle {
        prop_assert_eq!(handle.as_str(), text);
    }
    let is_handle = handle.is_ok();
    check_error(text, handle.map(drop))?;
    Ok(is_handle)
}

/// Generates a handle with one character replaced.
fn mutated_handle() -> impl Strategy<Value = String> {
    let handle = prop_oneof![phone(), email()];
    (handle, any::<Index>(), proptest::char::range(' ', '~')).prop_map(|(mut text, at, other)| {
        let at = at.index(text.len());
        text.replace_range(at..=at, other.encode_utf8(&mut [0; 4]));
        text
    })
}

#[test]
fn parsing_arbitrary_text_does_not_panic() {
    let seen = [const { Cell::new(0) }; 2];
    proptest!(|(text in prop_oneof![any::<String>(), mutated_handle()])| {
        let is_handle = check_text(&text)?;
        let json = serde_json::to_string(&text)?;
        prop_assert_eq!(serde_json::from_str::<Handle>(&json).is_ok(), is_handle);
        seen[usize::from(is_handle)].update(|times| times + 1);
    });
    assert!(seen.iter().all(|times| times.get() > 20), "{seen:?}");
}

#[test]
fn error_messages() {
    let table = [
        ("", "must not be empty"),
        (
            "555",
            "not an E.164 number (starting with `+`) or e-mail address",
        ),
        (
            " +12223334444",
            "not an E.164 number (starting with `+`) or e-mail address",
        ),
        ("+", "no digits after the `+`"),
        (
            "+02223334444",
            "the digit at byte 1 is 0: a country code must not start with 0",
        ),
        ("+12 2", "the character ' ' at byte 3 is not a digit"),
        (
            "+1222\u{200b}3334444",
            "the character '\\u{200b}' at byte 5 is not a digit",
        ),
        (
            "+1234567890123456",
            "too long: 16 digits, at most 15 allowed",
        ),
        ("@example.com", "nothing before the `@` at byte 0"),
        ("user@", "nothing after the `@` at byte 4"),
        (
            "us er@example.com",
            "the character ' ' at byte 2 is not allowed there in an e-mail address",
        ),
        (
            "Ann <ann@example.com>",
            "the character ' ' at byte 3 is not allowed there in an e-mail address",
        ),
        (
            "<ann@example.com>",
            "the character '<' at byte 0 is not allowed there in an e-mail address",
        ),
        (
            "a@b@example.com",
            "the character '@' at byte 1 is not allowed there in an e-mail address",
        ),
        (
            "a..b@example.com",
            "the character '.' at byte 2 is not allowed there in an e-mail address",
        ),
        (
            "é.@example.com",
            "the character '.' at byte 2 is not allowed there in an e-mail address",
        ),
        (
            "ann@example..com",
            "the character '.' at byte 12 is not allowed there in an e-mail address",
        ),
        (
            "ann@example.com.",
            "the character '.' at byte 15 is not allowed there in an e-mail address",
        ),
        (
            "ann@-example.com",
            "the character '-' at byte 4 is not allowed there in an e-mail address",
        ),
        (
            "ann@example-.com",
            "the character '-' at byte 11 is not allowed there in an e-mail address",
        ),
        (
            "ann@exa,mple.com",
            "the character ',' at byte 7 is not allowed there in an e-mail address",
        ),
        (
            "ann@example.com\u{feff}",
            "the character '\\u{feff}' at byte 15 is not allowed there in an e-mail address",
        ),
        (
            "\"a\"b\"@example.com",
            "not an e-mail address such as `user@example.com`",
        ),
    ];
    for (text, message) in table {
        assert_eq!(
            text.parse::<Handle>().unwrap_err().to_string(),
            message,
            "{text:?}"
        );
    }
}

#[test]
fn length_limits_of_email_addresses() {
    let names = |len: usize| format!("{}.{}", "a".repeat(63), "b".repeat(len));
    let long_domain = [names(63), names(63)].join(".");
    let table = [
        (format!("{}@example.com", "a".repeat(64)), None),
        (
            format!("{}@example.com", "a".repeat(65)),
            Some("too long: 65 characters before the `@`, at most 64 allowed"),
        ),
        (format!("a@{}", names(63)), None),
        (
            format!("a@{}", names(64)),
            Some("too long: 64 characters between two dots, at most 63 allowed"),
        ),
        (
            format!("a@{long_domain}"),
            Some("too long: 255 characters after the `@`, at most 254 allowed"),
        ),
    ];
    for (text, message) in table {
        let outcome = text
            .parse::<EmailAddress>()
            .map_err(|invalid| invalid.to_string());
        assert_eq!(
            outcome.as_ref().err().map(String::as_str),
            message,
            "{text}"
        );
    }
}

#[test]
fn unusual_email_addresses_are_accepted() {
    for text in [
        "+tag@example.com",
        "user@localhost",
        "user@[192.0.2.1]",
        "\"a@b\"@example.com",
        "a!b@x_y.com",
        "用户@例子.广告",
        "e\u{301}@i❤.ws",
        "A.User@Example.COM",
    ] {
        assert_eq!(text.parse::<Handle>().unwrap().as_str(), text);
    }
}

#[test]
fn conversion_between_kinds_of_handles_fails() {
    let phone: Handle = "+12223334444".parse().unwrap();
    let email: Handle = "user@example.com".parse().unwrap();
    assert_eq!(
        PhoneNumber::try_from(phone.clone()).unwrap().as_str(),
        "+12223334444"
    );
    assert_eq!(
        EmailAddress::try_from(email.clone()).unwrap().as_str(),
        "user@example.com"
    );
    assert_eq!(
        PhoneNumber::try_from(email).unwrap_err(),
        InvalidHandle::MissingPlus
    );
    assert_eq!(
        EmailAddress::try_from(phone).unwrap_err(),
        InvalidHandle::MissingAt
    );
    assert_eq!(
        "user@example.com"
            .parse::<PhoneNumber>()
            .unwrap_err()
            .to_string(),
        "not an E.164 number: must start with `+`"
    );
    assert_eq!(
        "+12223334444"
            .parse::<EmailAddress>()
            .unwrap_err()
            .to_string(),
        "not an e-mail address: must contain an `@`"
    );
}

#[test]
fn json_error_contains_the_reason() {
    let error = serde_json::from_str::<Vec<Handle>>(r#"["+12223334444", "+1 2"]"#).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("the character ' ' at byte 2 is not a digit"),
        "{error}"
    );
    assert!(serde_json::from_str::<Handle>("12223334444").is_err());
    assert!(serde_json::from_str::<PhoneNumber>(r#""user@example.com""#).is_err());
}
