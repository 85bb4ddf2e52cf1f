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
        .library(name: "IyzicoMassPayoutAPI", targets: ["IyzicoMassPayoutAPI"]),
        .library(name: "JuspayPayoutAPI", targets: ["JuspayPayoutAPI"]),
        .library(name: "IyzicoMassPayout", targets: ["IyzicoMassPayout"]),
        .library(name: "PayoutJournalTesting", targets: ["PayoutJournalTesting"]),
        .library(name: "JuspayPayout", targets: ["JuspayPayout"]),
        .executable(name: "payouts", targets: ["payouts"]),
        .plugin(name: "GenerateClient", targets: ["GenerateClient"]),
        .plugin(name: "RegenerateAll", targets: ["RegenerateAll"]),
    ],
    targets: [
        .target(name: "KurusJSON"),

        // The tool, in the order a page walks through it.
        .target(name: "SpecDiagnostics", dependencies: ["KurusJSON"]),
        .target(name: "SpecPages", dependencies: ["KurusJSON", "SpecDiagnostics"]),
        .target(name: "SpecDocument", dependencies: ["SpecDiagnostics", "SpecPages"]),
        .target(name: "SpecAPI", dependencies: ["SpecDiagnostics", "SpecPages", "SpecDocument"]),
        .target(
            name: "ClientGenerator", dependencies: ["SpecDiagnostics", "SpecPages", "SpecDocument", "SpecAPI"]),
        // Two versions of an API, and what their differences do on the wire and to Swift code.
        .target(
            name: "SpecDiff",
            dependencies: [
                "KurusJSON", "SpecDiagnostics", "SpecPages", "SpecDocument", "SpecAPI", "ClientGenerator",
            ]),
        // Arguments, usage and exit statuses, for both command lines.
        .target(name: "KurusCommandLine", dependencies: ["SpecDiagnostics"]),
        .executableTarget(
            name: "kurus",
            dependencies: [
                "KurusJSON", "SpecDiagnostics", "SpecPages", "SpecDocument", "SpecAPI", "ClientGenerator", "SpecDiff",
                "KurusHTTP", "KurusCommandLine",
            ]
        ),

        .plugin(name: "GenerateClient", capability: .buildTool(), dependencies: ["kurus"]),
        .plugin(
            name: "RegenerateAll",
            capability: .command(
                intent: .custom(verb: "generate-clients", description: "Write the clients of specs/ to Generated/"),
                permissions: [.writeToPackageDirectory(reason: "kurus writes the clients that specs/ describes")]),
            dependencies: ["kurus"]
        ),

        // The client.
        .target(name: "KurusHTTP"),
        .target(name: "KurusRuntime", dependencies: ["KurusJSON", "KurusHTTP"]),

        // Generated and committed: who imports a client builds no generator.
        .target(name: "IyzicoMassPayoutAPI", dependencies: ["KurusRuntime"], path: "Generated/IyzicoMassPayoutAPI"),
        .target(name: "JuspayPayoutAPI", dependencies: ["KurusRuntime"], path: "Generated/JuspayPayoutAPI"),

        // Written by hand over them: signing, and what keeps money safe.
        .target(name: "IyzicoMassPayout", dependencies: ["KurusRuntime", "IyzicoMassPayoutAPI"]),
        // The contract of a journal, as checks that a test of anybody's journal runs.
        .target(name: "PayoutJournalTesting", dependencies: ["IyzicoMassPayout"]),
        .target(name: "JuspayPayout", dependencies: ["KurusRuntime", "JuspayPayoutAPI"]),
        .target(
            name: "PayoutSimulator",
            dependencies: [
                "KurusRuntime", "IyzicoMassPayoutAPI", "JuspayPayoutAPI", "IyzicoMassPayout", "JuspayPayout",
            ],
            exclude: ["kurus.json"],
            plugins: ["GenerateClient"]
        ),
        .executableTarget(
            name: "payouts",
            dependencies: [
                "KurusRuntime", "IyzicoMassPayoutAPI", "JuspayPayoutAPI", "IyzicoMassPayout", "JuspayPayout",
                "PayoutSimulator", "SpecDiagnostics", "KurusCommandLine",
            ]
        ),

        // Speed and memory, beside Foundation's: swift run -c release benchmarks
        .executableTarget(
            name: "benchmarks", dependencies: ["KurusRuntime", "IyzicoMassPayoutAPI", "IyzicoMassPayout"]),

        // Random values that a seed brings back.
        .target(name: "SeededRandom", path: "Tests/SeededRandom"),
        .testTarget(name: "KurusJSONTests", dependencies: ["KurusJSON", "SecretSearch", "SeededRandom"]),
        .target(name: "SpecTestSupport", dependencies: ["SpecDiagnostics"], path: "Tests/SpecTestSupport"),
        .testTarget(name: "SpecDiagnosticsTests", dependencies: ["KurusJSON", "SpecDiagnostics", "SpecTestSupport"]),
        .testTarget(
            name: "SpecPagesTests",
            dependencies: ["KurusJSON", "SpecDiagnostics", "SpecPages", "SpecTestSupport", "SeededRandom"]),
        .testTarget(
            name: "SpecAPITests",
            dependencies: ["SpecDiagnostics", "SpecPages", "SpecDocument", "SpecAPI", "SpecTestSupport"]),
        .testTarget(
            name: "SpecDocumentTests",
            dependencies: ["SpecDiagnostics", "SpecPages", "SpecDocument", "SpecTestSupport", "SeededRandom"]),
        .testTarget(
            name: "ClientGeneratorTests",
            dependencies: [
                "SpecDiagnostics", "SpecPages", "SpecDocument", "SpecAPI", "ClientGenerator", "SpecTestSupport",
            ]),
        .testTarget(
            name: "SpecDiffTests",
            dependencies: [
                "KurusJSON", "SpecDiagnostics", "SpecPages", "SpecDocument", "SpecAPI", "ClientGenerator", "SpecDiff",
                "SpecTestSupport", "SeededRandom",
            ]),
        // What the compiler makes of programs when the client that they use changes.
        .testTarget(
            name: "SourceVerdictTests",
            dependencies: [
                "SpecDiagnostics", "SpecPages", "SpecAPI", "ClientGenerator", "SpecDiff", "SpecTestSupport",
                "KurusRuntime",
            ]),
        .testTarget(name: "ReadmeTests", dependencies: ["SpecDiagnostics", "SpecDocument", "SpecDiff"]),
        // A scripted server on a loopback port and a clock that tests move.
        .target(name: "HTTPTestSupport", path: "Tests/HTTPTestSupport"),
        // What looks for planted secrets in every text that a value makes.
        .target(name: "SecretSearch", path: "Tests/SecretSearch"),
        .testTarget(name: "KurusHTTPTests", dependencies: ["KurusHTTP", "HTTPTestSupport", "SecretSearch"]),
        .testTarget(
            name: "KurusCommandTests",
            dependencies: [
                "KurusJSON", "SpecDiagnostics", "SpecPages", "SpecAPI", "ClientGenerator", "SpecDiff", "KurusHTTP",
                "KurusCommandLine", "kurus", "HTTPTestSupport",
            ]
        ),
        .executableTarget(
            name: "SpecMutations",
            dependencies: [
                "KurusJSON", "SpecDiagnostics", "SpecPages", "SpecAPI", "ClientGenerator", "SpecDiff",
                "SpecTestSupport", "SeededRandom",
            ],
            path: "Tests/Mutations"
        ),
        .testTarget(
            name: "KurusRuntimeTests",
            dependencies: [
                "KurusJSON", "KurusHTTP", "KurusRuntime", "HTTPTestSupport", "SecretSearch", "SeededRandom",
            ]),

        .testTarget(
            name: "IyzicoMassPayoutTests",
            dependencies: [
                "KurusRuntime", "IyzicoMassPayoutAPI", "IyzicoMassPayout", "PayoutJournalTesting", "HTTPTestSupport",
                "SecretSearch", "SeededRandom",
            ]),
        .testTarget(
            name: "JuspayPayoutTests",
            dependencies: ["KurusRuntime", "JuspayPayoutAPI", "JuspayPayout", "SecretSearch"]),
        .testTarget(
            name: "PayoutSimulatorTests",
            dependencies: [
                "KurusRuntime", "IyzicoMassPayoutAPI", "JuspayPayoutAPI", "IyzicoMassPayout", "JuspayPayout",
                "PayoutSimulator", "HTTPTestSupport", "SeededRandom",
            ]),
        // The client against the simulator: that no schedule of faults and crashes makes it pay twice.
        .testTarget(
            name: "PayoutSafetyTests",
            dependencies: [
                "KurusRuntime", "IyzicoMassPayoutAPI", "IyzicoMassPayout", "PayoutSimulator", "HTTPTestSupport",
                "SeededRandom",
            ]),
        .testTarget(
            name: "PayoutsCommandTests",
            dependencies: [
                "KurusRuntime", "IyzicoMassPayoutAPI", "IyzicoMassPayout", "PayoutSimulator", "KurusCommandLine",
                "payouts", "HTTPTestSupport", "SeededRandom",
            ]),
        .testTarget(
            name: "GeneratedClientTests",
            dependencies: [
                "KurusRuntime", "SpecDiagnostics", "SpecPages", "IyzicoMassPayoutAPI", "JuspayPayoutAPI",
                "HTTPTestSupport", "SecretSearch",
            ]),
    ]
)

for target in package.targets where target.type != .plugin {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
