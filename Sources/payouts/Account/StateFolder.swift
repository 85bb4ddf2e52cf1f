import KurusCommandLine

/// Where journals lie.
enum StateFolder {
    /// The folder that is named, or the one for a program's state by the XDG Base Directory Specification.
    static func journals(_ named: String?, _ surroundings: Surroundings) throws(CommandFailure) -> String {
        let environment = surroundings.environment.filter { !$0.value.isEmpty }
        if let folder = named ?? environment["KURUS_JOURNALS"] { return surroundings.absolute(folder) }
        // The specification has relative paths ignored.
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/kurus/payouts" }
        if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.local/state/kurus/payouts" }
        throw CommandFailure(.usage, "where journals lie is not known: set HOME, or name a folder by --journal DIR")
    }

    /// Every folder where journals of this user may lie, without one that a command names.
    static func all(_ surroundings: Surroundings) -> [String] {
        let environment = surroundings.environment.filter { !$0.value.isEmpty }
        let folders = [
            environment["KURUS_JOURNALS"].map(surroundings.absolute),
            environment["XDG_STATE_HOME"].map { $0 + "/kurus/payouts" },
            environment["HOME"].map { $0 + "/.local/state/kurus/payouts" },
        ]
        return folders.compactMap(\.self).filter { $0.hasPrefix("/") }
    }
}
