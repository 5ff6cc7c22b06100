import AutogenConnection
import AutogenPlan
import AutogenSQLText
import AutogenSchema

/// The rows of a scratch database from before a revision is tried until it has been taken back.
struct RowTrial {
    private let script: RevisionScript
    private let start: Catalog
    private let target: Catalog
    private let renames: Renames
    private let values: any SeedValues
    private let before: RowImage
    private let pairs: [RowComparison.Pair]
    private(set) var account = RowAccount()
    /// What was the same after the upgrade.
    private var kept: Set<Address> = []

    /// Makes rows in all tables, so many in each, or those of a person's own.
    init(
        of script: RevisionScript, from start: Catalog, to target: Catalog, rows: Int, _ own: RowsFile?,
        on connection: any Connection
    ) async throws {
        self.script = script
        self.start = start
        self.target = target
        renames = Renames(script.revision.renames)
        let tables = SeedTable.all(from: start, to: target, renames)
        var seeder = RowSeeder(connection: connection, start: start, rowCount: rows)
        if let own { try await own.run(on: connection) } else { try await seeder.seed(tables) }
        values = seeder.values
        account.bare = seeder.bare.map { "\(SQL.shown($0.table)): \($0.reason.oneLine)" }
        pairs = Self.pairs(start, target, renames, values)
        before = try await RowImage.read(
            pairs.map { ($0.address.path, $0.columns.map(\.address.ownName)) }, of: start, values, on: connection)
    }

    private static func pairs(
        _ start: Catalog, _ target: Catalog, _ renames: Renames, _ values: any SeedValues
    ) -> [RowComparison.Pair] {
        let parts = start.partsByParent()
        let names = NewNames(start: start, target: target, renames: renames)
        return start.ids(of: .table).compactMap { id in
            guard let body: Table = start.body(id), body.server == nil, !body.forcedRowSecurity,
                !start.contains(ObjectID(.partition, path: id.path))
            else { return nil }
            let new = names.table(id)
            let columns = (parts[id] ?? []).compactMap { member -> RowComparison.Column? in
                guard let column: Column = start.body(member) else { return nil }
                let newID = names.column(member)
                let after: Column? = newID.flatMap { target.body($0) }
                return RowComparison.Column(
                    address: Address(member), name: newID?.name, from: column.type,
                    to: after?.type ?? "", isComputed: column.generated != nil || after?.generated != nil,
                    isConverted: after.map { values.isOther(column.type, $0.type, in: target) } ?? false,
                    labels: labels(of: column.type, renames))
            }
            let isThere = target.contains(ObjectID(.table, path: new))
            let after: Table? = target.body(ObjectID(.table, path: new))
            // Who owns it sees no row of it. What goes and comes with a partition is that partition's.
            let areBoth = body.partitionKey != nil && after?.partitionKey != nil
            guard after?.forcedRowSecurity != true,
                !areBoth || Self.partitions(of: id.path, start) == Self.partitions(of: new, target)
            else { return nil }
            return RowComparison.Pair(address: Address(id), new: isThere ? new : nil, columns: columns)
        }
    }

    /// The bounds of all partitions, below others included.
    private static func partitions(of path: [String], _ catalog: Catalog) -> [String] {
        catalog.ids(of: .partition).flatMap { id -> [String] in
            guard let body: Partition = catalog.body(id), body.parent == path else { return [] }
            return [body.bound] + partitions(of: id.path, catalog)
        }.sorted()
    }

    /// What the labels of an enum are called afterwards.
    private static func labels(of type: String, _ renames: Renames) -> [String: String] {
        var labels: [String: String] = [:]
        for rename in renames.all
        where rename.old.kind == "label" && type.prefix(while: { $0 != "[" }) == SQL.dotted(rename.old.path.dropLast())
        {
            labels[rename.old.ownName] = rename.new.last
        }
        return labels
    }

    /// Whether a value must be the same again after the way there and back; not where a zone, which nobody knows here, made
    /// another text of it.
    private func comesBack(_ outcome: RowComparison.Outcome) -> Bool {
        guard let column = outcome.column, column.isConverted else { return true }
        return values.conversions(from: column.from, to: column.to, in: target) != nil
    }

