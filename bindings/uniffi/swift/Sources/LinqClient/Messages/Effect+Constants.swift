extension Effect {
    /// Returns a screen effect, such as `confetti`.
    public static func screen(_ name: String) -> Effect { Effect(type: .screen, name: name) }

    /// Returns a bubble effect, such as `slam`.
    public static func bubble(_ name: String) -> Effect { Effect(type: .bubble, name: name) }

    /// Confetti falls.
    public static let confetti = screen("confetti")
    /// Fireworks go up.
    public static let fireworks = screen("fireworks")
    /// Beams of laser light sweep across.
    public static let lasers = screen("lasers")
    /// Sparks fly.
    public static let sparkles = screen("sparkles")
    /// Golden sparks rain from a corner.
    public static let celebration = screen("celebration")
    /// Hearts float up.
    public static let hearts = screen("hearts")
    /// One heart grows out of the message.
    public static let love = screen("love")
    /// Balloons rise.
    public static let balloons = screen("balloons")
    /// The birthday variant of the balloons.
    public static let happyBirthday = screen("happy_birthday")
    /// The message fills the screen many times over.
    public static let echo = screen("echo")
    /// A light falls on the message.
    public static let spotlight = screen("spotlight")
    /// The bubble drops onto the screen with force.
    public static let slam = bubble("slam")
    /// The bubble swells and shakes.
    public static let loud = bubble("loud")
    /// The bubble starts out small.
    public static let gentle = bubble("gentle")
    /// The message is hidden until the recipient swipes over it.
    public static let invisible = bubble("invisible")
}
