import SourceText
package import SpecDiagnostics
package import SpecTree

/// The operations that a client needs.
package enum OperationChoice: Sendable {
    /// All of them but those that a kurus.json lists, each as `POST /v1/files` or by its operationId: a mistake in any
    /// other is an error. Nil without a kurus.json.
    case all(but: [Located<String>]?)
    /// Those that mistakes leave.
    case usable
}

/// Decides which operations and schemas are left out: a mistake costs the operations that it touches, never the document.
package struct OperationSelection {
    private let documents: [PageDocument]
    private let addresses: [String: String]
    private let choice: OperationChoice
    /// The errors of all stages until now.
    private var errors: [Diagnostic] = []
    private var parts: DocumentParts
    private let excluded: Set<OperationKey>
    /// The operations that kurus.json does not want.
    private var unwanted: Set<OperationKey>
    package private(set) var leftOut = LeftOut()
    /// The indexes of the errors that cost nothing but what is left out.
    private var harmless: Set<Int> = []

    /// Begins with what is left out whatever is wrong; an entry that matches no operation is an error.
    ///
    /// - Parameter excluded: The operations that a filter had to leave in the documents.
    package init(
        _ documents: [PageDocument], addresses: [String: String], excluding excluded: Set<OperationKey>,
        _ choice: OperationChoice, diagnostics: inout Diagnostics
    ) {
        self.documents = documents
        self.excluded = excluded
        unwanted = excluded
        leftOut.operations = excluded
        self.addresses = addresses
        self.choice = choice
        parts = DocumentParts(of: [], addresses: [:], [])
        guard case .all(let entries?) = choice, !entries.isEmpty else { return }
        let named = DocumentParts(of: documents, addresses: addresses, []).operations
        for entry in entries {
            let matches = named.filter { $0.isNamed(entry.value) }
            unwanted.formUnion(matches.map(\.key))
            guard matches.isEmpty else { continue }
            let known = named.flatMap(\.names)
            let nearest = DidYouMean.suggestion(for: entry.value, in: known).map { "did you mean `\($0)`?" }
            diagnostics.error(
                .unusedOption,
                "`leaveOut`: the API has no operation `\(entry.value)`; "
                    + (nearest ?? "remove the entry, or write it as `POST /v1/files`"),
                at: entry.location)
        }
        leftOut.operations = unwanted
    }

    /// The number of operations left out that a client would have without mistakes and `leaveOut`.
    package var count: Int {
        leftOut.operations.subtracting(excluded).count
    }

    /// Takes the errors of a stage into account, and returns whether more is left out than before.
    @discardableResult
    package mutating func take(_ found: Diagnostics) -> Bool {
        let new = found.all.filter { $0.severity == .error }
        guard !new.isEmpty else { return false }
        errors += new
        parts = DocumentParts(of: documents, addresses: addresses, errors)
        let before = leftOut
        let operations = parts.operations.map(\.key)
        let broken = parts.partsThatNeedAMistake()
        switch choice {
        case .usable:
            let usable = operations.filter { !broken.contains(.operation($0)) }
            guard !usable.isEmpty else { return false }
            leftOut.operations = Set(operations).subtracting(usable)
            leftOut.schemas = Set(broken.compactMap(\.schemaName))
            harmless = Set(errors.indices).intersection(parts.mistakesOutside())
            for content in parts.contents.values { harmless.formUnion(content.mistakes) }
        case .all:
            let unneeded = parts.reached(from: unwanted)
                .subtracting(parts.reached(from: Set(operations).subtracting(unwanted)))
            leftOut.schemas = Set(broken.intersection(unneeded).compactMap(\.schemaName))
            harmless = unneeded.reduce(into: []) { $0.formUnion(parts.contents[$1]?.mistakes ?? []) }
            for (part, content) in parts.contents where !unneeded.contains(part) { harmless.subtract(content.mistakes) }
        }
        return leftOut != before
    }

    /// Returns the diagnostics with the errors that cost only what is left out as warnings.
    package func judged(_ diagnostics: Diagnostics) -> Diagnostics {
        let known = Set(harmless.map { Statement(errors[$0]) })
        return diagnostics.map { diagnostic in
            diagnostic.severity == .error && known.contains(Statement(diagnostic)) ? diagnostic.asWarning : diagnostic
        }
    }

    private struct Statement: Hashable {
        let id: DiagnosticID
        let location: SourceLocation?
        let message: String

        init(_ diagnostic: Diagnostic) {
            id = diagnostic.id
            location = diagnostic.location
            message = diagnostic.message
        }
    }
}

