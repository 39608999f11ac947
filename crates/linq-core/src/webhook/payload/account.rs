use crate::{Timestamp, id::SubscriptionId, model::FileUrl, webhook::EventType};
use serde_json::Value;

model! {
    /// Something changed on your account, as its Activity page shows it.
    ///
    /// The objects ([`api_token`](Self::api_token) and so on) name what changed; only those that the
    /// event is about are there.
    pub struct AccountEventData {
        /// Who changed it.
        pub actor: AccountActor = always,
        /// When it changed. The event's own `created_at` is when the webhook was made.
        pub occurred_at: Option<Timestamp> = always,
        /// Where it was changed.
        pub origin: Option<AccountOrigin> = always,
        /// What changed, in words for people: they may be put otherwise at any time.
        pub summary: Option<String> = always,
        /// The API token.
        pub api_token: Option<AccountApiToken>,
        /// From what to what. Only in events that change something that was there before and is
        /// there afterwards.
        pub change: Option<AccountChange>,
        /// The contact card.
        pub contact_card: Option<AccountContactCard>,
        /// The environment.
        pub environment: Option<AccountEnvironment>,
        /// How many lines went to production, in `environment.deleted`.
        pub lines_moved_to_production: Option<u64>,
        /// How the team member signed in, in `team_member.signed_in`.
        pub method: Option<SignInMethod>,
        /// The line, E.164.
        pub phone_number: Option<String>,
        /// The team member.
        pub team_member: Option<AccountTeamMember>,
        /// How many API tokens were revoked, in `environment.deleted`.
        pub tokens_revoked: Option<u64>,
        /// The webhook subscription.
        pub webhook_subscription: Option<AccountWebhookSubscription>,
    }

    /// Who changed something on the account. Only a team member is named.
    pub struct AccountActor {
        /// What they are.
        pub kind: Option<AccountActorKind> as "type" = always,
        /// The team member's user id.
        pub id: Option<String>,
        /// The team member's e-mail address.
        pub email: Option<String>,
        /// The team member's name.
        pub name: Option<String>,
    }

    /// An API token, without the token.
    pub struct AccountApiToken {
        /// The token's identifier.
        pub id: Option<String> = always,
        /// When it runs out; absent if never.
        pub expires_at: Option<Timestamp>,
        /// How the token begins.
        pub token_prefix: Option<String> = always,
        /// Its name, if it has one.
        pub name: Option<String>,
    }

    /// From what to what something changed.
    ///
    /// `contact_card.updated` has [`first_name`](Self::first_name), [`last_name`](Self::last_name)
    /// and [`image_url`](Self::image_url), each if it changed; the others have
    /// [`from`](Self::from) and [`to`](Self::to), whose JSON type depends on the event.
    pub struct AccountChange {
        /// The first name on a contact card.
        pub first_name: Option<TextChange>,
        /// The value before; absent if there was none.
        pub from: Option<Value>,
        /// The picture on a contact card.
        pub image_url: Option<ImageChange>,
        /// The last name on a contact card.
        pub last_name: Option<TextChange>,
        /// The value now; absent if it was taken away.
        pub to: Option<Value>,
    }

    /// A text that changed.
    pub struct TextChange {
        /// The text before; absent if there was none.
        pub from: Option<String>,
        /// The text now; absent if it was taken away.
        pub to: Option<String>,
    }

    /// A picture that changed.
    pub struct ImageChange {
        /// The picture before; absent if there was none.
        pub from: Option<FileUrl>,
        /// The picture now; absent if it was taken away.
        pub to: Option<FileUrl>,
    }

    /// A line's contact card.
    pub struct AccountContactCard {
        /// The card's identifier.
        pub id: Option<String> = always,
        /// The first name on it.
        pub first_name: Option<String> = always,
        /// The picture on it, if there is one.
        pub image_url: Option<FileUrl>,
        /// The last name on it, if there is one.
        pub last_name: Option<String>,
    }

    /// An environment of your account: `Production`, or one that you made.
    pub struct AccountEnvironment {
        /// Its name.
        pub name: Option<String> = always,
        /// `environment`.
        pub kind: Option<String> as "type" = always,
    }

    /// A member of your team.
    pub struct AccountTeamMember {
        /// The member's user id.
        pub id: Option<String> = always,
        /// The member's name, if there is one.
        pub name: Option<String>,
        /// The role that the member joined with, in `team_member.added`.
        pub role: Option<TeamRole>,
    }

    /// A webhook subscription.
    pub struct AccountWebhookSubscription {
        /// The subscription's identifier.
        pub id: Option<SubscriptionId> = always,
        /// What it listens for, in `webhook_subscription.created`.
        pub events: Option<Vec<EventType>>,
        /// Where it delivers, without credentials, query and fragment.
        pub target_url: Option<String>,
    }
}

open_enum! {
    /// What kind of actor changed something.
    pub enum AccountActorKind {
        /// Somebody of your team.
        TeamMember = "team_member",
        /// A call of the API.
        Api = "api",
        /// Linq.
        System = "system",
        /// Nobody knows.
        Unidentified = "unknown",
    }

    /// Where something was changed.
    pub enum AccountOrigin {
        /// In the dashboard.
        Dashboard = "dashboard",
        /// Through the API.
        Api = "api",
        /// By Linq.
        Linq = "linq",
    }

    /// How a team member signed in.
    pub enum SignInMethod {
        /// With a code that was sent by e-mail or text message.
        Code = "code",
        /// With the company's single sign-on.
        Sso = "sso",
        /// With a Google account.
        Google = "google",
        /// With an Apple account.
        Apple = "apple",
        /// Through `linkedin.com`.
        LinkedIn = "linkedin",
    }

    /// What a team member may do.
    pub enum TeamRole {
        /// Everything.
        Admin = "admin",
        /// A manager.
        Manager = "manager",
        /// A member.
        Member = "member",
    }
}
