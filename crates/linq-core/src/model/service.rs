open_enum! {
    /// The service of a message or a chat.
    ///
    /// The service of a message may differ from that of its chat, since single messages can be downgraded.
    pub enum ServiceType {
        /// Apple's iMessage.
        IMessage = "iMessage",
        /// SMS, and MMS for media and groups.
        Sms = "SMS",
        /// Rich Communication Services.
        Rcs = "RCS",
    }

    /// The service that was requested for a message.
    pub enum PreferredService {
        /// iMessage only, without a fallback.
        IMessage = "iMessage",
        /// RCS if possible, else SMS; never iMessage.
        Sms = "SMS",
        /// RCS if possible, else SMS; never iMessage.
        Rcs = "RCS",
        /// No request: iMessage, then RCS, then SMS.
        Auto = "auto",
    }

    /// The type of a line, by the services that it can send over.
    ///
    /// It does not depend on the chat: an iMessage line can have RCS and SMS chats too.
    pub enum LineType {
        /// iMessage, RCS and SMS.
        IMessage = "iMessage",
        /// RCS and SMS, never iMessage.
        Rcs = "RCS",
    }
}
