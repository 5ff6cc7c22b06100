extension HistoryTable {
    /// Names of places, and the way from one to another where a history forks.
    static let branches = """
        graph names
          a
          b < a
          c
          d < c
        find base = base

        graph names
          a
          b < a
          c < b
        find base = base
        find head = c
        range a : c c = c b

        graph names
          a
          b < a
          c1 < b
          c2 < b
        find head = error
        find heads = error
        all head = error
        all heads = c1 c2

        graph nothing
        range base : head inclusive = base

        graph diamond
          a
          b1 < a
          b2 < a
          c < b1 b2
          d < c
        range a : d inclusive = d c b1 b2 a

        graph ids that begin alike
          user_old
          user < user_old + user_old
        range base : heads inclusive = user user_old

        graph ids that begin alike
          user_old
          user < user_old
        range base : heads inclusive = user user_old

        graph ids that begin alike
          user_old
          user + user_old
        range base : heads inclusive = user user_old

        graph labelled branches
          a [left]
          b < a
          commonleft < b
          c < commonleft
          d
          e < d [right]
          commonright < e
          f < commonright
        find e = e
        find left@heads = c
        find right@right = e
        find left@head = c
        find left@base = base
        find right@head = f
        find right@d = d
        range right@-2 : heads inclusive = f commonright e
        range base : right@+2 inclusive = e d
        find f = f
        range right@base : heads inclusive = f commonright e d
        range left@base : heads inclusive = c commonleft b a
        range e@base : heads inclusive = f commonright e d
        range c@base : heads inclusive = c commonleft b a
        range base : right@head inclusive = f commonright e d
        range base : left@head inclusive = c commonleft b a
        range right@head : heads inclusive = f
        range right@d : heads inclusive = f commonright e d
        find left@nowhere = error
        find left@now = error
        find x@d = error
        find e@d = d
        find commonr@d = d
        find right@comm = commonright
        find left@comm = commonleft
        find right@cob = error
        find left = a
        find right = e
        find right@b = error
        find left@d = error

        graph labelled branches
          a
          b < a
          c1 < b [one]
          c2 < b
          d < c1 c2
        find c1 = c1
        find c2 = c2
        find d = d

        graph long and short branch
          a
          b1 < a
          b2 < a
          c1 < b1
          d11 < c1
          d12 < c1
        range base : heads inclusive = b2 d11 d12 c1 b1 a

        graph ways through branches
          a1
          a2 < a1
          a3 < a2
          b1 < a3
          b2 < a3
          cb1 < b1
          cb2 < b2
          db1 < cb1
          db2 < cb2
          e1b1 < db1
          fe1b1 < e1b1
          e2b1 < db1
          e2b2 < db2
          merge < e2b1 e2b2
        find merge = merge
        range base : db1 b2 fe1b1 = error
        range db1 : merge inclusive whole = merge e2b1 db1 e2b2 db2 cb2 b2
        range base : fe1b1 = fe1b1 e1b1 db1 cb1 b1 a3 a2 a1
        range a3 : merge fe1b1 inclusive = fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3
        range cb1 cb2 : merge fe1b1 inclusive = fe1b1 e1b1 merge e2b1 db1 cb1 e2b2 db2 cb2
        range cb1 cb2 : merge fe1b1 = fe1b1 e1b1 merge e2b1 db1 e2b2 db2
        range base : e2b1 b2 fe1b1 = b2 fe1b1 e1b1 e2b1 db1 cb1 b1 a3 a2 a1
        range a1 : merge fe1b1 inclusive = fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 a1
        range a2 : merge inclusive = merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2
        range b1 : merge inclusive = merge e2b1 db1 cb1 b1
        range a1 : merge inclusive = merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 a1

        graph branches of branches
          a
          b1 < a
          b2 < a
          cb1 < b1
          cb2 < b2
          d1cb1 < cb1
          d2cb1 < cb1
          d1cb2 < cb2
          d2cb2 < cb2
          d3cb2 < cb2
          dm2 < d1cb2 d2cb2
        range b1 : d2cb2 = error
        range a : dm2 inclusive = dm2 d1cb2 d2cb2 cb2 b2 a
        range base : d3cb2 cb1 inclusive = cb1 b1 d3cb2 cb2 b2 a
        range a : d2cb2 d3cb2 inclusive = d2cb2 d3cb2 cb2 b2 a
        range b2 : d1cb1 d2cb2 d3cb2 inclusive = d2cb2 d3cb2 cb2 b2
        range a : d3cb2 inclusive = d3cb2 cb2 b2 a
        range base : d3cb2 inclusive = d3cb2 cb2 b2 a
        range d1cb1 : b1 = error
        range d1cb1 : base = error

        graph three bases, one merge
          base1
          base2
          base3
          a1a < base1
          a1b < base1
          a2 < base2
          a3 < base3
          b1a < a1a
          b1b < a1b
          b2 < a2
          b3 < a3
          c2 < b2
          d2 < c2
          m32 < b3 d2
        range a2 b2 : c2 = error
        range base : heads inclusive = b1a a1a b1b a1b base1 m32 b3 a3 base3 d2 c2 b2 a2 base2
        range base : heads = b1a a1a b1b a1b base1 m32 b3 a3 base3 d2 c2 b2 a2 base2
        range c2 : heads = m32 d2
        range c2 : heads whole = b1a a1a b1b a1b base1 m32 b3 a3 base3 d2
        range c2 : heads inclusive whole = b1a a1a b1b a1b base1 m32 b3 a3 base3 d2 c2
        range base3 : b3 inclusive = b3 a3 base3
        range base3 : b3 b2 whole = b2 a2 base2 b3 a3
        """
}
