import SpecDiagnostics
import SpecTree

/// Walks through two versions side by side, by the grammar of OpenAPI, each pair of places once.
///
/// Operations, parameters and responses are few levels deep and compared where they are found; schemas wait in a list, so
/// that neither nesting nor recursion costs stack.
struct Walk {
    /// Two schemas that are still to be compared.
    struct PendingSchema {
        let base: Spot?
        let revision: Spot?
        let use: SchemaUse
        let subject: SchemaSubject
        let visit: Int
    }

    /// Something that is compared once, however many lead to it: an operation, or what a reference leads to.
    struct Visit {
        /// The operation's name; nil for what a reference leads to.
        let operation: String?
        /// The visits that it was reached from.
        var parents: [Int] = []
    }

    /// A pair of places that a reference leads to, and what it is used for.
    struct VisitKey: Hashable {
        let base: SourceLocation
        let revision: SourceLocation
        let use: String
    }

    struct FoundChange {
        var change: Change
        var visits: [Int]
    }

    struct ChangeKey: Hashable {
        let rule: String
        let subject: String
        let base: ChangeLocation?
        let revision: ChangeLocation?
        let was: String?
        let now: String?
    }

    let base: WalkSide
    let revision: WalkSide
    /// The day of the comparison, `YYYY-MM-DD`: what a sunset date is compared with.
    let today: String

    var visits: [Visit] = []
    private var visitIndex: [VisitKey: Int] = [:]
    private var visitsByPlace: [SourceLocation: [Int]] = [:]
    /// The visit that what is compared right now belongs to.
    var current = 0
    private(set) var pending: [PendingSchema] = []
    private(set) var changes: [FoundChange] = []
    private var changeIndex: [ChangeKey: Int] = [:]
    private(set) var prose: [ProseChange] = []
    private var proseIndex: Set<[SourceLocation?]> = []
    /// The places that references led to, in pairs of both sides.
    private(set) var visitedPlaces: (base: Set<SourceLocation>, revision: Set<SourceLocation>) = ([], [])
    /// Where what is compared right now is shown, whatever component it is found in.
    var pin: Pin?
    /// The names of the operations by the places of both sides where they stand.
    var operationPlaces: [SourceLocation: String] = [:]
    /// The visits of the operations that demand a security scheme, by its name.
    var schemeVisits: [String: [Int]] = [:]
    /// What is said of a document as a whole, which its pages repeat.
    private var said: [[String?]: Int] = [:]

    init(from base: WalkSide, to revision: WalkSide, today: String) {
        self.base = base
        self.revision = revision
        self.today = today
    }

    // MARK: What is found

    /// Reports a change of a schema.
    mutating func report(
        _ rule: Rule, _ use: SchemaUse, _ subject: SchemaSubject, _ message: String, was: String? = nil,
        now: String? = nil, base: SourceLocation?, revision: SourceLocation?, notes: [String] = []
    ) {
        let isUsed = use != .component
        let places = Self.places(subject, base, revision)
        var change = Change(
            rule: isUsed ? rule.id : Rule.unusedSchemaChanged.id, wire: isUsed ? rule.wire : .info,
            direction: use.direction, subject: subject.text, message: message, was: was, now: now,
            base: places.base, revision: places.revision)
        change.notes = notes
        add(change)
    }

    /// Reports a change of anything else.
    mutating func report(
        _ rule: Rule, _ direction: Change.Direction? = nil, subject: String, _ message: String, was: String? = nil,
        now: String? = nil, base: ChangeLocation?, revision: ChangeLocation?, wire: ChangeLevel? = nil,
        owner: String? = nil
    ) {
        var change = Change(
            rule: rule.id, wire: wire ?? rule.wire, direction: direction, subject: subject, message: message, was: was,
            now: now, base: pin.map { ChangeLocation($0.base) } ?? base,
            revision: pin.map { ChangeLocation($0.revision) } ?? revision)
        change.isUrgent = rule.isUrgent
        change.owner = owner
        add(change)
    }

    /// Pages repeat what belongs to their API as a whole: it is reported where it is first found, with the operations of
    /// all of them.
    mutating func reportOnce(
        _ rule: Rule, subject: String, _ message: String, was: String?, now: String?, base: ChangeLocation?,
        revision: ChangeLocation?, wire: ChangeLevel? = nil
    ) {
        let key = [rule.id, message, was, now]
        if let known = said[key] { return reach(known) }
        var change = Change(
            rule: rule.id, wire: wire ?? rule.wire, subject: subject, message: message, was: was, now: now, base: base,
            revision: revision)
        change.isUrgent = rule.isUrgent
        said[key] = add(change)
    }

