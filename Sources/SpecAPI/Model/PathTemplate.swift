/// A path or URL with variables in braces (OpenAPI 3.0.3, §4.3).
package enum PathTemplate {
    /// Returns the names of the variables, in order and without duplicates.
    package static func variables(of template: String) -> [String] {
        var names: [String] = []
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            if !names.contains(name) { names.append(name) }
            rest = rest[rest.index(after: close)...]
        }
        return names
    }

    /// Returns the template with nameless variables: two paths with the same shape cannot be told apart.
    package static func shape(of template: String) -> String {
        var result = ""
        var isName = false
        for character in template {
            if character == "{" { isName = true }
            if !isName { result.append(character) }
            if character == "}", isName {
                isName = false
                result += "{}"
            }
        }
        return result
    }
}
