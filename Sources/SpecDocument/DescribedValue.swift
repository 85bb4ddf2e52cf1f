import SpecDiagnostics
import SpecTree

/// The fields with which a parameter and a header describe their value.
protocol DescribedValueField: ExamplesField {
    static var schema: Self { get }
    static var content: Self { get }
}

/// The fields of an object that has one example, or named ones.
protocol ExamplesField: ObjectField {
    static var example: Self { get }
    static var examples: Self { get }
}

extension ObjectDecoder where Field: ExamplesField {
    /// `example` and `examples` exclude each other (§4.7.12.2, §4.7.14.1).
    mutating func checkExamples() {
        guard let example = member(.example), let examples = member(.examples) else { return }
        decoding.sloppy(
            "the \(Field.objectName) has `example` and `examples`; only one of them is allowed",
            at: examples.location, notes: [.init("`example` stands here", at: example.location)])
    }
}

extension ObjectDecoder where Field: DescribedValueField {
    /// A parameter has a schema or a content with one media type, never both (§4.7.12.2).
    mutating func checkSchemaAndContent() {
        switch (member(.schema), member(.content)) {
        case (let schema?, let content?):
            decoding.error(
                .invalidValue, "the \(Field.objectName) has `schema` and `content`; only one of them is allowed",
                at: content.location, notes: [.init("`schema` stands here", at: schema.location)])
        case (nil, nil):
            decoding.error(
                .missingField, "the \(Field.objectName) has neither `schema` nor `content`; one of them is required",
                at: location)
        case (nil, let member?):
            if let count = member.value.members?.count, count != 1 {
                decoding.error(
                    .invalidValue, "`content` of the \(Field.objectName) has \(count) media types, and must have one",
                    at: member.value.location)
            }
        case (_?, nil): break
        }
    }
}
