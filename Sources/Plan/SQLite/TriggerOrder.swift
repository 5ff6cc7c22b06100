import AutogenSchema

/// The order in which the triggers of a table are made, which is the order that decides which of them fires first.
enum TriggerOrder {
    /// Triggers for the same event that are made before one.
    static func leaders(of object: SchemaObject, in context: ObjectPlan) -> [ObjectID] {
        neighbours(of: object, in: context) { $0 < $1 }
    }

    /// Triggers for the same event that stay and come behind one that is made: they are made again, to come behind it
    /// still.
    static func followers(of object: SchemaObject, in context: ObjectPlan) -> Set<ObjectID> {
        Set(neighbours(of: object, in: context) { $0 > $1 }.filter(context.from.contains))
    }

    private static func neighbours(
        of object: SchemaObject, in context: ObjectPlan, where isSuch: (Int, Int) -> Bool
    ) -> [ObjectID] {
        guard case .trigger(let trigger) = object.definition, let table = context.to.parent(of: object.id) else {
            return []
        }
        return (context.newParts[table] ?? []).filter { id in
            guard let other = context.to.body(id, as: Trigger.self) else { return false }
            return isSuch(other.position.value, trigger.position.value) && other.events.value == trigger.events.value
        }
    }
}
