/// The lines that only one of two lists holds, for the message of a failed expectation; empty when they hold the same.
public func difference(_ have: [String], _ want: [String]) -> String {
    want.difference(from: have).map { change in
        switch change {
        case .insert(_, let line, _): "missing: \(line)\n"
        case .remove(_, let line, _): "surplus: \(line)\n"
        }
    }.joined()
}
