/**
 * From the typed tree to the {@code reactive} dialect, with {@code arith}, {@code math} and {@code tensor} for what happens within an
 * instant. Anticausal nodes are inlined here; every operation carries the place, and where it defines one the name, of its variable.
 */
package mlr.frontend.emit;
