import AutogenSQLText
import AutogenSchema

/// The files with all edits made.
extension SchemaText {
    /// A file with its new text; `nil` where nothing is left of it.
    package struct EditedFile: Sendable, Hashable {
        package let name: String
        /// What it is made of; empty for a new one.
        package let original: [UInt8]
        package let text: String?
        package let isNew: Bool

        /// The same made of the files as they were before other edits.
        package func made(of sources: DeclaredSchema) -> EditedFile {
            let original = sources.files.first { $0.name == name }
            return EditedFile(name: name, original: original?.bytes ?? [], text: text, isNew: original == nil)
        }
    }

    package var edited: [EditedFile] {
        var edited: [EditedFile] = []
        for file in files {
            var edits = edits(in: file) + (notes[file.name] ?? [])
            if let texts = created[file.name] {
                edits.append(TextEdit(at: file.bytes.count, "\n" + texts.joined(separator: "\n\n") + "\n"))
            }
            guard !edits.isEmpty else { continue }
            if Lines(bytes: file.bytes).hasReturns {
                edits = edits.map { TextEdit($0.range, withReturns($0.text)) }
            }
            let bytes = TextEdit.applied(edits, to: file.bytes)
            let text = String(decoding: bytes, as: UTF8.self)
            let isEmpty = text.trimmingSpaces.isEmpty
            edited.append(EditedFile(name: file.name, original: file.bytes, text: isEmpty ? nil : text, isNew: false))
        }
        let there = Set(files.map(\.name))
        for (name, texts) in created.sorted(by: { $0.key < $1.key }) where !there.contains(name) {
            edited.append(
                EditedFile(name: name, original: [], text: texts.joined(separator: "\n\n") + "\n", isNew: true))
        }
        return edited
    }

    /// With the line ends of a file that has returns; what stands in quotes is what it is.
    private func withReturns(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var lexer = SQLLexer(bytes, catalog.dialect.syntax)
        var result = ""
        var end = 0
        func plain(_ range: Range<Int>) -> String {
            String(decoding: bytes[range], as: UTF8.self).replacing("\n", with: "\r\n")
        }
        while let token = lexer.next() {
            result += plain(end..<token.range.lowerBound)
            let isQuoted = token.kind == .string || token.kind == .dollarString || token.kind == .quotedName
            result += isQuoted ? String(decoding: bytes[token.range], as: UTF8.self) : plain(token.range)
            end = token.range.upperBound
        }
        return result + plain(end..<bytes.count)
    }

    private func edits(in file: SourceFile) -> [TextEdit] {
        let lines = Lines(bytes: file.bytes)
        let own = statements[file.name] ?? []
        let goes = own.indices.map { removed.contains(Place(file: file.name, number: $0)) }
        var added = own.indices.map { self.added[Place(file: file.name, number: $0)] ?? [] }
        // What was to stand behind something that goes stands behind what is before that, or in its place.
        for number in own.indices where goes[number] && !added[number].isEmpty {
            guard let before = goes[..<number].lastIndex(of: false) else { continue }
            added[before] += added[number]
            added[number] = []
        }
        return own.indices.flatMap { number -> [TextEdit] in
            let place = Place(file: file.name, number: number)
            let range = own[number].range
            guard !goes[number] || added[number].isEmpty else {
                return [TextEdit(range, added[number].joined(separator: "\n\n"))]
            }
            var edits: [TextEdit] = lists[place]?.edits ?? []
            let next = own.indices.contains(number + 1) ? own[number + 1].range.lowerBound : lines.bytes.count
            if goes[number] { edits = [TextEdit(removal(of: range, before: next, in: lines), "")] }
            if let text = rewritten[place] { edits = [TextEdit(range, text)] }
            if !added[number].isEmpty, lines.bytes[range].last != UInt8(ascii: ";") {
                edits.append(TextEdit(at: range.upperBound, ";"))
            }
            for text in added[number] {
                let isClose = isTight(number, own, lines) && !text.contains("\n")
                let end = lines.end(of: range.upperBound)
                let isShared = own.indices.contains(number + 1) && own[number + 1].range.lowerBound < end
                edits.append(TextEdit(at: isShared ? range.upperBound : end, (isClose ? "\n" : "\n\n") + text))
            }
            return edits
        }
    }

    /// Whether statements of one line follow one another without a line between.
    private func isTight(_ number: Int, _ own: [SourceStatement], _ lines: Lines) -> Bool {
        func isLine(_ statement: SourceStatement) -> Bool {
            !lines.bytes[statement.range].contains(UInt8(ascii: "\n"))
        }
        guard isLine(own[number]), number > 0, isLine(own[number - 1]) else { return false }
        return lines.bytes[own[number - 1].range.upperBound..<own[number].range.lowerBound]
            .count { $0 == UInt8(ascii: "\n") } == 1
    }

    /// The lines of a statement with the comments over it and the empty line that parts it from the next.
    private func removal(of range: Range<Int>, before following: Int, in lines: Lines) -> Range<Int> {
        let end = lines.end(of: range.upperBound)
        if following < end { return range.lowerBound..<following }
        guard lines.beginsLine(range.lowerBound) else { return range }
        let start = lines.startOfComments(above: range.lowerBound)
        guard end < lines.bytes.count else {
            // The last of the file takes the empty line above along.
            var first = start
            while first > 0, lines.isBlank((first - 1)..<first) { first -= 1 }
            return first..<end
        }
        var next = lines.next(after: end)
        while next < lines.bytes.count, lines.isBlank(next..<lines.end(of: next)) { next = lines.next(after: next) }
        return start..<next
    }
}
