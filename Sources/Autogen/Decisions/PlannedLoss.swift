import AutogenPlan
import AutogenRevisions
import AutogenSchema

/// Something that a plan takes away.
struct PlannedLoss {
    let object: Address
    /// What the object is called when it goes.
    let current: Address
    let message: String

    init(_ object: Address, _ message: String, current: Address? = nil) {
        self.object = object
        self.current = current ?? object
        self.message = message
    }
}

/// Something that a plan has no value for.
struct Need {
    let object: Address
    let kind: Hazard.Matter
    let message: String
}

extension Hazard.Matter {
    var matter: Question.Matter {
        switch self {
        case .value: .fill
        case .zone: .zone
        }
    }
}

extension Plan {
    var losses: [PlannedLoss] {
        hazards.unique.compactMap { hazard in
            guard hazard.kind == .dataLoss, let object = hazard.object else { return nil }
            return PlannedLoss(object, hazard.message)
        }
    }

    var needs: [Need] {
        hazards.unique.compactMap { hazard in
            guard let object = hazard.object, let matter = hazard.matter else { return nil }
            return Need(object: object, kind: matter, message: hazard.message)
        }
    }
}