    private static func places(
        _ subject: SchemaSubject, _ base: SourceLocation?, _ revision: SourceLocation?
    ) -> (base: ChangeLocation?, revision: ChangeLocation?) {
        if let pinned = subject.pinned {
            return (
                ChangeLocation(pinned.base, in: subject.base), ChangeLocation(pinned.revision, in: subject.revision)
            )
        }
        return (
            (base ?? subject.base).map { ChangeLocation($0, in: subject.base) },
            (revision ?? subject.revision).map { ChangeLocation($0, in: subject.revision) }
        )
    }

    /// A change that is found on several ways is one.
    ///
    /// - Returns: Its position.
    @discardableResult private mutating func add(_ change: Change) -> Int {
        let key = ChangeKey(
            rule: change.rule, subject: change.subject, base: change.base, revision: change.revision, was: change.was,
            now: change.now)
        if let known = changeIndex[key] {
            reach(known)
            return known
        }
        changeIndex[key] = changes.count
        changes.append(FoundChange(change: change, visits: [current]))
        return changes.count - 1
    }

    private mutating func reach(_ known: Int) {
        if !changes[known].visits.contains(current) { changes[known].visits.append(current) }
    }

    /// Compares a text for people.
    mutating func prose(_ field: String, _ base: Spot?, _ revision: Spot?, of subject: String) {
        let was = base?[field]
        let now = revision?[field]
        if let was, let now, was.node.hasSameContent(as: now.node) { return }
        guard was != nil || now != nil else { return }
        guard proseIndex.insert([was?.location, now?.location]).inserted else { return }
        prose.append(
            ProseChange(
                subject: "\(field) of \(subject)", was: was?.node.shownText, now: now?.node.shownText,
                base: was?.location ?? base?.location, revision: now?.location ?? revision?.location))
    }

    // MARK: What is walked through

    /// Begins what belongs to an operation, or with nil, to no operation.
    mutating func begin(_ operation: String?) {
        visits.append(Visit(operation: operation))
        current = visits.count - 1
    }

    /// Whether a pair that references lead to is still to be compared; in any case it is reached from the present visit.
    ///
    /// - Returns: Its visit; nil when it is known already.
    mutating func visit(_ base: SourceLocation, _ revision: SourceLocation, _ use: String) -> Int? {
        let key = VisitKey(base: base, revision: revision, use: use)
        // What operations use is reported with them, also where a component leads to it that none uses.
        if use == SchemaUse.component.rawValue, SchemaUse.allCases.contains(where: { isVisited(base, revision, $0) }) {
            return nil
        }
        if let known = visitIndex[key] {
            if known != current, !visits[known].parents.contains(current) { visits[known].parents.append(current) }
            return nil
        }
        visitedPlaces.base.insert(base)
        visitedPlaces.revision.insert(revision)
        visits.append(Visit(operation: nil, parents: [current]))
        visitIndex[key] = visits.count - 1
        for place in Set([base, revision]) { visitsByPlace[place, default: []].append(visits.count - 1) }
        return visits.count - 1
    }

    private func isVisited(_ base: SourceLocation, _ revision: SourceLocation, _ use: SchemaUse) -> Bool {
        visitIndex[VisitKey(base: base, revision: revision, use: use.rawValue)] != nil
    }

    /// The visits of what stands at a place of either side.
    func placeVisits(_ location: SourceLocation) -> [Int] {
        visitsByPlace[location] ?? []
    }

    /// Notes two schemas, one of which may be missing, to be compared after what is compared now.
    mutating func schema(_ base: Spot?, _ revision: Spot?, _ use: SchemaUse, _ subject: SchemaSubject) {
        guard base != nil || revision != nil else { return }
        var subject = subject
        if subject.pinned == nil, let pin { subject.pinned = (pin.base, pin.revision) }
        pending.append(PendingSchema(base: base, revision: revision, use: use, subject: subject, visit: current))
    }

    /// Compares all schemas that wait, and those that they lead to.
    mutating func finishSchemas() {
        while let next = pending.popLast() {
            current = next.visit
            // The schema's own subject says where it is shown.
            pin = nil
            compare(next)
        }
    }
}
