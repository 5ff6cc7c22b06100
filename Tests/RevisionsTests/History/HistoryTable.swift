/// Histories and what is expected of them, one case a line.
///
/// ```
/// graph TITLE
///   c < a b + d [label]      revision c comes after a and b, depends on d, and begins the branch "label"
/// find REV = ID              the revision a name stands for: an id, base or error
/// all REV = IDS              the same for names of several
/// range FROM : TO = IDS      what leads from one to the other, the latest first; inclusive: with FROM; whole: all needs
/// take PLACE : HEADS = IDS   what a downgrade to the place takes back from a database at the heads
/// up HEADS -> REV = IDS      what an upgrade of a database at the heads applies; => where it is then
/// down HEADS -> REV = IDS
/// stamp HEADS -> REV = HEADS
/// step HEADS + ID = HEADS    where a database is after one revision (or before it: -)
/// ```
enum HistoryTable {
    struct Case: Sendable, CustomStringConvertible {
        let title: String
        let graph: [String]
        let line: String

        var description: String { "\(title): \(line)" }
    }

    static let cases = [branches, dependencies, journeys, dependentJourneys].flatMap(cases)

    private static func cases(in table: String) -> [Case] {
        var title = ""
        var graph: [String] = []
        var cases: [Case] = []
        for line in table.split(separator: "\n") where !line.isEmpty {
            if line.hasPrefix("graph ") {
                title = String(line.dropFirst(6))
                graph = []
            } else if line.hasPrefix("  ") {
                graph.append(String(line.dropFirst(2)))
            } else {
                cases.append(Case(title: title, graph: graph, line: String(line)))
            }
        }
        return cases
    }
}
