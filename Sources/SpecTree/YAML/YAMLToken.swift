/// A token of a YAML text (YAML 1.2, chapters 6 to 9).
struct YAMLToken {
    enum Kind: Equatable {
        case documentStart
        case documentEnd
        case streamEnd
        case blockSequenceStart
        case blockMappingStart
        case blockEnd
        case flowSequenceStart
        case flowSequenceEnd
        case flowMappingStart
        case flowMappingEnd
        case blockEntry
        case flowEntry
        case key
        case value
        case alias(String)
        case anchor(String)
        case tag(String)
        case scalar(String, isPlain: Bool)
    }

    let kind: Kind
    let offset: Int
}

/// The first error of a YAML text: no reader can know what follows it.
struct YAMLError: Error {
    let message: String
    let offset: Int
}
