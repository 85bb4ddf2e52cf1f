import SpecDiagnostics
import SpecTree

/// The paths to all values of documents, by the locations of their names and of themselves.
struct PlaceIndex {
    private var ways: [Int: [String]] = [:]

    init(_ documents: [PageDocument]) {
        for document in documents { add(document.root, at: nil, []) }
    }

    private mutating func add(_ node: JSONNode, at name: Int?, _ way: [String]) {
        if let name { ways[name] = way }
        ways[node.location.offset] = way
        for member in node.members ?? [] { add(member.value, at: member.location.offset, way + [member.name]) }
        for (index, element) in (node.elements ?? []).enumerated() { add(element, at: nil, way + [String(index)]) }
    }

    /// Nil for a location where no value begins.
    subscript(location: SourceLocation) -> [String]? {
        ways[location.offset]
    }
}
