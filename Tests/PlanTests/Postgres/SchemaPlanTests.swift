import Testing

@Suite struct SchemaPlanTests {
    @Test(arguments: [
        PlanCase(
            "a schema with its tables",
            from: """
                CREATE SCHEMA kept;
                """,
            to: """
                CREATE SCHEMA kept;
                CREATE SCHEMA "New One";
                CREATE TABLE "New One".t (id integer PRIMARY KEY);
                COMMENT ON SCHEMA "New One" IS 'quoted';
                """,
            up: """
                CREATE SCHEMA "New One";
                COMMENT ON SCHEMA "New One" IS 'quoted';
                CREATE TABLE "New One".t (
                    id integer NOT NULL,
                    CONSTRAINT t_pkey PRIMARY KEY (id)
                );
                """,
            down: """
                -- data loss: table "New One".t: drops the table with its rows
                DROP TABLE "New One".t;
                DROP SCHEMA "New One";
                """),
        PlanCase(
            "tables that move from one schema to another",
            from: """
                CREATE SCHEMA a;
                CREATE SCHEMA b;
                CREATE TABLE a.t (id integer PRIMARY KEY);
                CREATE VIEW b.v AS SELECT id FROM a.t;
                """,
            to: """
                CREATE SCHEMA a;
                CREATE SCHEMA b;
                CREATE TABLE b.t (id integer PRIMARY KEY);
                CREATE VIEW a.v AS SELECT id FROM b.t;
                """,
            up: """
                DROP VIEW b.v;
                CREATE TABLE b.t (
                    id integer NOT NULL,
                    CONSTRAINT t_pkey PRIMARY KEY (id)
                );
                CREATE VIEW a.v AS
                 SELECT t.id
                   FROM b.t;
                -- data loss: table a.t: drops the table with its rows
                DROP TABLE a.t;
                """,
            down: """
                DROP VIEW a.v;
                CREATE TABLE a.t (
                    id integer NOT NULL,
                    CONSTRAINT t_pkey PRIMARY KEY (id)
                );
                CREATE VIEW b.v AS
                 SELECT t.id
                   FROM a.t;
                -- data loss: table b.t: drops the table with its rows
                DROP TABLE b.t;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
