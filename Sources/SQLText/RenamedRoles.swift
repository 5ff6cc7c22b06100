/// A script with other names of roles.
///
/// ```swift
/// let script = RenamedRoles("GRANT SELECT ON app TO app, reader") { $0 == "app" ? "worker" : nil }
/// script.text  // GRANT SELECT ON app TO worker, reader
/// ```
package struct RenamedRoles: Sendable {
    package let text: String
    /// Another name: where it stands in ``text``, where the old one stood, and how far what comes next has moved.
    private struct Edit {
        let range: Range<Int>
        let origin: Int
        let shift: Int
    }

    private let edits: [Edit]

    /// - Parameter name: what is to stand in place of a role's name, quoted where it must be; `nil` keeps it.
    package init(_ script: String, name: (String) -> String?) {
        var (bytes, edits): ([UInt8], [Edit]) = ([], [])
        var (end, length, shift) = (0, 0, 0)
        let source = Array(script.utf8)
        for statement in SQLStatement.all(in: source, .postgresql) {
            for place in RoleNames(statement).places {
                let token = place.token
                guard let role = statement.roleName(token), let name = name(role) else { continue }
                let schema = place.namesSchema.map { _ in "\(statement.text(of: token)) AUTHORIZATION " } ?? ""
                let new = schema + name
                let start = place.namesSchema ?? token.range.lowerBound
                let kept = source[end..<start]
                bytes += kept + new.utf8
                length += Self.length(of: kept)
                let origin = length + shift
                let range = length..<length + new.unicodeScalars.count
                shift += Self.length(of: source[start..<token.range.upperBound]) - range.count
                edits.append(Edit(range: range, origin: origin, shift: shift))
                length += range.count
                end = token.range.upperBound
            }
        }
        self.edits = edits
        text = edits.isEmpty ? script : String(decoding: bytes + source[end...], as: UTF8.self)
    }

    /// The place in the script as it was of one in ``text``, both in characters counted from 1.
    package func original(_ position: Int) -> Int {
        guard let edit = edits.last(where: { $0.range.lowerBound < position }) else { return position }
        // All of another name is at the first character of the one that it stands for.
        return position > edit.range.upperBound ? position + edit.shift : edit.origin + 1
    }

    /// Every character has one byte that continues none.
    private static func length(of bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}

extension SQLStatement {
    /// `SET ROLE` and `SET SESSION AUTHORIZATION` take a string, too.
    fileprivate func roleName(_ token: SQLToken) -> String? {
        token.kind == .string ? token.value(in: source) : reader.name(of: token)
    }
}
