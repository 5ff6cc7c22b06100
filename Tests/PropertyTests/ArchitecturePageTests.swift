import Foundation
import Testing

/// `docs/architecture.md` says which module imports which, `Package.swift` the same to the compiler, and
/// `scripts/check-imports` reads the page; that the page's files exist is seen to by `EngineTests`.
@Suite struct ArchitecturePageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func page() throws -> String {
        try String(contentsOf: Self.root.appending(path: "docs/architecture.md"), encoding: .utf8)
    }

    /// The rows of the table of modules: name and imports.
    private func modules() throws -> [(name: String, imports: Set<String>)] {
        let section = try page().split(separator: "## Modules").last.map {
            $0.prefix(upTo: $0.firstRange(of: "\n## ")?.lowerBound ?? $0.endIndex)
        }
        return (section ?? "").split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            guard cells.count == 5, cells[1] != "module", !cells[1].hasPrefix("-") else { return nil }
            return (cells[1], Set(cells[3].split(separator: ", ").map(String.init)))
        }
    }

    @Test func modulesImportWhatStandsAboveThem() throws {
        var above: Set<String> = []
        let modules = try modules()
        #expect(modules.count > 10)
        for (name, imports) in modules {
            #expect(imports.isSubset(of: above), "\(name)")
            above.insert(name)
        }
    }

    @Test func modulesImportWhatTheTableSays() throws {
        let modules = try modules()
        let sources = Self.root.appending(path: "Sources")
        for (name, imports) in modules {
            let ours = try Self.imports(in: sources.appending(path: name)).compactMap(Self.ours)
            #expect(Set(ours) == imports, "\(name)")
        }
        let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
            .filter { !$0.hasPrefix("C") || $0 == "Connection" }
        #expect(Set(folders).subtracting(["Main"]) == Set(modules.map(\.name)))
    }

    /// SwiftPM builds what a target does not list as long as something else has built it before.
    @Test func targetsListWhatTheirModulesImport() throws {
        let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
        let words = ["heap": "HeapModule", "yams": "Yams", "argumentParser": "ArgumentParser"]
        let engines = manifest.matches(of: /engine\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?\)/).map { ($0.1, $0.2 ?? "") }
        let others = manifest.matches(of: /\.target\(\s*name: "(Autogen(?:CLI)?)",\s*dependencies: \[([^\]]*)\]/)
            .map { ($0.1, $0.2) }
        let targets = engines + others
        #expect(Set(targets.map { String($0.0) }) == Set(try modules().map(\.name)))
        for (name, list) in targets {
            let listed = list.matches(of: /\w+/).map { words[String($0.0)] ?? String($0.0) }
            let found = try Self.imports(in: Self.root.appending(path: "Sources/\(name)"))
            #expect(found == Set(listed), "\(name)")
        }
    }

    /// `nil` for the module of another package or library.
    private static func ours(_ module: String) -> String? {
        guard module.hasPrefix("Autogen") else { return nil }
        return ["Autogen", "AutogenCLI"].contains(module) ? module : String(module.dropFirst(7))
    }

    /// The modules that the files of a folder import, but for those of the system and of Swift.
    private static func imports(in folder: URL) throws -> Set<String> {
        let system: Set = [
            "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Darwin", "Swift",
        ]
        var found: Set<String> = []
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            // An indented import stands in a template, or is one of the system's.
            for match in text.matches(of: /(?m)^(?:@_exported )?(?:public |package )?import (\w+)$/) {
                found.insert(String(match.1))
            }
        }
        return found.subtracting(system)
    }
}
