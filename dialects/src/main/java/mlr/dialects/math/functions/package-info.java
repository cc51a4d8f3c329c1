/**
 * Elementary functions with the same bits everywhere: straight-line code from additions, multiplications, fused multiply-adds, divisions,
 * square roots and integer operations, in the precision of the argument, each rounded to nearest even. From these sources
 * {@link mlr.dialects.math.library.LibraryGenerator} makes the library that generated code is linked with.
 *
 * <p>Errors are in units in the last place of the exact result, rounding included. Those of binary32 functions of one argument were
 * measured on every seventh number against {@link StrictMath} in binary64, those of two arguments and those in binary64 on 30 million
 * and 40,000 random arguments, the latter against 220-bit arithmetic.
 */
package mlr.dialects.math.functions;
