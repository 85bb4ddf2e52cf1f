package import KurusCommandLine

extension ExitStatus {
    /// A file would change (`--check`).
    package static let stale = ExitStatus(code: 1)
}
