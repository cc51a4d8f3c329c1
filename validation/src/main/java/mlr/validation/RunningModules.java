package mlr.validation;

import mlr.ir.Operation;
import mlr.validation.subject.CodeClosure;

/** What of the two modules is run for one subject: metered modules that hold it, and the code that it reaches. */
record RunningModules(Operation before, Operation after, CodeClosure closureBefore, CodeClosure closureAfter) {}
