use super::Messages;
use crate::{
    call::Call,
    error::{InvalidArgument, Within},
    id::{MessageId, ReactionId},
    message::StickerPlacement,
    model::MessageUpdateStickerPlacementResponse,
};

endpoint! {
    /// Moves, scales or turns a sticker that is on a message, for everybody in the chat. What is left out
    /// of the placement stays as it is.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/update_sticker_placement/>.
    pub struct UpdateStickerPlacement = PATCH "/v3/messages/{message_id}/reactions/{reaction_id}" -> MessageUpdateStickerPlacementResponse;
    name: "messages.update_sticker_placement",
    idempotency: Idempotent,
    check: Self::rules,
    path {
        /// The message.
        message_id: MessageId,
        /// The sticker: the `id` of the reaction that it is.
        reaction_id: ReactionId,
    }
    body {
        /// Where it goes, how large and how turned.
        placement: StickerPlacement,
    }
}

impl UpdateStickerPlacement {
    fn rules(&self) -> Result<(), InvalidArgument> {
        self.placement.check().within("placement")
    }
}

impl<'c, C> Messages<'c, C> {
    /// Moves, scales or turns a sticker that is on a message. See [`UpdateStickerPlacement`].
    pub fn update_sticker_placement(
        &self,
        message: impl Into<MessageId>,
        sticker: impl Into<ReactionId>,
        placement: StickerPlacement,
    ) -> Call<'c, C, UpdateStickerPlacement> {
        Call::new(
            self.transport,
            Ok(UpdateStickerPlacement::new(
                message.into(),
                sticker.into(),
                placement,
            )),
        )
    }
}
