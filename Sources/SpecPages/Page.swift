import KurusJSON
package import SourceText
package import SpecDiagnostics
package import SpecTree

/// What an input file holds for Kurus.
package enum Page {
    /// The OpenAPI documents of a file, in the file's order.
    ///
    /// A file whose name ends with `.json` is one document. Any other file is Markdown, and its documents are the
    /// fenced code blocks whose top-level object has a member `openapi` or `swagger`, found even if the block breaks
    /// later; other blocks are left alone, whatever they hold. The result is empty when a page has no document: whether
    /// that is an error is the caller's to say (`Diagnostics.noDocument(in:)`).
    package static func documents(in file: SourceFile, diagnostics: inout Diagnostics) -> [PageDocument] {
        if file.path.lowercased().hasSuffix(".json") {
            guard let root = JSONNode.read(file, diagnostics: &diagnostics) else { return [] }
            return [PageDocument(file: file, root: root)]
        }
        return FencedCode.blocks(in: file).filter(\.isDocument).compactMap { block in
            JSONNode.read(block.text, diagnostics: &diagnostics).map { PageDocument(file: file, root: $0) }
        }
    }
}

extension Diagnostics {
    /// The error of a page in which no fenced block is an OpenAPI document, with a note on the first block that may
    /// have been meant as one.
    package mutating func noDocument(in file: SourceFile) {
        let message =
            "no OpenAPI document here; a document is a fenced code block of JSON whose object has a member `openapi`"
        guard let block = FencedCode.blocks(in: file).first(where: \.namesDocumentMember) else {
            return error(.noDocument, message, in: file.path)
        }
        let note = Note(
            "this block names `openapi` or `swagger`, but is not JSON up to there", at: block.text.firstPlace)
        append(Diagnostic(.noDocument, .error, message, at: .path(file.path), notes: [note]))
    }

    private typealias Note = Diagnostic.Note
}

extension FencedCode {
    /// Whether the block is an OpenAPI document: JSON whose top-level object has a member `openapi` or `swagger`.
    ///
    /// What follows that member does not matter: a document that breaks later is one that has an error. A block that
    /// breaks before it is none. A repeated name, bytes that are no UTF-8, half a surrogate pair and too deep nesting
    /// break no grammar, and are passed over.
    package var isDocument: Bool {
        var isFound = false
        do throws(JSONError) {
            try JSONReader.withReader(of: text.bytes, options: JSONReaderOptions(depthLimit: JSONNode.depthLimit)) {
                (reader: inout JSONReader) throws(JSONError) in
                while !isFound, let key = try reader.nextKey() {
                    switch key {
                    case "openapi", "swagger": isFound = true
                    default: try reader.skip()
                    }
                }
            }
        } catch {
            guard !isFound else { return true }
            switch error.problem {
            case .duplicateMember, .invalidUTF8, .loneSurrogate, .tooDeep: return text.hasDocumentMember
            default: return false
            }
        }
        return isFound
    }
}

extension FencedCode {
    /// Whether the block, in JSON or another notation, names the member that a document has.
    fileprivate var namesDocumentMember: Bool {
        let content = String(decoding: text.bytes, as: UTF8.self)
        return ["openapi", "swagger"].contains { name in
            ["\"\(name)\":", "'\(name)':", "\(name):"].contains { content.contains($0) }
        }
    }
}

extension JSONText {
    /// Where the text begins, blanks and empty lines passed over.
    fileprivate var firstPlace: SourceLocation {
        location(of: bytes.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? 0)
    }

    /// Whether a member `openapi` or `swagger` stands in the top-level object, told by quotes and brackets alone.
    fileprivate var hasDocumentMember: Bool {
        var depth = 0
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let end = endOfString(at: index)
                if depth == 1, isDocumentName(bytes[index..<end]), isFollowedByColon(end) { return true }
                index = end
                continue
            default: break
            }
            index += 1
        }
        return false
    }

    private func endOfString(at quote: Int) -> Int {
        var index = quote + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index + 1, bytes.count)
    }

    private func isDocumentName(_ string: ArraySlice<UInt8>) -> Bool {
        ["\"openapi\"", "\"swagger\""].contains { string.elementsEqual($0.utf8) }
    }

    private func isFollowedByColon(_ end: Int) -> Bool {
        bytes[end...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ":")
    }
}
