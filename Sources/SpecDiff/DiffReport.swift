/// Everything that is different between two versions of an API, judged.
package struct DiffReport: Sendable {
    /// Urgent ones first, then by the graver of both levels, then in the order of the documents.
    package var changes: [Change]
    /// In the order of the pages.
    package var prose: [ProseChange]
    package var samples: [SampleFinding]
    /// `info.version` of both, where the documents of a side agree on it.
    package var baseVersion: String?
    package var revisionVersion: String?
    /// The module that the source verdict is about; nil where no kurus.json names one.
    package var module: String?
    /// Whether both sides could be read so far that their declarations were compared.
    package var isSourceCompared = true

    package init(
        changes: [Change] = [], prose: [ProseChange] = [], samples: [SampleFinding] = [], baseVersion: String? = nil,
        revisionVersion: String? = nil, module: String? = nil
    ) {
        self.changes = changes
        self.prose = prose
        self.samples = samples
        self.baseVersion = baseVersion
        self.revisionVersion = revisionVersion
        self.module = module
    }

    /// The gravest levels of the changes that nobody has accepted.
    package var wire: ChangeLevel { counted.map(\.wire).max() ?? .none }
    package var source: ChangeLevel { counted.map(\.source).max() ?? .none }

    /// The changes that nobody has accepted.
    package var counted: [Change] { changes.filter { $0.accepted == nil } }
}
