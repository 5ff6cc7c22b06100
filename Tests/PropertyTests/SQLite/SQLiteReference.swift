/// The part of a foreign key from `REFERENCES` on.
enum SQLiteReference {
    /// - Parameter own: the table that is being written, which a foreign key may name too.
    static func text(
        _ key: String, _ count: Int, _ style: SQLiteStyle, _ dice: inout Dice, _ draft: SQLiteDraft,
        own: SQLiteRelation? = nil
    ) -> String? {
        var targets = draft.tables.filter { table in table.keys.contains { $0.count == count } }
        if let own, own.keys.contains(where: { $0.count == count }) { targets.append(own) }
        var text: String
        if dice.chance("\(key) missing", 3) {
            text = style.words("REFERENCES ") + "nowhere" + (count == 1 ? "(id)" : "")
        } else {
            guard let target = dice.pick("\(key) table", targets, by: \.name),
                let columns = dice.pick("\(key) key", target.keys.filter { $0.count == count }, by: \.description)
            else { return nil }
            text = style.words("REFERENCES ") + style.name(target.name)
            let isImplied = target.primaryKey == columns && dice.chance("\(key) implied", 40)
            if !isImplied { text += "(\(style.list(columns)))" }
        }
        for event in ["DELETE", "UPDATE"] where dice.chance("\(key) on \(event)", 30) {
            let action = dice.pick(
                "\(key) \(event) action", "CASCADE", "SET NULL", "SET DEFAULT", "RESTRICT", "NO ACTION")
            text += style.words(" ON \(event) \(action)")
        }
        if dice.chance("\(key) matches", 5) { text += style.words(" MATCH FULL") }
        if dice.chance("\(key) waits", 20) {
            let mode = dice.pick(
                "\(key) mode", "DEFERRABLE INITIALLY DEFERRED", "DEFERRABLE", "NOT DEFERRABLE",
                "DEFERRABLE INITIALLY IMMEDIATE")
            text += style.gap + style.words(mode)
        }
        return text
    }
}
