extension ExperienceInvocation: CustomStringConvertible, CustomReflectable {
    /// Omits the values of the parameters, which may be checkout URLs.
    public var description: String { mirrorDescription(self) }

    public var customMirror: Mirror {
        let names: [String] = if case .object(let params)? = params { params.keys.sorted() } else { [] }
        return Mirror(self, children: ["action": action, "name": name, "params": names])
    }
}
