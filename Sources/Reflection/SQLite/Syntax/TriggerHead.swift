/// The beginning of a `CREATE TRIGGER` statement (<https://www.sqlite.org/lang_createtrigger.html>).
struct TriggerHead {
    enum Event: Hashable {
        case delete, insert, update
    }

    let event: Event
    let isInsteadOf: Bool
    /// Those of `UPDATE OF`.
    let columns: [String]
    /// Where it says when it runs and of what, in bytes of the statement.
    private let place: Range<Int>
    /// Where it names its table.
    private let table: Range<Int>
    private let text: String

    /// - Parameter tokens: what follows the name of the trigger in `text`.
    init?(_ text: String, tokens: some Sequence<Token>) {
        var reader = TokenReader(tokens)
        guard let start = reader.peek?.range.lowerBound else { return nil }
        isInsteadOf = reader.skip("INSTEAD", "OF")
        if !isInsteadOf, !reader.skip("BEFORE") { _ = reader.skip("AFTER") }
        switch reader.next()?.keyword {
        case "DELETE": event = .delete
        case "INSERT": event = .insert
        case "UPDATE": event = .update
        default: return nil
        }
        var columns: [String] = []
        if reader.skip("OF") {
            while let token = reader.peek, token.keyword != "ON" {
                if token.keyword != "," { columns.append(token.name) }
                reader.next()
            }
        }
        self.columns = columns
        guard reader.skip("ON"), var name = reader.next() else { return nil }
        place = start..<name.range.lowerBound
        if reader.skip("."), let second = reader.next() { name = second }
        table = place.upperBound..<name.range.upperBound
        self.text = text
    }

    /// The statement for a temporary trigger of another name, on another table.
    func statement(named name: String, on other: String) -> String {
        let bytes = Array(text.utf8)
        let head = String(decoding: bytes[place], as: UTF8.self)
        return
            "CREATE TEMP TRIGGER \(name) \(head)\(other)\(String(decoding: bytes[table.upperBound...], as: UTF8.self))"
    }
}