    /// Whether values are what the server makes of the old ones where it is asked to read them as the new type.
    private func areCast(_ outcome: RowComparison.Outcome, on connection: any Connection) async throws -> Bool {
        guard let column = outcome.column,
            let ways = values.conversions(from: column.from, to: column.to, in: target)
        else { return true }
        for way in ways {
            let equal: [SQL] = outcome.values.map { "CAST(\(way($0.before)) AS text) = \(literal: $0.after)" }
            do {
                let isEqual = try await connection.transaction(.write) {
                    try await connection.query("SELECT \(equal, separator: " AND ") AS equal").first?.bool("equal")
                }
                if isEqual == true { return true }
            } catch let error as DatabaseError where error.reason == .statement {
                continue
            }
        }
        return false
    }

    /// What is wrong with the rows after the upgrade, a line for each fault.
    mutating func faultsAfterUpgrade(on connection: any Connection) async throws -> [String] {
        let wanted = pairs.compactMap { pair in pair.new.map { ($0, pair.columns.compactMap(\.name)) } }
        let after = try await RowImage.read(wanted, of: target, values, on: connection)
        let told = Told(script, .upgrade, renames, start)
        var faults: [String] = []
        for pair in pairs {
            for outcome in RowComparison(before: before, after: after).outcomes(of: pair) {
                let (address, type) = (outcome.address, outcome.column?.from)
                let isTold = told.covers(address, type: type)
                if told.mayBeChangedByCode(address, outcome.finding) { continue }
                switch outcome.finding {
                case .kept:
                    account.kept += 1
                    if comesBack(outcome) { kept.insert(address) }
                case .converted:
                    let isCast = try await areCast(outcome, on: connection)
                    guard isTold || isCast else {
                        faults.append("\(address): \(Self.words(.changed)) after the upgrade")
                        continue
                    }
                    account.converted.append(.init(column: address, from: type ?? "", to: outcome.column?.to ?? ""))
                case .filled where told.fills(address): account.kept += 1
                case .lost, .filled, .changed, .rows:
                    if isTold {
                        account.lost.append(address)
                    } else {
                        faults.append("\(address): \(Self.words(outcome.finding)) after the upgrade")
                    }
                }
            }
        }
        return faults
    }

    /// The same after the downgrade, for what the upgrade has kept.
    func faultsAfterDowngrade(on connection: any Connection) async throws -> [String] {
        let wanted = pairs.map { ($0.address.path, $0.columns.map(\.address.ownName)) }
        let after = try await RowImage.read(wanted, of: start, values, on: connection)
        let told = Told(script, .downgrade, renames, start)
        let lost = Set(account.lost)
        var faults: [String] = []
        for pair in pairs where !lost.contains(pair.address) {
            let back = RowComparison.Pair(
                address: pair.address, new: pair.address.path,
                columns: pair.columns.map {
                    .init(
                        address: $0.address, name: $0.address.ownName, from: $0.from, to: $0.from,
                        isComputed: $0.isComputed, isConverted: false, labels: [:])
                })
            for outcome in RowComparison(before: before, after: after).outcomes(of: back) {
                let address = outcome.address
                guard outcome.finding != .kept, !lost.contains(address),
                    !told.mayBeChangedByCode(address, outcome.finding)
                else { continue }
                // What another type, or a value for NULL, has made of it may stay so.
                let isOther = address.kind == Kind.column.rawValue && !kept.contains(address)
                if isOther, outcome.finding == .changed || outcome.finding == .filled { continue }
                if !told.covers(address, type: outcome.column?.from) {
                    faults.append("\(address): \(Self.words(outcome.finding)) after the downgrade")
                }
            }
        }
        return faults
    }

    private static func words(_ finding: RowComparison.Finding) -> String {
        switch finding {
        case .kept, .converted: "its values are there"
        case .lost: "values are gone"
        case .filled: "there are values where there were none"
        case .changed: "values are not what they were"
        case .rows(let before, let after): "there are \(after) rows of \(before)"
        }
    }
}

