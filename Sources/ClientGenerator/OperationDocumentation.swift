import SourceText
import SpecAPI
import SpecDiagnostics

/// The documentation comment of an operation: the page's words, the place, the page, and the parameters.
enum OperationDocumentation {
    static func paragraphs(_ plan: OperationPlan) -> [String] {
        var paragraphs: [String] = []
        if let summary = plan.summary, !summary.isEmpty { paragraphs.append(summary) }
        if let description = plan.description, !description.isEmpty, description != plan.summary {
            paragraphs.append(description)
        }
        let page = plan.location.file.path.split(separator: "/").last.map(String.init) ?? ""
        paragraphs.append("`\(plan.method.uppercased()) \(plan.path)` · \(page)")
        let parameters = parameterLines(plan)
        if !parameters.isEmpty { paragraphs.append(parameters.joined(separator: "\n")) }
        return paragraphs
    }

    private static func parameterLines(_ plan: OperationPlan) -> [String] {
        var lines: [String] = []
        if plan.namesServer {
            let urls = plan.server.named.map { "`\($0.url)`" }.joined(separator: " or ")
            lines.append("- server: Where the call is sent; the document lists \(DocumentationText.oneLine(urls)).")
        }
        lines += plan.parameters.compactMap { parameter in
            parameter.documentation.map { "- \(parameter.label.name): \(DocumentationText.oneLine($0))" }
        }
        if let body = plan.body?.documentation, !body.isEmpty {
            lines.append("- body: \(DocumentationText.oneLine(body))")
        }
        return lines
    }
}
