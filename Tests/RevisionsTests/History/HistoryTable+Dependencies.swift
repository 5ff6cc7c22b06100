extension HistoryTable {
    /// The way from one place to another where revisions depend on other branches.
    static let dependencies = """
        graph three bases, dependencies on one
          base1 [b_1]
          a1a < base1
          a1b < base1
          b1a < a1a
          b1b < a1b + a3
          base2 [b_2]
          a2 < base2
          b2 < a2
          c2 < b2 + a3
          d2 < c2
          base3 [b_3]
          a3 < base3
          b3 < a3
        range d2 : b3 = error
        range base : heads inclusive = b1a a1a b1b a1b base1 d2 c2 b2 a2 base2 b3 a3 base3
        take base : heads inclusive = b1a a1a b1b a1b base1 d2 c2 b2 a2 base2 b3 a3 base3
        range d2 : b2 = error
        take b_2@base : heads inclusive = d2 c2 b2 a2 base2
        range b_2@base : heads inclusive = d2 c2 b2 a2 base2 a3 base3
        take b_3@base : heads inclusive = b1b d2 c2 b3 a3 base3
        range b_3@base : heads inclusive = b3 a3 base3
        take b1b@base : b1b@head inclusive = b1b a1b base1
        range base : b1b@head inclusive = b1b a1b base1 a3 base3
        take b_2@base : b_2@head inclusive = d2 c2 b2 a2 base2
        range base : b_2@head inclusive = d2 c2 b2 a2 base2 a3 base3
        take base : b_3@head inclusive = b3 a3 base3
        range base : b_3@head inclusive = b3 a3 base3

        graph three bases, dependencies in a row
          base1 [b_1]
          a1 < base1
          b1 < a1
          c1 < b1
          base2 + b_1 [b_2]
          a2 < base2
          b2 < a2
          c2 < b2
          d2 < c2
          base3 [b_3]
          a3 < base3
          b3 < a3
          c3 < b3 + b2
          d3 < c3
        range base : heads inclusive = c1 b1 a1 d2 c2 d3 c3 b3 a3 base3 b2 a2 base2 base1
        range b_1@base : heads inclusive = c1 b1 a1 base1
        range b_2@base : heads inclusive = d2 c2 b2 a2 base2 base1
        range b_3@base : heads inclusive = d3 c3 b3 a3 base3 b2 a2 base2 base1
        range base : b_1@head inclusive = c1 b1 a1 base1
        range base : b_2@head inclusive = d2 c2 b2 a2 base2 base1
        range base : b_3@head inclusive = d3 c3 b3 a3 base3 b2 a2 base2 base1

        graph dependency without a parent
          base1
          a1 < base1
          b1 < a1
          c2 + a1
          c3 < c2
        range base : heads inclusive = b1 c3 c2 a1 base1

        graph a head that another implies
          y1 [y]
          x1 [x]
          y2 < y1 + x1
          x2 < x1
        take x@-1 : y2 = y2 x1
        take x@-1 : x2 y2 = x2
        take x@-1 : x1 y2 = y2 x1

        graph dependencies said twice
          a1
          a2 < a1
          a3 < a2
          b1
          b2 < b1 + a3
          b3 < b2
          b4 < b3 + a3
          b5 < b4 + b4
        take base : heads inclusive = b5 b4 b3 b2 b1 a3 a2 a1
        take b1@base : b4 inclusive = b4 b3 b2 b1
        find b5 = b5
        find b4 = b4
        take a2 : heads inclusive = b5 b4 b3 b2 a3 a2
        range b1 : b5 inclusive whole = b5 b4 b3 b2 b1 a3 a2 a1

        graph dependencies said twice
          c1
          a1
          a2 < a1 + c1
          a3 < a2 + c1
          b1
          b2 < b1 + a3
          b3 < b2
          b4 < b3 + a3
          b5 < b4
        range b1 : b5 inclusive whole = b5 b4 b3 b2 b1 a3 a2 a1 c1
        """
}
