import AutogenMetadata
import AutogenSchema
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@Suite struct SourceFinderTests {
    private func files() throws -> Project {
        try Project([
            "schema/b.sql": "b", "schema/a.sql": "a", "schema/sub/c.sql": "c", "schema/readme.md": "",
            "schema/.d.sql": "d",
            "other/e.sql": "e", "empty/notes.txt": "",
        ])
    }

    @Test(arguments: [
        (["schema"], ["schema/a.sql", "schema/b.sql", "schema/sub/c.sql"]),
        (["other/e.sql", "schema/"], ["other/e.sql", "schema/a.sql", "schema/b.sql", "schema/sub/c.sql"]),
        (["schema/*.sql"], ["schema/a.sql", "schema/b.sql"]),
        (["**/*.sql"], ["other/e.sql", "schema/a.sql", "schema/b.sql", "schema/sub/c.sql"]),
        (["schema/[ab].sql", "schema/b.sql"], ["schema/a.sql", "schema/b.sql"]),
        (["./schema/../other"], ["other/e.sql"]),
    ])
    func findsInOrder(_ sources: [String], _ expected: [String]) throws {
        let project = try files()
        #expect(try SourceFinder(folder: project.path).files(sources).map(\.name) == expected)
    }

    #if os(Linux)
        /// Linux alone lets a name be any bytes.
        @Test func passesOverNamesThatAreNoText() throws {
            let project = try files()
            let latin1 = Array("\(project.path)/schema/caf".utf8) + [0xE9]
            for name in [latin1, latin1 + Array(".sql".utf8)] {
                #expect(mkdir(name.map { CChar(bitPattern: $0) } + [0], 0o755) == 0)
            }
            let names = try SourceFinder(folder: project.path).files(["schema"]).map(\.name)
            #expect(names == ["schema/a.sql", "schema/b.sql", "schema/sub/c.sql"])
        }
    #endif

    /// Opening the pipe would wait for a writer for ever, so this only looks for paths.
    @Test func passesOverPipesAndDevices() throws {
        let project = try files()
        #expect(mkfifo(project.path + "/other/pipe.sql", 0o600) == 0)
        #expect(symlink("/dev/null", project.path + "/other/null.sql") == 0)
        let paths = try SourceFinder(folder: project.path).paths(["other"])
        #expect(paths.map { $0.split(separator: "/").last } == ["e.sql"])
        #expect(try SourceFinder(folder: project.path).files(["other/null.sql"]).map(\.name) == ["other/null.sql"])
    }

    @Test(arguments: [
        ("nothing.sql", "nothing.sql: there is no such file or folder"),
        ("empty", "empty: the folder holds no .sql file, at any depth"),
        ("schema/x*.sql", "schema/x*.sql: no file matches this pattern"),
        ("nowhere/*.sql", "nowhere/*.sql: no file matches this pattern"),
    ])
    func saysWhatIsMissing(_ source: String, _ message: String) throws {
        let project = try files()
        let error = #expect(throws: SourceFileError.self) { try SourceFinder(folder: project.path).files([source]) }
        #expect(error?.description == message)
    }

    @Test func refusesOtherEncodings() throws {
        let project = try Project()
        try project.write("latin1.sql", [0x61, 0x0A, 0x2D, 0x2D, 0xE9, 0x0A])
        try project.write("utf16.sql", [0xFF, 0xFE, 0x61, 0])
        try project.write("bom.sql", [0xEF, 0xBB, 0xBF, 0x61])
        let finder = SourceFinder(folder: project.path)
        let latin1 = #expect(throws: SourceFileError.self) { try finder.files(["latin1.sql"]) }
        #expect(latin1?.description == "latin1.sql:2: error: a byte there is not UTF-8; save the file as UTF-8")
        let utf16 = #expect(throws: SourceFileError.self) { try finder.files(["utf16.sql"]) }
        #expect(utf16?.description == "utf16.sql:1: error: it is UTF-16; save the file as UTF-8")
        #expect(try finder.files(["bom.sql"]).first?.bytes == [0x61])
    }

    @Test func hashesNamesContentsAndDialect() throws {
        let project = try files()
        func hash(_ sources: [String], _ dialect: Dialect = .sqlite) throws -> String {
            let schema = try DeclaredSchema(sources: sources, folder: project.path, dialect: dialect)
            let hash = try DeclaredSchema.digest(sources: sources, folder: project.path, dialect: dialect).text
            #expect(hash == schema.contentHash)
            return hash
        }
        let before = try hash(["schema"])
        #expect(try hash(["schema"]) == before)
        #expect(try hash(["schema"], .postgresql) != before)
        #expect(try hash(["schema/*.sql"]) != before)
        try project.write("schema/sub/c.sql", Array("c2".utf8))
        let changed = try hash(["schema"])
        #expect(changed != before)
        // What is included counts, wherever the command stands.
        for (dialect, command) in [(Dialect.sqlite, "SELECT 1;\n.read d.txt"), (.postgresql, "SELECT 1; \\i d.txt")] {
            try project.write("schema/sub/c.sql", Array(command.utf8))
            try project.write("d.txt", Array("SELECT 2;".utf8))
            let included = try hash(["schema"], dialect)
            try project.write("d.txt", Array("SELECT 3;".utf8))
            #expect(try hash(["schema"], dialect) != included, "\(dialect)")
        }
    }
}
