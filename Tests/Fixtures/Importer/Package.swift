// swift-tools-version: 6.2

import PackageDescription

// A package that imports a client and nothing else. `.ci/run` limits its cost.
let package = Package(
    name: "Importer",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "kurus", path: "../../..")],
    targets: [
        .executableTarget(
            name: "Importer", dependencies: [.product(name: "IyzicoMassPayoutAPI", package: "kurus")])
    ]
)
