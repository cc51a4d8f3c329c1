package mlr.ir.pass;

/** A step of a pipeline: a pass, or a pipeline for operations one level further in. {@code toString} gives its text. */
public sealed interface PipelineElement permits PassElement, Pipeline {}
