/// An entity as it is drawn: its lines, and how much room they take, in pixels.
struct EntityBox: Sendable, Hashable {
    struct Line: Sendable, Hashable {
        let field: EntityField
        let text: String
    }

    static let lineHeight = 17.0
    static let headHeight = 24.0
    private static let letter = 6.7
    private static let most = 40

    let name: String
    let lines: [Line]
    /// How many fields are not shown.
    let hidden: Int
    let width: Double
    let height: Double

    /// - Parameter isBrief: shows keys and what differs only.
    init(_ entity: Entity, isBrief: Bool) {
        let fields = isBrief ? entity.fields.filter { $0.isPrimary || $0.isForeign || $0.mark != nil } : entity.fields
        name = entity.name
        lines = fields.prefix(Self.most).map { Line(field: $0, text: "\($0.name) \(Self.short($0.type))") }
        hidden = entity.fields.count - lines.count
        let longest = lines.map { $0.text.count + 4 }.max() ?? 0
        width = max(110, Double(max(entity.name.count + 3, longest)) * Self.letter + 16)
        height = Self.headHeight + Double(lines.count + (hidden > 0 ? 1 : 0)) * Self.lineHeight + 6
    }

    /// The middle of the line of a field, from the top of the box; of the head for a field that is not shown.
    func middle(of name: String) -> Double {
        guard let place = lines.firstIndex(where: { $0.field.name == name }) else { return Self.headHeight / 2 }
        return Self.headHeight + (Double(place) + 0.5) * Self.lineHeight
    }

    private static func short(_ type: String) -> String {
        let type = type.replacing("character varying", with: "varchar")
            .replacing("timestamp with time zone", with: "timestamptz")
            .replacing("timestamp without time zone", with: "timestamp")
        return type.count > 28 ? "\(type.prefix(27))…" : type
    }
}
