import AutogenSchema

/// Consecutive statements sent as one script, and the way from a place in that script back to the files.
struct Chunk: Sendable {
    private struct Piece {
        let start: Int
        let statement: SourceStatement
        /// The position in the chunk's steps; `nil` for a setting.
        let step: Int?
    }

    /// What an error's position points at.
    struct Place {
        let file: SourceFile
        let offset: Int
        let step: Int?
    }

    private var bytes: [UInt8] = []
    private var pieces: [Piece] = []

    /// Every chunk sets its session up anew, so it doesn't matter what ran, or failed, before.
    ///
    /// - Parameters:
    ///   - setting: what holds beside the settings of the files.
    ///   - mark: what is run after each statement.
    init(
        _ steps: ArraySlice<LoadPlan.Item>, settings: [Int: [SourceStatement]], setting: String = "", mark: String = "",
        engine: any LoadingEngine
    ) {
        bytes.reserveCapacity(steps.reduce(1024) { $0 + $1.statement.range.count + 2 })
        if !engine.runsScriptsWhole { append("BEGIN;\n") }
        var unit: Int?
        var applied = 0
        for (index, step) in zip(0..., steps) {
            if unit != step.unit || applied > step.settings {
                append(engine.sessionDefaults)
                unit = step.unit
                applied = 0
            }
            for setting in (settings[step.unit] ?? [])[applied..<step.settings] { append(setting, step: nil) }
            applied = step.settings
            append(setting)
            append(step.statement, step: index)
            append(mark)
        }
        if !engine.runsScriptsWhole { append("COMMIT;\n") }
    }

    var sql: SQL { SQL(raw: String(decoding: bytes, as: UTF8.self)) }

    private mutating func append(_ text: String) { bytes += Array(text.utf8) }

    private mutating func append(_ statement: SourceStatement, step: Int?) {
        pieces.append(Piece(start: bytes.count, statement: statement, step: step))
        bytes += statement.sentBytes
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Where in the files the character at `position`, counted from 1, comes from.
    func place(of position: Int) -> Place? {
        var remaining = position
        var offset = 0
        for (index, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            remaining -= 1
            offset = index
            if remaining == 0 { break }
        }
        guard let piece = pieces.last(where: { $0.start <= offset }) else { return nil }
        let range = piece.statement.range
        let inside = piece.statement.replacement == nil ? min(offset - piece.start, range.count - 1) : 0
        return Place(file: piece.statement.file, offset: range.lowerBound + max(0, inside), step: piece.step)
    }
}
