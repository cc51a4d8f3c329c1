package mlr.ir.definition;

/** What an operation may do to memory. */
public enum Effect { READ, WRITE, ALLOCATE, FREE }
