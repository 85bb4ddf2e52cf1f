/// How a part of a line looks on a terminal.
enum TextStyle: String {
    // The parameters of Select Graphic Rendition (ECMA-48, §8.3.117).
    case heading = "1"
    case breaking = "1;31"
    case warning = "33"
    case removed = "31"
    case added = "32"
    case place = "36"

    init?(of level: ChangeLevel) {
        switch level {
        case .breaking: self = .breaking
        case .warning: self = .warning
        case .info, .none: return nil
        }
    }

    init?(of mark: ShownDeclaration.Mark) {
        switch mark {
        case .removed: self = .removed
        case .added: self = .added
        case .kept: return nil
        }
    }
}

/// A part of a line.
struct TextRun {
    let text: String
    let style: TextStyle?

    init(_ text: String, _ style: TextStyle? = nil) {
        self.text = text
        self.style = style
    }
}
