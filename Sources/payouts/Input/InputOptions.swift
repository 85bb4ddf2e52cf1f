import IyzicoMassPayout
import KurusCommandLine

/// How a payer's file is read.
struct InputOptions {
    /// Checks of recipients beyond their form.
    var checks: RecipientChecks = .all
    var allowsDuplicates = false

    /// What a person asked for.
    init(_ arguments: ParsedArguments) {
        checks = arguments.has("--unchecked-recipients") ? [] : .all
        allowsDuplicates = arguments.has("--allow-duplicates")
    }

    init() {}

    /// For the file of an order that was sent: what was allowed then is not asked again.
    var ofSentOrder: InputOptions {
        var options = self
        options.checks = []
        options.allowsDuplicates = true
        return options
    }
}

extension CommandDefinition.Option {
    /// What a file that is sent may hold.
    static let inputChecks = [
        CommandDefinition.Option(
            name: "--allow-duplicates", valueName: nil,
            text: "Take rows that pay one recipient the same amount twice."),
        CommandDefinition.Option(
            name: "--unchecked-recipients", valueName: nil,
            text: "Take IBANs and identity numbers whose length or check digits are wrong, as those of the provider's "
                + "own samples are."),
    ]
}
