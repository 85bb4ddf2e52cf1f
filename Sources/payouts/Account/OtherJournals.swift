import Foundation
import KurusCommandLine

/// Journals of the same provider and host that lie elsewhere: under another key, or in another of the folders where
/// journals lie. A new journal beside one of these does not know what that one has paid.
enum OtherJournals {
    /// - Returns: Their paths, sorted.
    static func paths(beside account: Account, _ surroundings: Surroundings) -> [String] {
        guard let folder = account.journalFolder else { return [] }
        let own = standardized(folder)
        let names = own.split(separator: "/").suffix(3)
        // PROVIDER/HOST/KEY in the folder where journals lie.
        let place = "/" + names.dropLast().joined(separator: "/")
        let roots = [String(own.dropLast(names.joined(separator: "/").count + 1))] + StateFolder.all(surroundings)
        let folders = roots.flatMap { root -> [String] in
            let host = standardized(root) + place
            return (try? FileManager.default.contentsOfDirectory(atPath: host))?.map { "\(host)/\($0)" } ?? []
        }
        let journals = Set(folders).subtracting([own]).map { "\($0)/\(Account.journalName)" }
        return journals.filter { FileManager.default.fileExists(atPath: $0) }.sorted()
    }

    /// The end of a message about a journal that is not there; empty where there is no other one.
    static func text(beside account: Account, _ surroundings: Surroundings) -> String {
        let paths = paths(beside: account, surroundings)
        if paths.isEmpty { return "" }
        return
            "; there is another one of this host, \(paths.joined(separator: ", ")) (after a change of keys 'payouts rekey' "
            + "lets it go on)"
    }

    private static func standardized(_ path: String) -> String {
        (path as NSString).standardizingPath
    }
}
