// swift-tools-version: 6.2

import PackageDescription

// A package with one small page and the plugin. `.ci/run` limits its cost.
let package = Package(
    name: "PluginUser",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "kurus", path: "../../..")],
    targets: [
        .target(
            name: "RatesAPI", dependencies: [.product(name: "KurusRuntime", package: "kurus")],
            exclude: ["kurus.json", "rates.md"], plugins: [.plugin(name: "GenerateClient", package: "kurus")])
    ]
)
