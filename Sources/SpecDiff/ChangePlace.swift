package import SpecDiagnostics
package import SpecTree

/// Where one side of a change stands.
package struct ChangePlace: Hashable, Sendable {
    /// What to show: the word, value or name that is different.
    package var location: SourceLocation
    /// What it belongs to: the property, parameter, response or operation that the change is about.
    package var subject: SourceLocation
    /// The way to the subject in its document; empty until it is looked up.
    package var pointer = JSONPointer()

    package init(_ location: SourceLocation, in subject: SourceLocation? = nil) {
        self.location = location
        self.subject = subject ?? location
    }
}
