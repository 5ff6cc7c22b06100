// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "notes",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "autogen", path: "../..")],
    targets: [
        .executableTarget(
            name: "notes",
            dependencies: [
                .product(name: "Autogen", package: "autogen"),
                .product(name: "AutogenConnection", package: "autogen"),
                .product(name: "AutogenSchema", package: "autogen"),
                .product(name: "AutogenSQLiteConnection", package: "autogen"),
            ],
            // The revisions travel with the program.
            resources: [.copy("Database")])
    ]
)
