import Foundation
import KurusCommandLine
import KurusRuntime
import KurusTransport

extension Surroundings {
    /// The process's own.
    static var ofProcess: Surroundings {
        let transport = PlatformTransport()
        if let note = transport.note { StandardStream.error.write("payouts: note: \(note)\n") }
        var surroundings = Surroundings(
            workingDirectory: FileManager.default.currentDirectoryPath,
            environment: ProcessInfo.processInfo.environment,
            output: { StandardStream.output.write($0) },
            errorOutput: { StandardStream.error.write($0) },
            showsProgressInPlace: isatty(StandardStream.error.rawValue) == 1,
            transport: transport,
            untilStopped: Interruption.awaited)
        surroundings.standardInput = { () throws(FileReading.Failure) in try FileReading.standardInput() }
        if isatty(STDIN_FILENO) == 1 { surroundings.answer = { readLine() } }
        return surroundings
    }
}
