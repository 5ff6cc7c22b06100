/// What is changed in PostgreSQL statements before they are sent, so that a whole file can be one transaction.
enum PostgresRewrite {
    static func apply(_ statement: SourceStatement) -> SourceStatement {
        var copy = statement
        let words = statement.keywords
        switch words.first {
        case "CREATE" where words.count > 1 && words[1] == "SCHEMA":
            // `pg_dump --schema=public` makes the schema that every new database has.
            if statement.words.count == 3, statement.words[2].foldedName == "public" {
                copy.replacement = "CREATE SCHEMA IF NOT EXISTS public;"
            }
        case "CREATE" where words.count > 1 && words[1] == "SUBSCRIPTION":
            copy.replacement = SubscriptionRewrite.offline(statement.text)
        case "CREATE", "DROP":
            // An empty table needs no concurrent build, which could not be part of a transaction.
            let place = words.prefix(4).firstIndex(of: "CONCURRENTLY")
            if let place, words.prefix(place).contains("INDEX") { copy.blanks.append(statement.words[place].range) }
        case "SET":
            // The transactions of the file are not kept, so what lasts for one of them lasts for the file.
            if words.count > 1, words[1] == "LOCAL" { copy.blanks.append(statement.words[1].range) }
        default:
            break
        }
        return copy
    }
}
