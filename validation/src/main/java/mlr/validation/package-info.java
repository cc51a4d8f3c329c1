/** Runs a module before and after each pass on the same inputs and compares what comes out. */
package mlr.validation;

