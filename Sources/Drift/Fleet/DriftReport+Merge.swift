extension DriftReport {
    /// One report of many: what several databases have in common is one finding with all of their names.
    package static func merged(_ reports: [DriftReport]) -> DriftReport {
        struct Key: Hashable {
            let id: String
            let fingerprint: String
        }
        var places: [Key: Int] = [:]
        var findings: [Finding] = []
        for finding in reports.flatMap(\.findings) {
            let key = Key(id: finding.id, fingerprint: finding.fingerprint)
            if let place = places[key] {
                findings[place].places += finding.places
            } else {
                places[key] = findings.count
                findings.append(finding)
            }
        }
        return DriftReport(
            databases: reports.flatMap(\.databases), findings: findings,
            diagram: Diagram.merged(reports.map(\.diagram)))
    }

    /// The report of a database that could not be read.
    package static func unreachable(_ name: String, because message: String) -> DriftReport {
        var finding = Finding(.unreachable, .database, .error, "can't be read: \(message)")
        finding.places = [name]
        return DriftReport(databases: [DatabaseSummary(name: name)], findings: [finding])
    }
}

extension Diagram {
    /// Each entity once, as the first diagram that has it shows it.
    static func merged(_ diagrams: [Diagram]) -> Diagram {
        var merged = Diagram()
        var places: [String: Int] = [:]
        for diagram in diagrams {
            for entity in diagram.entities where places[entity.name] == nil {
                places[entity.name] = merged.entities.count
                merged.entities.append(entity)
            }
        }
        var seen: Set<Relation> = []
        for diagram in diagrams {
            for relation in diagram.relations {
                guard let from = places[diagram.entities[relation.from].name],
                    let to = places[diagram.entities[relation.to].name]
                else { continue }
                let moved = Relation(
                    from: from, to: to, label: relation.label, isKey: relation.isKey, mark: relation.mark)
                if seen.insert(moved).inserted { merged.relations.append(moved) }
            }
        }
        return merged
    }
}
