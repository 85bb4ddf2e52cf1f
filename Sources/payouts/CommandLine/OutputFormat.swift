import KurusCommandLine

/// The form in which results are written.
enum OutputFormat: String, CaseIterable {
    case text
    case json

    static let option = Option(
        "--format", "FORMAT", default: Self.text,
        "text (the default): tables. json: one JSON object on standard output, described under JSON.")
}
