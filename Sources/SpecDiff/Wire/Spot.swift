import SpecDiagnostics
import SpecTree

/// A value of one side, and the document that its references are followed in.
struct Spot {
    let node: JSONNode
    /// Its position among the side's documents.
    let document: Int
    /// Where its name stands, else where it begins itself.
    let name: SourceLocation

    init(_ node: JSONNode, in document: Int, named name: SourceLocation? = nil) {
        self.node = node
        self.document = document
        self.name = name ?? node.location
    }

    /// The value of a member; nil where there is none.
    subscript(_ field: String) -> Spot? {
        node.member(named: field).map(spot)
    }

    /// The values of an object, by their names.
    var entries: [(name: String, spot: Spot)] {
        (node.members ?? []).map { ($0.name, spot($0)) }
    }

    /// The values of an array.
    var elements: [Spot] {
        (node.elements ?? []).map { Spot($0, in: document) }
    }

    func spot(_ member: JSONMember) -> Spot {
        Spot(member.value, in: document, named: member.location)
    }

    var location: SourceLocation { node.location }
    var string: String? { node.string }
    var isTrue: Bool { if case .boolean(true) = node.content { true } else { false } }
}

extension Spot? {
    /// Whether it is there, and true.
    var isTrue: Bool { self?.isTrue ?? false }
}
