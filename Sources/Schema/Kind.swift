/// The kinds of object a schema is made of, in the order in which they are usually created.
///
/// The raw values are the words of snapshots and reports.
public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    case namespace = "schema"
    case `extension`
    case language
    case collation
    case accessMethod = "access method"
    case shellType = "shell type"
    case baseType = "base type"
    case enumType = "enum"
    case domain
    case compositeType = "composite type"
    case rangeType = "range type"
    case sequence
    case function
    case aggregate
    case `operator`
    case operatorFamily = "operator family"
    case operatorClass = "operator class"
    case cast
    case transform
    case conversion
    case textSearchParser = "text search parser"
    case textSearchTemplate = "text search template"
    case textSearchDictionary = "text search dictionary"
    case textSearchConfiguration = "text search configuration"
    case foreignDataWrapper = "foreign data wrapper"
    case server
    case userMapping = "user mapping"
    case table
    case column
    case columnDefault = "default"
    case sequenceOwner = "sequence owner"
    case constraint
    case partition
    case domainConstraint = "domain constraint"
    case index
    case indexPartition = "index partition"
    case statistics
    case virtualTable = "virtual table"
    case view
    case materializedView = "materialized view"
    case viewColumn = "view column"
    case rule
    case trigger
    case policy
    case publication
    case subscription
    case eventTrigger = "event trigger"
    case owner
    case grant
    case defaultPrivileges = "default privileges"
    case comment
    case securityLabel = "security label"
    case databaseOption = "database option"

    /// The place in the usual order of creation: that of the case, which is what the value is in memory.
    public var rank: Int { withUnsafeBytes(of: self) { Int($0[0]) } }

    var place: UInt64 { UInt64(rank) }

    /// In the usual order of creation.
    public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

    /// The kind that a word stands for.
    init?(word: UnsafeRawBufferPointer) {
        var print = Fingerprint()
        print.add(word)
        guard let kind = Self.words[print] else { return nil }
        self = kind
    }

    private static let words = Dictionary(
        uniqueKeysWithValues: allCases.map { kind in
            var print = Fingerprint()
            print.add(kind.rawValue)
            return (print, kind)
        })
}
