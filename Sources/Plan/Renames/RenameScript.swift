package import AutogenSchema

/// The statements by which objects get other names before anything else is done, and those that give them back theirs.
///
/// What the schema looks like between these and the rest of a script is for the database to say: it carries a new name into
/// all that it has read, such as views, checks and policies.
package struct RenameScript: Sendable {
    package let renames: Renames
    package let statements: [Statement]
    package let reversed: [Statement]
    /// What objects were called before, by what they are called once the statements have run; of those that have another
    /// name, or stand in something that has.
    package let former: [Address: Address]
    /// What can't be read between the plan back and the old names.
    private let refilled: Set<Address>

    /// - Parameters:
    ///   - start: the schema before any of the renames.
    ///   - target: the schema that declares the new names.
    package init(_ renames: Renames, from start: Catalog, to target: Catalog, rules: any DDLRules) {
        self.renames = renames
        let sequence = RenameSequence(renames, in: start, rules: rules)
        former = Dictionary(
            start.addresses.map { (sequence.last($0), $0) }.filter { $0 != $1 }, uniquingKeysWith: { first, _ in first }
        )
        var code = sequence.steps.isEmpty ? [] : rules.codeInTheWay(ofRenamingIn: start)
        code += sequence.dropped.filter { !code.contains($0) }
        let schemas = sequence.schemas.map { schema -> (SQL, SQL) in
            ("CREATE SCHEMA \(name: schema)", "DROP SCHEMA \(name: schema)")
        }
        func renaming(_ step: RenameStep, back: Bool) -> Statement {
            var statement = Statement(rules.renaming(back ? step.reversed : step, in: start))
            if let kind = Kind(rawValue: step.object.kind) {
                statement.effects.altered = [ObjectID(kind, path: step.object.path)]
            }
            return statement
        }
        let refills = rules.refills(afterUndoing: renames, in: start)
        refilled = Set(refills.map { Address($0.object) })
        var forwards =
            code.map(\.drop) + schemas.map { Statement($0.0) } + sequence.steps.map { renaming($0, back: false) }
        if !forwards.isEmpty { forwards[0].hazards += rules.hazards(of: renames, in: target) }
        statements = forwards
        reversed =
            sequence.steps.reversed().map { renaming($0, back: true) } + schemas.reversed().map { Statement($0.1) }
            + code.reversed().map(\.creation) + refills.map(\.statement)
    }

    /// The statements without what is said of a flaw that ends with the old names.
    fileprivate func withoutPassingFlaws(_ statements: [Statement]) -> [Statement] {
        guard !refilled.isEmpty else { return statements }
        return statements.map { statement in
            var statement = statement
            statement.hazards.removeAll { hazard in
                hazard.kind == .byHand && hazard.object.map(refilled.contains) ?? false
            }
            return statement
        }
    }
}

/// Where a plan begins that gives other names first: the schema as these leave it.
package struct RenamedStart: Sendable {
    package let script: RenameScript
    /// Read from a database in which the statements of the script were run.
    package let catalog: Catalog

    package init(_ script: RenameScript, catalog: Catalog) {
        self.script = script
        self.catalog = catalog
    }
}

extension Plan {
    /// The plan from where the names are given to where the new ones lead.
    package func following(_ script: RenameScript) -> Plan {
        Plan(renames: script.renames.all, changes: changes, statements: script.statements + statements)
    }

    /// The plan behind other statements.
    package func following(_ statements: [Statement]) -> Plan {
        Plan(renames: renames, changes: changes, statements: statements + self.statements)
    }

    /// The plan back, after which the old names are given back.
    package func followed(byReversing script: RenameScript) -> Plan {
        Plan(renames: [], changes: changes, statements: script.withoutPassingFlaws(statements) + script.reversed)
    }
}

/// What fills an object that holds what it has read elsewhere.
package struct Refill: Sendable, Hashable {
    package let object: ObjectID
    package let statement: Statement

    package init(_ object: ObjectID, _ statement: Statement) {
        self.object = object
        self.statement = statement
    }
}

/// Code that the database could not read while it renames something: gone before, and as it was when the names are back.
package struct CodeInTheWay: Sendable, Hashable {
    package let drop: Statement
    package let creation: Statement
}
