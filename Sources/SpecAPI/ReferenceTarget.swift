import SpecDiagnostics
import SpecDocument
import SpecPages

/// Where the text of a `$ref` leads (RFC 3986 §4.1; JSON pointers of RFC 6901 in the fragment).
struct ReferenceTarget {
    /// The document, as an index of the input.
    var scope: Int
    var pointer: JSONPointer

    /// The component's name, where the pointer names a component of that kind.
    func component(_ kind: ComponentKind) -> String? {
        let tokens = pointer.tokens
        return tokens.count == 3 && tokens[0] == "components" && tokens[1] == kind.rawValue ? tokens[2] : nil
    }

    enum Failure: Error {
        case address
        case malformed
        case unknownFile(String)
        case dangling
    }

    /// Finds the target of a reference that stands in document `scope`.
    static func find(_ text: String, in scope: Int, of documents: [SourceDocument]) -> Result<Self, Failure> {
        guard !text.contains("://") else { return .failure(.address) }
        let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let pointer = JSONPointer(fragment: parts.count > 1 ? parts[1] : "") else { return .failure(.malformed) }
        let path = parts[0]
        let candidates: [Int]
        if path.isEmpty {
            candidates = [scope]
        } else {
            let resolved = resolvedPath(path, relativeTo: documents[scope].file.path)
            candidates = documents.indices.filter { documents[$0].file.path == resolved }
            guard !candidates.isEmpty else { return .failure(.unknownFile(resolved)) }
        }
        for candidate in candidates where documents[candidate].page.root.node(at: pointer) != nil {
            return .success(Self(scope: candidate, pointer: pointer))
        }
        return .failure(.dangling)
    }

    /// RFC 3986 §5.2.4, for relative paths of files.
    private static func resolvedPath(_ path: String, relativeTo base: String) -> String {
        var segments =
            path.hasPrefix("/") ? [] : base.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        for segment in path.split(separator: "/", omittingEmptySubsequences: false) {
            switch segment {
            case ".": continue
            case "..":
                if segments.isEmpty || segments.last == ".." {
                    segments.append(segment)
                } else {
                    segments.removeLast()
                }
            default: segments.append(segment)
            }
        }
        return segments.joined(separator: "/")
    }
}
