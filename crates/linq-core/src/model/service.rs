open_enum! {
    /// The service that carries a message or a conversation.
    ///
    /// A message's own service may differ from its chat's, since single messages can be downgraded.
    pub enum ServiceType {
        /// Apple's iMessage.
        IMessage = "iMessage",
        /// SMS, and MMS for media and groups.
        Sms = "SMS",
        /// Rich Communication Services.
        Rcs = "RCS",
    }

    /// The service that a message was asked to go over.
    pub enum PreferredService {
        /// iMessage only, without a fallback.
        IMessage = "iMessage",
        /// RCS if possible, else SMS; never iMessage.
        Sms = "SMS",
        /// RCS if possible, else SMS; never iMessage.
        Rcs = "RCS",
        /// Nothing was asked for: iMessage, then RCS, then SMS.
        Auto = "auto",
    }

    /// What a line can send.
    ///
    /// A property of the line that no conversation changes: an iMessage line can carry RCS and SMS
    /// conversations too.
    pub enum LineType {
        /// iMessage, RCS and SMS.
        IMessage = "iMessage",
        /// RCS and SMS, never iMessage.
        Rcs = "RCS",
    }
}
