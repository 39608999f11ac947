use std::collections::BTreeMap;

model! {
    /// What your account can have rendered within Linq's iMessage app.
    pub struct ExperienceListResponse {
        /// The experiences.
        pub experiences: Option<Vec<ExperienceRetrieveResponse>>,
    }

    /// Something that renders within Linq's iMessage app.
    pub struct ExperienceRetrieveResponse {
        /// What it can do.
        pub actions: Option<Vec<ExperienceAction>>,
        /// What it is called among people.
        pub display_name: Option<String>,
        /// What it is called in an
        /// [`ExperienceInvocation`](crate::message::ExperienceInvocation).
        pub experience: Option<String>,
    }

    /// Something that an experience can do.
    pub struct ExperienceAction {
        /// The parameters that it takes, by name. Others are refused.
        pub fields: Option<BTreeMap<String, ExperienceActionField>>,
        /// What it is called in an
        /// [`ExperienceInvocation`](crate::message::ExperienceInvocation).
        pub name: Option<String>,
        /// What it does, in words.
        pub summary: Option<String>,
    }

    /// A parameter of an action.
    pub struct ExperienceActionField {
        /// The most characters that a text may have.
        pub max: Option<u64>,
        /// Whether it has to be given.
        pub required: Option<bool>,
        /// What it takes.
        pub kind: Option<ExperienceFieldType> as "type",
    }
}

open_enum! {
    /// What a parameter of an experience's action takes.
    pub enum ExperienceFieldType {
        /// Text.
        String = "string",
        /// An amount of money in its smallest unit.
        Cents = "cents",
        /// A whole number.
        Int = "int",
        /// An absolute `https` URL.
        Url = "url",
    }
}
