/**
 * Declarations of all modules by name, with what can be read of them before any body is typed: types, sizes and constants.
 */
package mlr.frontend.resolve;
