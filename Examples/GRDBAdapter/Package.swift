// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "grdb-adapter",
    platforms: [.macOS(.v15)],
    products: [.library(name: "GRDBAdapter", targets: ["GRDBAdapter"])],
    dependencies: [
        .package(name: "autogen", path: "../.."),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
    ],
    targets: [
        .target(
            name: "GRDBAdapter",
            dependencies: [
                .product(name: "AutogenConnection", package: "autogen"),
                .product(name: "AutogenSchema", package: "autogen"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .executableTarget(
            name: "crew",
            dependencies: [
                "GRDBAdapter",
                .product(name: "Autogen", package: "autogen"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            resources: [.copy("Database")]),
    ]
)
