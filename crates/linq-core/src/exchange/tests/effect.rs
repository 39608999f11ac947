//! What an error says about the effect of a call.

use super::*;

/// Statuses by which the server or a proxy says that the request was not executed.
fn is_certain(status: u16) -> bool {
    let unclear = [408, 460, 499];
    [301, 302, 307, 308, 503].contains(&status)
        || ((400..500).contains(&status) && !unclear.contains(&status))
}

#[test]
fn effect_of_every_status() {
    let once = CallOptions::default().max_retries(0);
    for status in (100..=999).filter(|status| !(200..300).contains(status)) {
        let effect_of = |error: Error| error.may_have_taken_effect();
        let share = ShareContactCard::new(CHAT.into());
        let error = Drive::new(share, &once).run(QUICK, vec![reply(status, "")]);
        assert_eq!(
            effect_of(error.unwrap_err()),
            !is_certain(status),
            "{status}"
        );
        let read = RetrieveChat::new(CHAT.into());
        let error = Drive::new(read, &once).run(QUICK, vec![reply(status, "")]);
        assert!(!effect_of(error.unwrap_err()), "{status}");
    }
}

#[test]
fn odd_statuses_are_final() {
    for status in (100..200).chain(300..400).chain(600..=999) {
        let mut drive = Drive::new(send(), &CallOptions::default());
        let error = drive.run(QUICK, vec![reply(status, "")]).unwrap_err();
        assert_eq!(error.as_api().unwrap().attempts(), 1, "{status}");
    }
}
