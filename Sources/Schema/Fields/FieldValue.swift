/// A type that an attribute of an object can have: comparable, writable to a snapshot, readable from a row.
package protocol FieldValue: Sendable, Hashable {
    /// The value that an attribute has when nothing is said; it is not written to snapshots.
    static var absent: Self { get }
    /// The value as a snapshot writes it.
    var json: JSON { get }
    /// Reads what a snapshot wrote.
    init?(json: JSON)
    /// Reads the next value of a JSON text, with no tree in between.
    init?(reading json: inout JSONCursor) throws(JSONError)
    /// Reads the bytes of the text that the database sent; `nil` means NULL.
    init?(column: UnsafeRawBufferPointer?)
    /// The value as a report shows it.
    var shown: String { get }
    /// Whether values of this type are carried along without being compared.
    static var isNotCompared: Bool { get }
    /// Adds all that counts where two values are compared.
    func add(to fingerprint: inout Fingerprint)
}

extension FieldValue {
    package static var isNotCompared: Bool { false }
    package func add(to fingerprint: inout Fingerprint) { fingerprint.add(json.description) }
    package init?(reading json: inout JSONCursor) throws(JSONError) { self.init(json: try json.value()) }

    /// Reads what the database sent as text; `nil` means NULL.
    package init?(column: String?) {
        guard var column else {
            self.init(column: UnsafeRawBufferPointer?.none)
            return
        }
        guard let value = column.withUTF8({ Self(column: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = value
    }
}

extension String: FieldValue {
    package static let absent = ""
    package var json: JSON { .string(self) }
    package init?(json: JSON) {
        guard case .string(let text) = json else { return nil }
        self = text
    }
    package init?(reading json: inout JSONCursor) throws(JSONError) {
        guard let text = try json.string() else { return nil }
        self = text
    }
    package init?(column: UnsafeRawBufferPointer?) { self = column.map { String(decoding: $0, as: UTF8.self) } ?? "" }
    package var shown: String { self }
    package func add(to fingerprint: inout Fingerprint) { fingerprint.add(self) }
}

extension Bool: FieldValue {
    package static let absent = false
    package var json: JSON { .bool(self) }
    package init?(json: JSON) {
        guard case .bool(let value) = json else { return nil }
        self = value
    }
    package init?(reading json: inout JSONCursor) throws(JSONError) {
        guard let value = try json.bool() else { return nil }
        self = value
    }
    /// PostgreSQL writes `t` and `f`, SQLite 1 and 0.
    package init?(column: UnsafeRawBufferPointer?) {
        guard let column else {
            self = false
            return
        }
        self = column.elementsEqual("t".utf8) || column.elementsEqual("1".utf8) || column.elementsEqual("true".utf8)
    }
    package var shown: String { self ? "yes" : "no" }
    package func add(to fingerprint: inout Fingerprint) { fingerprint.add(self ? 1 : 0) }
}

extension Int: FieldValue {
    package static let absent = 0
    package var json: JSON { .integer(Int64(self)) }
    package init?(json: JSON) {
        guard case .integer(let number) = json, let value = Int(exactly: number) else { return nil }
        self = value
    }
    package init?(column: UnsafeRawBufferPointer?) {
        guard let column else {
            self = 0
            return
        }
        self.init(String(decoding: column, as: UTF8.self))
    }
    package var shown: String { String(self) }
    package func add(to fingerprint: inout Fingerprint) { fingerprint.add(UInt64(bitPattern: Int64(self))) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    package static var absent: Self { nil }
    package var json: JSON { self?.json ?? .null }
    package init?(json: JSON) {
        if case .null = json {
            self = .none
            return
        }
        guard let value = Wrapped(json: json) else { return nil }
        self = .some(value)
    }
    package init?(reading json: inout JSONCursor) throws(JSONError) {
        if try json.isNull() {
            self = .none
            return
        }
        guard let value = try Wrapped(reading: &json) else { return nil }
        self = .some(value)
    }
    package init?(column: UnsafeRawBufferPointer?) {
        guard let column else {
            self = .none
            return
        }
        guard let value = Wrapped(column: column) else { return nil }
        self = .some(value)
    }
    package var shown: String { self?.shown ?? "none" }
    package func add(to fingerprint: inout Fingerprint) {
        fingerprint.add(self == nil ? 0 : 1)
        self?.add(to: &fingerprint)
    }
}

extension Array: FieldValue where Element: FieldValue {
    package static var absent: Self { [] }
    package var json: JSON { .array(map(\.json)) }
    package init?(json: JSON) {
        guard case .array(let items) = json else { return nil }
        var values: Self = []
        for item in items {
            guard let value = Element(json: item) else { return nil }
            values.append(value)
        }
        self = values
    }
    package init?(reading json: inout JSONCursor) throws(JSONError) {
        guard var isFirst = try json.array() else { return nil }
        var values: Self = []
        while try json.nextItem(&isFirst) {
            guard let value = try Element(reading: &json) else { return nil }
            values.append(value)
        }
        self = values
    }
    /// A JSON array, as `json_group_array` and `to_jsonb` write it, or PostgreSQL's own `{a,"b c"}`.
    package init?(column: UnsafeRawBufferPointer?) {
        guard let column else {
            self = []
            return
        }
        if column.first == UInt8(ascii: "{") {
            guard let texts = ArrayLiteral.elements(of: column) else { return nil }
            var values: Self = []
            for text in texts {
                guard let value = Element(column: text) else { return nil }
                values.append(value)
            }
            self = values
        } else {
            guard let json = try? JSON(parsing: String(decoding: column, as: UTF8.self)) else { return nil }
            self.init(json: json)
        }
    }
    package var shown: String { "(\(map(\.shown).joined(separator: ", ")))" }
    package func add(to fingerprint: inout Fingerprint) {
        fingerprint.add(UInt64(count))
        for element in self { element.add(to: &fingerprint) }
    }
}

/// An enum with text values, written as its raw value.
package protocol WordValue: FieldValue, RawRepresentable, CaseIterable where RawValue == String {}

extension WordValue {
    package var json: JSON { .string(rawValue) }
    package init?(json: JSON) {
        guard case .string(let text) = json else { return nil }
        self.init(rawValue: text)
    }
    package init?(reading json: inout JSONCursor) throws(JSONError) {
        guard let text = try json.string() else { return nil }
        self.init(rawValue: text)
    }
    package init?(column: UnsafeRawBufferPointer?) {
        guard let column else {
            self = Self.absent
            return
        }
        self.init(rawValue: String(decoding: column, as: UTF8.self))
    }
    package var shown: String { rawValue }
    package func add(to fingerprint: inout Fingerprint) { fingerprint.add(rawValue) }
}

extension FieldValue {
    /// An object of JSON, for values with parts: the default way to come from a column.
    init?(jsonColumn column: UnsafeRawBufferPointer?) {
        guard let column, let json = try? JSON(parsing: String(decoding: column, as: UTF8.self)) else { return nil }
        self.init(json: json)
    }
}
