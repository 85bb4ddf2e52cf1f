import KurusCommandLine

extension ExitStatus {
    /// With `--check`: a file would change.
    static let stale = ExitStatus(code: 1)
}
