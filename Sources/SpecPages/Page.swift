import KurusJSON
package import SourceText
package import SpecDiagnostics
package import SpecTree

/// Finds the OpenAPI documents of an input file.
package enum Page {
    /// Returns the OpenAPI documents of a file, in the file's order.
    ///
    /// A file whose name ends with `.json` is one document. Any other file is Markdown; its documents are the fenced
    /// code blocks whose top-level object has a member `openapi` or `swagger`, even if the block breaks later. Other
    /// blocks are ignored. The result may be empty: the caller decides whether that is an error
    /// (`Diagnostics.noDocument(in:)`).
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
    /// Reports that no fenced block of a page is an OpenAPI document, with a note on the first block that may have been
    /// meant as one.
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
    /// The text after that member does not matter: a document that breaks there is a document with an error. A block
    /// that breaks before it is not a document. Repeated names, invalid UTF-8, lone surrogates and too deep nesting do
    /// not break the grammar, and are ignored.
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
    /// The location where the text begins, after white space and empty lines.
    fileprivate var firstPlace: SourceLocation {
        location(of: bytes.firstIndex { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } ?? 0)
    }

    /// Whether the top-level object has a member `openapi` or `swagger`, judged by quotes and brackets alone.
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
