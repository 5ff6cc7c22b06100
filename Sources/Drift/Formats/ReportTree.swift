import AutogenSchema

/// The findings by schema and table, as people look for them.
struct ReportTree {
    struct Branch {
        /// The table, view or other whole; empty for what stands beside the tables.
        let title: String
        var findings: [Finding]
    }

    struct Section {
        let title: String
        var branches: [Branch]
    }

    private(set) var sections: [Section] = []

    init(_ findings: [Finding]) {
        for finding in findings {
            let title = Self.section(of: finding.subject)
            let branch = Self.branch(of: finding.subject)
            let section = sections.firstIndex { $0.title == title } ?? sections.count
            if section == sections.count { sections.append(Section(title: title, branches: [])) }
            if let index = sections[section].branches.firstIndex(where: { $0.title == branch }) {
                sections[section].branches[index].findings.append(finding)
            } else {
                sections[section].branches.append(Branch(title: branch, findings: [finding]))
            }
        }
        sections.sort { $0.title < $1.title }
        for index in sections.indices { sections[index].branches.sort { $0.title < $1.title } }
    }

    private static func section(of subject: Subject) -> String {
        switch subject {
        case .object: subject.schema.map { "schema \($0)" } ?? "database"
        case .revision, .history: "revisions"
        case .database: "database"
        }
    }

    private static func branch(of subject: Subject) -> String {
        guard let id = subject.object, let host = host(of: id), host.count > 1 else { return "" }
        return host.dropFirst().joined(separator: ".")
    }

    /// The path of the whole that an object stands under.
    private static func host(of id: ObjectID) -> [String]? {
        let id = id.target ?? id
        switch id.kind {
        case .table, .view, .materializedView, .virtualTable, .column, .columnDefault, .constraint, .trigger, .policy,
            .rule, .partition, .viewColumn:
            return Array(id.path.prefix(2))
        default: return nil
        }
    }
}
