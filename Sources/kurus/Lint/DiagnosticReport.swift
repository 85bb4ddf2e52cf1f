import SpecDiagnostics

/// Diagnostics as JSON, for a machine.
struct DiagnosticReport {
    let json: String

    init(_ diagnostics: Diagnostics) {
        json = ""
    }
}
