// Exact floating-point functions for cores that lack the instruction, in integer arithmetic. One text for both formats:
// binary32.mlir or binary64.mlir, which stands before it, says what !float and #digits (stored bits of the significand) are.
// A shift by the width or more is poison and is never the value that a select takes.

// The biased exponent.
func.func private @exponent(%bits: !int) -> !int {
  %one = arith.constant 1 : !int
  %digits = arith.constant #digits
  %unsigned = arith.shli %bits, %one : !int
  %places = arith.addi %digits, %one : !int
  %exponent = arith.shrui %unsigned, %places : !int
  return %exponent : !int
}

// The bits of the significand that are worth less than 1; all of them below 1.
func.func private @fraction_mask(%exponent: !int) -> !int {
  %zero = arith.constant 0 : !int
  %one = arith.constant 1 : !int
  %digits = arith.constant #digits
  %bias = arith.constant #bias
  %whole = arith.addi %bias, %digits : !int
  %places = arith.subi %whole, %exponent : !int
  %low = arith.maxsi %places, %zero : !int
  %shift = arith.minsi %low, %digits : !int
  %bit = arith.shli %one, %shift : !int
  %mask = arith.subi %bit, %one : !int
  return %mask : !int
}

// Toward zero.
func.func private @trunc(%x: !float) -> !float {
  %minus_one = arith.constant -1 : !int
  %sign_mask = arith.constant #sign
  %bias = arith.constant #bias
  %bits = arith.bitcast %x : !float to !int
  %exponent = func.call @exponent(%bits) : (!int) -> !int
  %mask = func.call @fraction_mask(%exponent) : (!int) -> !int
  %keep = arith.xori %mask, %minus_one : !int
  %whole = arith.andi %bits, %keep : !int
  %zero = arith.andi %bits, %sign_mask : !int
  %below_one = arith.cmpi ult, %exponent, %bias : !int
  %result = arith.select %below_one, %zero, %whole : !int
  %float = arith.bitcast %result : !int to !float
  return %float : !float
}

// Toward minus infinity: a negative number's magnitude is rounded up, its carry running into the exponent.
func.func private @floor(%x: !float) -> !float {
  %zero = arith.constant 0 : !int
  %minus_one = arith.constant -1 : !int
  %sign_mask = arith.constant #sign
  %one = arith.constant #one
  %bias = arith.constant #bias
  %bits = arith.bitcast %x : !float to !int
  %exponent = func.call @exponent(%bits) : (!int) -> !int
  %mask = func.call @fraction_mask(%exponent) : (!int) -> !int
  %negative = arith.cmpi slt, %bits, %zero : !int
  %up = arith.select %negative, %mask, %zero : !int
  %sum = arith.addi %bits, %up : !int
  %keep = arith.xori %mask, %minus_one : !int
  %whole = arith.andi %sum, %keep : !int
  %negative_one = arith.ori %one, %sign_mask : !int
  %next = arith.select %negative, %negative_one, %zero : !int
  %doubled = arith.addi %bits, %bits : !int
  %is_zero = arith.cmpi eq, %doubled, %zero : !int
  %small = arith.select %is_zero, %bits, %next : !int
  %below_one = arith.cmpi ult, %exponent, %bias : !int
  %result = arith.select %below_one, %small, %whole : !int
  %float = arith.bitcast %result : !int to !float
  return %float : !float
}

// Toward plus infinity: -floor(-x).
func.func private @ceil(%x: !float) -> !float {
  %negated = arith.negf %x : !float
  %floor = func.call @floor(%negated) : (!float) -> !float
  %result = arith.negf %floor : !float
  return %result : !float
}

// To the nearest integer; %tie is added to the magnitude besides just under a half, %limit is the least bits below 1 that round to 1.
func.func private @to_nearest(%bits: !int, %exponent: !int, %mask: !int, %tie: !int, %limit: !int) -> !float {
  %int_one = arith.constant 1 : !int
  %minus_one = arith.constant -1 : !int
  %sign_mask = arith.constant #sign
  %one = arith.constant #one
  %bias = arith.constant #bias
  %under_half = arith.shrui %mask, %int_one : !int
  %near = arith.addi %bits, %under_half : !int
  %sum = arith.addi %near, %tie : !int
  %keep = arith.xori %mask, %minus_one : !int
  %whole = arith.andi %sum, %keep : !int
  %sign = arith.andi %bits, %sign_mask : !int
  %magnitude = arith.xori %bits, %sign : !int
  %signed_one = arith.ori %sign, %one : !int
  %is_one = arith.cmpi uge, %magnitude, %limit : !int
  %small = arith.select %is_one, %signed_one, %sign : !int
  %below_one = arith.cmpi ult, %exponent, %bias : !int
  %result = arith.select %below_one, %small, %whole : !int
  %float = arith.bitcast %result : !int to !float
  return %float : !float
}

