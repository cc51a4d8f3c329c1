/** Random modules, built from the declarations of operations. */
package mlr.validation.generate;
