import AutogenPlan
import AutogenSchema

/// A rule about one kind of statement that goes through rows while clients wait.
protocol SlowRule: StatementRule {
    /// Whether it is about files that are written anew; `nil` where that makes no difference.
    static var rewrites: Bool? { get }
    /// Whether it is a statement of the kind.
    static func concerns(_ statement: LintStatement, in script: LintScript) -> Bool
    static func advice(for statement: LintStatement, in script: LintScript) -> String
    /// What to write in place of the statement, where that can be told.
    static func fix(of statement: LintStatement, in script: LintScript) -> String?
}

extension SlowRule {
    static var rewrites: Bool? { false }
    static func fix(of statement: LintStatement, in script: LintScript) -> String? { nil }

    package static func fault(_ statement: LintStatement, in script: LintScript) -> LintFault? {
        guard !statement.slow.isEmpty, rewrites.map({ $0 == statement.isRewriting }) ?? true,
            concerns(statement, in: script)
        else { return nil }
        return LintFault(
            statement.slowText, advice(for: statement, in: script), fix: fix(of: statement, in: script))
    }
}

extension LintStatement {
    /// What it goes through while clients wait.
    var slow: [RelationUse] {
        facts.long.filter { $0.lock?.blocksWrites == true }
    }

    /// `table public.users is scanned under SHARE, so nobody writes to it meanwhile`
    var slowText: String {
        slow.map { use in
            let verb = use.partitions == 0 ? "is" : "and its partitions are"
            let lock = use.lock ?? .accessShare
            let clients = lock.blocksReads ? "reads or writes" : "writes to"
            return
                "\(use.relation) \(verb) \(use.effect?.rawValue ?? "") under \(lock.rawValue): nobody \(clients) it meanwhile"
        }.joined(separator: "; ")
    }

    var isRewriting: Bool { slow.contains { $0.effect == .rewritten } }
}