// Ties to even: a tie goes up where the last whole bit is 1.
func.func private @roundeven(%x: !float) -> !float {
  %int_one = arith.constant 1 : !int
  %zero = arith.constant 0 : !int
  %half = arith.constant #half
  %bits = arith.bitcast %x : !float to !int
  %exponent = func.call @exponent(%bits) : (!int) -> !int
  %mask = func.call @fraction_mask(%exponent) : (!int) -> !int
  %unit = arith.addi %mask, %int_one : !int
  %last = arith.andi %bits, %unit : !int
  %odd = arith.cmpi ne, %last, %zero : !int
  %fractional = arith.cmpi ne, %mask, %zero : !int
  %up = arith.andi %odd, %fractional : i1
  %tie = arith.extui %up : i1 to !int
  %limit = arith.addi %half, %int_one : !int
  %result = func.call @to_nearest(%bits, %exponent, %mask, %tie, %limit) : (!int, !int, !int, !int, !int) -> !float
  return %result : !float
}

// Ties away from zero.
func.func private @round(%x: !float) -> !float {
  %zero = arith.constant 0 : !int
  %half = arith.constant #half
  %bits = arith.bitcast %x : !float to !int
  %exponent = func.call @exponent(%bits) : (!int) -> !int
  %mask = func.call @fraction_mask(%exponent) : (!int) -> !int
  %fractional = arith.cmpi ne, %mask, %zero : !int
  %tie = arith.extui %fractional : i1 to !int
  %result = func.call @to_nearest(%bits, %exponent, %mask, %tie, %half) : (!int, !int, !int, !int, !int) -> !float
  return %result : !float
}

// A finite nonzero magnitude as significand, its leading 1 at bit #digits, and biased exponent, 0 and below for subnormals.
func.func private @normalize(%magnitude: !int) -> (!int, !int) {
  %zero = arith.constant 0 : !int
  %one = arith.constant 1 : !int
  %digits = arith.constant #digits
  %width = arith.constant #width
  %exponent = arith.shrui %magnitude, %digits : !int
  %leading = arith.shli %one, %digits : !int
  %mask = arith.subi %leading, %one : !int
  %stored = arith.andi %magnitude, %mask : !int
  %significand = arith.ori %stored, %leading : !int
  %zeros = math.ctlz %magnitude : !int
  %places = arith.addi %zeros, %digits : !int
  %excess = arith.subi %places, %width : !int
  %shift = arith.addi %excess, %one : !int
  %shifted = arith.shli %magnitude, %shift : !int
  %low = arith.subi %one, %shift : !int
  %subnormal = arith.cmpi eq, %exponent, %zero : !int
  %m = arith.select %subnormal, %shifted, %significand : !int
  %e = arith.select %subnormal, %low, %exponent : !int
  return %m, %e : !int, !int
}

