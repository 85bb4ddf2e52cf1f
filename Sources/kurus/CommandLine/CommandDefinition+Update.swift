import KurusCommandLine
import KurusGenerating

extension CommandDefinition {
    static let update = CommandDefinition(
        name: "update",
        summary: "fetch the pages as they are published now",
        synopses: ["kurus update [--check] [FOLDER...]", "kurus update [--force] [--pages-only] [FOLDER...]"],
        paragraphs: [
            "Fetches the pages that the sources of every specs/*/kurus.json name, or of those in the FOLDERs, and prints "
                + "what is different. Writes the pages as published, without the heading that cutFrom names and what "
                + "follows it; writes the clients; adds an entry to CHANGELOG.md, where there is one. What is left is to "
                + "read it all and to commit it.",
            "All pages of a kurus.json are written, or none. None is when one cannot be fetched, is redirected to another "
                + "place than https and a public name, comes as HTML, without the document that it had or without any "
                + "heading, or when a client could not be generated from the new pages; and none is written over a "
                + "change that is not committed. The pages of "
                + "other kurus.json files are updated all the same.",
            "Pages come over https, or over http from this machine; each has \(PageFetch.sizeLimit >> 20) MiB and "
                + "\(PageFetch.pageLimit.components.seconds) seconds at most, all together "
                + "\(PageFetch.runLimit.components.seconds) seconds. A page that the server says has not changed is not "
                + "sent again.",
        ],
        options: [
            Option(
                name: "--check", valueName: nil,
                text: "Fetch and print what is different, write nothing, and exit with status 1 if a page changed."),
            Option(
                name: "--force", valueName: nil,
                text: "Write over changes that are not committed, and where git cannot tell."),
            Option(
                name: "--pages-only", valueName: nil,
                text: "Write the pages even if no client can be generated from them, an overlay that no longer fits "
                    + "being the usual reason, and write nothing else: to amend the overlay by them."),
        ],
        exitStatuses: [
            (.done, "Nothing changed, or all that changed is written."),
            (.stale, "With --check: a page changed."),
            (.usage, "The command line is wrong."),
            (.unusableInput, "A page cannot be used or written, or a kurus.json cannot be read."),
            (.providerFailed, "A page could not be fetched."),
        ],
        examples: [
            Example(command: "kurus update", text: "Update all of specs/."),
            Example(command: "kurus update --check specs/bank", text: "Ask whether a provider changed a page."),
        ],
        environment: [
            (
                "XDG_CACHE_HOME",
                "The folder for caches, ~/.cache unless set (~/Library/Caches on macOS): kurus/etags.json in it says "
                    + "which version of a page was fetched last. It can be removed at any time."
            )
        ],
        files: [
            (
                "specs/NAME/kurus.json",
                "sources: the pages, in its folder, and the address of each, without a password; cutFrom."
            ),
            ("CHANGELOG.md", "Gets an entry below Unreleased, Changed."),
        ])
}
