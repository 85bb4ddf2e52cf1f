package import SpecTree

/// Where the text of a `$ref` leads (RFC 3986 §4.1; JSON pointers of RFC 6901 in the fragment).
package struct ReferenceTarget: Hashable, Sendable {
    /// The document, as an index of the input.
    package var scope: Int
    package var pointer: JSONPointer

    /// Whether a schema can stand at the place: not in the fields of the specification that hold none.
    var mayBeSchema: Bool {
        switch pointer.tokens.first {
        case "components"?: pointer.tokens.contains("schema") || pointer.tokens.dropFirst().first == "schemas"
        case "paths"?: pointer.tokens.contains("schema")
        case "openapi"?, "info"?, "servers"?, "security"?, "tags"?, "externalDocs"?, nil: false
        default: true
        }
    }

    /// Whether a path item can stand at the place: a path, or what an extension keeps.
    var mayBePathItem: Bool {
        switch pointer.tokens.first {
        case "paths"?: pointer.tokens.count == 2
        case "components"?: pointer.tokens.dropFirst().first == "pathItems"
        case let name?: name.hasPrefix("x-")
        case nil: false
        }
    }

    /// The component's name, where the pointer names a component of that kind.
    func component(_ kind: ComponentKind) -> String? {
        let tokens = pointer.tokens
        return tokens.count == 3 && tokens[0] == "components" && tokens[1] == kind.rawValue ? tokens[2] : nil
    }
}
