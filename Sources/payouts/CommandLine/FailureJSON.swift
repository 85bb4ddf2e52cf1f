import KurusCommandLine
import KurusRuntime

/// The one object of a command that failed before it had a result, for `--format json`.
enum FailureJSON {
    /// Whether a command line asks for JSON, be it wrong otherwise.
    static func isWanted(by arguments: [String]) -> Bool {
        let words = arguments.prefix { $0 != "--" }
        return words.contains("--format=json")
            || zip(words, words.dropFirst()).contains { $0 == "--format" && $1 == "json" }
    }

    /// One line.
    static func text(_ failure: CommandFailure) -> String {
        var error = JSONObject()
        error["text"] = .string(failure.message)
        if !failure.problems.isEmpty { error["problems"] = .array(failure.problems.map(json)) }
        var object = JSONObject()
        object["error"] = .object(error)
        object["exitStatus"] = .number(JSONNumber(Int(failure.status.code)))
        return JSONValue.object(object).description + "\n"
    }

    private static func json(_ problem: InputProblem) -> JSONValue {
        var object = JSONObject()
        object["line"] = problem.line.map { .number(JSONNumber($0)) }
        object["column"] = problem.column.map { .number(JSONNumber($0)) }
        object["element"] = problem.place.element.map { .number(JSONNumber($0)) }
        object["id"] = problem.itemID.map(JSONValue.string)
        object["text"] = .string(problem.message)
        return .object(object)
    }
}