// C's fmod, by long division of the significands, one bit a round.
func.func private @fmod(%x: !float, %y: !float) -> !float {
  %zero = arith.constant 0 : !int
  %one = arith.constant 1 : !int
  %digits = arith.constant #digits
  %width = arith.constant #width
  %sign_mask = arith.constant #sign
  %infinity = arith.constant #infinity
  %nan = arith.constant #quiet_nan
  %first = arith.constant 0 : index
  %step = arith.constant 1 : index
  %x_bits = arith.bitcast %x : !float to !int
  %y_bits = arith.bitcast %y : !float to !int
  %sign = arith.andi %x_bits, %sign_mask : !int
  %a = arith.xori %x_bits, %sign : !int
  %y_sign = arith.andi %y_bits, %sign_mask : !int
  %b = arith.xori %y_bits, %y_sign : !int
  %x_special = arith.cmpi uge, %a, %infinity : !int
  %y_nan = arith.cmpi ugt, %b, %infinity : !int
  %y_zero = arith.cmpi eq, %b, %zero : !int
  %y_invalid = arith.ori %y_nan, %y_zero : i1
  %invalid = arith.ori %x_special, %y_invalid : i1
  %result = loop.if %invalid -> (!int) {
    loop.yield %nan : !int
  } else {
    %smaller = arith.cmpi ult, %a, %b : !int
    %finite = loop.if %smaller -> (!int) {
      loop.yield %x_bits : !int
    } else {
      %m:2 = func.call @normalize(%a) : (!int) -> (!int, !int)
      %n:2 = func.call @normalize(%b) : (!int) -> (!int, !int)
      %distance = arith.subi %m#1, %n#1 : !int
      %count = arith.addi %distance, %one : !int
      %rounds = arith.index_cast %count : !int to index
      %doubled = loop.for %i = %first to %rounds step %step iter_args(%r = %m#0) -> (!int) {
        %fits = arith.cmpi uge, %r, %n#0 : !int
        %less = arith.subi %r, %n#0 : !int
        %rest = arith.select %fits, %less, %r : !int
        %next = arith.shli %rest, %one : !int
        loop.yield %next : !int
      }
      %rest = arith.shrui %doubled, %one : !int
      %exact = arith.cmpi eq, %rest, %zero : !int
      %zeros = math.ctlz %rest : !int
      %places = arith.addi %zeros, %digits : !int
      %excess = arith.subi %places, %width : !int
      %shift = arith.addi %excess, %one : !int
      %room = arith.subi %n#1, %one : !int
      %nonnegative = arith.maxsi %room, %zero : !int
      %less = arith.minsi %shift, %nonnegative : !int
      %negative = arith.subi %zero, %room : !int
      %down = arith.maxsi %negative, %zero : !int
      %left = arith.shli %rest, %less : !int
      %significand = arith.shrui %left, %down : !int
      %exponent_field = arith.subi %nonnegative, %less : !int
      %exponent = arith.shli %exponent_field, %digits : !int
      %magnitude = arith.addi %exponent, %significand : !int
      %signed = arith.ori %magnitude, %sign : !int
      %remainder = arith.select %exact, %sign, %signed : !int
      loop.yield %remainder : !int
    }
    loop.yield %finite : !int
  }
  %float = arith.bitcast %result : !int to !float
  return %float : !float
}

// The square root, one bit a round, rounded by what is left (fdlibm's e_sqrtf.c).
func.func private @sqrt(%x: !float) -> !float {
  %zero = arith.constant 0 : !int
  %one = arith.constant 1 : !int
  %digits = arith.constant #digits
  %bias = arith.constant #bias
  %half = arith.constant #half
  %infinity = arith.constant #infinity
  %nan = arith.constant #quiet_nan
  %first = arith.constant 0 : index
  %step = arith.constant 1 : index
  %bits = arith.bitcast %x : !float to !int
  %doubled = arith.addi %bits, %bits : !int
  %is_zero = arith.cmpi eq, %doubled, %zero : !int
  %negative = arith.cmpi slt, %bits, %zero : !int
  %not_finite = arith.cmpi sge, %bits, %infinity : !int
  %itself = arith.ori %is_zero, %not_finite : i1
  %special = arith.ori %itself, %negative : i1
  %result = loop.if %special -> (!int) {
    %value = arith.select %itself, %bits, %nan : !int
    loop.yield %value : !int
  } else {
    %m:2 = func.call @normalize(%bits) : (!int) -> (!int, !int)
    %exponent = arith.subi %m#1, %bias : !int
    %odd = arith.andi %exponent, %one : !int
    %places = arith.addi %odd, %one : !int
    %radicand = arith.shli %m#0, %places : !int
    %halved = arith.shrsi %exponent, %one : !int
    %top_place = arith.addi %digits, %one : !int
    %top = arith.shli %one, %top_place : !int
    %rounds_int = arith.addi %top_place, %one : !int
    %rounds = arith.index_cast %rounds_int : !int to index
    %r:4 = loop.for %i = %first to %rounds step %step iter_args(%rest = %radicand, %sum = %zero, %root = %zero, %bit = %top) -> (!int, !int, !int, !int) {
      %trial = arith.addi %sum, %bit : !int
      %fits = arith.cmpi ule, %trial, %rest : !int
      %more = arith.addi %trial, %bit : !int
      %new_sum = arith.select %fits, %more, %sum : !int
      %less = arith.subi %rest, %trial : !int
      %kept = arith.select %fits, %less, %rest : !int
      %with_bit = arith.addi %root, %bit : !int
      %new_root = arith.select %fits, %with_bit, %root : !int
      %new_rest = arith.shli %kept, %one : !int
      %new_bit = arith.shrui %bit, %one : !int
      loop.yield %new_rest, %new_sum, %new_root, %new_bit : !int, !int, !int, !int
    }
    %inexact = arith.cmpi ne, %r#0, %zero : !int
    %last = arith.andi %r#2, %one : !int
    %up = arith.select %inexact, %last, %zero : !int
    %rounded = arith.addi %r#2, %up : !int
    %significand = arith.shrui %rounded, %one : !int
    %exponent_bits = arith.shli %halved, %digits : !int
    %biased = arith.addi %exponent_bits, %half : !int
    %root_bits = arith.addi %biased, %significand : !int
    loop.yield %root_bits : !int
  }
  %float = arith.bitcast %result : !int to !float
  return %float : !float
}