/// The losses that a script tells of: in its header, and over its statements.
private struct Told {
    private let objects: [Address]
    /// What is said to get values where it has none.
    private let filled: [Address]
    private let renames: Renames
    private let syntax: SQLSyntax
    private let changesRows: Bool
    /// The tables with triggers.
    private let triggered: Set<[String]>

    init(_ script: RevisionScript, _ direction: Direction, _ renames: Renames, _ start: Catalog) {
        self.renames = renames
        syntax = script.revision.dialect.syntax
        let bytes = Array(script.revision.sql(direction).utf8)
        let statements = SQLStatement.all(in: bytes, syntax)
        let comments = HazardComment.all(in: bytes, around: statements, of: script.revision)
        filled =
            comments.filter { $0.kind == .fill || $0.kind == .needsDecision }.compactMap(\.object)
            + script.revision.fills.map(\.column)
        let told =
            comments.filter { $0.kind == .dataLoss }.compactMap(\.object)
            + (direction == .upgrade ? script.revision.accepts.map(\.object) : [])
        // The rows of a partition are those of all that it is a part of.
        objects =
            told + told.flatMap { Self.tables(above: $0.path, start) } + told.flatMap { Self.columns(below: $0, start) }
        let changes = statements.flatMap { RowChange.all(in: $0) }
        changesRows = changes.contains { $0.verb == .update || $0.verb == .delete || $0.verb == .merge }
        triggered = Set(
            start.ids(of: .trigger).map { Array($0.path.dropLast()) })
    }

    /// Whether code of the schema's own may have run, since rows were changed.
    func mayBeChangedByCode(_ address: Address, _ finding: RowComparison.Finding) -> Bool {
        guard changesRows, !triggered.isEmpty else { return false }
        switch finding {
        case .rows(let before, let after): return after > before
        case .changed, .filled, .converted:
            return triggered.contains { address.path.starts(with: $0) }
        case .kept, .lost: return false
        }
    }

    /// A column that tables inherit goes with that of the table they have it from.
    private static func columns(below address: Address, _ start: Catalog) -> [Address] {
        guard address.kind == Kind.column.rawValue else { return [] }
        let heirs = start.ids(of: .table).filter {
            (start.body($0) as Table?)?.inherits.contains(Array(address.path.dropLast())) == true
        }
        return heirs.flatMap { heir -> [Address] in
            let own = Address(kind: address.kind, path: heir.path + [address.ownName])
            return [own] + columns(below: own, start)
        }
    }

    private static func tables(above path: [String], _ start: Catalog) -> [Address] {
        let partition: Partition? = start.body(ObjectID(.partition, path: path))
        guard let parent = partition?.parent else { return [] }
        return [Address(kind: Kind.table.rawValue, path: parent)] + tables(above: parent, start)
    }

    func fills(_ address: Address) -> Bool {
        let names = [address.path, renames.renamed(address).path].map { $0.map(syntax.key) }
        return filled.contains { object in names.contains { isSame($0, object.path.map(syntax.key)) } }
    }

    /// - Parameter type: that of a column, which may lose a label or an attribute.
    func covers(_ address: Address, type: String?) -> Bool {
        let names = [address.path, renames.renamed(address).path].map { $0.map(syntax.key) }
        return objects.contains { object in
            let path = object.path.map(syntax.key)
            if names.contains(where: { isSame($0, path) || $0.count > path.count && isSame(Array($0.dropLast()), path) }
            ) {
                return true
            }
            guard let type, object.kind == "label" || object.kind == "attribute" else { return false }
            return type.prefix { $0 != "[" && $0 != "(" } == SQL.dotted(object.path.dropLast())
        }
    }

    /// One of the two may name the schema where the other does not.
    private func isSame(_ one: [String], _ other: [String]) -> Bool {
        zip(one.reversed(), other.reversed()).allSatisfy(==) && abs(one.count - other.count) <= 1
            && min(one.count, other.count) > 0
    }
}
