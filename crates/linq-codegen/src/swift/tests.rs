use super::{FOLDER, write};
use crate::{
    Api, Tree,
    api::{Declaration, Side},
};
use linq_core::{schema::Schema, webhook::EventData};

fn tree() -> Tree {
    write(&Api::read())
}

fn all() -> String {
    tree().files.into_values().collect()
}

fn file(path: &str) -> String {
    tree().files[&format!("{FOLDER}/{path}")].clone()
}

#[test]
fn every_operation_has_a_documented_method() {
    let all = all();
    for operation in Api::read().operations {
        let call = format!("(\"{}\", arguments, ", operation.name);
        let list = format!("(client, \"{}\", arguments, ", operation.name);
        assert!(
            all.contains(&call) || all.contains(&list),
            "{}",
            operation.name
        );
    }
}

#[test]
fn every_event_with_a_payload_has_a_case() {
    let source =
        &tree().files["bindings/uniffi/swift/Sources/LinqClient/Generated/Events/EventData.swift"];
    let with_other = EventData::schemas().len() + 1;
    assert_eq!(source.matches("\n    case ").count(), with_other);
    assert!(source.contains("    case pollVoteAdded(PollVoteData)\n"));
}

#[test]
fn no_type_is_declared_twice() {
    let mut names: Vec<String> = all()
        .lines()
        .filter_map(|line| {
            let rest = line
                .strip_prefix("public struct ")
                .or(line.strip_prefix("public enum "))?;
            Some(rest.split(':').next()?.to_owned())
        })
        .collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
    assert!(count > 150, "{count}");
}

#[test]
fn required_parameters_are_first_and_others_have_defaults() {
    let source = all();
    let add = "public func add(\n        chatID: String,\n        handle: String,\n        options: CallOptions = CallOptions()\n    ) async throws -> OperationAccepted {";
    assert!(source.contains(add), "{source}");
    assert!(source.contains("        cursor: String? = nil,\n"));
}

#[test]
fn message_parameter_follows_the_recipients() {
    let create = "public func create(\n        from: String,\n        to: [String],\n        message: MessageContent,\n";
    assert!(all().contains(create));
}

#[test]
fn private_fields_are_redacted() {
    let api = Api::read();
    let mut by_hand = Vec::new();
    for (name, declaration) in &api.types {
        let Declaration::Object(object) = declaration else {
            continue;
        };
        let open = object.fields().filter(|field| {
            name.side.is_private(object, field)
                && !matches!(field.schema, Schema::Secret | Schema::Text)
        });
        by_hand.extend(open.map(|field| (name.name, field.name)));
    }
    // `ExperienceInvocation+Description.swift`
    assert_eq!(by_hand, [("ExperienceInvocation", "params")]);
    assert!(all().contains("    public var url: Secret?\n"));
}

#[test]
fn only_identities_are_required_in_responses() {
    let source =
        &tree().files["bindings/uniffi/swift/Sources/LinqClient/Generated/Models/Chat.swift"];
    for line in [
        "    public let id: String\n",
        "    /// Documented as always present.\n    public let isGroup: Bool?\n",
        "    public let handles: [ChatHandle]\n",
        "        handles: [ChatHandle] = [],\n",
        "        self.id = try container.decode(String.self, forKey: .id)\n",
        "        self.handles = try container.decodeIfPresent([ChatHandle].self, forKey: .handles) ?? []\n",
    ] {
        assert!(source.contains(line), "{line}in {source}");
    }
}

#[test]
fn response_that_may_be_absent_is_optional() {
    assert!(all().contains(
        "    ) async throws -> Message? {\n        var arguments = Arguments()\n        arguments.set(\"message_id\", messageID)\n"
    ));
}

#[test]
fn acronyms_in_names_are_in_capitals() {
    let source = all();
    let code = source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let words = code.flat_map(|line| line.split(|letter: char| !letter.is_ascii_alphanumeric()));
    for name in words {
        for acronym in ["Api", "Http", "Id", "Json", "Rcs", "Url"] {
            for (at, _) in name.match_indices(acronym) {
                let rest = &name[at + acronym.len()..];
                assert!(rest.starts_with(char::is_lowercase), "{name}");
            }
        }
    }
}

#[test]
fn parameters_of_initializers_are_in_the_order_of_the_fields() {
    let start = "    public init(\n        ";
    let reply_target = &file("Requests/ReplyTarget.swift");
    assert!(reply_target.contains(&format!(
        "{start}messageID: String,\n        partIndex: Int? = nil\n"
    )));
    let mut count = 0;
    for (path, source) in tree().files {
        let Some((fields, rest)) = source.split_once(start) else {
            continue;
        };
        let parameters = rest.split_once("\n    ) {").unwrap().0;
        let names = |text: &str, prefixes: &[&str]| -> Vec<String> {
            let names = text.lines().filter_map(|line| {
                let line = line.trim_start();
                let rest = prefixes
                    .iter()
                    .find_map(|prefix| line.strip_prefix(prefix))?;
                Some(rest.split(':').next()?.trim_matches('`').to_owned())
            });
            names.collect()
        };
        let fields = names(fields, &["public let ", "public var "]);
        assert_eq!(fields, names(parameters, &[""]), "{path}");
        count += 1;
    }
    assert!(count > 100, "{count}");
}

#[test]
fn models_with_an_identity_named_id_are_identifiable() {
    assert!(
        file("Models/Message.swift")
            .contains("public struct Message: Codable, Hashable, Identifiable, Sendable {\n")
    );
    assert!(!file("Models/EventChat.swift").contains("Identifiable"));
    for (path, source) in tree().files {
        let has_id = source.contains("\n    public let id: String\n");
        assert_eq!(source.contains(" Identifiable, "), has_id, "{path}");
    }
}

#[test]
fn deprecated_fields_and_methods_have_the_attribute() {
    let message = file("Models/Message.swift");
    for text in [
        "    let _from: String?\n    /// Handle of the sender. Deprecated by the API in favor of `fromHandle`.\n    \
         @available(*, deprecated, message: \"deprecated by the API in favor of `fromHandle`\")\n    \
         public var from: String? { _from }\n",
        "        self._from = from\n",
        "        case _from = \"from\"\n",
    ] {
        assert!(message.contains(text), "{text}in {message}");
    }
    let attribute = "    @available(*, deprecated, message: \"deprecated by the API in favor of \
                     `linq.phoneNumbers.list`\")\n    public ";
    assert!(
        file("Resources/PhonenumbersResource.swift").contains(&format!("{attribute}func list(\n"))
    );
    let client = file("Resources/Linq+Resources.swift");
    assert!(client.contains(&format!("{attribute}var phonenumbers: ")));
    assert_eq!(client.matches("deprecated, ").count(), 1);

    let source = all();
    let docs = source.matches("Deprecated by the API").count();
    // The resource's doc is its own.
    assert_eq!(
        source.matches("@available(*, deprecated, ").count(),
        docs + 1
    );
}

#[test]
fn no_field_of_a_request_is_deprecated() {
    let in_requests = Api::read()
        .types
        .into_iter()
        .filter_map(|(name, declaration)| match declaration {
            Declaration::Object(object) if name.side == Side::Request => Some(object),
            _ => None,
        });
    for object in in_requests {
        for field in object.fields() {
            assert!(
                !field.doc.contains("eprecated"),
                "{}.{}",
                object.name,
                field.name
            );
        }
    }
}
