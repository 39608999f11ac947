open_enum! {
    /// Kind of a message effect.
    pub enum EffectKind {
        /// Fills the screen.
        Screen = "screen",
        /// Animates the message bubble.
        Bubble = "bubble",
    }
}
