use super::write;
use crate::{Api, Tree, api::Declaration};
use linq_core::{schema::Schema, webhook::EventData};

fn tree() -> Tree {
    write(&Api::read())
}

fn all() -> String {
    tree().files.into_values().collect()
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
    let add = "public func add(\n        chatId: String,\n        handle: String,\n        options: CallOptions = CallOptions()\n    ) async throws -> OperationAccepted {";
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
        "    ) async throws -> Message? {\n        var arguments = Arguments()\n        arguments.set(\"message_id\", messageId)\n"
    ));
}