// A nonzero number of two words shifted right; what falls out stays as a 1 in the last bit.
func.func private @shift_right_jam(%high: !int, %low: !int, %places: !int) -> (!int, !int) {
  %zero = arith.constant 0 : !int
  %one = arith.constant 1 : !int
  %width = arith.constant #width
  %left = arith.subi %width, %places : !int
  %high_shifted = arith.shrui %high, %places : !int
  %carried = arith.shli %high, %left : !int
  %low_shifted = arith.shrui %low, %places : !int
  %lost = arith.shli %low, %left : !int
  %inexact = arith.cmpi ne, %lost, %zero : !int
  %sticky = arith.extui %inexact : i1 to !int
  %joined = arith.ori %low_shifted, %carried : !int
  %jammed = arith.ori %joined, %sticky : !int
  %within = arith.cmpi ult, %places, %width : !int
  %high_within = arith.select %within, %high_shifted, %zero : !int
  %low_within = arith.select %within, %jammed, %one : !int
  %still = arith.cmpi eq, %places, %zero : !int
  %new_high = arith.select %still, %high, %high_within : !int
  %new_low = arith.select %still, %low, %low_within : !int
  return %new_high, %new_low : !int, !int
}

// x * y + z, rounded once: the exact product in two words, z brought to its exponent or the other way round (musl's fma.c).
func.func private @fma(%x: !float, %y: !float, %z: !float) -> !float {
  %zero = arith.constant 0 : !int
  %sign_mask = arith.constant #sign
  %infinity = arith.constant #infinity
  %x_bits = arith.bitcast %x : !float to !int
  %y_bits = arith.bitcast %y : !float to !int
  %z_bits = arith.bitcast %z : !float to !int
  %x_sign = arith.andi %x_bits, %sign_mask : !int
  %y_sign = arith.andi %y_bits, %sign_mask : !int
  %z_sign = arith.andi %z_bits, %sign_mask : !int
  %a = arith.xori %x_bits, %x_sign : !int
  %b = arith.xori %y_bits, %y_sign : !int
  %c = arith.xori %z_bits, %z_sign : !int
  %sign = arith.xori %x_sign, %y_sign : !int
  %x_wild = arith.cmpi uge, %a, %infinity : !int
  %y_wild = arith.cmpi uge, %b, %infinity : !int
  %x_zero = arith.cmpi eq, %a, %zero : !int
  %y_zero = arith.cmpi eq, %b, %zero : !int
  %wild = arith.ori %x_wild, %y_wild : i1
  %no_product = arith.ori %x_zero, %y_zero : i1
  %plain_product = arith.ori %wild, %no_product : i1
  %z_zero = arith.cmpi eq, %c, %zero : !int
  %z_wild = arith.cmpi uge, %c, %infinity : !int
  %z_special = arith.ori %z_zero, %z_wild : i1
  %special = arith.ori %plain_product, %z_special : i1
  %result = loop.if %special -> (!float) {
    %product = arith.mulf %x, %y : !float
    %value = loop.if %plain_product -> (!float) {
      %sum = arith.addf %product, %z : !float
      loop.yield %sum : !float
    } else {
      %kept = arith.select %z_zero, %product, %z : !float
      loop.yield %kept : !float
    }
    loop.yield %value : !float
  } else {
    %bits = func.call @fma_finite(%a, %b, %c, %sign, %z_sign) : (!int, !int, !int, !int, !int) -> !int
    %value = arith.bitcast %bits : !int to !float
    loop.yield %value : !float
  }
  return %result : !float
}

