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
        pairs = Self.pairs(start, target, renames)
        before = try await RowImage.read(
            pairs.map { ($0.address.path, $0.columns.map(\.address.ownName)) }, values, on: connection)
    }

    private static func pairs(_ start: Catalog, _ target: Catalog, _ renames: Renames) -> [RowComparison.Pair] {
        let parts = start.partsByParent()
        return start.ids(of: .table).compactMap { id in
            guard let body: Table = start.body(id), body.server == nil,
                !start.contains(ObjectID(.partition, path: id.path))
            else { return nil }
            let new = renames.renamed(Address(id)).path
            let columns = (parts[id] ?? []).compactMap { member -> RowComparison.Column? in
                guard let column: Column = start.body(member) else { return nil }
                let path = renames.renamed(Address(member)).path
                let after: Column? = target.body(ObjectID(.column, path: path))
                return RowComparison.Column(
                    address: Address(member), name: after.map { _ in path[path.count - 1] }, from: column.type,
                    to: after?.type ?? "", isComputed: column.generated != nil || after?.generated != nil,
                    isConverted: after.map { isOther(column.type, start, $0.type, target) } ?? false)
            }
            let isThere = target.contains(ObjectID(.table, path: new))
            return RowComparison.Pair(address: Address(id), new: isThere ? new : nil, columns: columns)
        }
    }

    private static func isOther(_ old: String, _ start: Catalog, _ new: String, _ target: Catalog) -> Bool {
        guard start.dialect == .postgresql else { return Affinity(old, strict: true) != Affinity(new, strict: true) }
        return ValueType(old, in: start) != ValueType(new, in: target)
    }

    /// Whether values are what the server makes of the old ones where it is asked to read them as the new type; of times with
    /// and without zone, and of types with other attributes, that is not the only way.
    private func areCast(_ outcome: RowComparison.Outcome, on connection: any Connection) async throws -> Bool {
        guard let column = outcome.column, start.dialect == .postgresql else { return true }
        let types = [ValueType(column.from, in: start), ValueType(column.to, in: target)]
        if types.contains(where: \.hasAttributes) || types.contains(where: { $0.contains { $0.isMoment } }) {
            return true
        }
        let new = SQL(raw: column.to)
        let ways: [(String) -> SQL] = [
            { "CAST(CAST(\(literal: $0) AS \(raw: column.from)) AS \(new))" }, { "CAST(\(literal: $0) AS \(new))" },
        ]
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
        let after = try await RowImage.read(wanted, values, on: connection)
        let told = Told(script, .upgrade, renames)
        var faults: [String] = []
        for pair in pairs {
            for outcome in RowComparison(before: before, after: after).outcomes(of: pair) {
                let (address, type) = (outcome.address, outcome.column?.from)
                let isTold = told.covers(address, type: type)
                switch outcome.finding {
                case .kept:
                    account.kept += 1
                    kept.insert(address)
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
        let after = try await RowImage.read(wanted, values, on: connection)
        let told = Told(script, .downgrade, renames)
        let lost = Set(account.lost)
        var faults: [String] = []
        for pair in pairs where !lost.contains(pair.address) {
            let back = RowComparison.Pair(
                address: pair.address, new: pair.address.path,
                columns: pair.columns.map {
                    .init(
                        address: $0.address, name: $0.address.ownName, from: $0.from, to: $0.from,
                        isComputed: $0.isComputed, isConverted: false)
                })
            for outcome in RowComparison(before: before, after: after).outcomes(of: back) {
                let address = outcome.address
                guard outcome.finding != .kept, !lost.contains(address) else { continue }
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

    init(_ script: RevisionScript, _ direction: Direction, _ renames: Renames) {
        self.renames = renames
        syntax = script.revision.dialect.syntax
        let bytes = Array(script.revision.sql(direction).utf8)
        let statements = SQLStatement.all(in: bytes, syntax)
        let comments = HazardComment.all(in: bytes, around: statements, syntax)
        filled =
            comments.filter { $0.kind == .fill || $0.kind == .needsDecision }.compactMap(\.object)
            + script.revision.fills.map(\.column)
        objects =
            comments.filter { $0.kind == .dataLoss }.compactMap(\.object)
            + (direction == .upgrade ? script.revision.accepts.map(\.object) : [])
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
            return type.hasPrefix(SQL.dotted(object.path.dropLast()))
        }
    }

    /// One of the two may name the schema where the other does not.
    private func isSame(_ one: [String], _ other: [String]) -> Bool {
        zip(one.reversed(), other.reversed()).allSatisfy(==) && abs(one.count - other.count) <= 1
            && min(one.count, other.count) > 0
    }
}
