import AutogenDiff
import AutogenSchema

/// Changes that have a name of their own, because a person knows at once what to do.
enum SpecialChange {
    /// `alteration` goes from the live object to the declared one.
    static func kind(of alteration: Alteration) -> FindingKind? {
        switch (alteration.from.definition, alteration.to.definition) {
        case (.index(let live), .index(let declared)) where live.invalid && !declared.invalid: .invalidIndex
        case (.constraint(let live), .constraint(let declared))
        where live.notValid.value && !declared.notValid.value && isOtherwiseSame(live, declared): .unvalidatedConstraint
        case (.domainConstraint(let live), .domainConstraint(let declared))
        where live.notValid.value && !declared.notValid.value && live.bareDefinition == declared.bareDefinition:
            .unvalidatedConstraint
        case (.column(let live), .column(let declared))
        where live.notNullNotValid && !declared.notNullNotValid && alteration.isOnly(["not null not valid"]):
            .unvalidatedConstraint
        case (.trigger(let live), .trigger(let declared))
        where live.enabled == .disabled && declared.enabled != .disabled: .disabledTrigger
        case (.eventTrigger(let live), .eventTrigger(let declared))
        where live.enabled == .disabled && declared.enabled != .disabled: .disabledTrigger
        default: nil
        }
    }

    /// Whether nothing but its validity can differ.
    private static func isOtherwiseSame(_ live: Constraint, _ declared: Constraint) -> Bool {
        live.bareDefinition == declared.bareDefinition && live.noInherit.value == declared.noInherit.value
            && live.notEnforced.value == declared.notEnforced.value
            && live.deferrability.value == declared.deferrability.value
    }
}
