/// `--color`.
enum ColourChoice: String, CaseIterable {
    case auto
    case always
    case never

    /// Whether text on standard output is coloured: by itself on a terminal that can, or in git's pager, unless NO_COLOR is
    /// set (no-color.org).
    func isColoured(_ invocation: Invocation) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .auto:
            (invocation.isTerminal || invocation.environment["GIT_PAGER_IN_USE"] == "true")
                && invocation.environment["NO_COLOR", default: ""].isEmpty && invocation.environment["TERM"] != "dumb"
        }
    }
}
