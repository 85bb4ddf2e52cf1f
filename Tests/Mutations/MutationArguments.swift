/// What to run, and for how long.
struct MutationArguments {
    enum Subject {
        /// Mutated pages, sent down the way to source.
        case pages
        /// Edited documents, compared with what they were.
        case diff
    }

    var subject = Subject.pages
    var seconds = 20
    var seed = UInt64.random(in: 0..<1_000_000_000)
    /// The first case of the seed: that of a failure, to repeat it alone with `--cases 1`.
    var first = 0
    var cases = Int.max
    var specs = "specs"
    /// Where the case at hand is kept while it runs, so that one that crashes can be looked at.
    var caseFolder = ".build/mutation"

    /// How many failures of the diff end the run.
    var failures = 1
    /// Files and folders of documents for the diff.
    var documents = ["specs", "Tests/Fixtures/Golden", "Tests/Fixtures/Consumer/Clients"]

    /// Where the clients of the cases that give one are kept, a folder for each, to be compiled; nil to drop them.
    var clientFolder: String?

    /// Nil when the words cannot be understood.
    init?(_ words: ArraySlice<String>) {
        var rest = words
        if rest.first == "diff" {
            rest = rest.dropFirst()
            subject = .diff
        }
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
