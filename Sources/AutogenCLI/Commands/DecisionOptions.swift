import ArgumentParser
import Autogen
import AutogenSchema

/// What is decided beforehand about values: of a new revision, of one that is written by hand.
struct DecisionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What may be lost: [KIND] SCHEMA.TABLE[.COLUMN], with * and ?. Can be repeated.", valueName: "object"))
    var drop: [String] = []

    @Option(
        help: ArgumentHelp(
            "What rows get in a column that must have a value: TABLE.COLUMN=EXPRESSION. Can be repeated.",
            valueName: "value"))
    var fill: [String] = []

    @Option(
        help: ArgumentHelp(
            "What has another name and keeps what it holds: [KIND] OLD=NEW, such as main.users.nm=name. Can be repeated.",
            valueName: "rename"))
    var rename: [String] = []

    @Option(
        help: ArgumentHelp(
            "The time zone of a column that changes between timestamp and timestamptz: TABLE.COLUMN=ZONE.",
            valueName: "zone"))
    var zone: [String] = []

    /// Whether nothing was decided.
    var isEmpty: Bool { drop.isEmpty && fill.isEmpty && rename.isEmpty && zone.isEmpty }

    func decisions(allowed: [Allowance]) throws -> RevisionDecisions {
        var decisions = RevisionDecisions()
        decisions.drops = try drop.map { text throws(AddressError) in try AddressPattern(text) }
        decisions.fills = try fill.map { text throws(AddressError) in try RevisionDecisions.Value(text) }
        decisions.zones = try zone.map { text throws(AddressError) in try RevisionDecisions.Value(text) }
        decisions.renames = try rename.map { text throws(AddressError) in try RequestedRename(text) }
        decisions.allowed = Set(allowed)
        return decisions
    }
}
