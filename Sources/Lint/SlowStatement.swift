import AutogenPlan
import AutogenSchema

extension LintStatement {
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
