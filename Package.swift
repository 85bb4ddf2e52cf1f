// swift-tools-version: 6.2

import PackageDescription

// Two halves share KurusJSON and KurusHTTP. The tool: pages become documents, documents one API, the API Swift source.
// The client: what that source imports.
let package = Package(
    name: "kurus",
    platforms: [.macOS(.v15), .iOS(.v18)],
    products: [
        .executable(name: "kurus", targets: ["kurus"]),
        .library(name: "KurusRuntime", targets: ["KurusRuntime"]),
        .library(name: "KurusTransport", targets: ["KurusTransport"]),
        .library(name: "KurusServer", targets: ["KurusServer"]),
        .library(name: "IyzicoMassPayoutAPI", targets: ["IyzicoMassPayoutAPI"]),
        .library(name: "JuspayPayoutAPI", targets: ["JuspayPayoutAPI"]),
        .library(name: "IyzicoMassPayout", targets: ["IyzicoMassPayout"]),
        .library(name: "PayoutJournalTesting", targets: ["PayoutJournalTesting"]),
        .library(name: "JuspayPayout", targets: ["JuspayPayout"]),
        .executable(name: "payouts", targets: ["payouts"]),
        .library(name: "PostgresJournal", targets: ["PostgresJournal"]),
        .plugin(name: "GenerateClient", targets: ["GenerateClient"]),
        .plugin(name: "RegenerateAll", targets: ["RegenerateAll"]),
    ],
    traits: [
        .trait(
            name: "Postgres", description: "The journal of many machines, over libpq: its headers must be installed.")
    ],
    targets: [
        .target(name: "KurusJSON"),
        // Source files, lines, excerpts and "did you mean", for the texts of both command lines.
        .target(name: "SourceText"),

        // The tool, in the order of its stages.
        .target(name: "SpecDiagnostics", dependencies: ["SourceText"]),
        .target(name: "SpecTree", dependencies: ["KurusJSON", "SourceText", "SpecDiagnostics"]),
        .target(name: "SpecPages", dependencies: ["KurusJSON", "SourceText", "SpecDiagnostics", "SpecTree"]),
        .target(name: "SpecDocument", dependencies: ["SourceText", "SpecDiagnostics", "SpecTree"]),
        .target(
            name: "SpecAPI", dependencies: ["SourceText", "SpecDiagnostics", "SpecTree", "SpecDocument"]),
        .target(
            name: "ClientGenerator",
            dependencies: ["SourceText", "SpecDiagnostics", "SpecTree", "SpecDocument", "SpecAPI"]),
        // The one path from pages to a client, or to one side of a diff.
        .target(
            name: "SpecPipeline",
            dependencies: [
                "SourceText", "SpecDiagnostics", "SpecTree", "SpecPages", "SpecDocument", "SpecAPI", "ClientGenerator",
            ]),
        // Compares two versions of an API: the effect of each difference on the wire and on Swift code.
        .target(
            name: "SpecDiff",
            dependencies: [
                "SourceText", "SpecDiagnostics", "SpecTree", "SpecDocument", "SpecPages", "SpecAPI", "ClientGenerator",
                "SpecPipeline",
            ]),
        // Writes a judged comparison as text, Markdown, HTML, JSON, GitHub annotations and JUnit XML.
        .target(
            name: "DiffReport", dependencies: ["KurusJSON", "SourceText", "SpecDiagnostics", "SpecTree", "SpecDiff"]),
        // Type-checks generated source with the toolchain's compiler.
        .target(name: "ClientVerification"),
        // Arguments, usage and exit statuses, for both command lines.
        .target(name: "KurusCommandLine", dependencies: ["SourceText"]),
        // From a kurus.json, or the arguments of a command line, to the files of its clients.
        .target(
            name: "KurusGenerating",
            dependencies: [
                "SourceText", "SpecDiagnostics", "SpecTree", "SpecAPI", "ClientGenerator", "SpecPipeline",
                "KurusCommandLine",
            ]),
        // The reference tables, for `kurus help`, `kurus explain` and the documentation.
        .target(name: "KurusReference", dependencies: ["SpecDiagnostics", "SpecDocument", "SpecDiff"]),
        // Writes these tables, and the tutorial's code, into the documentation catalog.
        .executableTarget(name: "reference-pages", dependencies: ["KurusReference"]),
        // The program of the plugins. Every package that uses a plugin compiles it, so it depends on nothing else.
        .executableTarget(name: "kurus-generate", dependencies: ["KurusGenerating"]),
        .executableTarget(
            name: "kurus",
            dependencies: [
                "KurusJSON", "SourceText", "SpecDiagnostics", "SpecTree", "SpecPages", "SpecAPI", "ClientGenerator",
                "SpecPipeline",
                "SpecDiff", "DiffReport",
                "KurusHTTP", "KurusTransport", "KurusCommandLine", "KurusGenerating", "KurusReference",
                "ClientVerification",
            ]
        ),

        .plugin(name: "GenerateClient", capability: .buildTool(), dependencies: ["kurus-generate"]),
        .plugin(
            name: "RegenerateAll",
            capability: .command(
                intent: .custom(verb: "generate-clients", description: "Write the clients of specs/ to Generated/"),
                permissions: [.writeToPackageDirectory(reason: "kurus writes the clients that specs/ describes")]),
            dependencies: ["kurus-generate"]
        ),

        // The client.
        .target(name: "KurusHTTP"),
        // Carries requests: the only part of the client that needs libcurl and FoundationNetworking, for programs that
        // send. A module that only names a client's types does not depend on it.
        .target(name: "KurusTransport", dependencies: ["KurusHTTP", "CLibcurl"]),
        // The system's libcurl, loaded at run time on Linux; empty elsewhere.
        .target(name: "CLibcurl", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
        .target(name: "KurusRuntime", dependencies: ["KurusJSON", "KurusHTTP"]),
        // An additional import of generated server stubs.
        .target(name: "KurusServer", dependencies: ["KurusJSON", "KurusHTTP", "KurusRuntime"]),

        // Generated and committed, so that importers of a client build no generator.
        .target(name: "IyzicoMassPayoutAPI", dependencies: ["KurusRuntime"], path: "Generated/IyzicoMassPayoutAPI"),
        .target(name: "JuspayPayoutAPI", dependencies: ["KurusRuntime"], path: "Generated/JuspayPayoutAPI"),
        // The server halves, for the simulator. A target that others can depend on uses no plugin, because SwiftPM
        // builds the tools of every such target of a dependency, whichever product is asked for.
        .target(
            name: "IyzicoMassPayoutStub", dependencies: ["KurusRuntime", "KurusServer", "IyzicoMassPayoutAPI"],
            path: "Generated/IyzicoMassPayoutStub"),
        .target(
            name: "JuspayPayoutStub", dependencies: ["KurusRuntime", "KurusServer", "JuspayPayoutAPI"],
            path: "Generated/JuspayPayoutStub"),

        // Written by hand on top of them: signing, and the safety of payouts.
        .target(
            name: "IyzicoMassPayout",
            dependencies: ["KurusJSON", "KurusRuntime", "KurusTransport", "IyzicoMassPayoutAPI"]),
        // The contract of a journal, as checks for the tests of any journal.
        .target(name: "PayoutJournalTesting", dependencies: ["IyzicoMassPayout"]),
        // PostgreSQL's C library, and a journal that uses it. Without the trait both are empty and need no
        // installation.
        .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .target(
            name: "PostgresJournal",
            dependencies: [
                "KurusJSON", "IyzicoMassPayout",
                .target(name: "CPostgreSQL", condition: .when(traits: ["Postgres"])),
            ]),
        .target(name: "JuspayPayout", dependencies: ["KurusRuntime", "KurusTransport", "JuspayPayoutAPI"]),
        .target(
            name: "PayoutSimulator",
            dependencies: [
                "KurusRuntime", "KurusHTTP", "IyzicoMassPayoutAPI", "IyzicoMassPayoutStub", "IyzicoMassPayout",
                "JuspayPayoutAPI", "JuspayPayoutStub", "JuspayPayout",
            ]
        ),
        .executableTarget(
            name: "payouts",
            dependencies: [
                "KurusRuntime", "KurusTransport", "IyzicoMassPayoutAPI", "IyzicoMassPayout", "PostgresJournal",
                "PayoutSimulator", "SourceText", "KurusCommandLine",
            ]
        ),

        // Speed and memory compared with Foundation: swift run -c release benchmarks
        .executableTarget(
            name: "benchmarks",
            dependencies: [
                "KurusRuntime", "KurusTransport", "IyzicoMassPayoutAPI", "IyzicoMassPayout", "HTTPTestSupport",
            ]),

        // Random values that a seed reproduces.
        .target(name: "SeededRandom", path: "Tests/SeededRandom"),
        .testTarget(name: "KurusJSONTests", dependencies: ["KurusJSON", "SecretSearch", "SeededRandom"]),
        .target(name: "SpecTestSupport", dependencies: ["SourceText"], path: "Tests/SpecTestSupport"),
        .testTarget(name: "SourceTextTests", dependencies: ["SourceText", "SpecTestSupport"]),
        .testTarget(name: "SpecDiagnosticsTests", dependencies: ["SourceText", "SpecDiagnostics", "SpecTestSupport"]),
        .testTarget(
            name: "SpecTreeTests",
            dependencies: ["KurusJSON", "SourceText", "SpecDiagnostics", "SpecTree", "SpecTestSupport"]),
        .testTarget(
            name: "SpecPagesTests",
            dependencies: ["SourceText", "SpecDiagnostics", "SpecTree", "SpecPages", "SpecTestSupport", "SeededRandom"]),
        .testTarget(
            name: "SpecAPITests",
            dependencies: [
                "SourceText", "SpecDiagnostics", "SpecTree", "SpecDocument", "SpecAPI", "SpecTestSupport",
            ]),
        .testTarget(
            name: "SpecDocumentTests",
            dependencies: [
                "SourceText", "SpecDiagnostics", "SpecTree", "SpecDocument", "SpecTestSupport", "SeededRandom",
            ]),
        .testTarget(
            name: "ClientGeneratorTests",
            dependencies: [
                "SourceText", "SpecDiagnostics", "SpecTree", "SpecDocument", "SpecAPI", "ClientGenerator",
                "SpecPipeline", "SpecTestSupport",
            ]),
        .testTarget(
            name: "SpecDiffTests",
            dependencies: [
                "SourceText", "SpecDiagnostics", "SpecTree", "SpecPages", "SpecAPI", "ClientGenerator",
                "SpecPipeline",
                "SpecDiff",
                "SpecTestSupport", "SeededRandom",
            ]),
        .testTarget(
            name: "DiffReportTests",
            dependencies: [
                "KurusJSON", "SourceText", "SpecDiagnostics", "SpecTree", "SpecDiff", "DiffReport", "SpecTestSupport",
                "SeededRandom",
            ]),
        // Compiles programs against changed clients, to check the judgements about Swift code.
        .testTarget(
            name: "SourceVerdictTests",
            dependencies: [
                "SourceText", "SpecDiagnostics", "SpecAPI", "ClientGenerator", "SpecPipeline", "SpecDiff",
                "SpecTestSupport",
                "KurusRuntime", "KurusServer",
            ]),
        // The plugin on the real pages. Only test targets use it: see the server halves above.
        .testTarget(
            name: "GeneratedByPluginTests", dependencies: ["KurusRuntime"], path: "Tests/GeneratedByPlugin/Clients",
            exclude: ["kurus.json"], plugins: ["GenerateClient"]),
        .testTarget(
            name: "StubsGeneratedByPluginTests",
            dependencies: ["KurusRuntime", "KurusServer", "IyzicoMassPayoutAPI", "JuspayPayoutAPI"],
            path: "Tests/GeneratedByPlugin/Stubs", exclude: ["kurus.json"], plugins: ["GenerateClient"]),
        // The files shown in the tutorial, and their tests.
        .testTarget(
            name: "ProviderTutorialTests", dependencies: ["KurusRuntime"], path: "Tests/ProviderTutorial",
            exclude: ["kurus.json", "lira-bank.md", "overlay.json", "manifest.txt"],
            plugins: ["GenerateClient"]),
        .testTarget(
            name: "DocumentationTests", dependencies: ["SpecDiagnostics", "SpecDocument", "SpecDiff", "KurusReference"]),
        // A scripted server on a loopback port, and a clock that tests advance.
        .target(name: "HTTPTestSupport", path: "Tests/HTTPTestSupport"),
        // Searches for planted secrets in every text that a value produces.
        .target(name: "SecretSearch", path: "Tests/SecretSearch"),
        .testTarget(name: "KurusHTTPTests", dependencies: ["KurusHTTP", "KurusTransport", "HTTPTestSupport"]),
        .testTarget(
            name: "KurusCommandTests",
            dependencies: [
                "SourceText", "KurusGenerating", "SpecDiagnostics", "SpecTree", "SpecAPI", "ClientGenerator",
                "SpecDiff", "DiffReport", "KurusHTTP", "KurusTransport", "KurusCommandLine", "KurusReference", "kurus",
                "HTTPTestSupport",
            ]
        ),
        .executableTarget(
            name: "SpecMutations",
            dependencies: [
                "KurusJSON", "SourceText", "SpecDiagnostics", "SpecTree", "SpecPages", "SpecAPI", "ClientGenerator",
                "SpecPipeline",
                "SpecDiff", "ClientVerification",
                "SpecTestSupport", "SeededRandom",
            ],
            path: "Tests/Mutations"
        ),
        // Clients of random documents call their own servers: swift run RandomDocuments
        .executableTarget(
            name: "RandomDocuments",
            dependencies: [
                "KurusJSON", "SourceText", "SpecDiagnostics", "SpecAPI", "ClientGenerator", "SpecPipeline",
                "KurusRuntime", "KurusServer", "SeededRandom",
            ],
            path: "Tests/RandomDocuments"),
        .testTarget(
            name: "KurusRuntimeTests",
            dependencies: [
                "KurusRuntime", "KurusServer", "KurusTransport", "HTTPTestSupport", "SecretSearch", "SeededRandom",
            ]),

        .testTarget(
            name: "IyzicoMassPayoutTests",
            dependencies: [
                "KurusRuntime", "KurusTransport", "IyzicoMassPayoutAPI", "IyzicoMassPayout", "PayoutJournalTesting",
                "HTTPTestSupport",
                "SecretSearch", "SeededRandom",
            ]),
        .testTarget(
            name: "JuspayPayoutTests",
            dependencies: ["KurusRuntime", "JuspayPayoutAPI", "JuspayPayout", "SecretSearch"]),
        .testTarget(
            name: "PayoutSimulatorTests",
            dependencies: [
                "KurusRuntime", "KurusTransport", "IyzicoMassPayoutAPI", "JuspayPayoutAPI", "IyzicoMassPayout",
                "JuspayPayout", "PayoutSimulator", "HTTPTestSupport", "SeededRandom",
            ]),
        // The client against the simulator: no schedule of faults and crashes makes it pay twice.
        .testTarget(
            name: "PayoutSafetyTests",
            dependencies: [
                "KurusRuntime", "IyzicoMassPayoutAPI", "IyzicoMassPayout", "PayoutSimulator", "HTTPTestSupport",
                "SeededRandom",
            ]),
        .testTarget(
            name: "PayoutsCommandTests",
            dependencies: [
                "KurusRuntime", "KurusTransport", "SecretSearch", "IyzicoMassPayoutAPI", "IyzicoMassPayout",
                "PayoutSimulator", "KurusCommandLine", "payouts", "HTTPTestSupport", "SeededRandom",
            ]),
        // Servers started by the tests.
        .target(name: "PostgresTestSupport", dependencies: ["PostgresJournal"], path: "Tests/PostgresTestSupport"),
        .testTarget(
            name: "PostgresJournalTests",
            dependencies: [
                "KurusRuntime", "IyzicoMassPayout", "PayoutJournalTesting", "PostgresJournal",
                "PostgresTestSupport",
            ]),
        // The command line with a database.
        .testTarget(
            name: "PostgresCommandTests",
            dependencies: [
                "KurusRuntime", "KurusTransport", "IyzicoMassPayoutAPI", "IyzicoMassPayout", "PostgresJournal",
                "PostgresTestSupport", "PayoutSimulator", "payouts", "HTTPTestSupport", "SeededRandom",
            ]),
        // A journal of a million payouts: swift run -c release --traits Postgres PostgresBenchmark
        .executableTarget(
            name: "PostgresBenchmark",
            dependencies: ["KurusRuntime", "IyzicoMassPayout", "PostgresJournal", "PostgresTestSupport"],
            path: "Tests/PostgresBenchmark"),
        .testTarget(
            name: "GeneratedClientTests",
            dependencies: [
                "KurusRuntime", "KurusTransport", "SourceText", "SpecTree", "SpecPages", "IyzicoMassPayoutAPI",
                "JuspayPayoutAPI",
                "HTTPTestSupport", "SecretSearch",
            ]),
    ]
)

for target in package.targets where target.type != .plugin && target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
