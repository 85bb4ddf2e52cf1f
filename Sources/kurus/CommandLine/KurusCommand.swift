import SpecDiagnostics

/// The command line of Kurus, as a function from arguments and files to an exit status.
enum KurusCommand {
    static let version = "0.1.0"

    /// Runs a command.
    ///
    /// - Parameters:
    ///   - arguments: The words behind the program's name.
    ///   - workingDirectory: The absolute path that relative paths begin at.
    ///   - output: Takes what was asked for.
    ///   - errorOutput: Takes diagnostics and usage errors.
    ///   - now: The time on any clock that only moves forward; for the milliseconds of the summaries.
    /// - Returns: The exit status.
    static func run(
        arguments: [String], in workingDirectory: String, output: @escaping (String) -> Void,
        errorOutput: @escaping (String) -> Void, now: @escaping () -> Duration = MonotonicTime.now
    ) -> Int32 {
        let invocation = Invocation(
            files: FileSystem(workingDirectory: workingDirectory), output: output, errorOutput: errorOutput, now: now)
        do throws(UsageError) {
            return try run(arguments, invocation).rawValue
        } catch {
            errorOutput(error.text)
            return ExitStatus.usage.rawValue
        }
    }

    private static func run(_ arguments: [String], _ invocation: Invocation) throws(UsageError) -> ExitStatus {
        guard let first = arguments.first else { throw UsageError("a command is needed") }
        switch first {
        case "--help", "-h": return try help(arguments.dropFirst(), asked: first, invocation)
        case "help": return try help(arguments.dropFirst(), asked: first, invocation)
        case "--version":
            if let extra = arguments.dropFirst().first {
                throw UsageError("nothing may follow '--version': '\(extra)'")
            }
            invocation.output("kurus \(version)\n")
            return .done
        default: break
        }
        let definition = try command(named: first)
        let parsed = try ParsedArguments(arguments.dropFirst(), of: definition)
        if parsed.asksForHelp {
            invocation.output(ManualPage(of: definition).text)
            return .done
        }
        switch definition.name {
        case CommandDefinition.lint.name: return try LintCommand(parsed, invocation).run()
        default: return try GenerateCommand(parsed, invocation).run()
        }
    }

    private static func help(
        _ topics: ArraySlice<String>, asked word: String, _ invocation: Invocation
    ) throws(UsageError) -> ExitStatus {
        if topics.count > 1 {
            throw UsageError("'\(word)' takes one command; found \(topics.map { "'\($0)'" }.joined(separator: ", "))")
        }
        if let topic = topics.first {
            invocation.output(ManualPage(of: try command(named: topic)).text)
        } else {
            invocation.output(ManualPage.overview)
        }
        return .done
    }

    private static func command(named name: String) throws(UsageError) -> CommandDefinition {
        if let command = CommandDefinition.all.first(where: { $0.name == name }) { return command }
        guard name.hasPrefix("-") else {
            throw UsageError(
                "unknown command '\(name)'", didYouMean: name, among: CommandDefinition.all.map(\.name) + ["help"])
        }
        let spelling = String(name.prefix { $0 != "=" })
        if let owner = CommandDefinition.all.first(where: { $0.option(named: spelling) != nil }) {
            throw UsageError("'\(spelling)' belongs behind its command: kurus \(owner.name) \(spelling)")
        }
        throw UsageError("unknown option '\(spelling)'", didYouMean: spelling, among: ["--help", "--version"])
    }
}
