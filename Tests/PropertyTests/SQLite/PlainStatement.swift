/// A statement as words: without spaces, comments and the quotes of names, in small letters apart from strings.
struct PlainStatement {
    private var pieces: [String] = []

    /// Without what may be said or not: parentheses, `ASC`, the second way to write an operator.
    var text: String {
        pieces.filter { $0 != "(" && $0 != ")" && $0 != "asc" }.joined(separator: " ").replacing("! =", with: "< >")
            .replacing("= =", with: "=")
    }
    var isVirtual: Bool { pieces.starts(with: ["create", "virtual"]) }

    /// What stands before the list in parentheses of a `CREATE TABLE`, its items, and what follows it; the clauses of an
    /// item may have any order.
    var items: [String] {
        var depth = 0
        var items: [[String]] = [[]]
        for piece in pieces {
            if piece == ")" { depth -= 1 }
            let isBreak = depth == 0 && (piece == "(" || piece == ")") || depth == 1 && piece == ","
            if piece == "(" { depth += 1 }
            if isBreak { items.append([]) } else { items[items.count - 1].append(piece) }
        }
        return items.map { item in
            var plain = " \(item.joined(separator: " ")) "
            plain = plain.replacing("! =", with: "< >").replacing("= =", with: "=")
            for (spelling, other) in Self.equivalents { plain = plain.replacing(" \(spelling) ", with: other) }
            return plain.split(separator: " ").filter { $0 != "(" && $0 != ")" }.sorted().joined(separator: " ")
        }
    }

    /// What says nothing or what a pragma tells, and what says the same in other words.
    private static let equivalents = [
        ("not null", " "), ("collate binary", " "), ("on conflict abort", " "), ("on update no action", " "),
        ("on delete no action", " "),
        ("match full", " "), ("deferrable initially deferred", " deferred "), ("deferrable initially immediate", " "),
        ("not deferrable", " "), ("deferrable", " "), ("generated always as", " as "), ("virtual", " "), ("asc", " "),
    ]

    init(_ sql: String) {
        var rest = Array(sql.unicodeScalars)[...]
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_"
        }
        while let next = rest.first {
            switch next {
            case "-" where rest.dropFirst().first == "-": rest = rest.drop { $0 != "\n" }
            case "/" where rest.dropFirst().first == "*":
                rest = rest.dropFirst(2)
                while rest.count > 1, !(rest.first == "*" && rest.dropFirst().first == "/") { rest = rest.dropFirst() }
                rest = rest.dropFirst(2)
            case "'", "\"", "`", "[":
                let piece = Self.quoted(&rest, next)
                pieces.append(next == "'" ? "'\(piece)'" : piece.lowercased())
            case " ", "\n", "\t": rest = rest.dropFirst()
            case let letter where isWord(letter):
                let word = rest.prefix(while: isWord)
                rest = rest[word.endIndex...]
                pieces.append(String(String.UnicodeScalarView(word)).lowercased())
            default:
                rest = rest.dropFirst()
                pieces.append(String(next))
            }
        }
    }

    private static func quoted(_ rest: inout ArraySlice<Unicode.Scalar>, _ open: Unicode.Scalar) -> String {
        let close: Unicode.Scalar = open == "[" ? "]" : open
        var piece = ""
        rest = rest.dropFirst()
        while let next = rest.first {
            rest = rest.dropFirst()
            if next == close {
                guard open != "[", rest.first == close else { return piece }
                rest = rest.dropFirst()
            }
            piece.unicodeScalars.append(next)
        }
        return piece
    }
}
