package import AutogenSchema

/// A type as far as its values are concerned: a domain is what it is made of.
package indirect enum ValueType: Equatable {
    case plain(Plain)
    case array(ValueType)
    /// One of the labels of an enum.
    case label
    case composite([Attribute])
    case range(ValueType)
    case multirange(ValueType)

    package struct Attribute: Equatable {
        package let name: String
        package let type: ValueType
    }

    /// - Parameter type: as `format_type` writes it.
    package init(_ type: String, in catalog: Catalog) {
        if type.hasSuffix("[]") {
            self = .array(ValueType(String(type.dropLast(2)), in: catalog))
        } else if let subtype = Self.ranges[type] {
            self = .range(.plain(Plain(subtype)))
        } else if let range = Self.multiranges[type], let subtype = Self.ranges[range] {
            self = .multirange(.plain(Plain(subtype)))
        } else {
            self = Self.own(type, in: catalog) ?? .plain(Plain(type))
        }
    }

    /// A type of the schema's own, which has its schema in its name.
    private static func own(_ type: String, in catalog: Catalog) -> ValueType? {
        guard type.contains(".") else { return nil }
        for object in catalog.objects {
            switch object.definition {
            case .enumType where SQL.dotted(object.id.path) == type: return .label
            case .domain(let domain) where SQL.dotted(object.id.path) == type:
                return ValueType(domain.type, in: catalog)
            case .compositeType(let composite) where SQL.dotted(object.id.path) == type:
                return .composite(
                    composite.attributes.map { Attribute(name: $0.name, type: ValueType($0.type, in: catalog)) })
            case .rangeType(let range):
                if SQL.dotted(object.id.path) == type { return .range(ValueType(range.subtype, in: catalog)) }
                if range.multirange == type { return .multirange(ValueType(range.subtype, in: catalog)) }
            default: continue
            }
        }
        return nil
    }

    private static let ranges = [
        "int4range": "integer", "int8range": "bigint", "numrange": "numeric", "daterange": "date",
        "tsrange": "timestamp without time zone", "tstzrange": "timestamp with time zone",
    ]
    private static let multiranges = [
        "int4multirange": "int4range", "int8multirange": "int8range", "nummultirange": "numrange",
        "datemultirange": "daterange", "tsmultirange": "tsrange", "tstzmultirange": "tstzrange",
    ]

    /// Whether there is a value in it for which the condition holds.
    package func contains(where condition: (Plain) -> Bool) -> Bool {
        switch self {
        case .plain(let plain): condition(plain)
        case .label: false
        case .array(let type), .range(let type), .multirange(let type): type.contains(where: condition)
        case .composite(let attributes): attributes.contains { $0.type.contains(where: condition) }
        }
    }

    /// Whether it has parts with names.
    package var hasAttributes: Bool {
        switch self {
        case .plain, .label: false
        case .array(let type), .range(let type), .multirange(let type): type.hasAttributes
        case .composite: true
        }
    }

    /// A type that is no other's container, with the numbers in its parentheses: `numeric(10,2)`,
    /// `timestamp(3) without time zone`, `interval day to second(3)`.
    package struct Plain: Equatable {
        package let base: String
        package let numbers: [Int]

        init(_ type: String) {
            var name = type
            var numbers: [Int] = []
            if let open = name.firstIndex(of: "("), let close = name.lastIndex(of: ")"), open < close {
                numbers = name[name.index(after: open)..<close].split(separator: ",").compactMap {
                    Int($0.filter { $0 != " " })
                }
                name.removeSubrange(open...close)
            }
            switch name {
            // The names of those without a length.
            case "bpchar": base = "character"
            case "\"bit\"": base = "bit"
            default: base = name
            }
            self.numbers = numbers
        }
    }
}

extension ValueType.Plain {
    /// How many digits a `numeric` keeps behind the point; `nil` where there is no limit.
    package var scale: Int? { base == "numeric" ? numbers.first.map { _ in numbers.count > 1 ? numbers[1] : 0 } : nil }

    /// How many digits a `numeric` has before the point; `nil` where there is no limit.
    package var whole: Int? { scale.flatMap { scale in numbers.first.map { $0 - scale } } }

    /// How many decimal digits a number may have.
    package var digits: Int? {
        switch base {
        case "smallint": 5
        case "integer": 10
        case "bigint": 19
        case "real": 6
        case "double precision": 15
        case "numeric": numbers.first ?? .max
        default: nil
        }
    }

    /// How many characters, bits or digits of a second there may be.
    package var limit: Int { numbers.first ?? .max }

    package var isInteger: Bool { ["smallint", "integer", "bigint"].contains(base) }
    var isFloat: Bool { base == "real" || base == "double precision" }
    /// Text that keeps what it is given, up to its length.
    package var isText: Bool { ["text", "character varying"].contains(base) || Self.isCitext(base) }
    /// In whatever schema its extension is.
    static func isCitext(_ type: String) -> Bool { type.hasSuffix(".citext") }
    /// Text of any kind, which may be meant as a value of another type.
    package var holdsText: Bool { isText || ["character", "name", "\"char\"", "json", "jsonb", "xml"].contains(base) }
    package var isTimestamp: Bool { base.hasPrefix("timestamp ") }
    package var isInterval: Bool { base == "interval" || base.hasPrefix("interval ") }
    /// A moment, which is written and read in the time zone of the session.
    package var isMoment: Bool { base == "timestamp with time zone" }
    var isZoned: Bool { isMoment || base == "time with time zone" }
    package var isLocal: Bool { ["date", "timestamp without time zone", "time without time zone"].contains(base) }
}
