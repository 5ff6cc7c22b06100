import AutogenDiff
import AutogenSchema

/// `CREATE TEXT SEARCH CONFIGURATION` with its mappings, `ALTER TEXT SEARCH CONFIGURATION`, `DROP`.
enum TextSearchConfigurationRule: PostgresRule {
    static func create(
        _ id: ObjectID, _ body: TextSearchConfiguration, with parts: [SchemaObject], in context: ObjectPlan
    ) -> [Statement] {
        [Statement("CREATE TEXT SEARCH CONFIGURATION \(name: id.path) (PARSER = \(raw: body.parser))")]
            + body.mappings.map { mapping("ADD", id, $0) }
    }

    static func drop(_ id: ObjectID, _ body: TextSearchConfiguration, in context: ObjectPlan) -> [Statement] {
        [Statement("DROP TEXT SEARCH CONFIGURATION \(name: id.path)")]
    }

    /// `ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH simple`.
    private static func mapping(_ verb: SQL, _ id: ObjectID, _ mapping: String) -> Statement {
        Statement(
            """
            ALTER TEXT SEARCH CONFIGURATION \(name: id.path) \(verb) MAPPING FOR \(raw: Options.name(mapping)) \
            WITH \(raw: Options.value(mapping))
            """)
    }

    static func reaction(
        _ change: Alteration, from: TextSearchConfiguration, to: TextSearchConfiguration, in context: ObjectPlan
    ) -> AlterStrategy {
        change.isOnly(["mappings"]) && !change.differences.isEmpty ? .alter : .rebuild
    }

    static func alter(
        _ change: Alteration, from: TextSearchConfiguration, to: TextSearchConfiguration, in context: ObjectPlan
    ) -> [Statement] {
        let old = Set(from.mappings.map(Options.name))
        let new = Set(to.mappings.map(Options.name))
        let gone = from.mappings.map(Options.name).filter { !new.contains($0) }
        return gone.map {
            Statement("ALTER TEXT SEARCH CONFIGURATION \(name: change.id.path) DROP MAPPING FOR \(raw: $0)")
        }
            + to.mappings.filter { !from.mappings.contains($0) }.map {
                mapping(old.contains(Options.name($0)) ? "ALTER" : "ADD", change.id, $0)
            }
    }
}
