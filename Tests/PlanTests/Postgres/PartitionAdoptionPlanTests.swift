import Testing

/// What of a partition the server would take for its part of the whole's, or make where there is to be none.
@Suite struct PartitionAdoptionPlanTests {
    @Test(arguments: [
        PlanCase(
            "a foreign key of a partition beside an equal one of the whole",
            from: """
                CREATE TABLE o (id integer PRIMARY KEY);
                CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                ALTER TABLE p_1 ADD CONSTRAINT own FOREIGN KEY (b) REFERENCES o;
                """,
            to: """
                CREATE TABLE o (id integer PRIMARY KEY);
                CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                ALTER TABLE p ADD CONSTRAINT whole FOREIGN KEY (b) REFERENCES o;
                ALTER TABLE p_1 ADD CONSTRAINT own FOREIGN KEY (b) REFERENCES o;
                """,
            up: """
                ALTER TABLE public.p_1 DROP CONSTRAINT own;
                -- may fail: fails if rows break whole
                ALTER TABLE public.p ADD CONSTRAINT whole FOREIGN KEY (b) REFERENCES public.o(id);
                -- may fail: fails if rows break own
                ALTER TABLE public.p_1 ADD CONSTRAINT own FOREIGN KEY (b) REFERENCES public.o(id);
                """,
            down: """
                ALTER TABLE public.p DROP CONSTRAINT whole;
                """),
        PlanCase(
            "an index of a partition beside an equal part, under another bound",
            from: """
                CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                CREATE INDEX p_b ON ONLY p (b);
                CREATE INDEX own ON p_1 (b);
                CREATE INDEX part ON p_1 (b);
                ALTER INDEX p_b ATTACH PARTITION part;
                """,
            to: """
                CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1, 2);
                CREATE INDEX p_b ON ONLY p (b);
                CREATE INDEX own ON p_1 (b);
                CREATE INDEX part ON p_1 (b);
                ALTER INDEX p_b ATTACH PARTITION part;
                """,
            up: """
                DROP INDEX public.own;
                ALTER TABLE ONLY public.p DETACH PARTITION public.p_1;
                ALTER TABLE ONLY public.p ATTACH PARTITION public.p_1 FOR VALUES IN (1, 2);
                CREATE INDEX own ON public.p_1 USING btree (b);
                """,
            down: """
                DROP INDEX public.own;
                ALTER TABLE ONLY public.p DETACH PARTITION public.p_1;
                -- may fail: fails if a row of p_1 lies outside of its new bound and belongs to no other partition
                ALTER TABLE ONLY public.p ATTACH PARTITION public.p_1 FOR VALUES IN (1);
                CREATE INDEX own ON public.p_1 USING btree (b);
                """),
        PlanCase(
            "a new partition without a part of its table's index",
            from: """
                CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                CREATE INDEX p_b ON ONLY p (b);
                """,
            to: """
                CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                CREATE TABLE p_2 PARTITION OF p FOR VALUES IN (2);
                CREATE INDEX p_b ON ONLY p (b);
                """,
            up: """
                DROP INDEX public.p_b;
                CREATE TABLE public.p_2 (
                    a integer,
                    b integer
                );
                ALTER TABLE ONLY public.p ATTACH PARTITION public.p_2 FOR VALUES IN (2);
                CREATE INDEX p_b ON ONLY public.p USING btree (b);
                """,
            down: """
                -- data loss: table public.p_2: drops the table with its rows
                DROP TABLE public.p_2;
                """),
        PlanCase(
            "a key of the whole goes under a foreign key to its part",
            from: """
                CREATE TABLE p (a integer PRIMARY KEY) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                CREATE TABLE r (x integer, CONSTRAINT far FOREIGN KEY (x) REFERENCES p_1);
                """,
            to: """
                CREATE TABLE p (a integer NOT NULL) PARTITION BY LIST (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES IN (1);
                CREATE TABLE r (x integer);
                """,
            up: """
                ALTER TABLE public.r DROP CONSTRAINT far;
                ALTER TABLE public.p DROP CONSTRAINT p_pkey;
                """,
            down: """
                -- may fail: fails if rows break p_pkey
                ALTER TABLE ONLY public.p ADD CONSTRAINT p_pkey PRIMARY KEY (a);
                -- may fail: fails if rows break p_1_pkey
                ALTER TABLE public.p_1 ADD CONSTRAINT p_1_pkey PRIMARY KEY (a);
                ALTER INDEX public.p_pkey ATTACH PARTITION public.p_1_pkey;
                -- may fail: fails if rows break far
                ALTER TABLE public.r ADD CONSTRAINT far FOREIGN KEY (x) REFERENCES public.p_1(a);
                """),
        PlanCase(
            "bounds that move while the table gets a key",
            from: """
                CREATE TABLE p (a integer) PARTITION BY RANGE (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (2) TO (12);
                """,
            to: """
                CREATE TABLE p (a integer PRIMARY KEY) PARTITION BY RANGE (a);
                CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (1) TO (12);
                """,
            up: """
                ALTER TABLE ONLY public.p DETACH PARTITION public.p_1;
                ALTER TABLE ONLY public.p ATTACH PARTITION public.p_1 FOR VALUES FROM (1) TO (12);
                -- needs a decision: column public.p.a: fails while rows hold NULL in it, which need a value
                ALTER TABLE public.p ALTER COLUMN a SET NOT NULL;
                -- may fail: fails if rows break p_pkey
                ALTER TABLE ONLY public.p ADD CONSTRAINT p_pkey PRIMARY KEY (a);
                -- may fail: fails if rows break p_1_pkey
                ALTER TABLE public.p_1 ADD CONSTRAINT p_1_pkey PRIMARY KEY (a);
                ALTER INDEX public.p_pkey ATTACH PARTITION public.p_1_pkey;
                """,
            down: """
                ALTER TABLE public.p DROP CONSTRAINT p_pkey;
                ALTER TABLE ONLY public.p DETACH PARTITION public.p_1;
                -- may fail: fails if a row of p_1 lies outside of its new bound and belongs to no other partition
                ALTER TABLE ONLY public.p ATTACH PARTITION public.p_1 FOR VALUES FROM (2) TO (12);
                ALTER TABLE public.p ALTER COLUMN a DROP NOT NULL;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