// Of finite nonzero magnitudes; %sign is the product's.
func.func private @fma_finite(%a: !int, %b: !int, %c: !int, %sign: !int, %z_sign: !int) -> !int {
  %zero = arith.constant 0 : !int
  %one = arith.constant 1 : !int
  %minus_one = arith.constant -1 : !int
  %width = arith.constant #width
  %digits = arith.constant #digits
  %bias = arith.constant #bias
  %sign_mask = arith.constant #sign
  %x:2 = func.call @normalize(%a) : (!int) -> (!int, !int)
  %y:2 = func.call @normalize(%b) : (!int) -> (!int, !int)
  %z:2 = func.call @normalize(%c) : (!int) -> (!int, !int)
  // Two bits of room below the product, one below z: nothing is lost when the exponents differ by a little.
  %x_wide = arith.shli %x#0, %one : !int
  %y_wide = arith.shli %y#0, %one : !int
  %z_wide = arith.shli %z#0, %one : !int
  %low, %high = arith.mului_extended %x_wide, %y_wide : !int
  %scale = arith.addi %bias, %digits : !int
  %scale_room = arith.addi %scale, %one : !int
  %exponent_sum = arith.addi %x#1, %y#1 : !int
  %product_exponent = arith.subi %exponent_sum, %scale_room : !int
  %distance = arith.subi %z#1, %product_exponent : !int

  // z stands above the product by less than a word: z << distance.
  %rest = arith.subi %width, %distance : !int
  %z_near_low = arith.shli %z_wide, %distance : !int
  %z_near_high = arith.shrui %z_wide, %rest : !int
  // By a word or more: z in the high word, the product shifted down.
  %beyond = arith.subi %distance, %width : !int
  %shifted:2 = func.call @shift_right_jam(%high, %low, %beyond) : (!int, !int, !int) -> (!int, !int)
  // Below the product: z shifted down.
  %depth = arith.subi %zero, %distance : !int
  %z_deep:2 = func.call @shift_right_jam(%zero, %z_wide, %depth) : (!int, !int, !int) -> (!int, !int)

  %above = arith.cmpi sgt, %distance, %zero : !int
  %far = arith.cmpi sge, %distance, %width : !int
  %z_up_low = arith.select %far, %zero, %z_near_low : !int
  %z_up_high = arith.select %far, %z_wide, %z_near_high : !int
  %z_low = arith.select %above, %z_up_low, %z_deep#1 : !int
  %z_high = arith.select %above, %z_up_high, %zero : !int
  %p_low = arith.select %far, %shifted#1, %low : !int
  %p_high = arith.select %far, %shifted#0, %high : !int
  %far_exponent = arith.subi %z#1, %width : !int
  %exponent = arith.select %far, %far_exponent, %product_exponent : !int

  %sum_low = arith.addi %p_low, %z_low : !int
  %carries = arith.cmpi ult, %sum_low, %z_low : !int
  %carry = arith.extui %carries : i1 to !int
  %sum_words = arith.addi %p_high, %z_high : !int
  %sum_high = arith.addi %sum_words, %carry : !int

  %difference_low = arith.subi %p_low, %z_low : !int
  %borrows = arith.cmpi ult, %p_low, %z_low : !int
  %borrow = arith.extui %borrows : i1 to !int
  %difference_words = arith.subi %p_high, %z_high : !int
  %difference_high = arith.subi %difference_words, %borrow : !int
  %negative = arith.cmpi slt, %difference_high, %zero : !int
  %negated_low = arith.subi %zero, %difference_low : !int
  %low_is_zero = arith.cmpi eq, %difference_low, %zero : !int
  %complement_carry = arith.extui %low_is_zero : i1 to !int
  %complement = arith.xori %difference_high, %minus_one : !int
  %negated_high = arith.addi %complement, %complement_carry : !int
  %absolute_low = arith.select %negative, %negated_low, %difference_low : !int
  %absolute_high = arith.select %negative, %negated_high, %difference_high : !int
  %flipped = arith.xori %sign, %sign_mask : !int
  %difference_sign = arith.select %negative, %flipped, %sign : !int

  %same_sign = arith.cmpi eq, %sign, %z_sign : !int
  %result_low = arith.select %same_sign, %sum_low, %absolute_low : !int
  %result_high = arith.select %same_sign, %sum_high, %absolute_high : !int
  %result_sign = arith.select %same_sign, %sign, %difference_sign : !int
  %any = arith.ori %result_low, %result_high : !int
  %cancelled = arith.cmpi eq, %any, %zero : !int
  %rounded = func.call @round_pack(%result_high, %result_low, %exponent) : (!int, !int, !int) -> !int
  %signed = arith.ori %rounded, %result_sign : !int
  %bits = arith.select %cancelled, %zero, %signed : !int
  return %bits : !int
}

