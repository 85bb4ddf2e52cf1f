import Foundation
import HTTPTestSupport
import Testing

@testable import kurus

/// An update that is stopped on its way.
struct InterruptionTests {
    /// Who reads what is different may stop, as `head` does.
    @Test func updatesThoughNobodyReads() async throws {
        let provider = try TestProvider()
        let made = try TestRepository(
            SamplePages.bank(more: #", "sources": {"balance.md": "\#(provider.url)/balance.md"}"#))
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        let output = Pipe()
        try output.fileHandleForReading.close()
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.arguments = ["update"]
        process.environment = TestRepository.environment
        process.currentDirectoryURL = URL(filePath: made.folder.path)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
        #expect(made.folder.text(of: "specs/bank/balance.md") == SamplePages.balance(property: "total"))
        #expect(made.folder.text(of: "Generated/BankAPI/BankAPITypes.swift")?.contains("total") == true)
    }

    /// The first page came and is another one; the second never comes.
    @Test func leavesNothingBehind() throws {
        let provider = try TestProvider()
        let sources = ["balance.md", "ping.md"].map { #""\#($0)": "\#(provider.url)/\#($0)""# }.joined(separator: ", ")
        var files = SamplePages.bank(more: #", "sources": {\#(sources)}"#)
        files["specs/bank/ping.md"] = SamplePages.ping
        let made = try TestRepository(files)
        provider.publish("/balance.md", SamplePages.balance(property: "total"))
        // Waited for on this thread: a task would have to wait for its turn, and the update ends after a while by itself.
        let arrival = DispatchSemaphore(value: 0)
        provider.answer("/ping.md") { _, peer in
            peer.write("HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\n# Pi")
            arrival.signal()
            peer.waitForClose()
            return .close
        }
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.arguments = ["update"]
        process.environment = TestRepository.environment
        process.currentDirectoryURL = URL(filePath: made.folder.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        arrival.wait()
        // A child has the signal mask of the thread that starts it, and threads of Dispatch block every other signal.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(try made.git("status", "--porcelain", "--ignored") == "")
    }
}
