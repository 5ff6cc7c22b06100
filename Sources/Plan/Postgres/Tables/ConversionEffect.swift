import AutogenSchema

/// What a conversion does to values. Only what is known to keep them does: the old value can be had again from the new.
enum ConversionEffect: Equatable {
    case kept
    /// A value that does not fit stops the script.
    case checked
    case lost(String)

    /// Whether a type has no room for some values that are assigned to it with a loss.
    static func refusesSome(of old: ValueType, as new: ValueType) -> Bool {
        switch (old, new) {
        case (.array(let old), .array(let new)): refusesSome(of: old, as: new)
        case (.plain(let old), .plain(let new)): refusesSome(of: old, as: new)
        default: true
        }
    }

    private static func refusesSome(of old: ValueType.Plain, as new: ValueType.Plain) -> Bool {
        switch new.base {
        case "character": !(old.isText || old.base == "character") || old.limit > new.limit
        case "bit": true
        case "real": old.base != "real"
        case "money": (old.whole ?? .max) > 16
        case "smallint", "integer", "bigint": (old.whole ?? .max) >= new.digits ?? 0
        case "numeric": new.whole.map { (old.whole ?? .max) > $0 } ?? false
        // A `double precision` has room for 308 digits.
        default: false
        }
    }

    init(of old: ValueType, as new: ValueType, by method: ValueConversion.Method) {
        switch (old, new) {
        case (.plain(let old), .plain(let new)): self = Self.plain(old, new, method)
        case (.label, .label): self = .checked
        case (.array(let old), .array(let new)): self = ConversionEffect(of: old, as: new, by: method)
        case (.range(let old), .range(let new)), (.multirange(let old), .multirange(let new)):
            self = ConversionEffect(of: old, as: new, by: .text)
        case (.range(let old), .multirange(let new)) where method == .cast:
            self = ConversionEffect(of: old, as: new, by: .text)
        case (.composite(let old), .composite(let new)) where method == .attributes:
            // What goes is told of where the type is.
            let kept = new.compactMap { new in old.first { $0.name == new.name }.map { ($0.type, new.type) } }
            self = Self.worst(
                kept.map { ConversionEffect(of: $0, as: $1, by: Self.isOfRows($1) ? .attributes : .text) })
        case (.composite(let old), .composite(let new)): self = Self.composite(old, new)
        // An assignment to text is written as the type writes its values.
        case (_, .plain(let new)) where new.isText: self = Self.written(as: new, method)
        case (_, .plain(let new)) where Self.takesAnything(new): self = Self.notTheSame(new)
        case (_, .plain(let new)): self = Self.read(as: .plain(new))
        case (_, .label), (_, .array), (_, .range), (_, .multirange), (_, .composite): self = Self.read(as: new)
        }
    }

    /// Attributes go over by their places, and a value with more or fewer of them is refused.
    private static func composite(_ old: [ValueType.Attribute], _ new: [ValueType.Attribute]) -> ConversionEffect {
        let effects = zip(old, new).map { old, new in
            old.name == new.name
                ? ConversionEffect(of: old.type, as: new.type, by: .text)
                : .lost("attributes go over by their places: \(old.name) becomes \(new.name)")
        }
        return worst(effects + (old.count == new.count ? [] : [.checked]))
    }

    private static func isOfRows(_ type: ValueType) -> Bool {
        switch type {
        case .composite: true
        case .array(let element): isOfRows(element)
        case .plain, .label, .range, .multirange: false
        }
    }

    private static func worst(_ effects: [ConversionEffect]) -> ConversionEffect {
        effects.first { if case .lost = $0 { true } else { false } } ?? (effects.contains(.checked) ? .checked : .kept)
    }

