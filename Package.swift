// swift-tools-version: 6.2
import PackageDescription

/// One settings list for every target of ours: warnings are errors here and nowhere else.
let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// libpq is opened with the first PostgreSQL connection (`LibPQ.loaded`); to link to it would more than double the start
/// of every command. Homebrew keeps its header where only pkg-config finds it, and what that says links, too.
#if os(macOS)
    let libpq: String? = "libpq"
#else
    let libpq: String? = nil
#endif

/// Folder `Sources/NAME` is target and module `AutogenNAME`; it imports what is listed, no more and no less
/// (`Tests/PropertyTests/ArchitecturePageTests.swift`).
func engine(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: "Autogen\(name)", dependencies: dependencies, path: "Sources/\(name)")
}

func tests(_ name: String, _ dependencies: [Target.Dependency], samples: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", exclude: samples)
}

let package = Package(
    name: "autogen",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Autogen", targets: ["Autogen"]),
        .library(name: "AutogenCLI", targets: ["AutogenCLI"]),
        .library(name: "AutogenConnection", targets: ["AutogenConnection"]),
        .library(name: "AutogenDrivers", targets: ["AutogenDrivers"]),
        .library(name: "AutogenPostgresConnection", targets: ["AutogenPostgresConnection"]),
        .library(name: "AutogenSchema", targets: ["AutogenSchema"]),
        .library(name: "AutogenSQLiteConnection", targets: ["AutogenSQLiteConnection"]),
        .executable(name: "autogen", targets: ["AutogenMain"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibPQ", path: "Sources/CLibPQ", pkgConfig: libpq,
            providers: [.apt(["libpq-dev"]), .brew(["libpq"])]),
        .systemLibrary(
            name: "CSQLite", path: "Sources/CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
        engine("SQLText"),
        engine("Schema", ["AutogenSQLText"]),
        engine("Connection", ["AutogenSchema"]),
        engine("PostgresConnection", ["AutogenSchema", "AutogenConnection", "CLibPQ"]),
        engine("SQLiteConnection", ["AutogenSQLText", "AutogenSchema", "AutogenConnection", "CSQLite"]),
        engine(
            "Drivers",
            ["AutogenSchema", "AutogenConnection", "AutogenPostgresConnection", "AutogenSQLiteConnection"]),
        engine("Reflection", ["AutogenSQLText", "AutogenSchema", "AutogenConnection"]),
        engine("Metadata", ["AutogenSQLText", "AutogenSchema", "AutogenConnection", "AutogenReflection"]),
        engine("Diff", ["AutogenSchema"]),
        engine("Plan", ["AutogenSQLText", "AutogenSchema", "AutogenDiff", heap]),
        engine("Lint", ["AutogenSQLText", "AutogenSchema", "AutogenPlan"]),
        engine(
            "Revisions",
            [
                "AutogenSQLText", "AutogenSchema", "AutogenConnection", "AutogenReflection", "AutogenDiff",
                "AutogenPlan",
            ]),
        engine(
            "Drift",
            ["AutogenSQLText", "AutogenSchema", "AutogenDiff", "AutogenPlan", "AutogenLint", "AutogenRevisions"]),
        .target(
            name: "Autogen",
            dependencies: [
                "AutogenSQLText", "AutogenSchema", "AutogenConnection", "AutogenReflection", "AutogenMetadata",
                "AutogenDiff", "AutogenPlan", "AutogenLint", "AutogenRevisions", "AutogenDrift", yams,
            ], path: "Sources/Autogen"),
        .target(
            name: "AutogenCLI",
            dependencies: [
                "Autogen", "AutogenSchema", "AutogenConnection", "AutogenDrivers",
                "AutogenSQLiteConnection", "AutogenMetadata", "AutogenDiff", "AutogenPlan", "AutogenLint",
                "AutogenRevisions", "AutogenDrift", argumentParser,
            ], path: "Sources/AutogenCLI"),
        .systemLibrary(name: "CAllocator", path: "Sources/CAllocator"),
        .executableTarget(name: "AutogenMain", dependencies: ["AutogenCLI", "CAllocator"], path: "Sources/Main"),
        tests(
            "Metadata",
            [
                "AutogenMetadata", "AutogenReflection", "AutogenSchema", "AutogenConnection", "AutogenDiff",
                "AutogenPostgresConnection",
                "AutogenSQLiteConnection",
            ]),
        tests(
            "SQLText", ["AutogenSQLText", "AutogenSchema", "AutogenConnection", "AutogenPostgresConnection", "CSQLite"]),
        tests("Schema", ["AutogenSchema"]),
        tests("Diff", ["AutogenDiff", "AutogenSchema"]),
        tests("Connection", ["AutogenConnection", "AutogenPostgresConnection", "AutogenSQLiteConnection"]),
        tests(
            "Reflection",
            [
                "AutogenReflection", "AutogenSchema", "AutogenDiff", "AutogenConnection", "AutogenPostgresConnection",
                "AutogenSQLiteConnection", "TestSupport",
            ]),
        tests(
            "Plan",
            [
                "AutogenPlan", "AutogenDiff", "AutogenSchema", "AutogenReflection", "AutogenConnection",
                "AutogenRevisions", "AutogenPostgresConnection", "AutogenSQLiteConnection", "TestSupport",
            ]),
        tests(
            "Golden",
            [
                "AutogenDrift", "AutogenLint", "AutogenRevisions", "AutogenPlan", "AutogenDiff", "AutogenSchema",
                "AutogenReflection", "AutogenConnection", "AutogenMetadata", "TestSupport",
            ], samples: ["Samples"]),
        .target(
            name: "TestSupport",
            dependencies: [
                "AutogenRevisions", "AutogenPlan", "AutogenDiff", "AutogenReflection", "AutogenSchema",
                "AutogenConnection", "AutogenMetadata", "AutogenPostgresConnection", "AutogenSQLiteConnection",
            ], path: "Tests/Support"),
        tests(
            "Property",
            [
                "AutogenPlan", "AutogenDiff", "AutogenSchema", "AutogenReflection", "AutogenConnection",
                "AutogenSQLiteConnection", "TestSupport",
            ]),
        tests(
            "Revisions",
            [
                "AutogenRevisions", "AutogenPlan", "AutogenDiff", "AutogenReflection", "AutogenSchema",
                "AutogenConnection", "AutogenPostgresConnection", "AutogenSQLiteConnection", "TestSupport",
            ]),
        tests(
            "Lint",
            [
                "AutogenLint", "Autogen", "AutogenRevisions", "AutogenPlan", "AutogenSchema", "AutogenConnection",
                "TestSupport",
            ]),
        tests(
            "Drift",
            [
                "AutogenDrift", "Autogen", "AutogenRevisions", "AutogenPlan", "AutogenDiff", "AutogenReflection",
                "AutogenMetadata", "AutogenSchema", "AutogenConnection", "AutogenPostgresConnection",
                "AutogenSQLiteConnection", "TestSupport",
            ]),
        tests(
            "Embedding",
            [
                "Autogen", "AutogenDrivers", "AutogenRevisions", "AutogenPlan", "AutogenDiff", "AutogenSchema",
                "AutogenConnection", "AutogenPostgresConnection", "AutogenSQLiteConnection", "TestSupport",
            ]),
        tests(
            "CommandLine",
            [
                "AutogenMain", "Autogen", "AutogenDrivers", "AutogenConnection", "AutogenRevisions",
                "AutogenSQLiteConnection", "AutogenSchema", "TestSupport",
            ],
            samples: ["Earlier"]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = settings
}
