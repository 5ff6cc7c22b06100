import AutogenSchema

/// What becomes of the values of a column that gets another type: how they are converted, and what that may do to them.
struct ValueConversion {
    /// The time zone that the session must have while the statement runs.
    let sessionZone: String?
    let hazards: [Hazard]
    /// What stands behind `USING`; `nil` where the server converts by itself.
    let expression: SQL?
    private let name: SQL
    private let type: String
    /// The new type without its length, where the server converts to it by itself.
    private let assigned: String?

    /// - Parameters:
    ///   - column: whose decisions count, and whose name a hazard has.
    ///   - isRemade: whether the type is made anew under its name.
    init(of column: ObjectID, from old: String, to new: String, isRemade: Bool, in context: ObjectPlan) {
        name = "\(name: column.name)"
        type = new
        let rows = old == new && isRemade ? CompositeConversion.casts(to: new, in: context) : nil
        let (path, method) = rows.map { ($0, .attributes) } ?? Self.path(from: old, to: new, isRemade, in: context)
        let before = ValueType(old, in: context.from)
        let after = ValueType(new, in: context.to)
        let asksZone = ZoneChange.happens(from: before, to: after, isUnchanged: path == nil && old == new)
        let zone = asksZone ? context.decisions.zones[column] : nil
        let casts: SQL = "\((path ?? []).map { "::\(raw: $0)" as SQL }, separator: "")"
        if let zone, ZoneChange.isOfTimestamps(before, after), method == .assignment {
            let local: SQL = before == .plain(.init("date")) ? "\(name)::timestamp" : name
            expression = "\(local) AT TIME ZONE \(literal: zone)"
            sessionZone = nil
        } else {
            expression = path == nil ? nil : "\(name)\(casts)"
            sessionZone = zone
        }
        assigned = path == nil && old != new ? TypeFamily.unlimited(new) : nil
        let effect = old != new || isRemade ? ConversionEffect(of: before, as: after, by: method) : .kept
        var hazards: [Hazard] = []
        switch method {
        // A domain may check what goes over as text.
        case .text: hazards.append(Self.hazardOfText(column.name, from: old, to: new))
        case .cast where effect != .kept || Self.isOfSchema(new, after):
            hazards.append(
                old == new
                    ? Self.hazardOfSuccessor(column.name, new)
                    : .mayFail(
                        "no assignment cast to \(new), so USING: fails if a value of \(column.name) can't be read as one"
                    ))
        case .assignment
        where effect != .kept && (effect == .checked || ConversionEffect.refusesSome(of: before, as: after))
            || old != new && Self.isOfSchema(new, after):
            hazards.append(.mayFail("fails if a value of \(column.name) does not fit \(new)"))
        // One attribute may lose something while another is refused.
        case .attributes where effect != .kept:
            hazards.append(.mayFail("fails if a value in \(column.name) does not fit its new attribute"))
        case .cast, .assignment, .attributes: break
        }
        if case .lost(let loss) = effect { hazards.append(.dataLoss(column, loss)) }
        if let zone {
            hazards.append(.fill(column, ZoneChange.text(before, after, in: "the zone \(zone)")))
        } else if asksZone {
            let what = ZoneChange.text(before, after, in: "UTC")
            hazards.append(.needsZone(column, "\(what), the zone that scripts run in"))
        }
        self.hazards = hazards
    }

    /// The value in a query; several of its columns may have time zones of their own.
    var value: SQL {
        guard let sessionZone else { return expression ?? name }
        let cast = expression ?? "\(name)::\(raw: type)"
        return "CASE WHEN set_config('timezone', \(literal: sessionZone), true) <> '' THEN \(cast) END"
    }

    /// The value beside others in an expression, where it must have its type already. What is too long is refused when it is
    /// stored, and not cut here.
    var operand: SQL {
        sessionZone == nil && expression == nil ? assigned.map { "\(name)::\(raw: $0)" } ?? name : value
    }

    /// What puts the zone back in which scripts run.
    static let reset = Statement("SET LOCAL timezone = 'UTC'")

