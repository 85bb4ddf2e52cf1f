import KurusCommandLine

extension CommandDefinition {
    static let diff = CommandDefinition(
        name: "diff",
        summary: "say what is different between two versions of an API",
        synopses: [
            "kurus diff [OPTION...] BASE REVISION",
            "kurus diff [OPTION...] [BASE]",
            "kurus diff --git-driver -- WORD...",
        ],
        paragraphs: [
            "Compares two versions of an API and judges every change twice: what it does on the wire, and what it does "
                + "to Swift code that imports the generated module. What only reads differently stands apart.",
            "BASE and REVISION are each a page, a document, a kurus.json, or a folder: one with a kurus.json is read as "
                + "that says, overlays and all; one of such folders, like specs, holds several clients, which are "
                + "paired by module; of any other folder all .json and .md files are one API, "
                + "whose module is called PageAPI.",
            "Either can be in a git revision: REV:PATH, where PATH begins at the repository's root, or with ./ at the "
                + "working directory; :PATH is what is staged. REV alone stands for its specs. Whatever stands on the disk "
                + "under the whole name, colon and all, is meant first; ./NAME always means the disk.",
            "Without operands, HEAD's specs are compared with those on the disk. With one: PATH on the disk with what "
                + "HEAD has there; REV:PATH with PATH on the disk; the specs of REV with those on the disk. REV..REV "
                + "compares the specs of both, REV...REV those of the second with those where both parted. Where one "
                + "is left out, there may be nothing at the other.",
            "The report goes to standard output; what keeps an input from being compared, to standard error. What "
                + "else is wrong with a document is in the report, and the rest is compared all the same.",
        ],
        options: diffOptions,
        exitStatuses: [
            (.done, "There is no change of the level that --fail-on names. With --git-driver: always."),
            (.found, "There is one."),
            (.usage, "The command line is wrong."),
            (.unusableInput, "An input, or the file of accepted changes, cannot be read or used."),
        ],
        examples: [
            Example(command: "kurus diff", text: "What the working directory changes."),
            Example(command: "kurus diff main...", text: "What this branch changes, for its review."),
            Example(
                command: "kurus diff --format markdown --output comment.md main:specs/bank",
                text: "The comment for a pull request that changes one provider."),
            Example(command: "kurus diff old.md new.md", text: "Compare two pages."),
        ],
        environment: [("NO_COLOR", "With any value: --color auto means never.")],
        files: [
            (
                "specs/NAME/kurus.json",
                "What a client is made of; further pages: lintInputs, and those of sources that are no inputs."
            ),
            (
                ".gitattributes",
                "specs/**/*.md diff=kurus: lets git diff show pages by kurus, together with: "
                    + "git config diff.kurus.command 'kurus diff --git-driver --'"
            ),
        ])

    private static let diffOptions = [
        Option(
            name: "--format", valueName: "FORMAT",
            text: "text (the default); markdown, for the comment of a pull request; html, one page that needs nothing "
                + "else; json; github, annotations of the changed lines; junit."),
        Option(name: "--output", valueName: "FILE", text: "Write the report to this file."),
        Option(
            name: "--fail-on", valueName: "LEVEL",
            text: "Exit with status 1 if there is a change of this level or a graver one: breaking (the default), "
                + "warning, or any, which counts every change, text and sample that the report shows."),
        Option(
            name: "--verdict", valueName: "VERDICT",
            text: "Which level --fail-on looks at: wire, source, or both (the default)."),
        Option(
            name: "--accept", valueName: "FILE",
            text: "Accepted changes, which stay in the report and do not count: a JSON object whose member accepted is "
                + "an array of objects with fingerprint (the id that the report prints), reason, expires (the last "
                + "day, as 2026-12-31) and, if you like, rule. One that has expired or matches nothing is an error."),
        Option(name: "--no-prose", valueName: nil, text: "Leave out what only reads differently."),
        Option(
            name: "--color", valueName: "WHEN",
            text: "Colour the text: auto (the default) on a terminal, always, or never."),
        Option(
            name: "--git-driver", valueName: nil,
            text: "Be an external diff driver of git, which calls it with the two versions of one file: see FILES."),
    ]
}
