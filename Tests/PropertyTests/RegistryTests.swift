@testable import AutogenReflection
import AutogenSchema
import Foundation
import Testing

/// Every kind of object is read, written at random, and recorded: what a new kind must have, or say why it lacks it.
@Suite struct RegistryTests {
    private enum Source {
        case writers([GeneKind])
        /// Whole objects come with those of another kind.
        case with(Kind)
        case sqlite
        case exempt(String)
    }

    /// What writes objects of a kind for the random pairs.
    private func source(of kind: Kind) -> Source {
        switch kind {
        case .namespace: .writers([.schema])
        case .collation: .writers([.collation])
        case .enumType: .writers([.enumeration])
        case .domain: .writers([.domain])
        case .domainConstraint: .with(.domain)
        case .compositeType: .writers([.composite])
        case .rangeType: .writers([.range])
        case .sequence: .writers([.sequence])
        case .sequenceOwner: .writers([.sequenceOwner])
        case .function: .writers([.function, .triggerFunction, .procedure, .queryFunction])
        case .aggregate: .writers([.aggregate])
        case .cast: .writers([.cast])
        case .conversion: .writers([.conversion])
        case .language: .writers([.language])
        case .textSearchDictionary: .writers([.dictionary])
        case .textSearchConfiguration: .writers([.configuration])
        case .table: .writers([.table])
        case .column, .columnDefault: .with(.table)
        case .partition: .writers([.partitionedTable])
        case .constraint: .writers([.constraint, .foreignKey])
        case .index: .writers([.index])
        case .indexPartition: .with(.index)
        case .statistics: .writers([.statistics])
        case .view: .writers([.view])
        case .viewColumn: .with(.view)
        case .materializedView: .writers([.materializedView])
        case .rule: .writers([.rule])
        case .trigger: .writers([.trigger])
        case .policy: .writers([.policy])
        case .publication: .writers([.publication])
        case .eventTrigger: .writers([.eventTrigger])
        case .owner: .writers([.owner])
        case .grant: .writers([.grant, .columnGrant])
        case .defaultPrivileges: .writers([.defaultPrivileges])
        case .comment: .writers([.comment])
        case .virtualTable: .sqlite
        case .extension: .exempt("which extensions there are differs between installations")
        case .accessMethod, .shellType, .baseType, .operator, .operatorFamily, .operatorClass, .transform,
            .textSearchParser, .textSearchTemplate:
            .exempt("it consists of functions in C, of which few are at hand: pairs by hand are in PlanTests")
        case .foreignDataWrapper, .server, .userMapping:
            .exempt("its options are free text that a wrapper's library checks: pairs by hand are in PlanTests")
        case .subscription: .exempt("a server takes few, each with a slot: pairs by hand are in PlanTests")
        case .securityLabel: .exempt("no server at hand has a provider of labels")
        case .databaseOption: .exempt("it is a number in the header of a SQLite file, compared where that is asked for")
        }
    }

    /// Why no golden sample holds an object of a kind.
    private let unrecorded: [Kind: String] = [
        .owner: "another owner is a role, which belongs to the server and not to the sample",
        .textSearchParser: "it consists of functions in C",
        .textSearchTemplate: "it consists of functions in C",
        .securityLabel: "no server at hand has a provider of labels",
        .databaseOption: "it is compared where the configuration asks for it",
    ]

    /// Kinds that are read with something else than a query of their own.
    private let readBeside: [Kind: String] = [
        .owner: "the owner's name is a column of the queries",
        .grant: "the access list is a column of the queries",
        .defaultPrivileges: "a row of pg_default_acl holds several",
        .comment: "pg_description holds those of all kinds",
        .securityLabel: "pg_seclabel holds those of all kinds",
        .virtualTable: "only SQLite has it",
        .databaseOption: "only SQLite has it",
    ]

    @Test(arguments: Kind.allCases)
    func isReadByOneQuery(_ kind: Kind) {
        let queries = PostgresReflection.objects.filter { $0.kind == kind }
        #expect(queries.count == (readBeside[kind] == nil ? 1 : 0))
    }

    @Test func everyWriterIsOfAKind() {
        var left = Set(GeneKind.allCases)
        for kind in Kind.allCases {
            if case .writers(let writers) = source(of: kind) { left.subtract(writers) }
        }
        #expect(left == [])
    }

    /// The golden files are the oracle: what a sample declares, and autogen has read.
    @Test func everyKindIsInASample() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "snapshots")
        var recorded: Set<Kind> = []
        for folder in ["postgres", "sqlite"] {
            let files = try FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)
            for file in files where file.pathExtension == "json" {
                let catalog = try Snapshot.catalog(parsing: String(contentsOf: file, encoding: .utf8))
                recorded.formUnion(catalog.ids.map(\.kind))
            }
        }
        #expect(Set(Kind.allCases).subtracting(recorded) == Set(unrecorded.keys))
    }
}
