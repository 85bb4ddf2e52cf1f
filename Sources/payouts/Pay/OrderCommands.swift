import KurusCommandLine

/// The commands that go on with an order, as a person can paste them into a shell.
struct OrderCommands {
    private let id: String
    /// The order's file, where the run had one.
    private let path: String?
    /// The options that name the account.
    private let account: [String]

    /// Whether its payouts are authorized by workers.
    private let isEnqueued: Bool

    init(_ id: String, path: String?, account: [String], isEnqueued: Bool = false) {
        self.id = id
        self.path = path
        self.account = account
        self.isEnqueued = isEnqueued
    }

    /// Goes on with the order.
    ///
    /// - Parameter needsFile: Whether it cannot without the file that was sent.
    func resume(needsFile: Bool = false) -> String {
        if isEnqueued { return text("enqueue", [path ?? "FILE"], ["--id", id]) }
        return text("resume", [id] + [path ?? (needsFile ? "FILE" : nil)].compactMap(\.self))
    }

    var status: String { text("status", [id] + [path].compactMap(\.self)) }

    var cancel: String { text("cancel", [id]) }

    /// Authorizes once more what may be authorized already.
    var authorizeAgain: String { text("resume", [id], ["--authorize-again"]) }

    private func text(_ command: String, _ operands: [String], _ options: [String] = []) -> String {
        let isPlain = operands.allSatisfy { operand in
            !operand.hasPrefix("-") && !PayoutsCommandName.allCases.contains { $0.definition.name == operand }
        }
        let words =
            isPlain ? [command] + operands + options + account : [command] + options + account + ["--"] + operands
        return "payouts " + words.map(ShellWord.quoted).joined(separator: " ")
    }
}
