extension LookAlike {
    /// Columns on SQLite.
    static let columnsOnSQLite: [LookAlike] = [
        .init(
            name: "a number of another meaning",
            before: "CREATE TABLE item (id INTEGER PRIMARY KEY, price REAL);",
            after: "CREATE TABLE item (id INTEGER PRIMARY KEY, weight REAL);",
            rows: "INSERT INTO item VALUES (1, 2.5)",
            offers: ["column main.item.price=weight"],
            goes: ["column main.item.price"],
            query: "SELECT id, weight IS NULL FROM item", answer: "1|1"),
        .init(
            name: "a name in two parts",
            before: "CREATE TABLE person (id INTEGER PRIMARY KEY, full_name TEXT);",
            after: "CREATE TABLE person (id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT);",
            rows: "INSERT INTO person VALUES (1, 'Ada Lovelace')",
            offers: ["column main.person.full_name=last_name"],
            goes: ["column main.person.full_name"],
            query: "SELECT first_name IS NULL, last_name IS NULL FROM person", answer: "1|1"),
        .init(
            name: "two parts in one name",
            before: "CREATE TABLE person (id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT);",
            after: "CREATE TABLE person (id INTEGER PRIMARY KEY, full_name TEXT);",
            rows: "INSERT INTO person VALUES (1, 'Ada', 'Lovelace')",
            offers: ["column main.person.last_name=full_name", "column main.person.first_name=full_name"],
            goes: ["column main.person.last_name", "column main.person.first_name"],
            query: "SELECT full_name IS NULL FROM person", answer: "1"),
        .init(
            name: "a column that another table gets",
            before: """
                CREATE TABLE person (id INTEGER PRIMARY KEY, mail TEXT);
                CREATE TABLE account (id INTEGER PRIMARY KEY);
                """,
            after: """
                CREATE TABLE person (id INTEGER PRIMARY KEY);
                CREATE TABLE account (id INTEGER PRIMARY KEY, mail TEXT);
                """,
            rows: "INSERT INTO person VALUES (1, 'a@b'); INSERT INTO account VALUES (1)",
            goes: ["column main.person.mail"],
            query: "SELECT mail IS NULL FROM account", answer: "1"),
        .init(
            name: "a name that another table keeps",
            before: """
                CREATE TABLE land (id INTEGER PRIMARY KEY, code TEXT);
                CREATE TABLE town (id INTEGER PRIMARY KEY, code TEXT);
                """,
            after: """
                CREATE TABLE land (id INTEGER PRIMARY KEY, motto TEXT);
                CREATE TABLE town (id INTEGER PRIMARY KEY, code TEXT);
                """,
            rows: "INSERT INTO land VALUES (1, 'x'); INSERT INTO town VALUES (1, 'y')",
            offers: ["column main.land.code=motto"],
            goes: ["column main.land.code"],
            query: "SELECT l.motto IS NULL, t.code FROM land l JOIN town t", answer: "1|y"),
        .init(
            name: "a text where a number was",
            before: "CREATE TABLE visit (id INTEGER PRIMARY KEY, minutes INTEGER);",
            after: "CREATE TABLE visit (id INTEGER PRIMARY KEY, minutes_text TEXT);",
            rows: "INSERT INTO visit VALUES (1, 30)",
            offers: ["column main.visit.minutes=minutes_text"],
            goes: ["column main.visit.minutes"],
            query: "SELECT minutes_text IS NULL FROM visit", answer: "1"),
        .init(
            name: "a state with a default of its own",
            before: "CREATE TABLE job (id INTEGER PRIMARY KEY, state TEXT NOT NULL DEFAULT 'new');",
            after: "CREATE TABLE job (id INTEGER PRIMARY KEY, phase TEXT NOT NULL DEFAULT 'new');",
            rows: "INSERT INTO job VALUES (1, 'done')",
            offers: ["column main.job.state=phase"],
            goes: ["column main.job.state"],
            query: "SELECT phase FROM job", answer: "new"),
        .init(
            name: "a column that rows need a value in",
            before: "CREATE TABLE car (id INTEGER PRIMARY KEY, owner TEXT NOT NULL);",
            after: "CREATE TABLE car (id INTEGER PRIMARY KEY, driver TEXT NOT NULL);",
            rows: "INSERT INTO car VALUES (1, 'Ada')",
            offers: ["column main.car.owner=driver"],
            goes: ["column main.car.owner"],
            fills: ["car.driver='nobody'"],
            query: "SELECT driver FROM car", answer: "nobody"),
        .init(
            name: "a computed column for a kept one",
            before: "CREATE TABLE box (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, area INTEGER);",
            after: """
                CREATE TABLE box (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER, surface INTEGER AS (a * b));
                """,
            rows: "INSERT INTO box VALUES (1, 2, 3, 7)",
            goes: ["column main.box.area"],
            query: "SELECT surface FROM box", answer: "6"),
        .init(
            name: "a pair of numbers of other meanings",
            before: """
                CREATE TABLE parcel (id INTEGER PRIMARY KEY, width INTEGER, height INTEGER, note TEXT);
                """,
            after: """
                CREATE TABLE parcel (id INTEGER PRIMARY KEY, weight INTEGER, price INTEGER, note TEXT);
                """,
            rows: "INSERT INTO parcel VALUES (1, 2, 3, 'x')",
            offers: ["column main.parcel.height=weight", "column main.parcel.width=price"],
            goes: ["column main.parcel.height", "column main.parcel.width"],
            query: "SELECT weight IS NULL, price IS NULL, note FROM parcel", answer: "1|1|x"),
        .init(
            name: "a reference to another table",
            before: """
                CREATE TABLE buyer (id INTEGER PRIMARY KEY);
                CREATE TABLE maker (id INTEGER PRIMARY KEY);
                CREATE TABLE deal (id INTEGER PRIMARY KEY, buyer_id INTEGER REFERENCES buyer (id));
                """,
            after: """
                CREATE TABLE buyer (id INTEGER PRIMARY KEY);
                CREATE TABLE maker (id INTEGER PRIMARY KEY);
                CREATE TABLE deal (id INTEGER PRIMARY KEY, maker_id INTEGER REFERENCES maker (id));
                """,
            rows: "INSERT INTO buyer VALUES (7); INSERT INTO deal VALUES (1, 7)",
            offers: ["column main.deal.buyer_id=maker_id"],
            goes: ["column main.deal.buyer_id"],
            query: "SELECT maker_id IS NULL FROM deal", answer: "1"),
        .init(
            name: "another relation to the own table",
            before: "CREATE TABLE person (id INTEGER PRIMARY KEY, boss INTEGER REFERENCES person (id));",
            after: "CREATE TABLE person (id INTEGER PRIMARY KEY, spouse INTEGER REFERENCES person (id));",
            rows: "INSERT INTO person VALUES (1, NULL), (2, 1)",
            offers: ["column main.person.boss=spouse"],
            goes: ["column main.person.boss"],
            query: "SELECT count(spouse) FROM person", answer: "0"),
        .init(
            name: "names in quotes of which one word is the same",
            before: "CREATE TABLE item (id INTEGER PRIMARY KEY, \"unit price\" REAL);",
            after: "CREATE TABLE item (id INTEGER PRIMARY KEY, \"unit weight\" REAL);",
            rows: "INSERT INTO item VALUES (1, 2.5)",
            offers: ["column main.item.\"unit price\"=\"unit weight\""],
            goes: ["column main.item.\"unit price\""],
            query: "SELECT \"unit weight\" IS NULL FROM item", answer: "1"),
        .init(
            name: "columns that become a table",
            before: "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT, street TEXT, town TEXT);",
            after: """
                CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);
                CREATE TABLE address (id INTEGER PRIMARY KEY, street TEXT, town TEXT);
                """,
            rows: "INSERT INTO person VALUES (1, 'Ada', 'a', 'b')",
            goes: ["column main.person.street", "column main.person.town"],
            query: "SELECT name, (SELECT count(*) FROM address) FROM person", answer: "Ada|0"),
        .init(
            name: "another unique column",
            before: """
                CREATE TABLE person (id INTEGER PRIMARY KEY, mail TEXT);
                CREATE UNIQUE INDEX person_mail ON person (mail);
                """,
            after: """
                CREATE TABLE person (id INTEGER PRIMARY KEY, call TEXT);
                CREATE UNIQUE INDEX person_call ON person (call);
                """,
            rows: "INSERT INTO person VALUES (1, 'a@b')",
            offers: ["column main.person.mail=call"],
            goes: ["column main.person.mail"],
            query: "SELECT call IS NULL FROM person", answer: "1"),
        .init(
            name: "a number with another check",
            before: """
                CREATE TABLE offer (id INTEGER PRIMARY KEY, percent INTEGER CHECK (percent BETWEEN 0 AND 100));
                """,
            after: "CREATE TABLE offer (id INTEGER PRIMARY KEY, pieces INTEGER CHECK (pieces > 0));",
            rows: "INSERT INTO offer VALUES (1, 0)",
            offers: ["column main.offer.percent=pieces"],
            goes: ["column main.offer.percent"],
            query: "SELECT pieces IS NULL FROM offer", answer: "1"),
    ]
}
