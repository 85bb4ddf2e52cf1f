import SpecDocument
import SourceText
import SpecDiagnostics

/// Pairs the documents of both sides.
///
/// Pages are renamed and translated, so that the operations that they share pair them first, then the names of their
/// files. A single document left on each side is a pair.
struct DocumentPairs {
    private(set) var all: [(base: DocumentNode, revision: DocumentNode)] = []
    private var positions: [Int: Int] = [:]

    init(from base: SideDocuments, to revision: SideDocuments) {
        let was = base.roots
        var left = revision.roots
        var single: [DocumentNode] = []
        let shapes = revision.roots.map { Self.shapes(of: $0) }
        for root in was {
            let own = Self.shapes(of: root)
            let best = left.max { first, second in
                Self.likeness(root, own, first, shapes) < Self.likeness(root, own, second, shapes)
            }
            guard let best, Self.likeness(root, own, best, shapes) > 0 else {
                single.append(root)
                continue
            }
            pair(root, best)
            left.removeAll { $0.document == best.document }
        }
        if single.count == 1, left.count == 1 { pair(single[0], left[0]) }
    }

    /// The position of the pair of two documents; nil for documents that are not a pair.
    func position(base: Int, revision: Int) -> Int? {
        positions[base].flatMap { all[$0].revision.document == revision ? $0 : nil }
    }

    private mutating func pair(_ base: DocumentNode, _ revision: DocumentNode) {
        positions[base.document] = all.count
        all.append((base, revision))
    }

    private static func shapes(of root: DocumentNode) -> Set<String> {
        Set(
            (root["paths"]?.entries ?? []).flatMap { path in
                path.value.entries.filter { PathItem.methods.contains($0.name) }.map {
                    "\($0.name) \(path.name)"
                }
            })
    }

    private static func likeness(
        _ base: DocumentNode, _ own: Set<String>, _ revision: DocumentNode, _ shapes: [Set<String>]
    ) -> Int {
        let shared = own.intersection(shapes[revision.document]).count
        let isSameName = lastName(base) == lastName(revision)
        return shared * 2 + (isSameName ? 1 : 0)
    }

    private static func lastName(_ root: DocumentNode) -> Substring? {
        root.location.file.path.split(separator: "/").last
    }
}
