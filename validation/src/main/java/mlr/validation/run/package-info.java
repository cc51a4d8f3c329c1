/** Runs functions and nodes of one module and records what can be observed: results, memory, calls to the outside, how it ended. */
package mlr.validation.run;
