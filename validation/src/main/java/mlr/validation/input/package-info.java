/** Inputs as descriptions from which equal runtime values can be made any number of times, how they are drawn, and how they shrink. */
package mlr.validation.input;
