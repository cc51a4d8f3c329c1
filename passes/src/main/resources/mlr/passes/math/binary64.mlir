// The numbers of IEEE binary64 that the functions of software.mlir are written in.
!float = f64
!int = i64
#width = 64 : i64
#digits = 52 : i64
#bias = 1023 : i64
#sign = -9223372036854775808 : i64
#half = 4602678819172646912 : i64
#one = 4607182418800017408 : i64
#infinity = 9218868437227405312 : i64
#quiet_nan = 9221120237041090560 : i64
