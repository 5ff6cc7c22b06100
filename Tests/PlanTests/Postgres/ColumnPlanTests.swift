import Testing

@Suite struct ColumnPlanTests {
    @Test(arguments: [
        PlanCase(
            "added and dropped",
            from: """
                CREATE TABLE t (id integer, gone text);
                CREATE INDEX i ON t (gone);
                """,
            to: """
                CREATE TABLE t (id integer, added text NOT NULL, filled integer DEFAULT 1 NOT NULL);
                CREATE INDEX i ON t (added);
                """,
            up: """
                -- needs a decision: column public.t.added: fails on rows, which need a value
                ALTER TABLE public.t ADD COLUMN added text DEFAULT NULL /* autogen:fill public.t.added */ NOT NULL;
                ALTER TABLE public.t ALTER COLUMN added DROP DEFAULT;
                -- fill: column public.t.filled: rows get the default 1
                ALTER TABLE public.t ADD COLUMN filled integer DEFAULT 1 NOT NULL;
                -- data loss: column public.t.gone: drops the column with its values
                ALTER TABLE public.t DROP COLUMN gone;
                CREATE INDEX i ON public.t USING btree (added);
                """,
            down: """
                ALTER TABLE public.t ADD COLUMN gone text;
                -- data loss: column public.t.added: drops the column with its values
                ALTER TABLE public.t DROP COLUMN added;
                CREATE INDEX i ON public.t USING btree (gone);
                -- data loss: column public.t.filled: drops the column with its values
                ALTER TABLE public.t DROP COLUMN filled;
                """),
        PlanCase(
            "NOT NULL, storage, statistics, compression",
            from: """
                CREATE TABLE t (a text, b text NOT NULL);
                """,
            to: """
                CREATE TABLE t (a text NOT NULL, b text COMPRESSION pglz);
                ALTER TABLE t ALTER COLUMN a SET STORAGE EXTERNAL;
                ALTER TABLE t ALTER COLUMN a SET STATISTICS 9;
                ALTER TABLE t ALTER COLUMN a SET (n_distinct = -0.5);
                """,
            up: """
                -- needs a decision: column public.t.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.t
                    ALTER COLUMN a SET NOT NULL,
                    ALTER COLUMN a SET STORAGE EXTERNAL,
                    ALTER COLUMN a SET STATISTICS 9,
                    ALTER COLUMN a SET (n_distinct='-0.5'),
                    ALTER COLUMN b DROP NOT NULL,
                    ALTER COLUMN b SET COMPRESSION pglz;
                """,
            down: """
                -- needs a decision: column public.t.b: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.t
                    ALTER COLUMN a DROP NOT NULL,
                    ALTER COLUMN a SET STORAGE EXTENDED,
                    ALTER COLUMN a SET STATISTICS -1,
                    ALTER COLUMN a RESET (n_distinct),
                    ALTER COLUMN b SET NOT NULL,
                    ALTER COLUMN b SET COMPRESSION default;
                """),
        PlanCase(
            "parameters of long values come after the column that may have some",
            from: """
                CREATE TABLE t (a integer) WITH (toast.autovacuum_vacuum_threshold = 100);
                """,
            to: """
                CREATE TABLE t (a text) WITH (toast.autovacuum_vacuum_threshold = 100);
                """,
            up: """
                ALTER TABLE public.t ALTER COLUMN a TYPE text;
                ALTER TABLE public.t SET (toast.autovacuum_vacuum_threshold='100');
                """,
            down: """
                -- may fail: no assignment cast to integer, so USING: fails if a value of a can't be read as one
                ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;
                ALTER TABLE public.t RESET (toast.autovacuum_vacuum_threshold);
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
