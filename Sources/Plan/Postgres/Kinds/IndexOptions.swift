/// The storage parameters in the definition of an index, `... USING btree (id) WITH (fillfactor='70')`.
struct IndexOptions {
    /// As `name=value`.
    private(set) var options: [String] = []
    /// The definition without them.
    private(set) var rest: String

    init(_ definition: String) {
        rest = definition
        guard let range = definition.firstRange(of: " WITH ("),
            let close = Brackets.end(of: definition[definition.index(before: range.upperBound)...])
        else { return }
        options = Brackets.elements(in: definition[range.upperBound..<close]).map {
            String($0).replacing("'", with: "")
        }
        rest.removeSubrange(range.lowerBound...close)
    }
}
