import TestSupport
import Testing

@Suite(.extensions("hstore", "pg_trgm", "citext", "xml2")) struct ExtensionPlanTests {
    @Test(arguments: [
        PlanCase(
            "an extension whose type is used",
            from: """
                CREATE TABLE t (id integer);
                """,
            to: """
                CREATE EXTENSION hstore;
                CREATE TABLE t (id integer, tags hstore DEFAULT '');
                CREATE INDEX t_tags ON t USING gin (tags);
                """,
            up: """
                CREATE EXTENSION IF NOT EXISTS hstore WITH SCHEMA public VERSION '1.8';
                COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs';
                ALTER TABLE public.t ADD COLUMN tags public.hstore DEFAULT ''::public.hstore;
                CREATE INDEX t_tags ON public.t USING gin (tags);
                """,
            down: """
                -- data loss: column public.t.tags: drops the column with its values
                ALTER TABLE public.t DROP COLUMN tags;
                -- data loss: extension hstore: drops the extension with its types and functions
                DROP EXTENSION hstore;
                """),
        PlanCase(
            "another schema of one that can't be moved",
            from: """
                CREATE SCHEMA x;
                CREATE EXTENSION xml2;
                CREATE VIEW v AS SELECT xml_valid('<a/>') AS valid;
                """,
            to: """
                CREATE SCHEMA x;
                CREATE EXTENSION xml2 SCHEMA x;
                CREATE VIEW v AS SELECT x.xml_valid('<a/>') AS valid;
                """,
            up: """
                DROP VIEW public.v;
                -- data loss: extension xml2: drops the extension with its types and functions
                DROP EXTENSION xml2;
                CREATE EXTENSION IF NOT EXISTS xml2 WITH SCHEMA x VERSION '1.1';
                COMMENT ON EXTENSION xml2 IS 'XPath querying and XSLT';
                CREATE VIEW public.v AS
                 SELECT x.xml_valid('<a/>'::text) AS valid;
                """,
            down: """
                DROP VIEW public.v;
                -- data loss: extension xml2: drops the extension with its types and functions
                DROP EXTENSION xml2;
                CREATE EXTENSION IF NOT EXISTS xml2 WITH SCHEMA public VERSION '1.1';
                COMMENT ON EXTENSION xml2 IS 'XPath querying and XSLT';
                CREATE VIEW public.v AS
                 SELECT public.xml_valid('<a/>'::text) AS valid;
                """),
        PlanCase(
            "another schema",
            from: """
                CREATE SCHEMA x;
                CREATE EXTENSION pg_trgm;
                CREATE TABLE t (a text);
                CREATE INDEX i ON t USING gin (a gin_trgm_ops);
                """,
            to: """
                CREATE SCHEMA x;
                CREATE EXTENSION pg_trgm SCHEMA x;
                CREATE TABLE t (a text);
                CREATE INDEX i ON t USING gin (a x.gin_trgm_ops);
                """,
            up: """
                DROP INDEX public.i;
                ALTER EXTENSION pg_trgm SET SCHEMA x;
                CREATE INDEX i ON public.t USING gin (a x.gin_trgm_ops);
                """,
            down: """
                DROP INDEX public.i;
                ALTER EXTENSION pg_trgm SET SCHEMA public;
                CREATE INDEX i ON public.t USING gin (a public.gin_trgm_ops);
                """),
        PlanCase(
            "a comment on an extension of one's own",
            from: """
                CREATE EXTENSION citext;
                """,
            to: """
                CREATE EXTENSION citext;
                COMMENT ON EXTENSION citext IS 'for mail addresses';
                """,
            up: """
                COMMENT ON EXTENSION citext IS 'for mail addresses';
                """,
            down: """
                COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
