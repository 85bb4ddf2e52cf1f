import KurusCommandLine

/// Commands that continue an order, quoted for a shell.
struct OrderCommands {
    let id: String
    /// The path of the order's file, where the run had one.
    var path: String?
    /// The options that select the account.
    let account: [String]
    /// Whether workers authorize the payouts.
    var isEnqueued = false

    /// Returns the command that continues the order.
    ///
    /// - Parameter needsFile: Whether the file that was sent is needed.
    func resume(needsFile: Bool = false) -> String {
        if isEnqueued { return text("enqueue", [path ?? "FILE"], ["--id", id]) }
        return text("resume", [id] + [path ?? (needsFile ? "FILE" : nil)].compactMap(\.self))
    }

    var status: String { text("status", [id] + [path].compactMap(\.self)) }

    var cancel: String { text("cancel", [id]) }

    /// The command that authorizes again, although an earlier authorization may have succeeded.
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
