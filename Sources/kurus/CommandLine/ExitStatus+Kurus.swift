import KurusCommandLine

extension ExitStatus {
    /// There is a change of the level that `--fail-on` names.
    static let found = ExitStatus(code: 1)
    /// A page could not be fetched.
    static let providerFailed = ExitStatus(code: 4)
}
