open_enum! {
    /// Where an effect plays.
    pub enum EffectKind {
        /// All over the screen.
        Screen = "screen",
        /// On the message's own bubble.
        Bubble = "bubble",
    }
}
