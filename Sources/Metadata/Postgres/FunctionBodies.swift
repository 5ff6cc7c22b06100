import AutogenConnection
import AutogenSQLText
import AutogenSchema

/// The bodies of functions and procedures that are texts, read once all that they may name is there.
///
/// They are made with `check_function_bodies` off, since a body may name what comes later. So each is given to the validator
/// of its language afterwards (<https://www.postgresql.org/docs/current/plhandler.html>), and where that refuses one, its
/// statement is run once more in a transaction that is rolled back, with the settings of its file: so the error has its place.
struct FunctionBodies {
    private let steps: [LoadPlan.Item]
    private let settings: [Int: [SourceStatement]]
    private let engine: PostgresEngine

    init(_ plan: LoadPlan, _ settings: [Int: [SourceStatement]], _ engine: PostgresEngine) {
        steps = plan.steps.filter { Self.name(madeBy: $0.statement.sql) != nil }
        self.settings = settings
        self.engine = engine
    }

    /// One that its validator refuses.
    private struct Refused {
        /// As `ALTER ROUTINE` takes it.
        let signature: String
        let name: String
        let body: String
    }

    func faults(on connection: any Connection) async throws(DatabaseError) -> [UnreadFault] {
        // What waits for an administrator is not there for a body that names it.
        if let scratch = connection as? ScratchConnection, await scratch.makesLater { return [] }
        guard !steps.isEmpty else { return [] }
        var faults: [UnreadFault] = []
        for refused in try await refused(on: connection) {
            for step in steps where Self.isMade(refused, by: step.statement.sql) {
                guard let fault = try await fault(of: step, refused, on: connection),
                    !faults.contains(where: {
                        $0.statement.file.name == fault.statement.file.name && $0.offset == fault.offset
                    })
                else { continue }
                faults.append(fault)
            }
        }
        return faults
    }

    private func refused(on connection: any Connection) async throws(DatabaseError) -> [Refused] {
        try await connection.execute(Self.validation)
        return try await connection.query(Self.refused).map { row throws(DatabaseError) in
            Refused(
                signature: try row.string("signature"), name: try row.string("proname"), body: try row.string("prosrc"))
        }
    }

    /// Validators say nothing but errors, so each runs in a subtransaction, and the session keeps the list.
    private static let validation: SQL = """
        DO $autogen$
        DECLARE
          routine record;
          refused oid[] := '{}';
        BEGIN
          PERFORM set_config('check_function_bodies', 'on', true);
          FOR routine IN
            SELECT p.oid, l.lanvalidator::regproc AS validator
            FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_language l ON l.oid = p.prolang
            WHERE p.oid >= 16384 AND p.prosqlbody IS NULL AND p.prokind <> 'a' AND l.lanvalidator <> 0
              AND l.lanname NOT IN ('c', 'internal')
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
            ORDER BY p.oid
          LOOP
            BEGIN
              EXECUTE format('SELECT %s(%s)', routine.validator, routine.oid);
            EXCEPTION WHEN OTHERS THEN refused := refused || routine.oid;
            END;
          END LOOP;
          PERFORM set_config('autogen.refused', refused::text, false);
        END $autogen$
        """

    private static let refused: SQL = """
        SELECT p.oid::regprocedure::text AS signature, p.proname, p.prosrc FROM pg_catalog.pg_proc p
        WHERE p.oid = ANY (current_setting('autogen.refused')::oid[]) ORDER BY p.oid
        """

    private func fault(
        of step: LoadPlan.Item, _ refused: Refused, on connection: any Connection
    ) async throws(DatabaseError) -> UnreadFault? {
        let statement = step.statement
        let chunk = Chunk([step], settings: settings, setting: "SET check_function_bodies = on;\n", engine: engine)
        // Nothing but the name must be free; the transaction ends without a trace.
        try await connection.execute("BEGIN")
        let renaming: SQL = "ALTER ROUTINE \(raw: refused.signature) RENAME TO autogen_read_once_more"
        var error = try await connection.refusal(of: renaming)
        let isRenamed = error == nil
        if isRenamed { error = try await connection.refusal(of: chunk.sql) }
        try await connection.execute("ROLLBACK")
        // Another of the same name and body is read for itself.
        guard isRenamed, let error, error.code != Self.isThere else { return nil }
        let offset = error.position.flatMap(chunk.place)?.offset ?? statement.range.lowerBound
        return UnreadFault(
            statement: statement, offset: offset, error: error,
            isForeseen: Self.missing.contains(error.code ?? "") || isUnchecked(step))
    }

    /// `duplicate_function`.
    private static let isThere = "42723"

    /// A table, column, function, object or schema that a body names.
    private static let missing: Set = ["42P01", "42703", "42883", "42704", "3F000"]

    /// Whether the file says itself that bodies are not to be read.
    private func isUnchecked(_ step: LoadPlan.Item) -> Bool {
        let own = settings[step.unit]?.prefix(step.settings) ?? []
        return own.last { $0.keywords.contains("CHECK_FUNCTION_BODIES") }
            .map { !$0.keywords.contains("ON") && !$0.keywords.contains("TRUE") } ?? false
    }

    private static func isMade(_ refused: Refused, by statement: SQLStatement) -> Bool {
        name(madeBy: statement) == refused.name
            && statement.tokens.contains { token in
                guard token.kind == .string || token.kind == .dollarString else { return false }
                // What an escape stands for is the server's to say.
                return token.value(in: statement.source) == refused.body
                    || statement.source[token.range].first.map { $0 | 0x20 } == UInt8(ascii: "e")
            }
    }

    /// The last part of the name of the routine that a statement makes; `nil` where it makes none.
    private static func name(madeBy statement: SQLStatement) -> String? {
        var reader = statement.reader
        guard reader.skip("CREATE") else { return nil }
        reader.skip("OR", "REPLACE")
        guard reader.skip("FUNCTION") || reader.skip("PROCEDURE") else { return nil }
        return reader.name()?.last
    }
}
