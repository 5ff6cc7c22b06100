import Autogen
import AutogenRevisions

/// What a migration would run, as its scripts have it: hazards stand over the statements.
enum MigrationPreview {
    static func text(of scripts: [RevisionScript], _ direction: Direction) -> String {
        scripts.map { script in
            let sql = script.revision.sql(direction)
            return "-- \(direction.rawValue) \(script.id): \(script.revision.message)\n-- \(script.file)\n"
                + (sql.isEmpty ? "-- nothing to run\n" : sql + "\n")
        }.joined(separator: "\n")
    }
}
