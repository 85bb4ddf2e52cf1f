/// Lines of Swift code, with the words that differ between them set off.
enum HTMLCode {
    static func lines(of declaration: ShownDeclaration) -> [HTMLFragment] {
        let lines = declaration.lines
        let words = lines.count == 2 ? WordDiff(from: lines[0].code, to: lines[1].code).parts : []
        // Where nothing is the same, setting everything off says nothing.
        let isRewritten = !words.contains { if case .same = $0 { true } else { false } }
        return lines.map { mark, code in
            let text = isRewritten ? [.text(code)] : words.compactMap { fragment($0, on: mark) }
            let content = [.text(mark.rawValue)] + text
            return switch mark {
            case .removed: HTMLFragment.inline("del", content)
            case .added: HTMLFragment.inline("ins", content)
            case .kept: HTMLFragment.inline("span", content)
            }
        }
    }

    private static func fragment(_ part: WordDiff.Part, on mark: ShownDeclaration.Mark) -> HTMLFragment? {
        switch (part, mark) {
        case (.same(let text), _): .text(text)
        case (.removed(let text), .removed), (.added(let text), .added): .inline("b", [.text(text)])
        default: nil
        }
    }
}
