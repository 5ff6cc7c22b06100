/// The statement that a scanner is in the middle of.
struct StatementDraft {
    private(set) var start: Int?
    private(set) var words: [Word] = []
    private var fault: SourceStatement.Fault?
    private var cuts: [Range<Int>] = []

    var isEmpty: Bool { start == nil }

    /// Notes that the statement has begun, at its first byte.
    mutating func begin(at offset: Int) {
        if start == nil { start = offset }
    }

    mutating func add(_ bytes: [UInt8], _ range: Range<Int>, isQuoted: Bool = false) {
        begin(at: range.lowerBound)
        guard words.count < SourceStatement.wordLimit else { return }
        guard isQuoted, range.count >= 2 else {
            let text = String(decoding: bytes[range], as: UTF8.self)
            words.append(Word(text: text, isQuoted: false, range: range))
            return
        }
        let quote = String(decoding: bytes[(range.upperBound - 1)..<range.upperBound], as: UTF8.self)
        let inner = String(decoding: bytes[(range.lowerBound + 1)..<(range.upperBound - 1)], as: UTF8.self)
        words.append(Word(text: inner.replacing(quote + quote, with: quote), isQuoted: true, range: range))
    }

    mutating func fail(at offset: Int, _ message: String) {
        begin(at: offset)
        fault = SourceStatement.Fault(offset: offset, message: message)
    }

    /// Leaves a piece in the middle of the statement out of it.
    mutating func cut(_ range: Range<Int>) { cuts.append(range) }

    /// The statement that ends before `end`, or `nil` when there was none; the draft is empty afterwards.
    mutating func finish(at end: Int, in file: SourceFile) -> SourceStatement? {
        defer { self = StatementDraft() }
        guard let start, start < end || fault != nil else { return nil }
        let range = start..<max(start, end)
        return SourceStatement(
            file: file, range: range, words: words, fault: fault, blanks: cuts.map { $0.clamped(to: range) })
    }
}
