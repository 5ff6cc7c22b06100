import AutogenSchema
import Testing

@Suite struct KnownVersionTests {
    @Test(arguments: 14...18)
    func knownVersionsGoWithoutAWord(_ major: Int) {
        #expect(Dialect.postgresql.notice(of: ServerVersion(major, 3)) == nil)
    }

    @Test(arguments: [
        (19, "PostgreSQL 19 is newer than the versions autogen knows (14 to 18); what is new in it goes unseen"),
        (13, "PostgreSQL 13 is older than the versions autogen knows (14 to 18); what it lacks may be asked of it"),
    ])
    func othersAreNamed(_ major: Int, _ notice: String) {
        #expect(Dialect.postgresql.notice(of: ServerVersion(major, 0)) == notice)
    }

    @Test func everySQLiteWillDo() {
        #expect(Dialect.sqlite.notice(of: ServerVersion(3, 40, 1)) == nil)
    }
}
