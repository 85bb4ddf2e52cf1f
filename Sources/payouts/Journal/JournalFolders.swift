import Foundation
import KurusCommandLine

/// The folders of journals.
enum StateFolder {
    /// Returns the named folder, or the state folder of the XDG Base Directory Specification.
    static func journals(_ named: String?, _ context: CommandContext) throws(CommandFailure) -> String {
        let environment = context.environment.filter { !$0.value.isEmpty }
        if let folder = named ?? environment["KURUS_JOURNALS"] { return context.absolute(folder) }
        // The specification ignores relative paths.
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/kurus/payouts" }
        if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.local/state/kurus/payouts" }
        throw CommandFailure(.usage, "the folder for journals is unknown: set HOME, or name a folder by --journal DIR")
    }

    /// Returns every folder where this user's journals may be, apart from one that a command names.
    static func all(_ context: CommandContext) -> [String] {
        let environment = context.environment.filter { !$0.value.isEmpty }
        let folders = [
            environment["KURUS_JOURNALS"].map(context.absolute),
            environment["XDG_STATE_HOME"].map { $0 + "/kurus/payouts" },
            environment["HOME"].map { $0 + "/.local/state/kurus/payouts" },
        ]
        return folders.compactMap(\.self).filter { $0.hasPrefix("/") }
    }
}

/// Journals of the same provider and host under another key, or in another journal folder. A new journal does not know
/// what they have paid.
enum OtherJournals {
    /// Returns the sorted paths of the other journals.
    static func paths(beside account: Account, _ context: CommandContext) -> [String] {
        guard let folder = account.journalFolder else { return [] }
        let own = standardized(folder)
        let names = own.split(separator: "/").suffix(3)
        // The path within a journal folder is PROVIDER/HOST/KEY.
        let place = "/" + names.dropLast().joined(separator: "/")
        let roots = [String(own.dropLast(names.joined(separator: "/").count + 1))] + StateFolder.all(context)
        let folders = roots.flatMap { root -> [String] in
            let host = standardized(root) + place
            return (try? FileManager.default.contentsOfDirectory(atPath: host))?.map { "\(host)/\($0)" } ?? []
        }
        let journals = Set(folders).subtracting([own]).map { "\($0)/\(Account.journalName)" }
        return journals.filter { FileManager.default.fileExists(atPath: $0) }.sorted()
    }

    /// Returns the end of a message about a missing journal; empty where there is no other one.
    static func text(beside account: Account, _ context: CommandContext) -> String {
        let paths = paths(beside: account, context)
        if paths.isEmpty { return "" }
        return
            "; there is another one of this host, \(paths.joined(separator: ", ")) (after a change of keys 'payouts "
            + "rekey' continues it)"
    }

    private static func standardized(_ path: String) -> String {
        (path as NSString).standardizingPath
    }
}
