import KurusCommandLine

/// ID, FILE and the options of a command that goes on with a recorded order.
struct OrderArguments {
    let id: String
    /// The order's file, where it is given.
    let path: String?
    /// How that file is read.
    let input: InputOptions
    let options: RunOptions
    let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        let operands = try arguments.operands(["ID", "FILE"], optional: 1)
        id = operands[0]
        path = operands.count > 1 ? operands[1] : nil
        input = try InputOptions(arguments)
        options = try RunOptions(arguments)
        format = try arguments[OutputFormat.option]
    }

    var commands: OrderCommands { OrderCommands(id, path: path == "-" ? nil : path, account: options.account.words) }
}
