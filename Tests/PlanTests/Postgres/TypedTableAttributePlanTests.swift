import Testing

/// Attributes that come and go with the columns of typed tables.
struct TypedTableAttributePlanTests {
    @Test(arguments: [
        PlanCase(
            "an attribute goes that a view uses",
            from: """
                CREATE TYPE person AS (name text, born date);
                CREATE TABLE people OF person (born WITH OPTIONS DEFAULT '2000-01-01');
                CREATE VIEW births AS SELECT born FROM people;
                """,
            to: """
                CREATE TYPE person AS (name text, weight integer);
                CREATE TABLE people OF person;
                """,
            up: """
                DROP VIEW public.births;
                -- data loss: attribute public.person.born: deletes its values
                ALTER TYPE public.person
                    DROP ATTRIBUTE born CASCADE,
                    ADD ATTRIBUTE weight integer CASCADE;
                """,
            down: """
                -- data loss: attribute public.person.weight: deletes its values
                ALTER TYPE public.person
                    DROP ATTRIBUTE weight CASCADE,
                    ADD ATTRIBUTE born date CASCADE;
                ALTER TABLE ONLY public.people ALTER COLUMN born SET DEFAULT '2000-01-01'::date;
                CREATE VIEW public.births AS
                 SELECT people.born
                   FROM public.people;
                """)
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
