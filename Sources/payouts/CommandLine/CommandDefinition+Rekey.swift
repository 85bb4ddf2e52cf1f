import KurusCommandLine

extension CommandDefinition {
    static let rekey = CommandDefinition(
        name: "rekey",
        summary: "let a journal go on under changed keys",
        synopses: ["payouts rekey --old-credentials FILE [OPTION...]"],
        paragraphs: [
            "A journal has a key of its own, kept wrapped under the account's secret key. After the account's keys were "
                + "changed at iyzico, this wraps it under the new secret, and moves the journal to the folder of the new "
                + "API key where that was changed, too. Nothing that the journal knows is lost: what the old keys paid "
                + "is not paid again under the new ones.",
            "The old keys come from the file that --old-credentials names, the new ones from where every command takes "
                + "them; neither is ever an argument. Both have to be for one host. A run that is stopped on the way is "
                + "finished by the next one.",
            "With --journal postgres the journal stays where it is in the database; workers that have it open go on.",
            credentialsParagraph,
            "JSON: journal (its path, or postgres) and exitStatus. " + failureJSONSentence,
        ],
        options: [
            Option(
                name: "--old-credentials", valueName: "FILE",
                text: "A file of the old keys, as --credentials takes it: its mode has to be 0600, too."),
            .actor, .format, .credentials, .journal,
        ],
        exitStatuses: [
            (.done, "The journal is kept under the new keys."),
            (.usage, "The command line is wrong, or keys are missing or cannot be used."),
            (.unusableInput, "There is no journal, it cannot be used, or both keys have one."),
            (.busy, "A run is at work on the journal. Wait, and run it again."),
        ],
        examples: [
            Example(
                command: "payouts rekey --old-credentials old-keys --credentials new-keys",
                text: "After a rotation; then delete old-keys.")
        ],
        environment: environment, files: [journalFile])
}
