import Foundation
import KurusRuntime
import KurusTransport

/// A part to measure for one transport.
struct TransportPart: Hashable {
    enum Task: String {
        /// A GET that is answered after `count` seconds, as the first request on its connection.
        case waitingGet
        case waitingPost
        /// The same GET on a connection that was used before.
        case waitingKept
        /// A GET on a kept connection that the server closes during the request, with retries.
        case closedGet
        /// A POST that only reads, after a GET, to the same server.
        case closedPost
        /// `count` GETs in a row.
        case gets
        case posts
    }

    enum Library: String, CaseIterable {
        #if canImport(Glibc)
            case libcurl = "libcurl"
        #endif
        case urlSession = "URLSession"
    }

    let task: Task
    let library: Library
    /// Seconds or calls.
    let count: Int

    var arguments: [String] { [task.rawValue, library.rawValue, String(count)] }

    init(_ task: Task, _ library: Library, count: Int) {
        self.task = task
        self.library = library
        self.count = count
    }

    init?(arguments: ArraySlice<String>) {
        let arguments = Array(arguments)
        guard arguments.count == 3, let task = Task(rawValue: arguments[0]),
            let library = Library(rawValue: arguments[1]), let count = Int(arguments[2]), count > 0
        else { return nil }
        self.init(task, library, count: count)
    }

    /// Runs the part in this process.
    ///
    /// - Parameter url: The address of a `TransportServer` in another process, which is not measured.
    func measured(url: String) async throws -> TransportMeasurement {
        let client = APIClient(server: APIServer(url), transport: try transport, retry: .standard)
        switch task {
        case .waitingGet: return try await measure { try await client.get("/wait/\(count)") }
        case .waitingPost: return try await measure { try await client.post("/wait/\(count)") }
        case .waitingKept:
            try await client.get("/answer")
            return try await measure { try await client.get("/wait/\(count)") }
        case .closedGet:
            try await client.get("/once")
            return try await measure { try await client.get("/once") }
        case .closedPost:
            try await client.get("/once")
            return try await measure { try await client.post("/once") }
        case .gets:
            try await client.get("/answer")
            return try await measure { for _ in 0..<count { try await client.get("/answer") } }
        case .posts:
            try await client.post("/answer")
            return try await measure { for _ in 0..<count { try await client.post("/answer") } }
        }
    }

    private var transport: any HTTPTransport {
        get throws {
            switch library {
            #if canImport(Glibc)
                case .libcurl: try LibcurlTransport()
            #endif
            case .urlSession: URLSessionTransport()
            }
        }
    }

    private func measure(_ work: () async throws -> Void) async throws -> TransportMeasurement {
        let start = (ContinuousClock.now, ProcessorTime.now)
        try await work()
        return TransportMeasurement(elapsed: .now - start.0, processor: ProcessorTime.now - start.1)
    }
}

extension APIClient {
    fileprivate func get(_ path: String) async throws {
        _ = try await response(to: APIRequest(.get, path, operation: "get", effect: .read))
    }

    /// A POST with content that is declared to only read.
    fileprivate func post(_ path: String) async throws {
        var request = APIRequest(.post, path, operation: "post", effect: .read)
        request.json(["requestId": "1"] as [String: String])
        _ = try await response(to: request)
    }
}

/// The elapsed time of something, and the processor time used meanwhile.
struct TransportMeasurement {
    let elapsed: Duration
    let processor: Duration

    init(elapsed: Duration, processor: Duration) {
        self.elapsed = elapsed
        self.processor = processor
    }

    /// Both times in nanoseconds.
    var line: String { "\(Int(elapsed / .nanoseconds(1))) \(Int(processor / .nanoseconds(1)))" }

    init?(line: Substring) {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == 2 else { return nil }
        self.init(elapsed: .nanoseconds(numbers[0]), processor: .nanoseconds(numbers[1]))
    }
}
