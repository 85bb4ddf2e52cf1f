import SpecDiagnostics
import SpecTree

/// JSON as pages print it: with comments, zeros before a number, a comma behind the last value, blanks of another kind.
enum LooseJSON {
    /// Reads a block.
    ///
    /// - Returns: The value, if the block is JSON or becomes so without what pages print; and what is wrong, if it is
    ///   not JSON as it stands. Places are those of the block.
    static func read(_ text: JSONText) -> (value: JSONNode?, problems: [Misfit]) {
        var diagnostics = Diagnostics()
        if let value = JSONNode.read(text, diagnostics: &diagnostics) { return (value, []) }
        var mender = JSONMender(text.bytes)
        mender.mend()
        let problems = mender.mended.map { mended in
            Misfit(at: text.location(of: mended.offset), "the sample is not JSON: \(mended.oddity.rawValue)")
        }
        diagnostics = Diagnostics()
        let mended = JSONText(file: text.file, bytes: mender.bytes, start: text.start)
        if let value = JSONNode.read(mended, diagnostics: &diagnostics) { return (value, problems) }
        let last = diagnostics.all.first.map { diagnostic in
            Misfit(
                at: diagnostic.location ?? text.location(of: 0), "the sample is not JSON: \(diagnostic.message)")
        }
        return (nil, problems + (last.map { [$0] } ?? []))
    }
}
