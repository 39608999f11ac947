//! The index of error codes, compared with the codes that the client knows.

use linq_client::{
    error::{ErrorCode, RetryHint},
    http::StatusCode,
};

const INDEX: &str = include_str!("../../../../docs/src/error-codes.md");

#[test]
fn index_has_each_known_code() {
    let rows: Vec<_> = INDEX.lines().filter_map(row).collect();
    let codes: Vec<u32> = rows.iter().map(|(code, ..)| *code).collect();
    let known: Vec<u32> = ErrorCode::KNOWN.iter().map(|code| code.number()).collect();
    assert_eq!(codes, known);
    for (code, status, action) in rows {
        // Codes that are not published with a status are sent in events only.
        let status = status.first().copied().unwrap_or(500);
        let status = StatusCode::from_u16(status).unwrap();
        let expected = match ErrorCode::from(code).retry_hint(status) {
            RetryHint::Retry => "retries",
            RetryHint::RetryAfter => "waits, retries",
            RetryHint::Never => "returns it",
            hint => panic!("{code} is not known with {status}: {hint:?}"),
        };
        assert_eq!(action, expected, "{code}");
    }
}

/// Returns the code, the statuses, and what the client does.
fn row(line: &str) -> Option<(u32, Vec<u16>, &str)> {
    let mut cells = line.strip_prefix("| ")?.split(" | ");
    let code = cells.next()?.parse().ok()?;
    let statuses = cells.next()?.replace("4xx", "400");
    let statuses = statuses
        .split(", ")
        .filter_map(|status| status.parse().ok());
    let (_meaning, action) = (cells.next()?, cells.next()?);
    Some((code, statuses.collect(), action))
}
