extension HistoryTable {
    /// Upgrades, downgrades and stamps of databases where a history forks and merges.
    static let journeys = """
        graph one line
          a
          b < a
          c < b
          d < c
          e < d
        down base -> base = nothing
        down e -> c = e d => c
        down c -> base = c b a => base
        down a -> a = nothing
        down e -> e = nothing
        down b -> c = error
        down base -> b = error
        down b -> -5 = error
        down b -> +2 = error
        up b -> -2 = error
        up b -> +5 = error
        down c -> -1 = c => b
        down e -> -3 = e d c => b
        down d -> a+2 = d => c
        down d -> c-2 = d c b => a
        up a -> +2 = b c => c
        up a -> +1 = b => b
        up b -> +3 = c d e => e
        up a -> b+2 = b c d => d
        up a -> d-2 = b => b
        stamp d -> base = base
        up c -> e = d e => e
        up base -> c = a b c => c

        graph two branches
          a
          b < a
          c1 < b [one]
          d1 < c1
          c2 < b [two]
          d2 < c2
        up c1 c2 -> +1 = error
        down base -> -1 = error
        down a -> -1 = a => base
        down d1 d2 -> a = d1 c1 d2 c2 b => a
        down d1 c2 -> c2 = nothing
        down d1 c2 -> d1 = nothing
        down d1 d2 -> -1 = error
        down c1 d2 -> -1 = error
        down d1 d2 -> one@-1 = d1 => c1 d2
        down d2 d1 -> -1 = error
        down c2 d1 -> -1 = error
        down c1 d2 -> d2-1 = d2 => c1 c2
        down d2 c1 -> d2-1 = d2 => c1 c2
        down d1 d2 -> one@head-1 = d1 => c1 d2
        down c1 d2 -> one@b = c1 => d2
        down c1 d2 -> two@b = d2 c2 => c1
        down d1 d2 -> c2@b = d2 c2 => d1
        down d1 d2 -> d1@b = d1 c1 => d2
        down d2 d1 -> base+2 = d1 c1 d2 c2 => b
        down d2 d1 -> two@base+2 = d2 c2 => d1
        down d2 d1 -> c2 = d2 => c2 d1
        down d2 d1 -> two@base+3 = d2 => c2 d1
        up b -> two@head-1 = c2 => c2
        stamp d1 c2 -> b = b
        stamp d1 c2 -> one@base = c2
        stamp d1 c2 -> two@head = d1 d2
        up base -> base+1 = a => a
        up base -> +1 = a => a
        up a -> d1 d2 = b c2 d2 c1 d1 => d1 d2
        up c1 c2 -> two@+1 = d2 => c1 d2
        up c1 -> two@+1 = c2 => c1 c2
        up b -> d1 = c1 d1 => d1

        graph two branches, one depends on the other
          a
          b < a
          c1 < b [one]
          d1 < c1
          c2 < b [two]
          d2 < c2 + c1
        down d1 d2 -> one@b = d1 d2 c1 => c2
        down d1 d2 -> two@b = d2 c2 => d1

        graph a branch that outlives a merge
          a1
          b1 < a1
          c1 < b1
          a2
          b2 < a2
          c2 < b2
          d1 < c1 c2
          d2 < c2
        down d2 d1 -> b1 = d1 c1 => b1 d2
        up d2 b1 -> d1 = c1 d1 => d1 d2

        graph branches that outlive a merge of three
          a1
          b1 < a1
          c1 < b1
          a2
          b2 < a2
          c2 < b2
          a3
          b3 < a3
          c3 < b3
          d1 < c1 c2 c3
          d2 < c2
          d3 < c3
        down d3 d2 d1 -> b1 = d1 c1 => b1 d2 d3
        up d3 d2 b1 -> d1 = c1 d1 => d1 d2 d3
        up d3 b2 b1 -> d1 = c2 c1 d1 => d1 d3
        up d3 d1 -> d2 = d2 => d1 d2 d3

        graph two trees
          a1
          b1 < a1
          a2
          b2 < a2
        up base -> heads = a2 b2 a1 b1
        stamp base -> heads = b1 b2
        stamp b1 b2 -> heads = b1 b2

        graph fork and merge
          a
          b < a
          c1 < b
          d1 < c1
          c2 < b [two]
          d2 < c2
          e < d1 d2
          f < e
        down f -> b = f e d1 c1 d2 c2
        stamp e -> c2 = c2
        stamp e -> a = a
        stamp d1 c2 -> two@head = f
        stamp d1 c2 -> e = e
        stamp c2 -> e = e
        stamp b -> e = e
        up b -> f = c2 d2 c1 d1 e f

        graph the same branches merged twice
          a
          b1 < a
          b2 < a
          b3 < a
          c1 < b1 b2 b3
          c2 < b1 b2 b3
          d1 < c1
          d2 < c2
        step a + b3 = b3
        step b3 + b1 = b1 b3
        step b1 b3 + b2 = b1 b2 b3
        step b1 b2 b3 + c2 = c2
        step c2 + d2 = d2
        step d2 + c1 = c1 d2
        step c1 d2 + d1 = d1 d2

        graph branches merged in two ways
          a
          b1 < a
          b2 < a
          b3 < a
          c1 < b1 b2
          c2 < b2 b3
          d1 < c1
          d2 < c2
        step a + b2 = b2
        step b2 + b3 = b2 b3
        step b2 b3 + c2 = c2
        step c2 + d2 = d2
        step d2 + b1 = b1 d2
        step b1 d2 + c1 = c1 d2
        step c1 d2 + d1 = d1 d2
        """
}
