/**
 * Types of MLR values, with sizes as polynomials over static parameters, and their unification.
 */
package mlr.frontend.types;
