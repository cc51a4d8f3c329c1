package mlr.validation;

import mlr.ir.Operation;

/** The two modules as they are run, metered. */
record RunningModules(Operation before, Operation after) {}