    private static func plain(_ old: ValueType.Plain, _ new: ValueType.Plain, _ method: ValueConversion.Method)
        -> ConversionEffect
    {
        if old == new { return .kept }
        if let effect = widened(old, new, method) { return effect }
        if method != .text, let effect = casts["\(old.base) to \(new.base)"], (new.scale ?? 2) >= 2 { return effect }
        if new.isText { return written(as: new, method) }
        if new.base == "character", method == .assignment, endsInNoSpace.contains(old.base) { return .checked }
        if let loss = loss(old, new) { return .lost(loss) }
        // The cast of jsonb rounds, and makes nothing of its `null` (server 18).
        if old.holdsText, method == .text || method == .cast && old.base != "jsonb" { return read(as: .plain(new)) }
        // Leading zeros count for bits alone.
        let isRead = method == .text && !takesAnything(new) && !old.base.hasPrefix("bit")
        return isRead ? read(as: .plain(new)) : notTheSame(new)
    }

    private static func notTheSame(_ new: ValueType.Plain) -> ConversionEffect {
        .lost("its values may not be the same as \(named(new))")
    }

    /// Whether the text of a number or a time may be read as a value that has nothing to do with it.
    private static func takesAnything(_ new: ValueType.Plain) -> Bool {
        ["bytea", "inet", "macaddr", "macaddr8"].contains(new.base)
    }

    private static func written(as new: ValueType.Plain, _ method: ValueConversion.Method) -> ConversionEffect {
        if new.numbers.isEmpty { return .kept }
        return method == .assignment ? .checked : .lost("cuts its values to \(new.limit) characters")
    }

    /// Types of one family, whichever way a value takes.
    private static func widened(
        _ old: ValueType.Plain, _ new: ValueType.Plain, _ method: ValueConversion.Method
    ) -> ConversionEffect? {
        if old.isText && new.isText || old.base == "character" && (new.isText || new.base == "character") {
            return old.limit <= new.limit ? .kept : written(as: new, method)
        }
        if old.base == "\"char\"" || old.base == "name", new.isText { return written(as: new, method) }
        if let number = number(old, new) { return number }
        if old.base.hasPrefix("bit"), new.base == "bit varying" {
            if old.limit <= new.limit { return .kept }
            return method == .assignment ? .checked : .lost("cuts its values to \(new.limit) bits")
        }
        if old.base == "bit", new.base == "bit", method == .assignment { return .checked }
        if old.isInterval, new.isInterval, new.base == "interval" || new.base == old.base,
            old.limit <= new.limit
                || new.limit >= 6
        {
            return .kept
        }
        if old.base == new.base, old.isTimestamp || old.base.hasPrefix("time "), new.limit >= min(old.limit, 6) {
            return .kept
        }
        return whole.contains("\(old.base) to \(new.base)") && new.limit >= min(old.limit, 6) ? .kept : nil
    }

    private static func number(_ old: ValueType.Plain, _ new: ValueType.Plain) -> ConversionEffect? {
        guard let digits = old.digits, let room = new.digits else { return nil }
        if new.isFloat { return digits <= room ? .kept : nil }
        let places = old.isInteger ? 0 : old.scale
        if new.isInteger {
            guard let places, places <= 0 else { return nil }
            return old.isInteger && digits <= room ? .kept : .checked
        }
        guard let scale = new.scale, let whole = new.whole else { return old.isFloat ? nil : .kept }
        guard let places, places <= scale else { return nil }
        return (old.whole ?? digits) <= whole ? .kept : .checked
    }

    /// Where no value has less afterwards, by a cast as by way of text.
    private static let whole: Set<String> = [
        "date to timestamp without time zone", "date to timestamp with time zone", "cidr to inet", "jsonb to json",
        "timestamp without time zone to timestamp with time zone",
        "timestamp with time zone to timestamp without time zone",
        "time without time zone to time with time zone", "time without time zone to interval",
    ]

    private static let endsInNoSpace: Set<String> = ["uuid", "smallint", "integer", "bigint", "boolean", "date"]

