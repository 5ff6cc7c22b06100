/// What `pg_dump --schema-only` says of a database: the server's own account of it, with which autogen's is compared.
package enum SchemaDump {
    /// Splits a dump at the comments that head its entries.
    ///
    /// The order of entries and of the columns of tables, statistics and publications, commas at line ends, and the random key of each dump
    /// are no part of the schema.
    package static func entries(in dump: String) -> [String] {
        var entries: [[Substring]] = []
        var entry: [Substring] = []
        var sorts = false
        var sortsWords = false
        func close() {
            if sortsWords {
                entry = entry.map { $0.split { " ,()".contains($0) }.sorted().joined(separator: " ")[...] }
            }
            let lines = sorts ? entry.map { $0.hasSuffix(",") ? $0.dropLast() : $0 }.sorted() : entry
            if !lines.isEmpty { entries.append(lines) }
            entry = []
        }
        let holdsNames = dump.contains("_not_null")
        for line in dump.split(separator: "\n") where !isNoise(line) {
            if line.hasPrefix("-- Name: ") {
                close()
                sortsWords = line.contains("; Type: STATISTICS;") || line.contains("; Type: PUBLICATION TABLE;")
                sorts = line.contains("; Type: TABLE;") || line.contains("; Type: ACL;")
            }
            entry.append(holdsNames ? withoutChosenName(line) : line)
        }
        close()
        return entries.map { $0.joined(separator: "\n") }.sorted()
    }

    /// A partition keeps the name that the server chose for its parent's constraint, a renamed column that for its own,
    /// and a number sets a name apart from one that was taken; `pg_dump` takes such a name for a person's, and does not
    /// quote it where the constraint stands on a line of its own.
    private static func withoutChosenName(_ line: Substring) -> Substring {
        // A regular expression is built anew at each use, and few of the lines hold such a name.
        guard line.contains("_not_null") else { return line }
        return line.replacing(/CONSTRAINT "?.+_.+_not_null[0-9]*"? NOT NULL/, with: "NOT NULL")
            .replacing(/CONSTRAINT .+_not_null[0-9]+"? NOT NULL/, with: "NOT NULL")[...]
    }

    private static func isNoise(_ line: Substring) -> Bool {
        line == "--" || ["\\", "SET default_", "-- PostgreSQL database dump"].contains { line.hasPrefix($0) }
    }
}
