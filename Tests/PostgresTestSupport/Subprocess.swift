#if Postgres
import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Runs programs.
///
/// Not by Foundation's Process, which waits for every process that a program leaves behind: a server never ends.
public enum Subprocess {
    public struct Failure: Error, CustomStringConvertible {
        public let description: String

        public init(description: String) {
            self.description = description
        }
    }

    /// Runs a program to its end; gives standard output and standard error together.
    @discardableResult
    static func output(of command: [String], input: String = "") throws -> String {
        let (inputPath, outputPath) = (temporaryPath(), temporaryPath())
        defer {
            unlink(inputPath)
            unlink(outputPath)
        }
        try Data(input.utf8).write(to: URL(fileURLWithPath: inputPath))
        try Data().write(to: URL(fileURLWithPath: outputPath))
        let inputFile = open(inputPath, O_RDONLY | O_CLOEXEC)
        let outputFile = open(outputPath, O_WRONLY | O_CLOEXEC)
        defer {
            close(inputFile)
            close(outputFile)
        }
        let process = try start(command, input: inputFile, output: outputFile)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: outputPath)), as: UTF8.self)
        guard status == 0 else { throw Failure(description: "\(command.joined(separator: " ")): \(text)") }
        return text
    }

    /// Starts a program with these two descriptors for its input and its output, and with no signal blocked, as a thread
    /// of Dispatch would have it.
    ///
    /// The program gets no other open file: the pipe of another test would stay open as long as it lives, and its reader
    /// would wait for the end. The files are closed in the program alone, never marked in this process: Foundation's
    /// Process learns of a program's end by a socket that it hands on at the same time.
    ///
    /// - Parameter environment: Variables added to this process's own.
    public static func start(
        _ command: [String], environment additions: [String: String] = [:], input: Int32, output: Int32
    ) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        posix_spawn_file_actions_adddup2(&actions, output, 2)
        closeOthers(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var nothing = sigset_t()
        sigemptyset(&nothing)
        posix_spawnattr_setsigmask(&attributes, &nothing)
        #if canImport(Darwin)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_CLOEXEC_DEFAULT))
        #else
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        #endif
        let environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "C"]) { $1 }
            .merging(additions) { $1 }
        let arguments = command.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in arguments + variables { free(text) } }
        var process = pid_t()
        let result = posix_spawn(&process, command[0], &actions, &attributes, arguments, variables)
        guard result == 0 else { throw Failure(description: "\(command[0]): \(String(cString: strerror(result)))") }
        return process
    }

    /// Closes every file but the three standard ones in the program. The module of glibc does not declare the function.
    private static func closeOthers(_ actions: inout posix_spawn_file_actions_t) {
        #if canImport(Glibc)
        typealias AddCloseFrom = @convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32
        guard let symbol = dlsym(nil, "posix_spawn_file_actions_addclosefrom_np") else { return }
        _ = unsafeBitCast(symbol, to: AddCloseFrom.self)(&actions, 3)
        #endif
    }

    private static func temporaryPath() -> String {
        NSTemporaryDirectory() + "kurus-" + UUID().uuidString
    }
}
#endif
