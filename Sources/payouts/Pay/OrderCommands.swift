import KurusCommandLine

/// The commands that go on with an order, as a person can paste them into a shell.
struct OrderCommands {
    private let id: String
    /// The order's file, where the run had one.
    private let path: String?
    /// The options that name the account.
    private let account: [String]

    init(_ id: String, path: String?, account: [String]) {
        self.id = id
        self.path = path
        self.account = account
    }

    /// Goes on with the order.
    ///
    /// - Parameter needsFile: Whether it cannot without the file that was sent.
    func resume(needsFile: Bool = false) -> String {
        text("resume", path ?? (needsFile ? "FILE" : nil))
    }

    var status: String { text("status", path) }

    var cancel: String { text("cancel", nil) }

    private func text(_ command: String, _ path: String?) -> String {
        let operands = [id] + [path].compactMap(\.self)
        let isPlain = operands.allSatisfy { operand in
            !operand.hasPrefix("-") && !PayoutsCommandName.allCases.contains { $0.definition.name == operand }
        }
        let words = isPlain ? [command] + operands + account : [command] + account + ["--"] + operands
        return "payouts " + words.map(ShellWord.quoted).joined(separator: " ")
    }
}
