import SpecDiagnostics
import SpecPages

/// What is different between the documents of two sides.
struct WireDifference {
    let changes: [Change]
    let prose: [ProseChange]

    init(from base: [PageDocument], to revision: [PageDocument], today: String) {
        var walk = Walk(from: WalkSide(base), to: WalkSide(revision), today: today)
        walk.run()
        changes = walk.reachedChanges()
        prose = walk.prose
    }
}
