import SourceText
import SpecDiagnostics

/// Places as diagnostics name them.
enum PlaceText {
    /// `page.md:8:312`
    static func text(of location: SourceLocation, _ indexes: inout LineIndexes) -> String {
        let position = indexes.position(of: location)
        return "\(location.file.path):\(position.line):\(position.column)"
    }
}

extension SampleFinding.Since {
    /// In words, behind the finding.
    var words: String {
        switch self {
        case .revision: "it fitted before"
        case .always: "it never fitted"
        }
    }
}
