import SpecDiagnostics
import SpecTree

/// What is different between the documents of two sides.
struct WireDifference {
    let changes: [Change]
    let prose: [ProseChange]
    private let walk: Walk

    init(from base: [PageDocument], to revision: [PageDocument], today: String) {
        var walk = Walk(from: WalkSide(base), to: WalkSide(revision), today: today)
        walk.run()
        changes = walk.reachedChanges()
        prose = walk.prose
        self.walk = walk
    }

    /// The operations that what stands at a place is used by: a component's, or an operation itself.
    func operations(at location: SourceLocation) -> [String] {
        walk.operations(at: location)
    }
}
