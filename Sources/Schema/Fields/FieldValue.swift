/// A type that an attribute of an object can have: comparable, writable to a snapshot, readable from a row.
public protocol FieldValue: Sendable, Hashable {
    /// The value that an attribute has when nothing is said; it is not written to snapshots.
    static var absent: Self { get }
    var json: JSON { get }
    init?(json: JSON)
    /// Reads what the database sent as text; `nil` means NULL.
    init?(column: String?)
    /// The value as a report shows it.
    var shown: String { get }
    /// Whether values of this type are carried along without being compared.
    static var isHint: Bool { get }
    /// Appends the bytes of all text that counts where two values are compared.
    func write(textTo bytes: inout [UInt8])
}

extension FieldValue {
    public static var isHint: Bool { false }
    public func write(textTo bytes: inout [UInt8]) { json.description.write(textTo: &bytes) }
}

extension String: FieldValue {
    public static let absent = ""
    public var json: JSON { .string(self) }
    public init?(json: JSON) {
        guard case .string(let text) = json else { return nil }
        self = text
    }
    public init?(column: String?) { self = column ?? "" }
    public var shown: String { self }
    public func write(textTo bytes: inout [UInt8]) {
        bytes.append(contentsOf: utf8)
        bytes.append(0)
    }
}

extension Bool: FieldValue {
    public static let absent = false
    public var json: JSON { .bool(self) }
    public init?(json: JSON) {
        guard case .bool(let value) = json else { return nil }
        self = value
    }
    /// PostgreSQL writes `t` and `f`, SQLite 1 and 0.
    public init?(column: String?) { self = column == "t" || column == "1" || column == "true" }
    public var shown: String { self ? "yes" : "no" }
    public func write(textTo bytes: inout [UInt8]) {}
}

extension Int: FieldValue {
    public static let absent = 0
    public var json: JSON { .integer(Int64(self)) }
    public init?(json: JSON) {
        guard case .integer(let number) = json, let value = Int(exactly: number) else { return nil }
        self = value
    }
    public init?(column: String?) {
        guard let column else {
            self = 0
            return
        }
        self.init(column)
    }
    public var shown: String { String(self) }
    public func write(textTo bytes: inout [UInt8]) {}
}

extension Optional: FieldValue where Wrapped: FieldValue {
    public static var absent: Self { nil }
    public var json: JSON { self?.json ?? .null }
    public init?(json: JSON) {
        if case .null = json {
            self = .none
            return
        }
        guard let value = Wrapped(json: json) else { return nil }
        self = .some(value)
    }
    public init?(column: String?) {
        guard let column else {
            self = .none
            return
        }
        guard let value = Wrapped(column: column) else { return nil }
        self = .some(value)
    }
    public var shown: String { self?.shown ?? "none" }
    public func write(textTo bytes: inout [UInt8]) { self?.write(textTo: &bytes) }
}

extension Array: FieldValue where Element: FieldValue {
    public static var absent: Self { [] }
    public var json: JSON { .array(map(\.json)) }
    public init?(json: JSON) {
        guard case .array(let items) = json else { return nil }
        var values: Self = []
        for item in items {
            guard let value = Element(json: item) else { return nil }
            values.append(value)
        }
        self = values
    }
    /// A JSON array, as `json_group_array` and `to_jsonb` write it, or PostgreSQL's own `{a,"b c"}`.
    public init?(column: String?) {
        guard let column else {
            self = []
            return
        }
        if column.first == "{" {
            guard let texts = ArrayLiteral.elements(of: column) else { return nil }
            var values: Self = []
            for text in texts {
                guard let value = Element(column: text) else { return nil }
                values.append(value)
            }
            self = values
        } else {
            guard let json = try? JSON(parsing: column) else { return nil }
            self.init(json: json)
        }
    }
    public var shown: String { "(\(map(\.shown).joined(separator: ", ")))" }
    public func write(textTo bytes: inout [UInt8]) { for element in self { element.write(textTo: &bytes) } }
}

/// An enum with text values, written as its raw value.
public protocol FieldWord: FieldValue, RawRepresentable, CaseIterable where RawValue == String {}

extension FieldWord {
    public var json: JSON { .string(rawValue) }
    public init?(json: JSON) {
        guard case .string(let text) = json else { return nil }
        self.init(rawValue: text)
    }
    public init?(column: String?) {
        guard let column else {
            self = Self.absent
            return
        }
        self.init(rawValue: column)
    }
    public var shown: String { rawValue }
    public func write(textTo bytes: inout [UInt8]) {}
}

extension FieldValue {
    /// An object of JSON, for values with parts: the default way to come from a column.
    init?(jsonColumn column: String?) {
        guard let column, let json = try? JSON(parsing: column) else { return nil }
        self.init(json: json)
    }
}
