use std::collections::BTreeMap;

model! {
    /// The response to listing the experiences of your account.
    pub struct ExperienceListResponse {
        /// The experiences.
        pub experiences: Option<Vec<ExperienceRetrieveResponse>>,
    }

    /// An experience: a view rendered by Linq's iMessage app.
    pub struct ExperienceRetrieveResponse {
        /// Actions of the experience.
        pub actions: Option<Vec<ExperienceAction>>,
        /// Display name.
        pub display_name: Option<String>,
        /// Name in an [`ExperienceInvocation`](crate::message::ExperienceInvocation).
        pub experience: Option<String>,
    }

    /// An action of an experience.
    pub struct ExperienceAction {
        /// Parameters of the action, by name. Others are rejected.
        pub fields: Option<BTreeMap<String, ExperienceActionField>>,
        /// Name in an [`ExperienceInvocation`](crate::message::ExperienceInvocation).
        pub name: Option<String>,
        /// Description of the action.
        pub summary: Option<String>,
    }

    /// A parameter of an action.
    pub struct ExperienceActionField {
        /// Maximum length of a text, in characters.
        pub max: Option<u64>,
        /// True if the parameter is required.
        pub required: Option<bool>,
        /// Type of the value.
        pub kind: Option<ExperienceFieldType> as "type",
    }
}

open_enum! {
    /// Type of a parameter of an experience's action.
    pub enum ExperienceFieldType {
        /// Text.
        String = "string",
        /// An amount of money in the currency's smallest unit.
        Cents = "cents",
        /// An integer.
        Int = "int",
        /// An absolute `https` URL.
        Url = "url",
    }
}
