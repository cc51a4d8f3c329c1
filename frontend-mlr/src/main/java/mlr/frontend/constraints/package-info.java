/**
 * Relations between types beyond equality: they wait until enough is known, and then hold or are reported.
 */
package mlr.frontend.constraints;
