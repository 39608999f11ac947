use super::Messages;
use crate::{
    call::Call,
    error::{InvalidArgument, Within},
    id::{AttachmentId, MessageId},
    message::{OutgoingReaction, StickerImage, StickerPlacement, check_present},
    model::{AddOrRemove, FileUrl, OperationAccepted, ReactionType},
};

endpoint! {
    /// Reacts to a message, or takes a reaction back.
    ///
    /// The reply only says that it is queued. A reaction whose reply was lost is not repeated: stickers
    /// stack.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/add_reaction/>.
    pub struct ChangeReaction = POST "/v3/messages/{message_id}/reactions" -> OperationAccepted;
    name: "messages.add_reaction",
    idempotency: NotIdempotent,
    check: Self::rules,
    path {
        /// The message.
        message_id: MessageId,
    }
    body {
        /// Whether to react or to take a reaction back.
        operation: AddOrRemove,
        /// How.
        r#type: ReactionType,
        /// The image of a sticker, uploaded ahead.
        attachment_id: Option<AttachmentId>,
        /// The emoji of a `custom` reaction.
        custom_emoji: Option<String>,
        /// The emoji that is the sticker.
        emoji: Option<String>,
        /// Which part of the message, counted from 0; the first unless told otherwise.
        part_index: Option<u32>,
        /// Where a sticker goes, how large and how turned.
        placement: Option<StickerPlacement>,
        /// The image of a sticker: the `download_url` of an upload.
        url: Option<FileUrl>,
    }
}

impl ChangeReaction {
    fn rules(&self) -> Result<(), InvalidArgument> {
        if let Some(placement) = &self.placement {
            placement.check().within("placement")?;
        }
        match self.r#type {
            ReactionType::Custom => match &self.custom_emoji {
                Some(emoji) => check_present("custom_emoji", emoji),
                None => Err(InvalidArgument::new(
                    "custom_emoji",
                    "a custom reaction needs one",
                )),
            },
            ReactionType::Sticker => self.sticker_rules(),
            _ => Ok(()),
        }
    }

    fn sticker_rules(&self) -> Result<(), InvalidArgument> {
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
                "a sticker needs exactly one of `emoji`, `url` and `attachment_id`",
            )),
        }
    }
}

impl<'c, C> Messages<'c, C> {
    /// Reacts to a message.
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

    /// Takes a reaction back; officially `add_reaction` with the operation `remove`. A sticker cannot be
    /// taken off. See [`ChangeReaction`].
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
