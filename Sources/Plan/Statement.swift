public import AutogenSchema

/// One statement of a script, with what a reviewer must know about it.
public struct Statement: Sendable, Hashable {
    /// Without a closing semicolon.
    public var sql: SQL
    /// What a reviewer must know about it, in the order in which it is written above the statement.
    public var hazards: [Hazard]
    package internal(set) var role = Role.change
    /// What the statement does to which objects.
    package var effects = Effects()
    /// SQLite: whether it belongs to a script during which foreign keys must be off, which only works outside of a
    /// transaction.
    package internal(set) var suspendsForeignKeys = false
    /// How it shares a transaction with its neighbours.
    package internal(set) var transaction = Sharing.shared
    /// Whether it only looks at what is there, so that it can wait until all else is done.
    package internal(set) var comesLast = false
    /// By what its rows are gone through in batches, each a transaction of its own; `nil` where it does all at once.
    package internal(set) var batch: BatchKey?
    /// Whether nothing is gone only for a moment behind this statement, so that a script may be committed here when it is
    /// too large for one transaction.
    package internal(set) var mayCommitAfter = false
    /// Whether it is the first that takes values away, after others have made places for such: a migration of data belongs
    /// before it.
    package internal(set) var followsData = false
    /// The beginning that this statement shares with others it can be joined with, such as `ALTER TABLE public.users`.
    ///
    /// Neighbours with the same head become one statement: the head, then what follows it in each, between commas.
    var head: SQL?

    /// Whether it may run inside a transaction.
    public var isTransactional: Bool { transaction != .outside }

    /// How statements share transactions.
    package enum Sharing: Sendable, Hashable {
        /// With its neighbours.
        case shared
        /// It has one of its own, so that nothing else is locked for as long as it takes.
        case alone
        /// It can't be in one.
        case outside
    }

    /// What whoever runs or arranges statements must know of one.
    package enum Role: Sendable, Hashable {
        case change
        /// Adds a label to an enum, which can't be used in the same transaction.
        case addsLabel(String)
        /// Sets what every script of ours runs under anyway.
        case pinsSetting
        case opensTransaction
        case closesTransaction
    }

    /// Whether it does something of what is planned, and does not only stand around that.
    package var isOwn: Bool {
        switch role {
        case .change, .addsLabel: true
        case .pinsSetting, .opensTransaction, .closesTransaction: false
        }
    }

    /// Objects that a statement makes, drops and changes. Statements around a plan, such as settings, touch none.
    package struct Effects: Sendable, Hashable {
        package var made: [SchemaObject] = []
        package var dropped: [SchemaObject] = []
        package var altered: [ObjectID] = []
        /// Parts that it makes or drops along with their whole.
        package var along: [SchemaObject] = []

        package init(
            made: [SchemaObject] = [], dropped: [SchemaObject] = [], altered: [ObjectID] = [],
            along: [SchemaObject] = []
        ) {
            self.made = made
            self.dropped = dropped
            self.altered = altered
            self.along = along
        }

        init(of step: Step, with parts: [SchemaObject]) {
            switch step {
            case .create(let object): self.init(made: [object], along: parts)
            case .drop(let object): self.init(dropped: [object], along: parts)
            case .alter, .setAside, .fill: self.init(altered: [step.id])
            }
        }

        mutating func add(_ others: Effects) {
            made += others.made
            dropped += others.dropped
            altered += others.altered.filter { !altered.contains($0) }
            along += others.along
        }
    }

    package init(_ sql: SQL, hazards: [Hazard] = [], isTransactional: Bool = true) {
        self.sql = sql
        self.hazards = hazards
        transaction = isTransactional ? .shared : .outside
    }

    package init(_ sql: SQL, role: Role, isTransactional: Bool = true) {
        self.init(sql, isTransactional: isTransactional)
        self.role = role
    }

    /// A statement that shares no transaction with others.
    init(_ sql: SQL, _ sharing: Sharing, hazards: [Hazard] = [], comesLast: Bool = false) {
        self.init(sql, hazards: hazards)
        transaction = sharing
        self.comesLast = comesLast
    }

    /// A statement that can be joined with neighbours of the same head.
    init(head: SQL, _ clause: SQL, hazards: [Hazard] = []) {
        self.init(clause, hazards: hazards)
        self.head = head
    }
}

extension Statement {
    /// The same, which is not joined with neighbours.
    var separate: Statement {
        guard let head else { return self }
        var statement = self
        statement.sql = "\(head) \(sql)"
        statement.head = nil
        return statement
    }

    /// Joins neighbours that share a head.
    static func joined(_ statements: [Statement]) -> [Statement] {
        var result: [Statement] = []
        var index = 0
        while index < statements.count {
            var statement = statements[index]
            index += 1
            guard let head = statement.head else {
                statement.hazards = Hazard.joined(statement.hazards)
                result.append(statement)
                continue
            }
            var clauses = [statement.sql]
            while index < statements.count, statements[index].head == head, !statements[index].followsData {
                clauses.append(statements[index].sql)
                statement.hazards += statements[index].hazards
                statement.effects.add(statements[index].effects)
                statement.mayCommitAfter = statements[index].mayCommitAfter
                index += 1
            }
            statement.head = nil
            statement.hazards = Hazard.joined(statement.hazards)
            statement.sql =
                clauses.count == 1 ? "\(head) \(clauses[0])" : "\(head)\n    \(clauses, separator: ",\n    ")"
            result.append(statement)
        }
        return result
    }
}
