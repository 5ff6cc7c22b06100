import AutogenConnection
import AutogenPlan
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// Every type to every other, with values, as the server has it: where the planned statement leaves less of a value, the
/// plan says that it loses something; where the plan says nothing, the server takes every value.
@Suite struct ConversionMatrixTests {
    /// A type, and values that show what is lost of them.
    private struct Sample: Sendable {
        let type: String
        let values: [String]

        init(_ type: String, _ values: String...) {
            self.type = type
            self.values = values
        }
    }

    private static let types = """
        CREATE TYPE mood AS ENUM ('7', 'low');
        CREATE DOMAIN price AS numeric(10,2);
        CREATE DOMAIN code AS varchar(3);
        CREATE TYPE pair AS (x numeric(10,4), at timestamp);

        """

    private static let samples = [
        Sample("smallint", "7", "-3", "12345"), Sample("integer", "7", "-300", "2147483647"),
        Sample("bigint", "7", "9007199254740993"), Sample("numeric", "7", "1.23456", "12345678901234567890.5"),
        Sample("numeric(10,2)", "7.00", "12345678.99"), Sample("numeric(12,4)", "7.1234"),
        Sample("numeric(5,0)", "77777"),
        Sample("real", "7", "0.1", "16777216"), Sample("double precision", "7", "0.12345678901234568", "1e300"),
        Sample("money", "$7.00", "$1,234.50"), Sample("boolean", "t", "f"),
        Sample(
            "text", "7", "long enough", "x ", "2024-01-02 10:11:12.1234567+02", "{\"b\":1,  \"a\":2, \"b\":3}", "low"),
        Sample("varchar(3)", "7", "abc", "x "), Sample("varchar(20)", "7", "abcdefghijklmnop"),
        Sample("character(5)", "7", "abc"), Sample("name", "abc"), Sample("\"char\"", "x"),
        Sample("text[]", "{7}", "{a,long}", "{0.12345678901234567891}"), Sample("varchar(3)[]", "{abc}"),
        Sample("integer[]", "{7,8}", "{}"), Sample("numeric(10,2)[]", "{1.50}"),
        Sample("date", "2024-01-02"), Sample("timestamp", "2024-01-02 10:11:12.123456"),
        Sample("timestamp(3)", "2024-01-02 10:11:12.123"), Sample("timestamptz", "2024-01-02 10:11:12.123456+00"),
        Sample("timestamp[]", "{\"2024-01-02 10:11:12\"}"), Sample("timestamptz[]", "{\"2024-01-02 10:11:12+00\"}"),
        Sample("time", "10:11:12.123456"), Sample("time(0)", "10:11:12"), Sample("timetz", "10:11:12+02"),
        Sample("interval", "1 year 2 days 03:04:05.678"), Sample("interval day", "2 days"),
        Sample("interval(3)", "00:00:01.123"),
        Sample("bit(4)", "0101"), Sample("bit(8)", "01010101"), Sample("bit varying", "0011", "010101010"),
        Sample("bit varying(4)", "011"), Sample("inet", "10.0.0.1/8", "10.0.0.0/8"), Sample("cidr", "10.0.0.0/8"),
        Sample("macaddr", "08:00:2b:01:02:03"),
        Sample("macaddr8", "08:00:2b:01:02:03:04:05", "08:00:2b:ff:fe:02:03:04"),
        Sample("uuid", "d94c86a5-3d90-4ed5-9d2f-3d5d9f0f6a60"), Sample("bytea", "\\x01ff"),
        Sample("json", "{\"b\":1,  \"a\":2, \"b\":3}", "7"), Sample("jsonb", "{\"a\": 1}", "7", "1.5"),
        Sample("int4range", "[1,7)"), Sample("int4multirange", "{[1,7)}"),
        Sample("tsrange", "[\"2024-01-02 10:00:00\",)"),
        Sample("oid", "7", "4294967295"), Sample("public.mood", "7", "low"), Sample("public.price", "7.25"),
        Sample("public.code", "abc"), Sample("public.pair", "(1.2345,\"2024-01-02 10:11:12\")"),
        Sample("point", "(1,2)"),
    ]

