import AutogenSQLText
import AutogenSchema

/// Finds the line that separates two sections of a script.
enum SectionMarker {
    /// The bytes of the first line that consists of `marker` alone, and of its line end.
    ///
    /// A line inside a string or a statement is passed over; when there is no other, the first one that at least is a
    /// comment counts, so that the last statement of a section may lack its semicolon.
    static func find(_ marker: String, in bytes: [UInt8], dialect: Dialect) -> Range<Int>? {
        let wanted = Array(marker.utf8)
        var statements = SQLScanner(bytes, dialect.syntax)
        var inside: Range<Int>?
        while let token = statements.next() {
            guard token.kind == .lineComment, isWholeLine(token.range, of: bytes, wanted) else { continue }
            let end = min(token.range.upperBound + 1, bytes.count)
            guard statements.isInStatement else { return token.range.lowerBound..<end }
            if inside == nil { inside = token.range.lowerBound..<end }
        }
        return inside
    }

    private static func isWholeLine(_ range: Range<Int>, of bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard range.lowerBound == 0 || bytes[range.lowerBound - 1] == UInt8(ascii: "\n") else { return false }
        let content = bytes[range]
        let spaces = content.reversed().prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        return content.dropLast(spaces).elementsEqual(wanted)
    }
}
