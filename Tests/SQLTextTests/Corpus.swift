import AutogenSQLText
import Foundation

/// Scripts that people and programs wrote: the samples of this repository, and those of a folder beside it where there
/// is one (`AUTOGEN_CORPUS` names another).
enum Corpus {
    struct Script: Sendable, CustomStringConvertible {
        let name: String
        let text: String
        var description: String { name }
    }

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func scripts(_ syntax: SQLSyntax) -> [Script] {
        let dialect = syntax == .sqlite ? "sqlite" : "postgres"
        let inside =
            files(in: root.appending(path: "Tests/GoldenTests/Samples/\(dialect)"), suffix: ".sql")
            + files(in: root.appending(path: "snapshots/\(dialect)"), suffix: ".sql")
        let other = ProcessInfo.processInfo.environment["AUTOGEN_CORPUS"].map { URL(filePath: $0) }
        let folder = other ?? root.deletingLastPathComponent().appending(path: "shared/corpus")
        guard FileManager.default.fileExists(atPath: folder.path) else {
            print("no corpus at \(folder.path): \(syntax) is compared on \(inside.count) samples only")
            return inside
        }
        return inside + files(in: folder.appending(path: "schemas/\(dialect)"), suffix: ".sql")
            + files(in: folder, suffix: ".jsonl").flatMap { pairs(in: $0, dialect) }
    }

    private static func files(in folder: URL, suffix: String) -> [Script] {
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return names.filter { $0.hasSuffix(suffix) }.sorted().compactMap { name in
            let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
            return text.map { Script(name: name, text: $0) }
        }
    }

    /// The two sides of each pair, and its rows.
    private static func pairs(in file: Script, _ dialect: String) -> [Script] {
        file.text.split(separator: "\n").flatMap { line -> [Script] in
            let members = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            guard let members, members["dialect"] as? String == dialect else { return [] }
            return ["before", "after", "seed"].compactMap { side in
                guard let text = members[side] as? String else { return nil }
                return Script(name: "\(members["name"] as? String ?? file.name) (\(side))", text: text)
            }
        }
    }
}

/// A linear congruential generator: the same texts from the same seed everywhere.
struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}
