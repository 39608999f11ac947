use super::Messages;
use crate::{
    call::Call,
    error::{InvalidArgument, PrependPath},
    id::{AttachmentId, MessageId},
    message::{OutgoingReaction, StickerImage, StickerPlacement, check_present},
    model::{AddOrRemove, FileUrl, OperationAccepted, ReactionType},
};

endpoint! {
    /// Adds a reaction to a message, or removes one.
    ///
    /// The response only confirms that the change is queued. A call whose response was lost is not retried,
    /// since a sticker would be added twice.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/add_reaction/>.
    pub struct ChangeReaction = POST "/v3/messages/{message_id}/reactions" -> OperationAccepted;
    name: "messages.add_reaction",
    idempotency: NotIdempotent,
    check: Self::validate,
    path {
        /// Identifier of the message.
        message_id: MessageId,
    }
    body {
        /// Whether to add or remove the reaction.
        operation: AddOrRemove,
        /// Type of the reaction.
        r#type: ReactionType,
        /// Image of a sticker: the identifier of an uploaded attachment.
        attachment_id: Option<AttachmentId>,
        /// Emoji of a `custom` reaction.
        custom_emoji: Option<String>,
        /// Emoji of a sticker.
        emoji: Option<String>,
        /// Index of the part of the message, counted from 0; the first by default.
        part_index: Option<u32>,
        /// Position, scale and rotation of a sticker.
        placement: Option<StickerPlacement>,
        /// Image of a sticker: the `download_url` of an uploaded attachment.
        url: Option<FileUrl>,
    }
}

impl ChangeReaction {
    fn validate(&self) -> Result<(), InvalidArgument> {
        if let Some(placement) = &self.placement {
            placement.check().within("placement")?;
        }
        match self.r#type {
            ReactionType::Custom => match &self.custom_emoji {
                Some(emoji) => check_present("custom_emoji", emoji),
                None => Err(InvalidArgument::new(
                    "custom_emoji",
                    "required for a custom reaction",
                )),
            },
            ReactionType::Sticker => self.validate_sticker(),
            _ => Ok(()),
        }
    }

    fn validate_sticker(&self) -> Result<(), InvalidArgument> {
        if self.operation == AddOrRemove::Remove {
            return Err(InvalidArgument::new(
                "operation",
                "a sticker cannot be removed",
            ));
        }
        if let Some(emoji) = &self.emoji {
            check_present("emoji", emoji)?;
        }
        let sources = [
            self.emoji.is_some(),
            self.url.is_some(),
            self.attachment_id.is_some(),
        ];
        match sources.into_iter().filter(|given| *given).count() {
            1 => Ok(()),
            _ => Err(InvalidArgument::new(
                "type",
                "a sticker requires exactly one of `emoji`, `url` and `attachment_id`",
            )),
        }
    }
}

impl<'c, C> Messages<'c, C> {
    /// Adds a reaction to a message.
    ///
    /// ```
    /// use linq_core::message::{OutgoingReaction, ReactionType, StickerPlacement};
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// # let message = "69a37c7d-af4f-4b5e-af42-e28e98ce873a";
    /// linq.messages().add_reaction(message, ReactionType::Love).send()?;
    /// linq.messages().add_reaction(message, OutgoingReaction::custom("🎂")).part_index(1).send()?;
    /// linq.messages()
    ///     .add_reaction(message, OutgoingReaction::sticker_emoji("🎂"))
    ///     .placement(StickerPlacement::new().at(0.5, -0.5).rotation(15.0))
    ///     .send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`ChangeReaction`].
    pub fn add_reaction(
        &self,
        message: impl Into<MessageId>,
        reaction: impl Into<OutgoingReaction>,
    ) -> Call<'c, C, ChangeReaction> {
        self.change_reaction(message.into(), AddOrRemove::Add, reaction.into())
    }

    /// Removes a reaction; officially `add_reaction` with the operation `remove`. A sticker cannot be removed.
    /// See [`ChangeReaction`].
    pub fn remove_reaction(
        &self,
        message: impl Into<MessageId>,
        reaction: impl Into<OutgoingReaction>,
    ) -> Call<'c, C, ChangeReaction> {
        self.change_reaction(message.into(), AddOrRemove::Remove, reaction.into())
    }

    fn change_reaction(
        &self,
        message: MessageId,
        operation: AddOrRemove,
        reaction: OutgoingReaction,
    ) -> Call<'c, C, ChangeReaction> {
        let change = |kind| ChangeReaction::new(message, operation, kind);
        let endpoint = match reaction {
            OutgoingReaction::Tapback(kind) => change(kind),
            OutgoingReaction::Custom(emoji) => ChangeReaction {
                custom_emoji: Some(emoji),
                ..change(ReactionType::Custom)
            },
            OutgoingReaction::StickerEmoji(emoji) => ChangeReaction {
                emoji: Some(emoji),
                ..change(ReactionType::Sticker)
            },
            OutgoingReaction::Sticker(StickerImage::Url(url)) => ChangeReaction {
                url: Some(url.into()),
                ..change(ReactionType::Sticker)
            },
            OutgoingReaction::Sticker(StickerImage::Attachment(id)) => ChangeReaction {
                attachment_id: Some(id),
                ..change(ReactionType::Sticker)
            },
        };
        Call::new(self.transport, Ok(endpoint))
    }
}
