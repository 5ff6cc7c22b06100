/// A function that is there.
struct FunctionFact: Sendable {
    enum Use: Sendable { case value, trigger, eventTrigger }

    let use: Use
    let path: [String]
    let arguments: [TypeFact]
    let result: TypeFact?
    var isImmutable = false

    var quoted: String { Names.quoted(path) }
    var signature: String { "\(quoted)(\(arguments.map(\.plain).joined(separator: ", ")))" }
}
