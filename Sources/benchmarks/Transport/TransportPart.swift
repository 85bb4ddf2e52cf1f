import Foundation
import KurusRuntime
import KurusTransport

/// One thing to measure of one transport.
struct TransportPart: Hashable {
    enum Task: String {
        /// A GET that the server answers after as many seconds as `count`, the first request on its connection.
        case waitingGet
        case waitingPost
        /// The same GET on a connection that was used before.
        case waitingKept
        /// A GET on a kept connection that the server closes under it, with retries.
        case closedGet
        /// A POST that only reads, after a GET, to the same server.
        case closedPost
        /// As many GETs as `count`, in a row.
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

    /// Does the work here and now.
    ///
    /// - Parameter url: That of a `TransportServer` in another process, whose work does not count.
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

    /// With content, and declared to only read.
    fileprivate func post(_ path: String) async throws {
        var request = APIRequest(.post, path, operation: "post", effect: .read)
        request.json(["requestId": "1"] as [String: String])
        _ = try await response(to: request)
    }
}
