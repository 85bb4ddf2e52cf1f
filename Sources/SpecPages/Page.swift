import KurusJSON
package import SourceText
package import SpecDiagnostics
package import SpecTree

/// Finds the OpenAPI documents of an input file.
package enum Page {
    /// Returns the OpenAPI documents of a file, in the file's order.
    ///
    /// A file whose name ends with `.json`, `.yaml` or `.yml` holds documents as a whole. Any other file is Markdown, and
    /// its documents are the fenced code blocks, in JSON or YAML, whose top-level object has a member `openapi` or
    /// `swagger`, found even if the block breaks later; other blocks are left alone, whatever they hold. The result is
    /// empty when a page has no document: the caller judges whether that is an error (`Diagnostics.noDocument(in:)`).
    package static func documents(in file: SourceFile, diagnostics: inout Diagnostics) -> [PageDocument] {
        if file.isJSON {
            return JSONNode.read(file, isLenient: true, diagnostics: &diagnostics).map {
                [PageDocument(file: file, root: $0)]
            } ?? []
        }
        if file.isYAML {
            return JSONNode.readYAML(JSONText(file: file), diagnostics: &diagnostics).filter { !$0.isNull }
                .map { PageDocument(file: file, root: $0) }
        }
        return FencedCode.blocks(in: file).flatMap { block in
            switch block.notation {
            case .json: [JSONNode.readLeniently(block.text, diagnostics: &diagnostics)].compactMap(\.self)
            case .yaml: JSONNode.readYAML(block.text, diagnostics: &diagnostics)
            case nil: [JSONNode]()
            }
        }.map { PageDocument(file: file, root: $0) }
    }
}

extension Diagnostics {
    /// Reports that no fenced block of a page is an OpenAPI document, with a note on the first block that may have been
    /// meant as one.
    package mutating func noDocument(in file: SourceFile) {
        let message =
            "no OpenAPI document here; a document is a fenced code block of JSON or YAML whose object has a member "
            + "`openapi`"
        guard let block = FencedCode.blocks(in: file).first(where: \.namesDocumentMember) else {
            return error(.noDocument, message, in: file.path)
        }
        let note = Note(
            "this block names `openapi` or `swagger`, but is neither JSON nor YAML up to there",
            at: block.text.firstPlace)
        append(Diagnostic(.noDocument, .error, message, at: .path(file.path), notes: [note]))
    }

    private typealias Note = Diagnostic.Note
}

extension FencedCode {
    package enum Notation {
        case json
        case yaml
    }

    /// Whether the block is an OpenAPI document.
    package var isDocument: Bool { notation != nil }

    /// The notation of a block that is an OpenAPI document: its top-level object has a member `openapi` or `swagger`;
    /// nil for any other block.
    ///
    /// Whatever follows that member does not matter: a document that breaks later is one that has an error. A block that
    /// breaks before it is not a document.
    package var notation: Notation? {
        if text.isDocument || text.withoutComments()?.text.isDocument == true { return .json }
        return text.hasDocumentKey ? .yaml : nil
    }
}

extension JSONText {
    /// Whether the top-level object of a JSON text has a member `openapi` or `swagger`. A repeated name, bytes that are
    /// not UTF-8, half a surrogate pair and too deep nesting break no grammar, and are passed over.
    fileprivate var isDocument: Bool {
        var isFound = false
        do throws(JSONError) {
            try JSONReader.withReader(of: bytes, options: JSONReaderOptions(depthLimit: JSONNode.depthLimit)) {
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
            case .duplicateMember, .invalidUTF8, .loneSurrogate, .tooDeep: return hasDocumentMember
            default: return false
            }
        }
        return isFound
    }

    /// Whether a YAML text has a key `openapi` or `swagger` in the column of its first key.
    fileprivate var hasDocumentKey: Bool {
        var column: Int?
        for line in bytes.split(whereSeparator: \.isBreak) {
            let indentation = line.prefix { $0 == .space }.count
            let content = line.dropFirst(indentation)
            guard let first = content.first, first != UInt8(ascii: "#"), !content.starts(with: "---".utf8),
                first != UInt8(ascii: "%")
            else { continue }
            guard first != UInt8(ascii: "{"), first != UInt8(ascii: "[") || column != nil else { return false }
            column = column ?? indentation
            if indentation == column, Self.documentKeys.contains(where: { content.starts(with: $0) }) { return true }
        }
        return false
    }

    private static let documentKeys = ["openapi", "swagger"].flatMap { name in
        ["\(name):", "\"\(name)\":", "'\(name)':"].map { Array($0.utf8) }
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

    private func isDocumentName(_ string: ArraySlice<UInt8>) -> Bool {
        ["\"openapi\"", "\"swagger\""].contains { string.elementsEqual($0.utf8) }
    }

    private func isFollowedByColon(_ end: Int) -> Bool {
        bytes[end...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ":")
    }
}
