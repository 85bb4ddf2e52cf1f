import SpecDiagnostics
import SpecDocument
import SpecTree
import SpecTestSupport
import Testing

struct WrongTypeTests {
    private static let replacements: [JSONNode.Content] = [
        .null, .boolean(true), .number("7"), .string("word"), .array([]), .object([]),
    ]

    /// Gives every field of the complete document a value of each other JSON type.
    @Test(arguments: [SpecificationVersion.v30, .v31])
    func reportsAWrongTypeInEveryField(version: SpecificationVersion) throws {
        let document = try CompleteDocument.node(version)
        for use in SpecificationWalk(document, version).uses {
            for content in Self.replacements where !use.kind.allows(content) {
                var diagnostics = Diagnostics()
                let changed = document.replacing(at: use.path[...], with: content)
                _ = OpenAPIDocument.decode(changed, diagnostics: &diagnostics)
                let isReported = diagnostics.all.contains { $0.location == use.node.location }
                #expect(isReported, "\(use.name) as \(JSONNode(content, at: use.node.location).kindName)")
            }
        }
    }

    /// Any member may be absent: decoding does not crash, and only required and related fields are errors.
    @Test(arguments: [SpecificationVersion.v30, .v31])
    func survivesTheAbsenceOfEveryMember(version: SpecificationVersion) throws {
        let document = try CompleteDocument.node(version)
        for path in document.pathsOfMembers {
            var diagnostics = Diagnostics()
            _ = OpenAPIDocument.decode(document.removingMember(at: path[...]), diagnostics: &diagnostics)
            let errors = diagnostics.filter { $0.severity == .error }
            #expect(
                errors.all.allSatisfy { [.missingField, .invalidValue].contains($0.id) && $0.location != nil },
                "without \(path): \(errors.text)")
        }
    }

    static let required = [
        "OpenAPI Object.openapi", "Server Object.url", "Parameter Object.name",
        "Parameter Object.in", "Request Body Object.content", "Discriminator Object.propertyName",
        "Security Scheme Object.type", "Security Scheme Object.name", "Security Scheme Object.in",
        "Security Scheme Object.scheme", "Security Scheme Object.flows", "Security Scheme Object.openIdConnectUrl",
    ]

    /// The required fields that no operation needs.
    static let dispensable = [
        "OpenAPI Object.info", "Info Object.title", "Info Object.version", "License Object.name",
        "Operation Object.responses", "External Documentation Object.url", "Tag Object.name",
        "OAuth Flow Object.authorizationUrl", "OAuth Flow Object.tokenUrl", "OAuth Flow Object.scopes",
        "Server Variable Object.default",
    ]

    @Test(arguments: dispensable)
    func warnsAboutTheAbsenceOfAFieldThatNothingNeeds(name: String) throws {
        let document = try CompleteDocument.node()
        let use = try #require(SpecificationWalk(document).uses.first { $0.name == name })
        var diagnostics = Diagnostics()
        _ = OpenAPIDocument.decode(document.removingMember(at: use.path[...]), diagnostics: &diagnostics)
        #expect(diagnostics.all.map(\.id) == [.sloppyDocument])
        #expect(!diagnostics.hasErrors)
    }

    @Test(arguments: required)
    func reportsTheAbsenceOfARequiredField(name: String) throws {
        let document = try CompleteDocument.node()
        let use = try #require(SpecificationWalk(document).uses.first { $0.name == name })
        var diagnostics = Diagnostics()
        _ = OpenAPIDocument.decode(document.removingMember(at: use.path[...]), diagnostics: &diagnostics)
        #expect(diagnostics.all.map(\.id) == [.missingField])
        #expect(diagnostics.hasErrors)
    }
}

extension SpecificationFields.Kind {
    fileprivate func allows(_ content: JSONNode.Content) -> Bool {
        switch (self, content) {
        case (.any, _), (.string, .string), (.boolean, .boolean), (.number, .number), (.array, .array),
            (.map, .object), (.object, .object), (.reference, .object), (.booleanOrObject, .boolean),
            (.booleanOrObject, .object), (.booleanOrNumber, .boolean), (.booleanOrNumber, .number),
            (.stringOrArray, .string), (.stringOrArray, .array):
            true
        default: false
        }
    }
}

extension JSONNode {
    fileprivate var pathsOfMembers: [[Int]] {
        switch content {
        case .object(let members):
            members.enumerated().flatMap { index, member in
                [[index]] + member.value.pathsOfMembers.map { [index] + $0 }
            }
        case .array(let elements):
            elements.enumerated().flatMap { index, element in element.pathsOfMembers.map { [index] + $0 } }
        case .null, .boolean, .number, .string: []
        }
    }

    fileprivate func removingMember(at path: ArraySlice<Int>) -> JSONNode {
        guard let index = path.first else { return self }
        var copy = self
        switch content {
        case .array(var elements):
            elements[index] = elements[index].removingMember(at: path.dropFirst())
            copy.content = .array(elements)
        case .object(var members):
            if path.count == 1 {
                members.remove(at: index)
            } else {
                members[index].value = members[index].value.removingMember(at: path.dropFirst())
            }
            copy.content = .object(members)
        case .null, .boolean, .number, .string: break
        }
        return copy
    }
}
