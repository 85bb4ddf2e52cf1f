import KurusCommandLine

/// The command line that moves money, as a function from arguments and surroundings to an exit status.
enum PayoutsCommand {
    static func run(_ arguments: [String], _ surroundings: Surroundings) async -> Int32 {
        let wantsJSON = FailureJSON.isWanted(by: arguments)
        do throws(UsageError) {
            switch try Program.payouts.wish(in: arguments, PayoutsCommandName.self) {
            case .text(let text):
                surroundings.output(text)
                return ExitStatus.done.code
            case .command(let name, let parsed):
                let command = try name.command.init(parsed)
                return await status(of: command, wantsJSON: wantsJSON, surroundings).code
            }
        } catch {
            surroundings.errorOutput(error.text(in: .payouts))
            if wantsJSON { surroundings.output(FailureJSON.text(CommandFailure(.usage, error.message))) }
            return ExitStatus.usage.code
        }
    }

    private static func status(
        of command: any Command, wantsJSON: Bool, _ surroundings: Surroundings
    ) async -> ExitStatus {
        switch await result(of: command, surroundings) {
        case .success(let status): return status
        case .failure(let failure):
            surroundings.errorOutput(failure.text)
            if wantsJSON { surroundings.output(FailureJSON.text(failure)) }
            return failure.status
        }
    }

    /// Runs a command to its end. Who stops it cancels its task: it then sends nothing more, waits for the answer to what
    /// it has sent, and reports where everything is.
    private static func result(
        of command: any Command, _ surroundings: Surroundings
    ) async -> Result<ExitStatus, CommandFailure> {
        let work = Task { () async -> Result<ExitStatus, CommandFailure> in
            do throws(CommandFailure) {
                return .success(try await command.run(surroundings))
            } catch {
                return .failure(error)
            }
        }
        let watch = Task {
            await surroundings.untilStopped()
            if !Task.isCancelled { work.cancel() }
        }
        defer { watch.cancel() }
        return await work.value
    }
}
