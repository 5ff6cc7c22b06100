public import AutogenSchema
public struct Decisions: Sendable, Hashable {
    public var fills: [ObjectID: String] = [:]
    public init() {}
}