    /// What `pg_cast` has beside them.
    private static let casts: [String: ConversionEffect] = [
        "boolean to integer": .kept, "bit to integer": .kept, "bit to bigint": .kept, "integer to money": .checked,
        "bigint to money": .checked,
        "money to numeric": .kept, "macaddr to macaddr8": .kept, "macaddr8 to macaddr": .checked,
        "oid to bigint": .kept, "bigint to oid": .checked, "polygon to path": .kept, "box to polygon": .kept,
        "point to box": .kept,
    ]

    /// What becomes of a text that is read as a value.
    private static func read(as new: ValueType) -> ConversionEffect {
        switch new {
        case .label: return .checked
        case .array(let type): return read(as: type)
        // Bounds are made those of its kind, and `(1,2)` is empty as one of integers.
        case .range, .multirange: return .lost("its bounds may not be the same as a range")
        case .composite(let attributes): return worst(attributes.map { read(as: $0.type) })
        case .plain(let plain):
            if plain.numbers.isEmpty, readable.contains(plain.base) { return .checked }
            if plain.isText { return written(as: plain, .text) }
            return .lost(loss(reading: plain))
        }
    }

    /// The types that a text is read as whole or not at all.
    private static let readable: Set<String> = [
        "smallint", "integer", "bigint", "numeric", "boolean", "uuid", "json", "xml", "bytea", "inet", "macaddr",
        "macaddr8",
        "oid", "bit varying",
    ]

    private static func loss(reading new: ValueType.Plain) -> String {
        switch new.base {
        case "numeric", "real", "double precision": "rounds its values"
        case "date": "drops the time of day of its values"
        case "time without time zone": "drops the date and the time zone of its values"
        case "timestamp without time zone": "drops the time zone of its values"
        case "timestamp with time zone": "drops the offsets of its values, and what is less than a microsecond"
        case "jsonb": "drops white space, the order of keys and all but the last of equal keys of its values"
        case "character": "drops spaces at the end of its values"
        default: "its values may not be the same as \(named(new))"
        }
    }

    /// What becomes of values that an assignment makes fit.
    private static func loss(_ old: ValueType.Plain, _ new: ValueType.Plain) -> String? {
        if old.digits != nil, new.digits != nil { return "rounds its values" }
        if old.base == "numeric", new.base == "money" { return "rounds its values" }
        if old.isTimestamp || old.base == "date", new.base.hasPrefix("time ") { return "drops the date of its values" }
        if old.isTimestamp, new.base == "date" { return "drops the time of day of its values" }
        if old.base == "time with time zone", new.base == "time without time zone" {
            return "drops the time zone of its values"
        }
        if old.isTimestamp && new.isTimestamp || old.base.hasPrefix("time ") && new.base.hasPrefix("time ") {
            return "drops fractions of a second of its values"
        }
        if old.isInterval {
            if new.isInterval {
                let isPrecision = new.base == old.base || new.base == "interval"
                return "drops \(isPrecision ? "fractions of a second" : "a part") of its values"
            }
            if new.base.hasPrefix("time ") { return "drops the days of its values" }
        }
        if old.base == "jsonb", new.isInteger { return "rounds its values" }
        if old.base == "json" || old.isText, new.base == "jsonb" { return loss(reading: new) }
        if old.isText, new.base == "character" { return loss(reading: new) }
        if old.isText, new.base == "name" { return "cuts its values to 63 bytes" }
        if old.isText || old.base == "character", new.base == "\"char\"" { return "cuts its values to one byte" }
        if old.base == "inet", new.base == "cidr" { return "drops the host of its values" }
        if old.base == "integer", new.base == "boolean" { return "makes one of all values but 0" }
        return new.base.hasPrefix("bit") && old.base.hasPrefix("bit") ? "cuts its values" : nil
    }

    private static func named(_ type: ValueType.Plain) -> String {
        type.numbers.isEmpty ? type.base : "\(type.base)(\(type.numbers.map(String.init).joined(separator: ",")))"
    }
}
