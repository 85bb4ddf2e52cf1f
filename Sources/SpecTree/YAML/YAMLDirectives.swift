/// The directives of a document (§6.8): the version, and the prefixes of tags.
struct YAMLDirectives {
    private var prefixes: [String: String] = [:]
    private var isVersionKnown = false
    /// Whether directives wait for the document that they are about.
    private var isPending = false

    /// Reads `%YAML 1.2` or `%TAG`; others are reserved, and passed over.
    mutating func read(_ line: String, at offset: Int) throws(YAMLError) {
        let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
        isPending = true
        if words.first == "%YAML" {
            let isOnly = words.count == 2 || (words.count > 2 && words[2].hasPrefix("#"))
            guard !isVersionKnown, isOnly, words[1].hasPrefix("1."), Int(words[1].dropFirst(2)) != nil else {
                throw YAMLError(message: "`%YAML` names one version, 1.2, once", offset: offset)
            }
            isVersionKnown = true
        }
        if words.first == "%TAG", words.count >= 3 { prefixes[words[1]] = words[2] }
    }

    /// Begins a document, which `---` does where there are directives.
    mutating func startDocument(isMarked: Bool, at offset: Int) throws(YAMLError) {
        if isPending, !isMarked {
            throw YAMLError(message: "directives without a document; `---` begins it", offset: offset)
        }
        (isPending, isVersionKnown) = (false, false)
    }

    mutating func endDocument() {
        prefixes = [:]
    }

    /// Returns a tag in full (§6.8.2): `!!str` is `tag:yaml.org,2002:str`.
    func tag(_ text: String, at offset: Int) throws(YAMLError) -> String {
        if text.hasPrefix("!<") { return String(text.dropFirst(2).dropLast()) }
        guard let end = text.dropFirst().firstIndex(of: "!") else { return (prefixes["!"] ?? "!") + text.dropFirst() }
        let handle = String(text[...end])
        guard let prefix = prefixes[handle] ?? (handle == "!!" ? "tag:yaml.org,2002:" : nil) else {
            throw YAMLError(message: "the tag's `\(handle)` is not declared", offset: offset)
        }
        return prefix + text[text.index(after: end)...]
    }
}