    /// The casts that the values take, one after the other; `nil` when the assignment does it.
    private static func path(
        from old: String, to new: String, _ isRemade: Bool, in context: ObjectPlan
    ) -> (casts: [String]?, method: Method) {
        let (oldBase, newBase) = (base(of: old, in: context.from), base(of: new, in: context.to))
        let isOfDomain = (oldBase, newBase) != (old, new) && !oldBase.contains(".") && !newBase.contains(".")
        if old == new {
            guard isRemade else { return (nil, .assignment) }
            guard isOfDomain, !TypeFamily.isReadable(oldBase, as: newBase) else { return (["text", new], .text) }
        }
        let casts =
            isOfDomain
            ? TypeFamily.conversion(from: oldBase, to: newBase) : TypeFamily.conversion(from: old, to: new)
        switch casts?.count {
        case nil: return old == new ? ([oldBase, newBase, new], .cast) : (nil, .assignment)
        case 1 where !isOfDomain: return (casts, .cast)
        case 1:
            let behind = newBase == new ? [] : [new]
            return ((oldBase == old ? [] : [oldBase]) + (casts ?? []) + behind, .cast)
        default: return (["text", new], .text)
        }
    }

    /// What a domain is made of in the end, or an array of domains of what; any other type is itself.
    private static func base(of type: String, in catalog: Catalog) -> String {
        var name = type
        while name.hasSuffix("[]") { name.removeLast(2) }
        guard name.contains("."),
            let domain = catalog.ids(of: .domain).first(where: { SQL.dotted($0.path) == name })
                .flatMap({ catalog.body($0, as: Domain.self) })
        else { return type }
        return base(of: domain.type + type.dropFirst(name.count), in: catalog)
    }

    /// Whether a type has its meaning from the schema, as a domain has, which may refuse values.
    private static func isOfSchema(_ type: String, _ resolved: ValueType) -> Bool {
        resolved != ValueType(type, in: Catalog(dialect: .postgresql, version: .init(0, 0)))
    }

    private static func hazardOfText(_ column: String, from old: String, to new: String) -> Hazard {
        old == new
            ? hazardOfSuccessor(column, new)
            : .mayFail("no cast from \(old) to \(new), so \(column) is read from its text: put the right USING")
    }

    /// Said of a type that was made anew under its name.
    private static func hazardOfSuccessor(_ column: String, _ type: String) -> Hazard {
        .mayFail("fails if a value of \(column) is not one of the new \(type)")
    }
}

extension ValueConversion {
    /// How a value gets its new type.
    enum Method {
        /// By assignment, which refuses what is too long.
        case assignment
        /// By a cast that the script writes, which cuts what is too long.
        case cast
        /// Written as text and read from it.
        case text
        /// Row by row, each attribute by its name.
        case attributes
    }
}

/// Times that get a zone or lose it: which one is nobody's guess.
enum ZoneChange {
    static func happens(from old: ValueType, to new: ValueType, isUnchanged: Bool = false) -> Bool {
        if isUnchanged { return false }
        switch (old, new) {
        case (.array(let old), .array(let new)), (.range(let old), .range(let new)),
            (.multirange(let old), .multirange(let new)):
            return happens(from: old, to: new)
        case (.composite(let old), .composite(let new)):
            return zip(old, new).contains { happens(from: $0.type, to: $1.type) }
        case (.plain(let old), .plain(let new)):
            return old.isMoment && !new.isMoment || new.isZoned && !old.isZoned
        case (.range(let old), .multirange(let new)): return happens(from: old, to: new)
        default: return old.contains(where: \.isMoment) || new.contains(where: \.isZoned)
        }
    }

    /// Whether `AT TIME ZONE` says it.
    static func isOfTimestamps(_ old: ValueType, _ new: ValueType) -> Bool {
        guard case .plain(let old) = old, case .plain(let new) = new else { return false }
        return old.isMoment ? new.isLocal : new.isMoment && (old.isTimestamp || old.base == "date")
    }

    static func text(_ old: ValueType, _ new: ValueType, in zone: String) -> String {
        switch (old, new) {
        case (.plain(let old), .plain(let new)) where new.base == "time with time zone" && !old.isMoment:
            "its times get the present offset of \(zone)"
        case (.plain(let old), .plain(let new)) where old.isText && new.isZoned:
            "its texts without an offset are taken for times of \(zone)"
        case (.plain(let old), .plain(let new)) where old.isMoment && !new.isLocal && !new.isZoned:
            "its times are written as those of \(zone)"
        default: "its times are taken for those of \(zone)"
        }
    }
}
