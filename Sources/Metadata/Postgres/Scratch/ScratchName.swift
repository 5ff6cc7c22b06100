/// The names of scratch databases: `autogen_scratch_1763690000_3f2a9c81d0be`, the second part being when it was made, in
/// seconds since 1970 by the server's clock.
///
/// The name alone tells an abandoned one from a young one, and from a database of anybody else.
struct ScratchName: Sendable, Hashable, CustomStringConvertible {
    static let prefix = "autogen_scratch_"
    private static let hexadecimal = "0123456789abcdef"

    let created: Int
    let random: String

    init(created: Int) {
        self.created = created
        random = String((0..<12).compactMap { _ in Self.hexadecimal.randomElement() })
    }

    init?(_ text: String) {
        guard text.hasPrefix(Self.prefix) else { return nil }
        let parts = text.dropFirst(Self.prefix.count).split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let created = Int(parts[0]), created > 0, parts[1].count == 12,
            parts[1].allSatisfy({ Self.hexadecimal.contains($0) })
        else { return nil }
        self.created = created
        random = String(parts[1])
    }

    var description: String { "\(Self.prefix)\(created)_\(random)" }
}
