/// The kind and the length of a run.
struct MutationArguments {
    enum Subject {
        /// Mutated pages, sent through the pipeline.
        case pages
        /// Edited documents, compared with the originals.
        case diff
        /// Mutated documents, whose clients are compiled.
        case compile
    }

    var subject = Subject.pages
    var seconds = 20
    var seed = UInt64.random(in: 0..<1_000_000_000)
    /// The first case of the seed: that of a failure, to repeat it alone with `--cases 1`.
    var first = 0
    var cases = Int.max
    var specs = "specs"
    /// The file that holds the present case while it runs, so that a case that crashes can be examined.
    var caseFolder = ".build/mutation"

    /// The number of failures of the diff that end the run.
    var failures = 1
    /// Files and folders of documents for the diff.
    var documents = ["specs", "Tests/Fixtures/Golden", "Tests/Fixtures/Consumer/Clients"]

    /// The folder for generated clients, one folder each, to be compiled; nil to drop them.
    var clientFolder: String?

    /// Nil for unknown words.
    init?(_ words: ArraySlice<String>) {
        var rest = words
        switch rest.first {
        case "diff": subject = .diff
        case "compile":
            subject = .compile
            documents = ["Tests/Fixtures/Golden"]
        default: break
        }
        if subject != .pages { rest = rest.dropFirst() }
        while let option = rest.popFirst() {
            guard let value = rest.popFirst() else { return nil }
            switch option {
            case "--specs": specs = value
            case "--case": caseFolder = value
            case "--clients": clientFolder = value
            case "--documents": documents = value.split(separator: ",").map(String.init)
            default: guard setNumber(option, value) else { return nil }
            }
        }
    }

    private mutating func setNumber(_ option: String, _ value: String) -> Bool {
        guard let number = Int(value), number >= 0 else { return false }
        switch option {
        case "--seconds": seconds = number
        case "--seed": seed = UInt64(number)
        case "--first": first = number
        case "--cases": cases = number
        case "--failures": failures = number
        default: return false
        }
        return true
    }
}
