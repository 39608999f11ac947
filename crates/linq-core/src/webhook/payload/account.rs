use crate::{Timestamp, id::SubscriptionId, model::FileUrl, webhook::EventType};
use serde_json::Value;

model! {
    /// Payload of the account events: a change to your account, as shown on its Activity page.
    ///
    /// The changed objects ([`api_token`](Self::api_token) and so on) are present only in events about
    /// them.
    pub struct AccountEventData {
        /// Actor who made the change.
        pub actor: AccountActor = always,
        /// Time of the change. The `created_at` of the event is the time at which the webhook was created.
        pub occurred_at: Option<Timestamp> = always,
        /// Origin of the change.
        pub origin: Option<AccountOrigin> = always,
        /// Human-readable description of the change. Its wording may change at any time.
        pub summary: Option<String> = always,
        /// Affected API token.
        pub api_token: Option<AccountApiToken>,
        /// Old and new value. Only in events about an update of an existing object.
        pub change: Option<AccountChange>,
        /// Affected contact card.
        pub contact_card: Option<AccountContactCard>,
        /// Affected environment.
        pub environment: Option<AccountEnvironment>,
        /// Number of lines moved to production, in `environment.deleted`.
        pub lines_moved_to_production: Option<u64>,
        /// Sign-in method of the team member, in `team_member.signed_in`.
        pub method: Option<SignInMethod>,
        /// Phone number of the affected line, E.164.
        pub phone_number: Option<String>,
        /// Affected team member.
        pub team_member: Option<AccountTeamMember>,
        /// Number of API tokens revoked, in `environment.deleted`.
        pub tokens_revoked: Option<u64>,
        /// Affected webhook subscription.
        pub webhook_subscription: Option<AccountWebhookSubscription>,
    }

    /// The actor of a change to the account. Only a team member has an identifier, e-mail address and name.
    pub struct AccountActor {
        /// Kind of the actor.
        pub kind: Option<AccountActorKind> as "type" = always,
        /// User identifier of the team member.
        pub id: Option<String>,
        /// E-mail address of the team member.
        pub email: Option<String>,
        /// Name of the team member.
        pub name: Option<String>,
    }

    /// An API token, without its value.
    pub struct AccountApiToken {
        /// Identifier of the token.
        pub id: Option<String> = always,
        /// Time at which the token expires; absent if it does not.
        pub expires_at: Option<Timestamp>,
        /// Prefix of the token.
        pub token_prefix: Option<String> = always,
        /// Name of the token, if it has one.
        pub name: Option<String>,
    }

    /// The old and new value of a change.
    ///
    /// `contact_card.updated` has [`first_name`](Self::first_name), [`last_name`](Self::last_name) and
    /// [`image_url`](Self::image_url), each if it changed; other events have [`from`](Self::from) and
    /// [`to`](Self::to), whose JSON type depends on the event.
    pub struct AccountChange {
        /// Change of the first name on a contact card.
        pub first_name: Option<TextChange>,
        /// Old value; absent if there was none.
        pub from: Option<Value>,
        /// Change of the picture on a contact card.
        pub image_url: Option<ImageChange>,
        /// Change of the last name on a contact card.
        pub last_name: Option<TextChange>,
        /// New value; absent if it was removed.
        pub to: Option<Value>,
    }

    /// The old and new value of a text.
    pub struct TextChange {
        /// Old text; absent if there was none.
        pub from: Option<String>,
        /// New text; absent if it was removed.
        pub to: Option<String>,
    }

    /// The old and new URL of a picture.
    pub struct ImageChange {
        /// URL of the old picture; absent if there was none.
        pub from: Option<FileUrl>,
        /// URL of the new picture; absent if it was removed.
        pub to: Option<FileUrl>,
    }

    /// The contact card of a line.
    pub struct AccountContactCard {
        /// Identifier of the card.
        pub id: Option<String> = always,
        /// First name.
        pub first_name: Option<String> = always,
        /// URL of the picture, if there is one.
        pub image_url: Option<FileUrl>,
        /// Last name, if there is one.
        pub last_name: Option<String>,
    }

    /// An environment of your account: `Production`, or one that you created.
    pub struct AccountEnvironment {
        /// Name of the environment.
        pub name: Option<String> = always,
        /// Type of the object: `environment`.
        pub kind: Option<String> as "type" = always,
    }

    /// A member of your team.
    pub struct AccountTeamMember {
        /// User identifier of the member.
        pub id: Option<String> = always,
        /// Name of the member, if there is one.
        pub name: Option<String>,
        /// Role of the new member, in `team_member.added`.
        pub role: Option<TeamRole>,
    }

    /// A webhook subscription.
    pub struct AccountWebhookSubscription {
        /// Identifier of the subscription.
        pub id: Option<SubscriptionId> = always,
        /// Types of events that are delivered, in `webhook_subscription.created`.
        pub events: Option<Vec<EventType>>,
        /// URL that events are delivered to, without credentials, query and fragment.
        pub target_url: Option<String>,
    }
}

open_enum! {
    /// Kind of an actor.
    pub enum AccountActorKind {
        /// A member of your team.
        TeamMember = "team_member",
        /// An API call.
        Api = "api",
        /// Linq.
        System = "system",
        /// An unknown actor.
        Unidentified = "unknown",
    }

    /// Origin of a change to the account.
    pub enum AccountOrigin {
        /// The dashboard.
        Dashboard = "dashboard",
        /// The API.
        Api = "api",
        /// Linq.
        Linq = "linq",
    }

    /// Sign-in method of a team member.
    pub enum SignInMethod {
        /// A code sent by e-mail or text message.
        Code = "code",
        /// Single sign-on.
        Sso = "sso",
        /// A Google account.
        Google = "google",
        /// An Apple account.
        Apple = "apple",
        /// A LinkedIn account.
        LinkedIn = "linkedin",
    }

    /// Role of a team member.
    pub enum TeamRole {
        /// An administrator.
        Admin = "admin",
        /// A manager.
        Manager = "manager",
        /// A member.
        Member = "member",
    }
}
