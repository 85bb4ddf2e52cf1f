/// How the text of a file is encoded, where a payer says it.
enum FileEncoding: String, CaseIterable {
    case utf8 = "utf-8"
    /// What Turkish versions of Windows call ANSI.
    case windows1254 = "windows-1254"
}
