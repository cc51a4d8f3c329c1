/** What two modules have in common that can be run, and the code that belongs to it. */
package mlr.validation.subject;