    @Test(arguments: samples.indices)
    func values(_ index: Int) async throws {
        let old = Self.samples[index]
        let tables = Self.samples.enumerated().map { "CREATE TABLE t\($0) (c \($1.type));" }.joined(separator: "\n")
        try await TestServer.with(Self.types + tables) { connection in
            try await connection.execute("SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'")
            let all = try await Reflector.catalog(of: connection)
            let table = ObjectID(.table, "public", "t\(index)")
            let column = ObjectID(.column, "public", "t\(index)", "c")
            let catalog = all.filtered { $0.kind != .table || $0.id == table }
            for (number, new) in Self.samples.enumerated() where number != index {
                let body = try #require(all.body(ObjectID(.column, "public", "t\(number)", "c"), as: Column.self))
                var target = catalog
                target.insert(SchemaObject(column, .column(body)))
                let plan = try Planner(rules: PostgresRules()).plan(from: catalog, to: target)
                let kinds = Set(plan.hazards.map(\.kind))
                for value in old.values {
                    let outcome = try await Self.outcome(
                        of: plan, value, old: old.type, table: "t\(index)", on: connection)
                    let place = Testing.Comment(
                        rawValue: "\(old.type) '\(value)' to \(new.type): \(outcome) by \(plan.script)")
                    switch outcome {
                    case .kept: break
                    case .lost: #expect(kinds.contains(.dataLoss), place)
                    case .refused: #expect(kinds.contains(.mayFail), place)
                    }
                }
            }
        }
    }

    /// Nobody is asked about what loses nothing.
    @Test func wideningsAreSilent() async throws {
        let pairs = [
            ("smallint", "integer"), ("integer", "bigint"), ("bigint", "numeric"), ("integer", "numeric(12,2)"),
            ("integer", "double precision"), ("real", "double precision"), ("numeric(10,2)", "numeric(12,4)"),
            ("numeric(10,2)", "numeric"), ("varchar(3)", "varchar(9)"), ("varchar(3)", "text"), ("text", "varchar"),
            ("character(3)", "text"), ("character(3)", "character(5)"), ("timestamp(3)", "timestamp(6)"),
            ("timestamp(3)", "timestamp"), ("date", "timestamp"), ("time(0)", "time"), ("time", "interval"),
            ("interval day", "interval"), ("bit(4)", "bit varying(8)"), ("cidr", "inet"), ("jsonb", "json"),
            ("jsonb", "text"), ("uuid", "text"), ("public.mood", "text"), ("integer[]", "bigint[]"),
            ("varchar(3)[]", "text[]"), ("integer[]", "text[]"), ("date[]", "timestamp[]"), ("money", "numeric"),
            ("bytea", "text"), ("tsrange", "text"), ("boolean", "text"), ("point", "text"), ("name", "text"),
        ]
        let from = pairs.enumerated().map { "c\($0) \($1.0)" }.joined(separator: ", ")
        let to = pairs.enumerated().map { "c\($0) \($1.1)" }.joined(separator: ", ")
        let start = try await TestServer.with(Self.types + "CREATE TABLE t (\(from))") {
            try await Reflector.catalog(of: $0)
        }
        let target = try await TestServer.with(Self.types + "CREATE TABLE t (\(to))") {
            try await Reflector.catalog(of: $0)
        }
        let plan = try Planner(rules: PostgresRules()).plan(from: start, to: target)
        #expect(plan.hazards.filter { $0.kind != .rewrite }.map(\.message) == [])
    }

    private enum Outcome: Equatable {
        case kept, lost(String), refused(String)
    }

    /// What becomes of one value.
    private static func outcome(
        of plan: Plan, _ value: String, old: String, table: String, on connection: any Connection
    ) async throws -> Outcome {
        try await connection.execute("BEGIN; INSERT INTO \(name: table) VALUES (\(literal: value))")
        let before = try await connection.query("SELECT c::text FROM \(name: table)").first?[0].text
        let outcome: Outcome
        do {
            for statement in plan.statements { try await connection.execute(statement.sql) }
            let after = try await connection.query("SELECT c::text FROM \(name: table)").first?[0].text
            outcome = before == after ? .kept : .lost(after ?? "NULL")
        } catch {
            outcome = .refused(error.message)
        }
        if case .lost(let after) = outcome {
            // The old value can be had again from the new.
            let ways = [
                "c::text::\(old)", "c::\(old)", "c::numeric::\(old)", "convert_from(c, 'UTF8')::\(old)",
                "range_merge(c)",
            ]
            for back in ways {
                try await connection.execute("SAVEPOINT back")
                let read = try? await connection.query("SELECT (\(raw: back))::text FROM \(name: table)").first?[0].text
                try await connection.execute("ROLLBACK TO SAVEPOINT back")
                if read == before {
                    try await connection.execute("ROLLBACK")
                    return .kept
                }
            }
            try await connection.execute("ROLLBACK")
            return .lost(after)
        }
        try await connection.execute("ROLLBACK")
        return outcome
    }
}
