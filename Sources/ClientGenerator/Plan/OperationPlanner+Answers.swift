import SpecAPI
import SpecDiagnostics

// Plans the results of methods, and the documented failures.
extension OperationPlanner {
    mutating func result(
        of operation: APIOperation, scope: inout TypePlanner.Scope
    ) -> OperationPlan.Result {
        var successes = operation.responses.filter(\.isSuccess)
        if successes.isEmpty {
            // Without other documented responses, `default` describes success too.
            successes = operation.responses.filter { $0.status == .default }
            guard let only = successes.first, !only.content.isEmpty || !only.headers.isEmpty else { return .nothing }
        }
        if successes.count == 1, successes[0].headers.isEmpty {
            guard let media = preferred(successes[0].content, verb: "asked for") else { return .nothing }
            return .content(
                content(media, hint: "Response", of: successes[0].component, kind: "Response", .response, scope: &scope)
            )
        }
        return successes.isEmpty ? .nothing : .output(answers(successes, scope: &scope))
    }

    /// Returns the first documented success status, or the usual one.
    static func successStatus(of operation: APIOperation, _ result: OperationPlan.Result) -> Int {
        let successes = operation.responses.filter(\.isSuccess)
        for response in successes {
            if case .code(let code) = response.status { return code }
        }
        if case .nothing = result, successes.isEmpty { return 204 }
        return 200
    }

    mutating func failures(
        of operation: APIOperation, result: OperationPlan.Result, scope: inout TypePlanner.Scope
    ) -> [OperationPlan.Answer] {
        let hasSuccess = operation.responses.contains(where: \.isSuccess)
        let described = operation.responses.filter { response in
            !response.isSuccess && !response.status.isInterim && (response.status != .default || hasSuccess)
        }
        guard described.contains(where: \.hasValues) else { return [] }
        // A status without content takes precedence over a range or `default` with some (OpenAPI 3.0.3, §4.7.16).
        return answers(described.filter { $0.status != .default || $0.hasValues }, scope: &scope)
    }

    private mutating func answers(
        _ responses: [APIResponseDescription], scope: inout TypePlanner.Scope
    ) -> [OperationPlan.Answer] {
        responses.map { response in
            let name = StatusNames.name(of: response.status)
            let media = preferred(response.content, verb: "asked for")
            let hint = Namer.startingUpper(name.name)
            let content = media.map {
                self.content($0, hint: hint, of: response.component, kind: "Response", .response, scope: &scope)
            }
            return OperationPlan.Answer(
                location: response.location, status: response.status, name: name, content: content,
                headers: headers(of: response, hint: hint, scope: &scope), documentation: response.description)
        }
    }

    private mutating func headers(
        of response: APIResponseDescription, hint: String, scope: inout TypePlanner.Scope
    ) -> [OperationPlan.Answer.Header] {
        reportEqualHeaders(response.headers)
        let names = NameScope.names(
            of: response.headers.map { NameScope.Entry(text: $0.name, location: $0.location) }, as: .member,
            reserved: ["body", "status"], types: types.takenNames)
        return zip(response.headers, names).map { header, name in
            OperationPlan.Answer.Header(
                wireName: header.name, location: header.location, label: name,
                type: types.type(of: header.schema, hint: header.name, scope: &scope), isRequired: header.required,
                explode: header.explode)
        }
    }
}

extension APIResponseDescription {
    /// Whether there is something to read beside the status.
    fileprivate var hasValues: Bool { !content.isEmpty || !headers.isEmpty }
}

extension APIResponseDescription.Status {
    /// Whether another response follows (RFC 9110, §15.2).
    fileprivate var isInterim: Bool {
        switch self {
        case .code(let code): code < 200
        case .range(let hundreds): hundreds == 1
        case .default: false
        }
    }
}
