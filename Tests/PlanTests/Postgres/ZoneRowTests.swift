import Testing

/// Times that get a zone or lose theirs, in each of the ways in which values go from one column to another.
@Suite struct ZoneRowTests {
    private static let berlin = [
        "t.a", "t.b", "t.c", "t.d", "t.e", "t.f", "t.g", "t.h",
    ]

    private static let undecided =
        berlin.map { "-- needs a decision: column public.\($0): its " } + ["UTC, the zone that scripts run in"]

    private static func zones(_ columns: [String] = berlin) -> [String: String] {
        Dictionary(uniqueKeysWithValues: columns.map { ($0, "Europe/Berlin") })
    }

    private static let from = """
        a timestamp, b timestamp[], c date, d text, e timestamptz, f timestamptz, g timestamptz, h tsrange
        """
    private static let to = """
        a timestamptz, b timestamptz[], c timestamptz, d timestamptz, e text, f date, g timestamp, h tstzrange
        """
    private static let rows = """
        SET TimeZone = 'UTC';
        INSERT INTO t VALUES (
            1, '2024-07-01 12:00', '{2024-07-01 12:00}', '2024-07-01', '2024-07-01 12:00', '2024-07-01 12:00+00',
            '2024-07-01 23:00+00', '2024-07-01 12:00+00', '[2024-07-01 12:00,)'),
            (2, NULL, NULL, NULL, '2024-07-01 12:00Z', NULL, NULL, NULL, NULL);
        """
    private static let query = "SELECT * FROM t ORDER BY id"
    private static let up = """
        1|2024-07-01 10:00:00+00|{"2024-07-01 10:00:00+00"}|2024-06-30 22:00:00+00|2024-07-01 10:00:00+00|\
        2024-07-01 14:00:00+02|2024-07-02|2024-07-01 14:00:00|["2024-07-01 10:00:00+00",)
        2|NULL|NULL|NULL|2024-07-01 12:00:00+00|NULL|NULL|NULL|NULL
        """
    private static let down = """
        1|2024-07-01 12:00:00|{"2024-07-01 12:00:00"}|2024-07-01|2024-07-01 12:00:00+02|2024-07-01 12:00:00+00|\
        2024-07-01 22:00:00+00|2024-07-01 12:00:00+00|["2024-07-01 12:00:00",)
        2|NULL|NULL|NULL|2024-07-01 14:00:00+02|NULL|NULL|NULL|NULL
        """

    @Test(arguments: [
        RowCase(
            "in place", from: "CREATE TABLE t (id int, \(from));", rows: rows, to: "CREATE TABLE t (id int, \(to));",
            query: query, up: up, down: down,
            says: [
                "-- fill: column public.t.d: its texts without an offset are taken for times of the zone Europe/Berlin",
                "-- fill: column public.t.e: its times are written as those of the zone Europe/Berlin",
            ],
            omits: ["needs a decision"], decisions: .fills([:], zones: zones())),
        RowCase(
            "rows of a table that becomes partitioned", from: "CREATE TABLE t (id int, \(from));", rows: rows,
            to: """
                CREATE TABLE t (id int, \(to)) PARTITION BY LIST (id); CREATE TABLE t1 PARTITION OF t DEFAULT;
                """,
            query: query, up: up, down: down, says: ["set_config('timezone', 'Europe/Berlin', true)"],
            omits: ["needs a decision"], decisions: .fills([:], zones: zones())),
        RowCase(
            "two zones in one statement",
            from: "CREATE TABLE t (id int, d text, e text, f timestamp);",
            rows:
                "SET TimeZone = 'UTC'; INSERT INTO t VALUES (1, '2024-07-01 12:00', '2024-07-01 12:00', '2024-07-01 12:00')",
            to: """
                CREATE TABLE t (id int, d timestamptz, e timestamptz, f timestamptz) PARTITION BY LIST (id);
                CREATE TABLE t1 PARTITION OF t DEFAULT;
                """,
            query: query, up: "1|2024-07-01 10:00:00+00|2024-07-01 16:00:00+00|2024-07-01 12:00:00+00",
            down: "1|2024-07-01 12:00:00+02|2024-07-01 12:00:00-04|2024-07-01 12:00:00",
            decisions: .fills(
                [:], zones: ["t.d": "Europe/Berlin", "t.e": "America/New_York", "t.f": "UTC"])),
        RowCase(
            "a time of day", from: "CREATE TABLE t (id int, a time);", rows: "INSERT INTO t VALUES (1, '12:00')",
            to: "CREATE TABLE t (id int, a timetz);", query: query, up: "1|12:00:00+05:30", down: "1|12:00:00",
            says: ["-- fill: column public.t.a: its times get the present offset of the zone Asia/Kolkata"],
            decisions: .fills([:], zones: ["t.a": "Asia/Kolkata"])),
        RowCase(
            "an attribute of a type",
            from: "CREATE TYPE c AS (x timestamp); CREATE TABLE t (id int, a c);",
            rows: "SET TimeZone = 'UTC'; INSERT INTO t VALUES (1, ROW('2024-07-01 12:00'))",
            to: "CREATE TYPE c AS (x timestamptz); CREATE TABLE t (id int, a c);", query: query,
            up: "1|(\"2024-07-01 10:00:00+00\")", down: "1|(\"2024-07-01 12:00:00\")", omits: ["needs a decision"],
            decisions: .fills([:], zones: ["t.a": "Europe/Berlin"])),
        RowCase(
            "without a zone those of UTC", from: "CREATE TABLE t (id int, \(from));", rows: "",
            to: "CREATE TABLE t (id int, \(to));", query: query, up: "",
            says: undecided),
        RowCase(
            "without a zone, in a table that becomes partitioned", from: "CREATE TABLE t (id int, \(from));", rows: "",
            to: "CREATE TABLE t (id int, \(to)) PARTITION BY LIST (id);", query: query, up: "",
            says: undecided),
    ])
    func times(_ test: RowCase) async throws { try await test.check() }
}
