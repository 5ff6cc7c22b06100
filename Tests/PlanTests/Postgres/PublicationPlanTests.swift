import Testing

@Suite struct PublicationPlanTests {
    @Test(arguments: [
        PlanCase(
            "other tables, a schema, other operations",
            from: """
                CREATE SCHEMA app;
                CREATE TABLE note (id integer PRIMARY KEY, body text);
                CREATE TABLE app.page (id integer PRIMARY KEY);
                CREATE PUBLICATION feed FOR TABLE note (id) WHERE (id > 3) WITH (publish = 'insert');
                """,
            to: """
                CREATE SCHEMA app;
                CREATE TABLE note (id integer PRIMARY KEY, body text);
                CREATE TABLE app.page (id integer PRIMARY KEY);
                CREATE PUBLICATION feed FOR TABLE note, TABLES IN SCHEMA app;
                CREATE PUBLICATION everything FOR ALL TABLES WITH (publish_via_partition_root = true);
                """,
            up: """
                CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = true);
                ALTER PUBLICATION feed SET TABLE ONLY public.note, TABLES IN SCHEMA app;
                ALTER PUBLICATION feed SET (publish = 'insert, update, delete, truncate', publish_via_partition_root = false);
                """,
            down: """
                DROP PUBLICATION everything;
                ALTER PUBLICATION feed SET TABLE ONLY public.note (id) WHERE (id > 3);
                ALTER PUBLICATION feed SET (publish = 'insert', publish_via_partition_root = false);
                """),
        PlanCase(
            "a published table goes",
            from: """
                CREATE TABLE note (id integer PRIMARY KEY);
                CREATE TABLE page (id integer PRIMARY KEY);
                CREATE PUBLICATION feed FOR TABLE note, page;
                """,
            to: """
                CREATE TABLE note (id integer PRIMARY KEY);
                CREATE PUBLICATION feed;
                """,
            up: """
                ALTER PUBLICATION feed DROP TABLE ONLY public.note, ONLY public.page;
                -- data loss: deletes all rows of table page
                DROP TABLE public.page;
                """,
            down: """
                CREATE TABLE public.page (
                    id integer NOT NULL,
                    CONSTRAINT page_pkey PRIMARY KEY (id)
                );
                ALTER PUBLICATION feed SET TABLE ONLY public.note, ONLY public.page;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
