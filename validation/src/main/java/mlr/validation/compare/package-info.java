/** Whether what was observed after a pass may stand for what was observed before. */
package mlr.validation.compare;
