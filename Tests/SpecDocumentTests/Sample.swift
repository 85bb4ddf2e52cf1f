import SourceText
import SpecDiagnostics
import SpecDocument
import SpecTree
import SpecTestSupport
import Testing

/// A piece of a document, on its own lines in an otherwise complete document.
enum Sample: String, Sendable {
    case document = "▲"
    case rootFields = #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, ▲}"#
    case info = #"{"openapi": "3.0.3", "paths": {}, "info": ▲}"#
    case components = #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": ▲}"#
    case schema =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {"S": ▲}}}"#
    case parameter =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"parameters": {"P": ▲}}}"#
    case header =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"headers": {"H": ▲}}}"#
    case response =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"responses": {"R": ▲}}}"#
    case requestBody =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"requestBodies": {"B": ▲}}}"#
    case example =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"examples": {"E": ▲}}}"#
    case link =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"links": {"L": ▲}}}"#
    case callback =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"callbacks": {"C": ▲}}}"#
    case securityScheme =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"securitySchemes": {"Y": ▲}}}"#
    case paths = #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": ▲}"#
    case pathItem = #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/p": ▲}}"#
    case operation = #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/p": {"get": ▲}}}"#
    case responses =
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {"/p": {"get": {"responses": ▲}}}}"#

    func file(_ piece: String) -> SourceFile {
        if self == .document { return SourceFile("page.json", piece) }
        return SourceFile("page.json", rawValue.replacing("▲", with: "\n" + piece + "\n"))
    }

    func decode(_ piece: String) -> (document: OpenAPIDocument?, diagnostics: Diagnostics) {
        var diagnostics = Diagnostics()
        let document = JSONNode.read(file(piece), diagnostics: &diagnostics).flatMap {
            OpenAPIDocument.decode($0, diagnostics: &diagnostics)
        }
        return (document, diagnostics)
    }

    /// Returns the printed diagnostics of a piece.
    func printed(_ piece: String) -> String {
        decode(piece).diagnostics.text
    }

    /// Decodes a piece, which must have no diagnostics.
    static func document(_ sample: Sample, _ piece: String) throws -> OpenAPIDocument {
        let (document, diagnostics) = sample.decode(piece)
        #expect(diagnostics.text == "")
        return try #require(document)
    }

    static func schema(_ piece: String) throws -> Schema {
        try object(document(.schema, piece).components.schemas["S"])
    }

    static func object<Object>(_ value: ReferenceOr<Object>?) throws -> Object {
        guard case .object(let object) = try #require(value) else { throw Mismatch() }
        return object
    }

    static func reference<Object>(_ value: ReferenceOr<Object>?) throws -> Reference {
        guard case .reference(let reference) = try #require(value) else { throw Mismatch() }
        return reference
    }

    /// The value is of another case than the expected one.
    struct Mismatch: Error {}
}
