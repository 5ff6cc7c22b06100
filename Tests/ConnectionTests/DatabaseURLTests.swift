import AutogenConnection
import AutogenSchema
import Testing

@Suite struct DatabaseURLTests {
    @Test(arguments: [
        ("sqlite:app.db", "app.db"), ("sqlite:/var/app.db", "/var/app.db"), ("sqlite:///var/app.db", "/var/app.db"),
        ("sqlite::memory:", ":memory:"), ("SQLite:./a b%20.db", "./a b%20.db"), (" sqlite:app.db\n", "app.db"),
    ]) func sqlitePaths(text: String, path: String) throws {
        let url = try DatabaseURL(text)
        #expect(url.dialect == .sqlite && url.path == path && url.description == "sqlite:\(path)")
        #expect(try DatabaseURL(url.description) == url)
        #expect(url.replacing(database: "other") == url)
    }

    @Test(arguments: [
        ("postgresql://", nil), ("postgres://h/shop", "shop"),
        ("postgresql://a:b@h:1,g:2/my%20shop?sslmode=require", "my shop"),
        ("postgresql:///?host=/tmp&dbname=x", "x"), ("host=/tmp dbname='my shop' port = 5433", "my shop"),
        ("user=ada", nil),
        ("host=::1 dbname=x", "x"),
    ]) func postgresDatabases(text: String, database: String?) throws {
        let url = try DatabaseURL(text)
        #expect(url.dialect == .postgresql && url.path == nil && url.database == database)
        #expect(try DatabaseURL(url.secretText) == url)
    }

    @Test(arguments: [
        ("postgresql://ada:s3cret@h/shop", "postgresql://ada:***@h/shop"),
        ("postgres://ada:s3cret?x@h:5432,g/shop?a=b", "postgres://ada:***@h:5432,g/shop?a=***"),
        (
            "postgresql://h/shop?user=ada&password=s3cret&sslpassword=s3cret",
            "postgresql://h/shop?user=ada&password=***&sslpassword=***"
        ),
        ("postgresql://h/shop?pass%77ord=s3cret", "postgresql://h/shop?pass%77ord=***"),
        ("host=h password=s3cret dbname=d", "host=h password=*** dbname=d"),
        ("host=h password = 's3cret \\' s3cret' dbname=d", "host=h password=*** dbname=d"),
        ("postgresql://ada:s3cret%40@h", "postgresql://ada:***@h"),
        ("postgresql://h/shop?passwrd=s3cret&port=5", "postgresql://h/shop?passwrd=***&port=5"),
        (
            "host=h scram_client_key=s3cret scram_server_key=s3cret passwrd=s3cret",
            "host=h scram_client_key=*** scram_server_key=*** passwrd=***"
        ),
        ("host=h password=s3cret\u{A0}s3cret", "host=h password=***"),
    ]) func passwordsAreNeverPrinted(text: String, printed: String) throws {
        let url = try DatabaseURL(text)
        #expect(url.description == printed)
        var dumped = ""
        dump(url, to: &dumped)
        for shown in ["\(url)", String(reflecting: url), dumped, "\([url])", "\(url.replacing(database: "o"))"] {
            #expect(!shown.contains("s3cret"), "\(shown)")
        }
        #expect(url.secretText.contains("s3cret"))
    }

    @Test(arguments: [
        ("postgresql://ada@h:5/shop?a=b", "postgresql://ada@h:5/a%22%20%C3%BC?a=b"),
        ("postgresql://ada@h", "postgresql://ada@h/a%22%20%C3%BC"),
        ("postgresql:///?dbname=x&host=/tmp", "postgresql:///a%22%20%C3%BC?host=/tmp"),
        ("host=h dbname=x user=ada", "host=h user=ada dbname='a\" ü'"),
        ("service=s", "service=s dbname='a\" ü'"),
    ]) func anotherDatabaseOfTheServer(text: String, other: String) throws {
        let url = try DatabaseURL(text).replacing(database: "a\" ü")
        #expect(url.secretText == other && url.database == "a\" ü")
    }

    @Test(arguments: [
        ("", "it is empty"), ("app.db", "it has no scheme; write sqlite: before the path of a SQLite file"),
        ("mysql://h/d", "mysql: is no database that autogen knows"), ("nonsense", "it has no scheme"),
        ("postgresql+asyncpg://h/d", "postgresql+asyncpg: names a driver; write postgresql: alone"),
        ("postgresql:h/d", "postgresql: must be followed by //"),
        ("sqlite:", "sqlite: must be followed by the path of a file"),
        ("sqlite://app.db", "sqlite:// must be followed by an absolute path; write sqlite:PATH for a relative one"),
        (
            "postgresql://ada:s3@cret@h/d",
            "an @ or / inside the user name, password or database must be written %40 or %2F"
        ),
        (
            "postgresql://ada:s3/cret@h/d",
            "an @ or / inside the user name, password or database must be written %40 or %2F"
        ),
        (
            "postgresql://ada:s3%zzcret@h/d",
            "the password has a % that is not followed by two hexadecimal digits; write %25 for %"
        ),
        (
            "postgresql://h/d?password=s3&cret",
            "parameter 2 after the ? is not KEY=VALUE; write %26 for & and %3D for ="
        ),
        (
            "host=h password=s3 cret",
            "KEY=VALUE is missing after the value of password; write values with spaces in single quotes"
        ),
        ("password='s3cret", "the quoted value of password has no closing quote"),
    ]) func badURLsAreExplainedWithoutTheirSecrets(text: String, message: String) {
        let error = #expect(throws: DatabaseURLError.self) { try DatabaseURL(text) }
        #expect(error?.message == message)
        #expect(error?.description.contains("sqlite:PATH") == true && error?.description.contains("cret") == false)
    }
}
