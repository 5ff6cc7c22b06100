/// Texts whose order says nothing, such as the options of a foreign server: kept, compared and written sorted.
struct UnorderedTexts: FieldValue {
    private(set) var texts: [String]

    init(_ texts: [String]) { self.texts = texts.sorted() }

    static let absent = UnorderedTexts([])
    var json: JSON { texts.json }
    init?(json: JSON) {
        guard let texts = [String](json: json) else { return nil }
        self.init(texts)
    }
    init?(reading json: inout JSONCursor) throws(JSONError) {
        guard let texts = try [String](reading: &json) else { return nil }
        self.init(texts)
    }
    init?(column: UnsafeRawBufferPointer?) {
        guard let texts = [String](column: column) else { return nil }
        self.init(texts)
    }
    var shown: String { texts.shown }
    func add(to fingerprint: inout Fingerprint) { texts.add(to: &fingerprint) }
}

extension FieldVisitor {
    /// Visits an attribute whose order says nothing.
    mutating func unorderedField(_ name: String, _ value: inout [String]) throws(Failure) {
        var texts = UnorderedTexts(value)
        try field(name, &texts)
        value = texts.texts
    }
}