// The magnitude nearest to a nonzero number of two words, whose last bit is sticky and which stands #digits + 1 places above the unit of the biased exponent.
func.func private @round_pack(%high: !int, %low: !int, %exponent: !int) -> !int {
  %zero = arith.constant 0 : !int
  %one = arith.constant 1 : !int
  %two = arith.constant 2 : !int
  %width = arith.constant #width
  %digits = arith.constant #digits
  %bias = arith.constant #bias
  %infinity = arith.constant #infinity
  // The leading 1 to the last bit but one of a word, the rest of both words behind it.
  %high_zeros = math.ctlz %high : !int
  %high_shift = arith.subi %high_zeros, %one : !int
  %high_rest = arith.subi %width, %high_shift : !int
  %high_part = arith.shli %high, %high_shift : !int
  %low_part = arith.shrui %low, %high_rest : !int
  %low_lost = arith.shli %low, %high_shift : !int
  %low_inexact = arith.cmpi ne, %low_lost, %zero : !int
  %low_sticky = arith.extui %low_inexact : i1 to !int
  %parts = arith.ori %high_part, %low_part : !int
  %from_high = arith.ori %parts, %low_sticky : !int
  %high_places = arith.subi %width, %high_shift : !int
  %low_zeros = math.ctlz %low : !int
  %low_shift = arith.subi %low_zeros, %one : !int
  %low_left = arith.shli %low, %low_shift : !int
  %low_half = arith.shrui %low, %one : !int
  %low_last = arith.andi %low, %one : !int
  %low_jammed = arith.ori %low_half, %low_last : !int
  %low_full = arith.cmpi slt, %low, %zero : !int
  %from_low = arith.select %low_full, %low_jammed, %low_left : !int
  %low_places = arith.subi %zero, %low_shift : !int
  %has_high = arith.cmpi ne, %high, %zero : !int
  %m = arith.select %has_high, %from_high, %from_low : !int
  %places = arith.select %has_high, %high_places, %low_places : !int

  %room_places = arith.subi %width, %two : !int
  %drop = arith.subi %room_places, %digits : !int
  %grown = arith.addi %exponent, %places : !int
  %leading = arith.addi %grown, %drop : !int
  %biased = arith.subi %leading, %one : !int
  %missing = arith.subi %one, %biased : !int
  %denormal_places = arith.maxsi %missing, %zero : !int
  %aligned:2 = func.call @shift_right_jam(%zero, %m, %denormal_places) : (!int, !int, !int) -> (!int, !int)
  %fraction = arith.shrui %aligned#1, %drop : !int
  %drop_bit = arith.shli %one, %drop : !int
  %drop_mask = arith.subi %drop_bit, %one : !int
  %remainder = arith.andi %aligned#1, %drop_mask : !int
  %half = arith.shrui %drop_bit, %one : !int
  // Up when the remainder is above a half, or a half with the last bit odd.
  %odd = arith.andi %fraction, %one : !int
  %weighted = arith.addi %remainder, %odd : !int
  %up = arith.cmpi ugt, %weighted, %half : !int
  %increment = arith.extui %up : i1 to !int
  %below = arith.subi %biased, %one : !int
  %field = arith.maxsi %below, %zero : !int
  %exponent_bits = arith.shli %field, %digits : !int
  %packed = arith.addi %exponent_bits, %fraction : !int
  %rounded = arith.addi %packed, %increment : !int
  %largest = arith.addi %bias, %bias : !int
  %overflows = arith.cmpi sgt, %biased, %largest : !int
  %magnitude = arith.select %overflows, %infinity, %rounded : !int
  return %magnitude : !int
}
