/// What a database says of a table that scripts are going to change.
package struct TableFacts: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        package let name: String
        package let type: String
        /// What computes it.
        package var generated: String?
        package var isNotNull = false
        package var collation: String?

        package init(name: String, type: String) {
            self.name = name
            self.type = type
        }
    }

    /// A table at one end of a foreign key, and the columns that refer.
    package struct Referrer: Sendable, Hashable {
        package let table: [String]
        package let columns: [String]
    }

    /// The schema and the name.
    package let path: [String]
    package var columns: [Column] = []
    package var primaryKey: [String] = []
    /// What tells a row to a person without showing what is in it: a primary key of whole numbers or UUIDs.
    package var shownKey: [String] = []
    /// SQLite: whether a column refuses values of another type.
    package var isStrict = false
    /// Whether its rows are those of its partitions.
    package var isPartitioned = false
    /// Whether tables inherit from it that are no partitions: a key of its own is not theirs.
    package var isInherited = false
    /// Whether code runs when its rows change.
    package var hasTriggers = false
    package var referrers: [Referrer] = []
    /// Tables that it has rows in common with: what it inherits from, what inherits from it, partitions.
    package var relatives: [[String]] = []
    package var hasDefaultPartition = false
    /// The keys of the names of its indexes.
    package var indexes: Set<String> = []
    /// What all its rows satisfy by now, as statements would add it: constraints, and unique indexes.
    package var demands: [Demand] = []

    package enum Demand: Sendable, Hashable {
        case constraint(name: String, String)
        /// From behind `CREATE UNIQUE INDEX` on.
        case uniqueIndex(String)
    }

    /// The columns by which it refers to other tables, each with the name of that.
    package var references: Set<Referrer> = []
    /// The definitions of constraints that rows have not been compared with, by their names.
    package var unvalidated: [String: String] = [:]

    package init(path: [String]) { self.path = path }
}

/// What a database says of all that scripts name.
package struct DatabaseFacts: Sendable {
    /// Tables by the names that scripts have for them; `nil` for what is not there, or is no table.
    package var tables: [[String]: TableFacts?] = [:]
    /// The columns of a domain, by the names that scripts have for it.
    package var domains: [[String]: [DomainColumn]] = [:]

    package struct DomainColumn: Sendable, Hashable {
        package let table: [String]
        package let column: String
        package let type: String
    }

    /// Types by the texts that scripts have for them; `nil` for what is not there.
    package var types: [String: TypeFacts?] = [:]

    package init() {}

    /// What nobody has asked for yet.
    package struct Missing: Sendable, Hashable {
        package var tables: Set<[String]> = []
        package var domains: Set<[String]> = []
        package var types: Set<String> = []

        package var isEmpty: Bool { tables.isEmpty && domains.isEmpty && types.isEmpty }
    }
}

/// What a database says of a type that a column is given.
package struct TypeFacts: Sendable, Hashable {
    package var isDomain = false
    package var isNotNull = false
    /// What a column of it gets without a default of its own.
    package var defaultValue: String?

    package init() {}
}
