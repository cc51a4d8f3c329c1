// The numbers of IEEE binary32 that the functions of software.mlir are written in.
!float = f32
!int = i32
#width = 32 : i32
#digits = 23 : i32
#bias = 127 : i32
#sign = -2147483648 : i32
#half = 1056964608 : i32
#one = 1065353216 : i32
#infinity = 2139095040 : i32
#quiet_nan = 2143289344 : i32
