import SpecDiagnostics

/// What does not fit in a sample.
struct Misfit {
    let location: SourceLocation
    let message: String

    init(at location: SourceLocation, _ message: String) {
        self.location = location
        self.message = message
    }
}

/// What does not fit, and of which sample.
struct FoundMisfit {
    /// The sample: where it stands in its document, else its text.
    let sample: String
    let misfit: Misfit
    /// Behind the message: how many more there are like it.
    var remark = ""

    /// What the same finding of another version has in common.
    var key: [String] { [sample, misfit.message] }
}

extension FoundMisfit {
    /// More misfits than this that differ only in their positions in arrays are one.
    private static let alikeLimit = 4

    /// All that does not fit in a sample. Where every element of a long array has the same mistake, the first one stands
    /// for all.
    static func all(of sample: String, _ misfits: [Misfit]) -> [FoundMisfit] {
        let groups = Dictionary(grouping: misfits, by: \.messageWithoutPositions)
        var told: Set<String> = []
        return misfits.compactMap { misfit in
            let alike = groups[misfit.messageWithoutPositions]?.count ?? 1
            guard alike > alikeLimit else { return FoundMisfit(sample: sample, misfit: misfit) }
            guard told.insert(misfit.messageWithoutPositions).inserted else { return nil }
            return FoundMisfit(sample: sample, misfit: misfit, remark: ", and \(alike - 1) others are like it")
        }
    }
}

extension Misfit {
    fileprivate var messageWithoutPositions: String {
        message.replacing(/\[\d+\]/, with: "[]")
    }
}
