// swift-tools-version: 6.2

import PackageDescription

let runtimeAndServer: [Target.Dependency] = [
    .product(name: "KurusRuntime", package: "kurus"), .product(name: "KurusServer", package: "kurus"),
]

// A package as a user of Kurus writes it: documents in its targets, and the plugin that generates their clients.
let package = Package(
    name: "Consumer",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "kurus", path: "../../..")],
    targets: [
        .target(
            name: "TransfersAPI",
            dependencies: [.product(name: "KurusRuntime", package: "kurus")],
            exclude: ["kurus.json", "overlay.json", "transfers.md"],
            plugins: [.plugin(name: "GenerateClient", package: "kurus")]
        ),
        .executableTarget(
            name: "Consumer",
            dependencies: ["TransfersAPI"] + runtimeAndServer,
            exclude: ["kurus.json", "rates"],
            plugins: [.plugin(name: "GenerateClient", package: "kurus")]
        ),

        // Clients of documents with every construct, and tests of the values that they send and read.
        .fixtureClient("HostileTextAPI", document: "hostile-text.json"),
        .fixtureClient("NamelessAPI", document: "nameless.json"),
        .fixtureClient("EveryTypeAPI", document: "every-type.json"),
        .fixtureClient("EveryParameterAPI", document: "every-parameter.json"),
        .fixtureClient("EveryBodyAPI", document: "every-body.json"),
        .fixtureClient("EveryAnswerAPI", document: "every-answer.json"),
        .fixtureClient("TwinOneAPI", document: "twin-one.json"),
        .fixtureClient("TwinTwoAPI", document: "twin-two.json"),
        .testTarget(
            name: "FixtureClientTests",
            dependencies: runtimeAndServer + [
                "HostileTextAPI", "NamelessAPI", "EveryTypeAPI", "EveryParameterAPI", "EveryBodyAPI", "EveryAnswerAPI",
                "TwinOneAPI", "TwinTwoAPI", "TransfersAPI", "Consumer",
            ]),
    ]
)

extension Target {
    static func fixtureClient(_ name: String, document: String) -> Target {
        .target(
            name: name, dependencies: runtimeAndServer, path: "Clients/\(name)",
            exclude: ["kurus.json", document], plugins: [.plugin(name: "GenerateClient", package: "kurus")])
    }
}

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

// Generated code must be the same regardless of the importing module's default isolation.
for target in package.targets where target.name == "EveryTypeAPI" {
    target.swiftSettings?.append(.defaultIsolation(MainActor.self))
}

// Not every package enables the upcoming features.
for target in package.targets where target.name == "TwinOneAPI" {
    target.swiftSettings = nil
}
