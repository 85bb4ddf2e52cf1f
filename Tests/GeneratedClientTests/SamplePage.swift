import Foundation
import KurusRuntime
import SourceText
import SpecPages
import SpecTree

/// The fenced blocks of a page under specs/, as they are published.
struct SamplePage {
    private let blocks: [String]

    init(_ path: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let bytes = [UInt8](try Data(contentsOf: root.appending(path: "specs").appending(path: path)))
        blocks = FencedCode.blocks(in: SourceFile(path: path, bytes: bytes)).map {
            // Two of the guide's samples are indented with no-break spaces, which JSON does not allow.
            String(decoding: $0.text.bytes, as: UTF8.self).replacing("\u{A0}", with: " ")
        }
    }

    /// The blocks that are JSON but not OpenAPI documents; `000000`, a placeholder for a number in one, replaced by 0.
    var samples: [String] {
        blocks.map { $0.replacing(": 000000,", with: ": 0,") }.filter { text in
            guard let value = try? read(JSONValue.self, text) else { return false }
            return value["openapi"] == nil
        }
    }
}
