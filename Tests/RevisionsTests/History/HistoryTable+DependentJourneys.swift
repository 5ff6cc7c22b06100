extension HistoryTable {
    /// Upgrades and downgrades where revisions depend on other branches.
    static let dependentJourneys = """
        graph dependency by label
          a1 [library]
          b1 < a1
          c1 < b1 [shared]
          a2
          b2 < a2
          c2 < b2 + shared
          d1 < c1
          e1 < d1
          f1 < e1
        up a2 -> c2 = a1 b1 c1 b2 c2 => c2

        graph dependency on the middle of a branch
          a1 [library]
          b1 < a1
          c1 < b1
          a2
          b2 < a2
          c2 < b2 + c1
          d1 < c1
          e1 < d1
          f1 < e1
        step d1 c2 - d1 = c2
        stamp e1 c2 -> b1 = b1

        graph many bases, merges and a dependency
          a1
          a2
          a3
          amerge < a1 a2 a3
          b1
          b2
          bmerge < b1 b2
          c1
          c2
          c3
          cmerge < c1 c2 c3
          d1 + a3 b2 c1
        down amerge bmerge cmerge d1 -> b2 = bmerge => amerge b1 cmerge d1
        down amerge d1 b1 cmerge -> d1@base = d1 => amerge b1 b2 cmerge
        down amerge b1 b2 cmerge -> base = amerge a1 b1 b2 cmerge c1 a2 a3 c2 c3 => base

        graph dependencies both ways
          a1
          a2 < a1
          b1
          b2 < b1 + a2
          b3 < b2
          a3 < a2 + b1
        down a3 b2 -> b1 = b2 => a3

        graph dependencies repeated along a branch
          a1
          a2 < a1
          a3 < a2
          b1
          b2 < b1 + a3
          b3 < b2
          b4 < b3 + a3
        down b4 -> b3 = b4 => b3

        graph merge of a revision and what depends on it
          a1
          b1 + a1
          bmerge < a1 b1
        up a1 -> b1 = b1 => b1
        up b1 -> bmerge = bmerge => bmerge
        down bmerge -> a1 = bmerge => b1
        down bmerge -> b1 = bmerge => b1

        graph dependency on its own down-revision
          a1
          a2 < a1 + a1
        up base -> a2 = a1 a2 => a2
        down a2 -> a1 = a2 => a1
        """
}
