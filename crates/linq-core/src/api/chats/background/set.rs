use super::ChatBackground;
use crate::{
    call::Call,
    error::InvalidArgument,
    id::ChatId,
    message::check_https,
    model::{Background, BackgroundStyle, BackgroundType, FileUrl},
};

endpoint! {
    /// Puts a colour, an animation or a photo behind the messages of a chat, direct or group.
    ///
    /// The reply only says that it is queued. The outcome arrives as `chat.background_updated` or
    /// `chat.background_update_failed`; over RCS and SMS nothing happens and nothing arrives. A photo is
    /// fetched before the reply (codes 5006 and 5007).
    ///
    /// See <https://docs.linqapp.com/api/resources/chats/subresources/background/methods/set/>.
    pub struct SetBackground = POST "/v3/chats/{chat_id}/background";
    name: "chats.background.set",
    idempotency: Idempotent,
    check: Self::rules,
    path {
        /// The chat.
        chat_id: ChatId,
    }
    body {
        /// What kind it is.
        r#type: BackgroundType,
        /// The two colours of a custom gradient, top and bottom, such as `#F2C4E1`.
        shades: Option<Vec<String>>,
        /// A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image.
        image_url: Option<FileUrl>,
        /// The animation: a sky, water or northern lights.
        style: Option<BackgroundStyle>,
        /// Which colour, or which kind of the animation. Without one, a colour is `custom`.
        variant: Option<String>,
    }
}

impl SetBackground {
    fn rules(&self) -> Result<(), InvalidArgument> {
        match &self.image_url {
            Some(url) => check_https(url.as_str(), "image_url"),
            None if self.r#type == BackgroundType::Photo => {
                Err(InvalidArgument::new("image_url", "a photo needs one"))
            }
            None => Ok(()),
        }
    }
}

impl<'c, C> ChatBackground<'c, C> {
    /// Puts a colour, an animation or a photo behind the messages of the chat.
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
