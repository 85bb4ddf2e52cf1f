extension Harness {
    /// Returns the source of the program around all documents.
    static func program(_ names: [String]) -> String {
        helpers + """

            @main enum Program {
                static func main() async {
            \(names.map { "        await \($0).run()\n" }.joined())
                    print("\\(failures) failures")
                    exit(failures == 0 ? 0 : 1)
                }
            }

            """
    }

    private static let helpers = """
        import Foundation
        import KurusRuntime

        nonisolated(unsafe) var failures = 0

        func check(_ isRight: Bool, _ place: String, _ text: @autoclosure () -> String) {
            if isRight { return }
            failures += 1
            print("FAILED: \\(place): \\(text())")
        }

        /// Reads a value of the document, and checks that nothing of it is lost.
        func sample<T: JSONReadable & JSONWritable>(_ type: T.Type, _ text: String) -> T {
            do {
                let value = try JSONReader.read(type, from: Array(text.utf8))
                let written = JSONWriter.bytes(of: value)
                let same = try JSONReader.read(JSONValue.self, from: written)
                    == JSONReader.read(JSONValue.self, from: Array(text.utf8))
                // The form of a decimal is its place's, not its type's.
                let found = String(decoding: written, as: UTF8.self)
                check(same || "\\(type)".contains("Decimal"), "\\(type)", "\\(text) becomes \\(found)")
                return value
            } catch {
                print("FAILED: \\(type) does not read \\(text): \\(error)")
                exit(1)
            }
        }

        func described(_ error: APIError) -> String {
            guard case .refused(let refusal) = error else { return "\\(error)" }
            return "\\(refusal.status) \\(refusal.text() ?? "")"
        }

        struct Loop: HTTPTransport {
            let respond: @Sendable (HTTPRequest) async -> HTTPResponse

            func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse { await respond(request) }
        }

        """
}
