/** The search for defects with random modules and with broken input. */
package mlr.validation.fuzz;
