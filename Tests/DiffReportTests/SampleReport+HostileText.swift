import DiffReport
import SourceText
import SpecDiagnostics
@testable import SpecDiff
import SpecTree

extension SampleReport {
    /// Names, values and texts that a page may use to imitate markup.
    static func hostileReport() -> APIComparison {
        let file = SourceFile(
            path: "pages/a,b:c|d`e<f>&\"g'%.md",
            bytes: Array("{\"x\u{202E}y\": \"</pre><script>alert(1)</script>\u{1B}[2J\"}\n".utf8))
        let place = ChangeLocation(SourceLocation(file: file, offset: 10))
        let texts = [
            "</code><script>alert('1')</script> & \"quoted\"",
            "a | b | c ` d `` e *f* _g_ ~~h~~ [i](javascript:j) @everyone #1",
            "::error file=x::y\n::set-output name=a::b%0A##[error]z", "]]> \u{1B}[31mred\u{0} \u{202E}drawkcab\u{FFFE}",
            "", "\n\n",
        ]
        var changes = texts.enumerated().map { index, text in
            var change = Change(
                rule: "response-property-default-value-changed", wire: .breaking, direction: .response,
                subject: "property `\(text)`", message: "The default of `\(text)` changed", was: text,
                now: text + "!", base: place, revision: index.isMultiple(of: 2) ? place : nil)
            change.operations = ["GET /\(text)"]
            change.notes = [text]
            change.declarations = [
                DeclarationChange(
                    name: text, level: .warning, was: text, now: text, effect: text, base: nil, revision: nil)
            ]
            return change
        }
        changes[0].accepted = Acceptance(reason: texts[1], expires: "2027-01-31", location: place.location)
        return APIComparison(
            changes: changes,
            prose: texts.map {
                ProseChange(subject: $0, was: "Before. \($0)", now: "After. \($0)", base: place.location, revision: nil)
            },
            samples: texts.map { SampleFinding(location: place.location, since: .always, message: $0) },
            baseVersion: texts[2], revisionVersion: texts[0], module: "Hostile")
    }
}
