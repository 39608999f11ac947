//! Experiences: actions of Linq's iMessage app.

use serde_json::{Value, json};

/// Returns the default experiences, as in the API's responses.
pub(crate) fn all() -> Vec<Value> {
    let text = |max: u32| json!({ "type": "string", "required": false, "max": max });
    let url = json!({ "type": "url", "required": true });
    vec![
        json!({
            "experience": "agentpay",
            "display_name": "Agent Pay",
            "actions": [{
                "name": "request_payment",
                "summary": "Asks for a payment, and turns into \"Paid\" once it is made.",
                "fields": { "checkout_url": url, "title": text(60), "note": text(120) },
            }],
        }),
        json!({
            "experience": "agentcard",
            "display_name": "Agent Card",
            "actions": [
                {
                    "name": "attach_card",
                    "summary": "Asks to add a card to the wallet.",
                    "fields": { "title": text(60), "note": text(120) },
                },
                {
                    "name": "approve_card",
                    "summary": "Asks to approve a virtual card with a passkey.",
                    "fields": {
                        "amount": { "type": "cents", "required": true },
                        "merchant": text(60),
                        "note": text(120),
                    },
                },
            ],
        }),
        json!({
            "experience": "link",
            "display_name": "Link",
            "actions": [{
                "name": "open",
                "summary": "A card that opens a URL.",
                "fields": { "url": url, "title": text(60), "subtitle": text(120) },
            }],
        }),
    ]
}

/// Returns an experience by name.
pub(crate) fn find<'a>(all: &'a [Value], name: &str) -> Option<&'a Value> {
    all.iter()
        .find(|experience| experience["experience"] == *name)
}
