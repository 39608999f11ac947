extension ExperienceInvocation: CustomStringConvertible, CustomReflectable {
    /// Without the parameters' values: one may be the address of a checkout.
    public var description: String { described(self) }

    public var customMirror: Mirror {
        let names: [String] = if case .object(let params)? = params { params.keys.sorted() } else { [] }
        return Mirror(self, children: ["action": action, "name": name, "params": names])
    }
}
