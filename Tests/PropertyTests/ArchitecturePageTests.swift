import Foundation
import Testing

/// `docs/architecture.md` says which module imports which; that its files exist is seen to by `EngineTests`.
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
            var found: Set<String> = []
            let files = FileManager.default.enumerator(
                at: sources.appending(path: name), includingPropertiesForKeys: nil)
            for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                // An indented import stands in a template.
                for match in text.matches(of: /(?m)^(?:@_exported )?(?:public |package )?import Autogen([A-Za-z]*)$/) {
                    found.insert(match.1.isEmpty || match.1 == "CLI" ? "Autogen\(match.1)" : String(match.1))
                }
            }
            #expect(found == imports, "\(name)")
        }
        let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path)
            .filter { !$0.hasPrefix("C") || $0 == "Connection" }
        #expect(Set(folders).subtracting(["Main"]) == Set(modules.map(\.name)))
    }
}
