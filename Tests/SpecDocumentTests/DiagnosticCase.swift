import Testing

/// A piece of a document, and the diagnostics expected of it; empty when it is right.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sample: Sample
    let piece: String
    let printed: String

    init(_ name: String, _ sample: Sample, _ piece: String, _ printed: String) {
        testDescription = name
        self.sample = sample
        self.piece = piece
        self.printed = printed
    }
}
