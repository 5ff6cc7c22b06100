import AutogenSchema

/// A suite of test cases in the XML of JUnit.
struct JUnitSuite {
    struct Case {
        enum Outcome {
            case passed
            case skipped(String)
            case failed(type: String, message: String, details: String)
        }

        let group: String
        let name: String
        var place: FileLocation?
        let outcome: Outcome
    }

    /// Whose suite it is: `autogen drift`.
    let program: String
    let name: String
    let cases: [Case]
    /// Where some cases can be passed over, how many are.
    var skipped: Int?

    var text: String {
        let failures = cases.count { if case .failed = $0.outcome { true } else { false } }
        let counts = "tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\""
        let passedOver = skipped.map { " skipped=\"\($0)\"" } ?? ""
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites name="\(program)" \(counts)>
              <testsuite name="\(Markup.escaped(name))" \(counts)\(passedOver) time="0">
            \(cases.map(Self.text).joined(separator: "\n"))
              </testsuite>
            </testsuites>

            """
    }

    private static func text(_ testCase: Case) -> String {
        let place = testCase.place.map { " file=\"\(Markup.escaped($0.file))\" line=\"\($0.line ?? 1)\"" } ?? ""
        let head =
            "    <testcase classname=\"\(testCase.group)\" name=\"\(Markup.escaped(testCase.name))\"\(place) time=\"0\""
        switch testCase.outcome {
        case .passed: return "\(head)/>"
        case .skipped(let reason):
            return "\(head)>\n      <skipped message=\"\(Markup.escaped(reason))\"/>\n    </testcase>"
        case .failed(let type, let message, let details):
            let failure = """
                      <failure type="\(type)" message="\(Markup.escaped(message))">\(Markup.escaped(details))</failure>
                """
            return "\(head)>\n\(failure)\n    </testcase>"
        }
    }
}
