import AutogenConnection
package import AutogenSchema

/// The SQL of a migration, version table included, to be run by `psql` or `sqlite3` where autogen can't reach.
///
/// ```swift
/// let script = try OfflineScript(.upgrade, scripts, dialect: .sqlite)
/// print(try script.text())    // sqlite3 app.db < script.sql
/// ```
package struct OfflineScript: Sendable {
    let direction: Direction
    /// In the order in which they run.
    let scripts: [RevisionScript]
    let dialect: Dialect
    let settings: MigrationSettings
    let secrets: SecretValues
    /// Comments in front of all.
    package var foreword: [String] = []

    package init(
        _ direction: Direction, _ scripts: [RevisionScript], dialect: Dialect,
        settings: MigrationSettings = MigrationSettings(), secrets: SecretValues = SecretValues()
    ) throws(MigrationError) {
        if let other = scripts.first(where: { $0.revision.dialect != dialect }) {
            throw .wrongDialect(file: other.file, script: other.revision.dialect.title, database: dialect.title)
        }
        self.direction = direction
        self.scripts = scripts
        self.dialect = dialect
        self.settings = settings
        self.secrets = secrets
    }

    /// Each revision in its own transaction where it can be, with what is recorded of it.
    package func text() throws(MigrationError) -> String {
        let engine = dialect.migration
        var lines = engine.offlineHeader.prefix(1) + foreword + engine.offlineHeader.dropFirst()
        lines += engine.offlineLimits(settings)
        let isOne = settings.transactions == .run
        if isOne { lines.append("BEGIN;") }
        if direction == .upgrade { lines.append("\(settings.table.creation(in: dialect));") }
        for script in scripts {
            lines += try self.lines(of: script, isOne)
            if isOne { lines += pins(of: script)?.endings ?? [] }
        }
        if isOne { lines.append("COMMIT;") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func pins(of script: RevisionScript) -> SettingPins? {
        script.revision.settings == .pinned ? dialect.session.pins : nil
    }

    private func lines(of script: RevisionScript, _ isOne: Bool) throws(MigrationError) -> [String] {
        let plan = try ScriptSegments(script, direction, settings.transactions.setting(for: script))
        var lines = ["", "-- \(direction.rawValue) \(script.id): \(script.revision.message)"]
        if direction == .upgrade, script.revision.requires == .deployed {
            lines.append("-- warning: this requires that the new version of the application runs everywhere")
        }
        if direction == .downgrade {
            lines += ScriptLosses(script).downgrade.filter(\.mayHoldValues).map {
                "-- warning: this loses \($0.object): \($0.message)"
            }
        }
        let record =
            direction == .upgrade
            ? settings.table.insertion(of: script, in: dialect) : settings.table.deletion(of: script.id, in: dialect)
        if isOne, let alone = plan.segments.first(where: { !$0.isTransactional }) {
            let statement = plan.statements[alone.range.lowerBound]
            throw .needsNoTransaction(
                file: script.file, line: statement.line, column: statement.column,
                text: statement.content(ofLine: statement.line))
        }
        if isOne { lines += pins(of: script)?.statements ?? [] }
        for (index, segment) in plan.segments.enumerated() {
            let isLast = index == plan.segments.count - 1
            let frames = segment.isTransactional && !isOne
            if frames { lines.append("BEGIN;") }
            if frames { lines += pins(of: script)?.statements ?? [] }
            if case .batches(let batch) = segment.kind {
                lines.append(
                    "-- warning: this changes all rows at once; autogen upgrade takes \(batch.comment.size) at a time")
            }
            for statement in plan.statements[segment.range] {
                let text = try secrets.filling(statement.text, in: script.file)
                lines.append(text.contains("--") ? text + "\n;" : text + ";")
            }
            if isLast { lines.append("\(record);") }
            if frames { lines.append("COMMIT;") }
        }
        if plan.segments.isEmpty { lines.append("\(record);") }
        return lines
    }
}

extension RevisionGraph {
    /// What leads from one end of a range to the other, for a database that has the first: nothing is asked of one.
    ///
    /// Throws ``RevisionReferenceError`` and ``RevisionGraphError``.
    package func offline(_ direction: Direction, _ range: RevisionRange) throws -> [RevisionScript] {
        let start = try range.lower.map { try resolveAll($0, applied: nil) } ?? []
        let applied = ancestors(of: start)
        switch direction {
        case .upgrade:
            let target = try range.upper ?? RevisionReference("heads")
            return try upgrades(to: upgradeTargets(of: target, applied: applied), applied: applied)
        case .downgrade:
            let target = try range.upper ?? RevisionReference("base")
            return try downgrades(to: downgradeTarget(of: target, applied: applied), applied: applied)
        }
    }
}
