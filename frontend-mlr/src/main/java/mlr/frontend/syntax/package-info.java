/**
 * The syntax tree of MLR: what was written, with the place of each piece, before any name is looked up. Every node is immutable.
 */
package mlr.frontend.syntax;
