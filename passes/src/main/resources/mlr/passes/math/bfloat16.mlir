// The numbers of bfloat16 that the functions of half.mlir are written in.
#shift = 16 : i32
#scale = 1.0 : f32
#limit = 2139095040 : i32
#least_normal = 0 : i32
#magic = 0 : i32
#rebias = 32767 : i32
#half_infinity = 32640 : i32
#half_nan = 32704 : i32
