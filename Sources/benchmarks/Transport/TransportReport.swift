import Foundation

/// Measures every transport of the platform, each part in its own process, and prints a table.
struct TransportReport {
    let program: String
    /// The number of seconds until an answer.
    let wait: Int

    func run() throws {
        let libraries = TransportPart.Library.allCases
        print("\nTransports: waiting \(wait) s for an answer, and calls in a row\n")
        print("|  | \(libraries.map(\.rawValue).joined(separator: " | ")) |")
        print("|---|" + libraries.map { _ in "---|" }.joined())
        for row in rows {
            let cells = try libraries.map { library in
                row.text(try measured(TransportPart(row.task, library, count: row.count), row.scheme))
            }
            print("| \(row.name) | \(cells.joined(separator: " | ")) |")
        }
    }

    private struct Row {
        let name: String
        let task: TransportPart.Task
        let scheme: TransportServer.Scheme
        let count: Int
        let text: (TransportMeasurement) -> String
    }

    private var rows: [Row] {
        let processor = { (result: TransportMeasurement) in seconds(result.processor) }
        let elapsed = { (result: TransportMeasurement) in seconds(result.elapsed) }
        let waiting = [
            ("GET over http", TransportPart.Task.waitingGet, TransportServer.Scheme.http),
            ("POST over http", .waitingPost, .http), ("GET over http, kept connection", .waitingKept, .http),
            ("GET over https", .waitingGet, .https), ("POST over https", .waitingPost, .https),
        ].map { Row(name: "\($0), processor s", task: $1, scheme: $2, count: wait, text: processor) }
        let closed = [("GET", TransportPart.Task.closedGet), ("POST that reads", .closedPost)].map {
            Row(name: "\($0), the kept connection is closed, s", task: $1, scheme: .http, count: 1, text: elapsed)
        }
        let calls = [
            ("http GET, kept", TransportPart.Task.gets, TransportServer.Scheme.http, 2_000),
            ("http POST, fresh", .posts, .http, 2_000), ("https GET, kept", .gets, .https, 2_000),
            ("https POST, fresh", .posts, .https, 200),
        ].map { name, task, scheme, count in
            Row(name: "\(name), calls a second (processor ms)", task: task, scheme: scheme, count: count) { result in
                let rate = Int(Double(count) / (result.elapsed / .seconds(1)))
                return "\(rate) (\(String(format: "%.2f", result.processor / .milliseconds(count))))"
            }
        }
        return waiting + closed + calls
    }

    /// Returns a command that runs with another certificate authority in the system's store, since URLSession on Linux
    /// reads only that. The store is replaced for that process alone, which needs `unshare` and the right to use it.
    private func trusting(_ authority: String, _ command: [String]) throws -> [String] {
        let store = "/etc/ssl/certs/ca-certificates.crt"
        let bundle = authority + ".bundle"
        try (try Data(contentsOf: URL(filePath: store)) + Data(contentsOf: URL(filePath: authority)))
            .write(to: URL(filePath: bundle))
        let script = #"mount --bind "$1" "$2" && shift 2 && exec "$@""#
        return ["/usr/bin/env", "unshare", "-rm", "sh", "-c", script, "sh", bundle, store] + command
    }

    private func seconds(_ duration: Duration) -> String { String(format: "%.4f", duration / .seconds(1)) }

    private func measured(_ part: TransportPart, _ scheme: TransportServer.Scheme) throws -> TransportMeasurement {
        let server = try TransportServerProcess(scheme, program: program)
        defer { server.end() }
        let command = [program, "measure", server.url] + part.arguments
        let line = try ChildProcess.lastLine(of: try server.authority.map { try trusting($0, command) } ?? command)
        guard let measurement = TransportMeasurement(line: line) else { throw ChildProcess.Failure(status: 0) }
        return measurement
    }
}
