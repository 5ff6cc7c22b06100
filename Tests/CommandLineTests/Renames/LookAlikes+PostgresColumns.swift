extension LookAlike {
    /// Columns and attributes on PostgreSQL.
    static let columnsOnPostgreSQL: [LookAlike] = [
        .init(
            name: "a number of another meaning",
            before: "CREATE TABLE item (id int PRIMARY KEY, price numeric(8,2));",
            after: "CREATE TABLE item (id int PRIMARY KEY, weight numeric(8,2));",
            rows: "INSERT INTO item VALUES (1, 2.5)",
            offers: ["column public.item.price=weight"],
            goes: ["column public.item.price"],
            query: "SELECT id, weight FROM item", answer: "1|"),
        .init(
            name: "a column that another table gets",
            before: """
                CREATE TABLE person (id int, mail text);
                CREATE TABLE account (id int);
                """,
            after: """
                CREATE TABLE person (id int);
                CREATE TABLE account (id int, mail text);
                """,
            rows: "INSERT INTO person VALUES (1, 'a@b'); INSERT INTO account VALUES (1)",
            goes: ["column public.person.mail"],
            query: "SELECT mail FROM account", answer: ""),
        .init(
            name: "a name that another table keeps",
            before: """
                CREATE TABLE land (id int, code text);
                CREATE TABLE town (id int, code text);
                """,
            after: """
                CREATE TABLE land (id int, motto text);
                CREATE TABLE town (id int, code text);
                """,
            rows: "INSERT INTO land VALUES (1, 'x'); INSERT INTO town VALUES (1, 'y')",
            offers: ["column public.land.code=motto"],
            goes: ["column public.land.code"],
            query: "SELECT motto, code FROM land, town", answer: "|y"),
        .init(
            name: "a time of something else",
            before: "CREATE TABLE post (id int, created timestamptz DEFAULT now());",
            after: "CREATE TABLE post (id int, deleted timestamptz DEFAULT now());",
            rows: "INSERT INTO post VALUES (1, '2020-01-01')",
            offers: ["column public.post.created=deleted"],
            goes: ["column public.post.created"],
            query: "SELECT deleted > '2021-01-01' FROM post", answer: "t"),
        .init(
            name: "a column that rows need a value in",
            before: "CREATE TABLE car (id int, owner text NOT NULL);",
            after: "CREATE TABLE car (id int, driver text NOT NULL);",
            rows: "INSERT INTO car VALUES (1, 'Ada')",
            offers: ["column public.car.owner=driver"],
            goes: ["column public.car.owner"],
            fills: ["car.driver='nobody'"],
            query: "SELECT driver FROM car", answer: "nobody"),
        .init(
            name: "a reference to another table",
            before: """
                CREATE TABLE buyer (id int PRIMARY KEY);
                CREATE TABLE maker (id int PRIMARY KEY);
                CREATE TABLE deal (id int, buyer_id int REFERENCES buyer);
                """,
            after: """
                CREATE TABLE buyer (id int PRIMARY KEY);
                CREATE TABLE maker (id int PRIMARY KEY);
                CREATE TABLE deal (id int, maker_id int REFERENCES maker);
                """,
            rows: "INSERT INTO buyer VALUES (7); INSERT INTO deal VALUES (1, 7)",
            offers: ["column public.deal.buyer_id=maker_id"],
            goes: ["column public.deal.buyer_id"],
            query: "SELECT maker_id FROM deal", answer: ""),
        .init(
            name: "an identity column that is another key",
            before: "CREATE TABLE item (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);",
            after: """
                CREATE TABLE item (number int GENERATED ALWAYS AS IDENTITY (START 50) PRIMARY KEY, name text);
                """,
            rows: "INSERT INTO item (name) VALUES ('a')",
            offers: ["column public.item.id=number"],
            goes: ["column public.item.id"],
            query: "SELECT number, name FROM item", answer: "50|a"),
        .init(
            name: "another attribute of a composite type",
            before: """
                CREATE TYPE pos AS (x int, colour text);
                CREATE TABLE pin (id int, at pos);
                """,
            after: """
                CREATE TYPE pos AS (x int, label text);
                CREATE TABLE pin (id int, at pos);
                """,
            rows: "INSERT INTO pin VALUES (1, (2, 'red'))",
            offers: ["attribute public.pos.colour=label"],
            goes: ["attribute public.pos.colour"],
            query: "SELECT (at).x, (at).label FROM pin", answer: "2|"),
        .init(
            name: "tables that take each other's columns",
            before: """
                CREATE TABLE one (id int, width int);
                CREATE TABLE other (id int, colour int);
                """,
            after: """
                CREATE TABLE one (id int, colour int);
                CREATE TABLE other (id int, width int);
                """,
            rows: "INSERT INTO one VALUES (1, 2); INSERT INTO other VALUES (1, 3)",
            offers: ["column public.one.width=colour", "column public.other.colour=width"],
            goes: ["column public.one.width", "column public.other.colour"],
            query: "SELECT colour, width FROM one, other", answer: "|"),
        .init(
            name: "another range type and a column of it",
            before: """
                CREATE TYPE span AS RANGE (subtype = float8);
                CREATE TABLE t (id int, s span);
                """,
            after: """
                CREATE TYPE belt AS RANGE (subtype = float8);
                CREATE TABLE t (id int, b belt);
                """,
            rows: "INSERT INTO t VALUES (1, '[1,2)')",
            offers: ["range type public.span=belt", "column public.t.s=b"],
            goes: ["range type public.span", "column public.t.s"],
            query: "SELECT id, b FROM t", answer: "1|"),
    ]
}
