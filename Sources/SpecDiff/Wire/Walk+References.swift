import SpecDiagnostics
import SpecTree

// Parameters, bodies, responses and headers behind references.
extension Walk {
    /// A reference that led elsewhere before: where it stands on both sides.
    struct Pin {
        let base: SourceLocation
        let revision: SourceLocation
    }

    /// Where a comparison goes on when what references lead to is compared.
    struct Outer {
        fileprivate let visit: Int
        fileprivate let pin: Pin?
    }

    /// Begins to compare what two uses lead to; nil where that was compared already.
    mutating func enter(_ wasUse: Spot, _ was: Spot, _ nowUse: Spot, _ now: Spot, _ kind: String) -> Outer? {
        let inner = pin ?? newPin(wasUse, nowUse)
        let use = inner.map { "\(kind) from \($0.base.offset)" } ?? kind
        guard let visit = visit(was.location, now.location, use) else { return nil }
        let outer = Outer(visit: current, pin: pin)
        current = visit
        pin = inner
        return outer
    }

    mutating func leave(to outer: Outer) {
        current = outer.visit
        pin = outer.pin
    }

    /// Of two references to different components that both sides have, what differs is no change of either component.
    private func newPin(_ was: Spot, _ now: Spot) -> Pin? {
        guard let wasTarget = was["$ref"]?.string, let nowTarget = now["$ref"]?.string, wasTarget != nowTarget,
            base.follow(Spot(now.node, in: was.document)) != nil,
            revision.follow(Spot(was.node, in: now.document)) != nil
        else { return nil }
        return Pin(base: was.location, revision: now.location)
    }
}
