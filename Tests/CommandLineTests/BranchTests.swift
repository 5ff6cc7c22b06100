import Foundation
import Testing

/// Histories that fork, on the command line.
@Suite struct BranchTests {
    /// One table a revision; `a` is the first, then `b` and `c` come after it.
    private func fork() async throws -> Project {
        let project = try await Project(schema: "CREATE TABLE a (id INT);\n")
        for (id, down, extra) in [("a", "none", ""), ("b", "a", "-- labels: left\n"), ("c", "a", "")] {
            try project.write(
                """
                -- revision: \(id)
                -- down-revision: \(down)
                -- message: make \(id)
                -- dialect: sqlite
                \(extra)
                -- upgrade
                CREATE TABLE \(id) (id INT);
                -- downgrade
                DROP TABLE \(id);
                """, to: "revisions/\(id).sql")
        }
        return project
    }

    @Test func looking() async throws {
        let project = try await fork()
        #expect(try await project.done("heads") == "b  make b [left]\nc  make c\n")
        #expect(
            try await project.done("branches") == """
                a  make a (branch point)
                  -> b  make b [left] (head)
                  -> c  make c (head)
                b  make b [left] (head)

                """)
        #expect(
            try await project.done("history")
                == """
                c  make c (head)
                b  make b [left] (head)
                a  make a (branch point)

                """.replacing(
                    "c  make c (head)\nb  make b [left] (head)", with: "b  make b [left] (head)\nc  make c (head)"))
        try await project.done("upgrade", "left@head")
        #expect(
            try await project.done("history", "-r", "a:left", "-i")
                == "b  make b [left] (head) (current)\na  make a (branch point)\n")
        #expect(try await project.done("history", "-r", "current:") == "b  make b [left] (head)\n")
        #expect(try await project.done("history", "-r", "left@-1:").hasPrefix("b  make b"))
        let verbose = try await project.done("history", "-r", "b:b", "-v")
        #expect(verbose.contains("    after a, made ") && verbose.contains("    on left\n"))
    }

    @Test func severalCurrentRevisions() async throws {
        let project = try await fork()
        try await project.done("upgrade", "heads")
        #expect(try await project.done("current") == "b  make b [left] (head)\nc  make c (head)\n")
        let unclear = try await project.autogen("downgrade", "current-1")
        #expect(
            unclear.errors
                == "error: \"current-1\" is not clear: the database is at several revisions: b, c; name one of them, or its branch: LABEL@-1\n"
        )
        #expect(unclear.status == 2)
        #expect(try await project.done("downgrade", "left@-1") == "took back b  make b\n")
        #expect(try await project.done("downgrade", "base") == "took back c  make c\ntook back a  make a\n")
        let heads = try await project.autogen("upgrade")
        #expect(heads.errors.contains("the history has 2 heads") && heads.status == 1)
    }

    @Test func merge() async throws {
        let project = try await fork()
        let merged = try await project.done("merge", "-m", "both", "--rev-id", "m")
        #expect(Masked.text(merged) == "wrote revisions/STAMP1_m_both.sql\n  after b\n  after c\n")
        #expect(try await project.done("heads") == "m  both [left]\n")
        try await project.done("upgrade")
        #expect(try await project.done("current") == "m  both (head) (merge)\n")
        let again = try await project.autogen("merge")
        #expect(again.errors == "error: a merge needs at least two heads; there is only m\n")
        #expect(try await project.done("verify").hasSuffix("_m_both.sql: ok\n"))
    }

    @Test func rebase() async throws {
        let project = try await fork()
        try await project.done("upgrade", "b")
        let refused = try await project.autogen("rebase", "b", "--onto", "c")
        #expect(
            refused.errors.hasPrefix("error: the database has revisions that would be changed:\n  revisions/b.sql\n"))
        #expect(refused.status == 4)
        #expect(try await project.done("rebase", "c", "--onto", "b") == "revisions/c.sql: after b\n")
        #expect(try project.text("revisions/c.sql").contains("-- down-revision: b\n-- message: make c\n"))
        #expect(try await project.done("heads") == "c  make c [left]\n")
        #expect(try await project.done("upgrade") == "upgraded to c  make c\n")
    }

    @Test func rebaseThatWouldNotHold() async throws {
        let project = try await fork()
        let text = try project.text("revisions/c.sql")
        try project.write(text.replacing("TABLE c", with: "TABLE b"), to: "revisions/c.sql")
        let before = try project.contents()
        let outcome = try await project.autogen("rebase", "c", "--onto", "b")
        #expect(outcome.errors.hasPrefix("error: revision c would not hold, so nothing was changed\nupgrade: "))
        #expect(outcome.errors.contains("table b already exists"))
        #expect(outcome.status == 4)
        #expect(try project.contents() == before)
    }

    @Test func squash() async throws {
        let project = try await fork()
        try await project.done("rebase", "c", "--onto", "b")
        try await project.done("upgrade")
        let schema = try await project.done("inspect")
        let squashed = try await project.done("squash", "a:c", "-m", "all of it")
        #expect(Masked.text(squashed).hasPrefix("wrote revisions/"))
        #expect(squashed.hasSuffix("  in place of a\n  in place of b\n"))
        #expect(try project.files("revisions").count == 1)
        #expect(try await project.done("current") == "c  all of it [left] (head)\n")
        #expect(try await project.done("upgrade").hasPrefix("nothing to do"))
        #expect(try await project.done("downgrade", "base") == "took back c  all of it\n")
        #expect(try await project.done("inspect") == "")
        try await project.done("upgrade")
        #expect(try await project.done("inspect") == schema)
    }

    @Test func squashOfWhatADatabaseHasInPart() async throws {
        let project = try await fork()
        try await project.done("rebase", "c", "--onto", "b")
        try await project.done("upgrade", "b")
        try await project.done("squash", "a:c")
        let outcome = try await project.autogen("upgrade")
        #expect(
            outcome.errors.contains(
                "the database has a, b of the revisions that were squashed into this one, but not c"))
        #expect(outcome.status == 1)
    }

    @Test func verifyFindsWhatDoesNotLeadBack() async throws {
        let project = try await fork()
        let text = try project.text("revisions/b.sql")
        try project.write(text.replacing("DROP TABLE b;", with: ""), to: "revisions/b.sql")
        let outcome = try await project.autogen("verify", "b")
        #expect(outcome.output.hasPrefix("revisions/b.sql: downgrade: it leaves a difference in a scratch database\n"))
        #expect(outcome.status == 1)
        #expect(try await project.done("verify", "c") == "revisions/c.sql: ok\n")
    }

    @Test func newRevisions() async throws {
        let project = try await fork()
        let open = try await project.autogen("revision", "-m", "x", "--empty", "--head", "a")
        #expect(
            open.errors == "error: revision a is not a head: others come after it\n--splice starts a branch there\n")
        #expect(open.status == 2)
        try await project.done(
            "revision", "-m", "x", "--empty", "--head", "a", "--splice", "--branch-label", "right", "--depends-on", "b",
            "--rev-id", "x")
        let script = try project.text(
            "revisions/\(try #require(project.files("revisions").first { $0.contains("_x_x") }))")
        #expect(script.hasPrefix("-- revision: x\n-- down-revision: a\n"))
        #expect(script.contains("-- labels: right\n-- depends-on: b\n"))
        #expect(try await project.done("heads", "--resolve-dependencies") == "c  make c\nx  x [right]\n")
        #expect(try await project.done("upgrade", "right").hasSuffix("upgraded to b  make b\nupgraded to x  x\n"))
        #expect(try await project.done("current") == "x  x [right] (head)\n")
        let taken = try await project.autogen("revision", "-m", "y", "--empty", "--head", "c", "--branch-label", "left")
        #expect(taken.errors == "error: revisions/b.sql: has the branch label \"left\" already\n")
    }

    @Test func stampAndEdit() async throws {
        let project = try await fork()
        try await project.done("ensure-version")
        #expect(try await project.done("current") == "base\n")
        #expect(try await project.done("stamp", "b", "c") == "stamped b  make b [left] (head), c  make c (head)\n")
        try project.write(project.text("revisions/a.sql") + "\n-- more", to: "revisions/a.sql")
        #expect(try await project.autogen("stamp", "base").status == 1)
        #expect(try await project.done("stamp", "--purge", "a") == "stamped a  make a (branch point)\n")
        let edited = try await project.autogen(
            "edit", "c", environment: ["EDITOR": "sed -i 's/make c/build c/'", "VISUAL": "sed -i 's/make c/build c/'"])
        #expect(edited.output == "revisions/c.sql\n")
        #expect(try project.text("revisions/c.sql").contains("-- message: build c"))
    }

    @Test func insertedAndRemovedScripts() async throws {
        let project = try await fork()
        try await project.done("upgrade", "b")
        let b = try project.text("revisions/b.sql")
        try project.write(
            b.replacing("revision: b", with: "revision: n").replacing("labels: left", with: "transaction: yes"),
            to: "revisions/n.sql")
        try project.write(b.replacing("-- message", with: "-- depends-on: n\n-- message"), to: "revisions/b.sql")
        let edited = try await project.autogen("upgrade", "c")
        #expect(edited.errors.contains("revisions/b.sql: the script of revision b was edited"))
        try project.write(b, to: "revisions/b.sql")
        let a = try project.text("revisions/a.sql")
        try FileManager.default.removeItem(atPath: project.path("revisions/b.sql"))
        let removed = try await project.autogen("upgrade", "c")
        #expect(
            removed.errors.hasPrefix(
                "error: revisions/b.sql: the script of revision b was removed after it was applied"))
        #expect(removed.errors.contains("applied: sha256 ") && removed.errors.contains("now:     no script"))
        #expect(removed.status == 1)
        #expect(a.contains("revision: a"))
    }
}
