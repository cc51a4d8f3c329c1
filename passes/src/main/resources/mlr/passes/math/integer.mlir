// Functions of integers. In front stands what !int is, its #zero, #one and its #width in bits as an index.

// Power modulo 2^width by squaring, a bit of the exponent a round. Below zero it is the whole part of the quotient 1 / x^-n: nothing is left
// of it unless x is 1 or -1, and then only the lowest bit of n counts. Of zero it is poison, for which 0 may stand.
func.func private @ipowi(%x: !int, %n: !int) -> !int {
  %zero = arith.constant #zero
  %one = arith.constant #one
  %minus_one = arith.subi %zero, %one : !int
  %first = arith.constant 0 : index
  %step = arith.constant 1 : index
  %rounds = arith.constant #width
  %below = arith.cmpi slt, %n, %zero : !int
  %lowest = arith.andi %n, %one : !int
  %exponent = arith.select %below, %lowest, %n : !int
  %r:3 = loop.for %i = %first to %rounds step %step iter_args(%power = %one, %square = %x, %rest = %exponent) -> (!int, !int, !int) {
    %bit = arith.andi %rest, %one : !int
    %odd = arith.cmpi ne, %bit, %zero : !int
    %product = arith.muli %power, %square : !int
    %next = arith.select %odd, %product, %power : !int
    %next_square = arith.muli %square, %square : !int
    %half = arith.shrui %rest, %one : !int
    loop.yield %next, %next_square, %half : !int, !int, !int
  }
  %is_one = arith.cmpi eq, %x, %one : !int
  %is_minus_one = arith.cmpi eq, %x, %minus_one : !int
  %unit = arith.ori %is_one, %is_minus_one : i1
  %true = arith.constant true
  %fraction = arith.xori %unit, %true : i1
  %vanishes = arith.andi %below, %fraction : i1
  %result = arith.select %vanishes, %zero, %r#0 : !int
  return %result : !int
}
