import AutogenConnection
import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// The comment over an `UPDATE` or a `DELETE` that takes its rows in batches, each a transaction of its own:
/// `-- autogen:batch key=id size=5000 pause=50ms`.
struct BatchComment: Sendable, Hashable {
    static let usualSize = 5000

    var key: BatchKey
    /// How many rows a batch has.
    var size = Self.usualSize
    /// How long to rest between two.
    var pause = Duration.zero
    /// How many bytes a replica may lag behind; `nil` where nobody asks it.
    var lag: Int?

    init(_ key: BatchKey) { self.key = key }

    private static let opening = "-- autogen:batch"

    /// `nil` for any other comment.
    init?(_ comment: String) throws(BatchCommentError) {
        guard comment.hasPrefix(Self.opening) else { return nil }
        let rest = comment.dropFirst(Self.opening.count)
        guard rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
        self.init(.place)
        var reader = SQLReader(String(rest), .postgresql)
        var seen: Set<String> = []
        while let token = reader.next() {
            let word = reader.text(of: token).lowercased()
            guard reader.skip(symbol: "=") else { throw BatchCommentError("\(word) has no value") }
            guard seen.insert(word).inserted else { throw BatchCommentError("\(word) stands twice") }
            switch word {
            case "key": key = try Self.key(&reader)
            case "size": size = try Self.number(&reader, "size", in: 1...1_000_000)
            case "pause": pause = try Self.duration(&reader)
            case "lag": lag = try Self.bytes(&reader)
            default: throw BatchCommentError("\(word) is none of key, size, pause and lag")
            }
        }
    }

    private static func key(_ reader: inout SQLReader) throws(BatchCommentError) -> BatchKey {
        var columns: [String] = []
        repeat {
            guard let name = reader.name(), name.count == 1 else { throw BatchCommentError("key names no column") }
            columns += name
        } while reader.skip(symbol: ",")
        return columns == ["ctid"] ? .place : .columns(columns)
    }

    private static func number(
        _ reader: inout SQLReader, _ word: String, in range: ClosedRange<Int>
    ) throws(BatchCommentError) -> Int {
        let text = reader.next().map { reader.text(of: $0) } ?? ""
        guard let number = Int(text), range.contains(number) else {
            throw BatchCommentError("\(word) must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// `50ms`, `2s`.
    private static func duration(_ reader: inout SQLReader) throws(BatchCommentError) -> Duration {
        let text = quantity(&reader)
        // A bare number would be seconds in a setting of autogen and milliseconds in one of the server.
        guard text.last?.isLetter == true, let pause = Duration(setting: text) else {
            throw BatchCommentError("pause must be a time such as 50ms or 2s")
        }
        return pause
    }

    /// `16MB`.
    private static func bytes(_ reader: inout SQLReader) throws(BatchCommentError) -> Int {
        let text = quantity(&reader)
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let units = ["kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30]
        guard let number = Int(digits), number < 1 << 20, let factor = units[text.dropFirst(digits.count).lowercased()]
        else { throw BatchCommentError("lag must be a size such as 16MB") }
        return number * factor
    }

    /// A number with its unit, however the lexer divides them.
    private static func quantity(_ reader: inout SQLReader) -> String {
        let text = reader.next().map { reader.text(of: $0) } ?? ""
        guard text.allSatisfy(\.isNumber), let next = reader.peek, next.kind == .word else { return text }
        let word = reader.text(of: next)
        guard ["ms", "s", "m", "kb", "mb", "gb"].contains(word.lowercased()) else { return text }
        _ = reader.next()
        return text + word
    }

    /// As it stands in a script; what is usual is left out.
    var text: String {
        let name =
            switch key {
            case .columns(let columns): columns.map { SQL.quoted(name: $0) }.joined(separator: ",")
            case .place: "ctid"
            }
        var text = "\(Self.opening) key=\(name) size=\(size)"
        if pause > .zero { text += " pause=\(pause.wholeMilliseconds)ms" }
        if let lag { text += " lag=\(lag >> 10)kB" }
        return text
    }
}

/// What is wrong with a comment about batches.
struct BatchCommentError: Error {
    let message: String

    init(_ message: String) { self.message = message }
}
