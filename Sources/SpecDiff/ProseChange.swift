package import SpecDiagnostics

/// A difference of a text for people.
package struct ProseChange: Sendable {
    /// The text's place in the words of the document: "description of property `currency` of `Amount`".
    package var subject: String
    /// Nil where a side lacks the text.
    package var was: String?
    package var now: String?
    package var base: SourceLocation?
    package var revision: SourceLocation?
}

/// A sample that does not fit its schema.
package struct SampleFinding: Sendable {
    /// Whether the same sample fitted before.
    package enum Since: String, Sendable {
        /// It fits the base and not the revision.
        case revision
        /// It fits neither: a mistake of the page, not of its change.
        case always
    }

    package var location: SourceLocation
    package var since: Since
    /// The violation in one sentence, without a full stop.
    package var message: String
}