extension OperationSelection {
    /// Names every operation that a mistake costs, with the mistakes, as a warning.
    package func report() -> Diagnostics {
        var diagnostics = Diagnostics()
        guard case .usable = choice else { return diagnostics }
        var seen: Set<OperationKey> = []
        for operation in parts.operations
        where leftOut.operations.contains(operation.key) && seen.insert(operation.key).inserted {
            let causes = parts.mistakes(neededBy: .operation(operation.key)).sorted()
            diagnostics.warning(
                .operationLeftOut,
                "`\(operation.key.text)` is left out of the client; it needs what is wrong "
                    + (causes.count == 1 ? "in one place" : "in \(causes.count) places"),
                at: operation.location,
                notes: causes.prefix(Self.causeLimit).map {
                    Diagnostic.Note(errors[$0].message, at: errors[$0].location)
                })
        }
        return diagnostics
    }

    private static let causeLimit = 3

    /// Names, in one error, the operations that would have to be left out; nil where that would not help.
    ///
    /// - Parameter place: The kurus.json that may list them.
    package func advice(at place: Diagnostic.Place) -> Diagnostics {
        var diagnostics = Diagnostics()
        guard case .all(_?) = choice else { return diagnostics }
        let broken = parts.partsThatNeedAMistake()
        let keys = parts.operations.map(\.key).filter { !leftOut.operations.contains($0) }
        let touched = keys.filter { broken.contains(.operation($0)) }
        guard !touched.isEmpty, touched.count < keys.count else { return diagnostics }
        let names = touched.prefix(Self.nameLimit).map { "\"\($0.text)\"" }.joined(separator: ", ")
        let more = touched.count > Self.nameLimit ? ", … (\(touched.count) in all)" : ""
        diagnostics.error(
            .operationLeftOut,
            "errors touch \(touched.count) of \(keys.count) operations; mend the documents with an overlay, or leave these "
                + "out in kurus.json: \"leaveOut\": [\(names)\(more)]",
            at: place)
        return diagnostics
    }

    private static let nameLimit = 20
}

extension DocumentPart {
    var schemaName: String? {
        if case .component("schemas", let name) = self { name } else { nil }
    }
}

extension DocumentParts {
    /// Returns the parts with a mistake, and those that use them.
    func partsThatNeedAMistake() -> Set<DocumentPart> {
        var users: [DocumentPart: [DocumentPart]] = [:]
        for (part, content) in contents {
            for used in content.uses { users[used, default: []].append(part) }
        }
        let broken = contents.filter { !$0.value.mistakes.isEmpty }.map(\.key)
        return closure(of: Set(broken)) { users[$0] ?? [] }
    }

    /// Returns the operations and everything that they use.
    func reached(from operations: Set<OperationKey>) -> Set<DocumentPart> {
        closure(of: Set(operations.map(DocumentPart.operation))) { Array(contents[$0]?.uses ?? []) }
    }

    func mistakes(neededBy part: DocumentPart) -> Set<Int> {
        closure(of: [part]) { Array(contents[$0]?.uses ?? []) }
            .reduce(into: []) { $0.formUnion(contents[$1]?.mistakes ?? []) }
    }

    func closure(
        of parts: Set<DocumentPart>, _ next: (DocumentPart) -> [DocumentPart]
    ) -> Set<DocumentPart> {
        var closed = parts
        var open = Array(parts)
        while let part = open.popLast() {
            open += next(part).filter { closed.insert($0).inserted }
        }
        return closed
    }
}
