package mlr.ir.interfaces;

import mlr.ir.Type;
import mlr.ir.Value;

/** Memory that holds one value: the pointer to it, and the type of what it holds. */
public record MemorySlot(Value pointer, Type element) {}
