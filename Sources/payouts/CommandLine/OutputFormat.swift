/// For whom results are written.
enum OutputFormat: String, CaseIterable {
    case text
    case json
}
