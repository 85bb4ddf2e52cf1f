package import KurusCommandLine

extension ExitStatus {
    /// With `--check`: a file would change.
    package static let stale = ExitStatus(code: 1)
}
