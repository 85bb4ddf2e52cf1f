// swift-tools-version: 6.2

import PackageDescription

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
            dependencies: ["TransfersAPI", .product(name: "KurusRuntime", package: "kurus")],
            exclude: ["kurus.json", "rates"],
            plugins: [.plugin(name: "GenerateClient", package: "kurus")]
        ),
    ]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
