import Foundation
import Testing

/// What an application can name says what it is: everything public in the sources has a sentence of its own.
@Suite struct PublicDeclarationTests {
    @Test func haveASentence() throws {
        let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources")
        var count = 0
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            let declarations = PublicDeclaration.all(in: try String(contentsOf: file, encoding: .utf8))
            count += declarations.count
            for declaration in declarations where !declaration.hasSentence {
                let place = "\(file.path.dropFirst(sources.path.count + 1)):\(declaration.line)"
                Issue.record("\(place): no sentence of its own: \(declaration.text)")
            }
        }
        #expect(count > 1000)
    }

    @Test func findsWhatHasNone() {
        let text = #"""
            public import Foundation

            /// One.
            public struct Told {
                public var silent = 0
                /// Two.
                @discardableResult
                public static func told() -> Int { 0 }
                var hidden = 0
                let template = """
                    public struct Template {}
                    """
                /// Three.
                public enum Word: String {
                    /// Four.
                    case told
                    case silent(
                        Int)
                    /// Of two.
                    case both, of
                    package static let hidden = Word.told
                }
            }

            extension Told {
                @MainActor public init(silent: Int) { switch silent { case 1: break } }
            }

            /// Five.
            public protocol Asking {
                func silent()
            }

            enum Hidden {
                case silent
            }
            """#
        let found = PublicDeclaration.all(in: text)
        #expect(found.filter { !$0.hasSentence }.map(\.line) == [5, 17, 20, 26, 31])
        #expect(found.count == 10)
    }
}

/// A public declaration, case or requirement, found by the lines of a formatted file.
private struct PublicDeclaration {
    /// Counted from 1.
    let line: Int
    let text: String
    let hasSentence: Bool

    private struct Scope {
        let indent: Int
        let keyword: String
        let isPublic: Bool
    }

    static func all(in file: String) -> [PublicDeclaration] {
        let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
        var found: [PublicDeclaration] = []
        var scopes: [Scope] = []
        var isText = false
        for (index, line) in lines.enumerated() {
            if line.contains("\"\"\""), line.components(separatedBy: "\"\"\"").count.isMultiple(of: 2) {
                isText.toggle()
            }
            let indent = line.prefix { $0 == " " }.count
            let words = Self.words(line)
            guard !isText, let first = words.first, first != ")" else { continue }
            while let scope = scopes.last, indent <= scope.indent { scopes.removeLast() }
            let isPublic = words.contains("public")
            let owner = scopes.last.flatMap { $0.isPublic && $0.indent + 4 == indent ? $0.keyword : nil }
            let isPart =
                switch owner {
                case "enum": words.contains("case")
                case "protocol": !words.isEmpty && !first.hasPrefix("//") && !first.hasPrefix("@") && first != "}"
                default: false
                }
            if isPart || isPublic, !words.contains("import"), !words.contains("extension") {
                let name = words.drop { $0 != "case" }.dropFirst().first ?? ""
                let isShared = name.hasSuffix(",") && !name.contains("(")
                let above = lines[..<index].last { !$0.drop(while: { $0 == " " }).hasPrefix("@") } ?? ""
                found.append(
                    PublicDeclaration(
                        line: index + 1, text: words.joined(separator: " "),
                        hasSentence: !isShared && above.drop { $0 == " " }.hasPrefix("///")))
            }
            let kinds = ["struct", "enum", "class", "actor", "protocol", "extension"]
            if let kind = words.first(where: kinds.contains) {
                scopes.append(Scope(indent: indent, keyword: kind, isPublic: isPublic))
            }
        }
        return found
    }

    /// The words of a declaration up to its name; those of a comment or another statement are as good as any.
    private static func words(_ line: Substring) -> [String] {
        let modifiers: Set = [
            "public", "package", "private", "fileprivate", "static", "nonisolated", "mutating", "final", "indirect",
            "private(set)", "internal(set)", "package(set)",
        ]
        let all = line.split(separator: " ").map(String.init)
        let head = all.prefix { modifiers.contains($0) || $0.hasPrefix("@") }
        return Array(head) + all.dropFirst(head.count).prefix(all.dropFirst(head.count).first == "case" ? 3 : 2)
    }
}
