use super::Messages;
use crate::{
    call::Call,
    error::{InvalidArgument, PrependPath},
    id::{MessageId, ReactionId},
    message::StickerPlacement,
    model::MessageUpdateStickerPlacementResponse,
};

endpoint! {
    /// Moves, scales or rotates a sticker on a message, for all participants of the chat. Absent values of the
    /// placement are unchanged.
    ///
    /// See <https://docs.linqapp.com/api/resources/messages/methods/update_sticker_placement/>.
    pub struct UpdateStickerPlacement = PATCH "/v3/messages/{message_id}/reactions/{reaction_id}" -> MessageUpdateStickerPlacementResponse;
    name: "messages.update_sticker_placement",
    idempotency: Idempotent,
    check: Self::validate,
    path {
        /// Identifier of the message.
        message_id: MessageId,
        /// Identifier of the sticker's reaction.
        reaction_id: ReactionId,
    }
    body {
        /// New position, scale and rotation.
        placement: StickerPlacement,
    }
}

impl UpdateStickerPlacement {
    fn validate(&self) -> Result<(), InvalidArgument> {
        self.placement.check().within("placement")
    }
}

impl<'c, C> Messages<'c, C> {
    /// Moves, scales or rotates a sticker on a message. See [`UpdateStickerPlacement`].
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
