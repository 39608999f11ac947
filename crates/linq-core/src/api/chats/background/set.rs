use super::ChatBackground;
use crate::{
    call::Call,
    error::InvalidArgument,
    id::ChatId,
    message::check_https,
    model::{Background, BackgroundStyle, BackgroundType, FileUrl},
};

endpoint! {
    /// Sets the background of a direct or group chat: a color, an animation or a photo.
    ///
    /// The response only confirms that the change is queued. The outcome is reported by the event
    /// `chat.background_updated` or `chat.background_update_failed`; over RCS and SMS there is neither a change
    /// nor an event. A photo is downloaded before the response (codes 5006 and 5007).
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/background/methods/set/>.
    pub struct SetBackground = POST "/v3/chats/{chat_id}/background";
    name: "chats.background.set",
    idempotency: Idempotent,
    check: Self::validate,
    path {
        /// Identifier of the chat.
        chat_id: ChatId,
    }
    body {
        /// Kind of background.
        r#type: BackgroundType,
        /// Top and bottom color of a custom gradient, such as `#F2C4E1`.
        shades: Option<Vec<String>>,
        /// `https` URL of a photo: JPEG, PNG, HEIC or WebP.
        image_url: Option<FileUrl>,
        /// Animation: a sky, water or northern lights.
        style: Option<BackgroundStyle>,
        /// Name of the color, or variant of the animation. The default for a color is `custom`.
        variant: Option<String>,
    }
}

impl SetBackground {
    fn validate(&self) -> Result<(), InvalidArgument> {
        match &self.image_url {
            Some(url) => check_https(url.as_str(), "image_url"),
            None if self.r#type == BackgroundType::Photo => {
                Err(InvalidArgument::new("image_url", "required for a photo"))
            }
            None => Ok(()),
        }
    }
}

impl<'c, C> ChatBackground<'c, C> {
    /// Sets the background of the chat: a color, an animation or a photo.
    ///
    /// ```
    /// use linq_core::model::Background;
    ///
    /// # let linq = linq_core::Client::dry_run();
    /// # let chat = "550e8400-e29b-41d4-a716-446655440000";
    /// linq.chats().background(chat).set(Background::color("mango")).send()?;
    /// linq.chats().background(chat).set(Background::gradient("#F2C4E1", "#F5A623")).send()?;
    /// linq.chats().background(chat).set(Background::sky("dusk")).send()?;
    /// linq.chats().background(chat).set(Background::photo("https://example.com/bg.jpg")).send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`SetBackground`].
    pub fn set(&self, background: impl Into<Background>) -> Call<'c, C, SetBackground> {
        let background = background.into();
        let Some(kind) = background.kind else {
            return Call::new(self.transport, Err(InvalidArgument::new("type", "missing")));
        };
        let mut endpoint = SetBackground::new(self.chat.clone(), kind);
        endpoint.image_url = background.image_url;
        endpoint.style = background.style;
        endpoint.variant = background.variant;
        endpoint.shades = background.shades;
        Call::new(self.transport, Ok(endpoint))
    }
}
