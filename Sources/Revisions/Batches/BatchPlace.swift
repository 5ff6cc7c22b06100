import AutogenSchema

/// How far a statement has come that takes its rows in batches.
enum BatchPlace: Sendable, Hashable, CustomStringConvertible {
    /// Behind the row with these values of the key, as the database writes them.
    case row([String])
    /// Before a page of the table, of the pages that it had at first.
    case page(Int, of: Int)

    /// `behind ["2026","17"]`, `before page 800 of 12000`
    var description: String {
        switch self {
        case .row(let values): "behind \(JSON.array(values.map { .string($0) }))"
        case .page(let page, let count): "before page \(page) of \(count)"
        }
    }

    init?(_ text: String) {
        let words = text.split(separator: " ")
        if words.count == 5, words[0] == "before", words[1] == "page", words[3] == "of", let page = Int(words[2]),
            let count = Int(words[4])
        {
            self = .page(page, of: count)
            return
        }
        guard text.hasPrefix("behind "), let json = try? JSON(parsing: String(text.dropFirst(7))),
            case .array(let items) = json
        else { return nil }
        var values: [String] = []
        for item in items {
            guard case .string(let value) = item else { return nil }
            values.append(value)
        }
        self = .row(values)
    }
}
