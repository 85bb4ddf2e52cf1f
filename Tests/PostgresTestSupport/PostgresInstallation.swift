#if Postgres
import Foundation

/// PostgreSQL's own programs on this machine.
public struct PostgresInstallation: Sendable {
    /// The folder with `initdb` and `pg_ctl`.
    public let folder: String

    /// This machine's installation; nil without one.
    public static let found: PostgresInstallation? = find()

    /// Shown where tests are skipped for want of it.
    public static let missing =
        "left out: the journal in PostgreSQL was not tested, since neither pg_config nor /usr/lib/postgresql leads to initdb"

    public func program(_ name: String) -> String { folder + "/" + name }

    private static func find() -> PostgresInstallation? {
        let folders = [configuredFolder()].compactMap { $0 } + packagedFolders()
        return folders.first { FileManager.default.isExecutableFile(atPath: $0 + "/initdb") }.map {
            PostgresInstallation(folder: $0)
        }
    }

    private static func configuredFolder() -> String? {
        guard let output = try? Subprocess.output(of: ["/usr/bin/env", "pg_config", "--bindir"]) else { return nil }
        return output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Debian keeps a folder a version; the newest first.
    private static func packagedFolders() -> [String] {
        let root = "/usr/lib/postgresql"
        let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        return versions.sorted { (Int($0) ?? 0) > (Int($1) ?? 0) }.map { "\(root)/\($0)/bin" }
    }
}
#endif
