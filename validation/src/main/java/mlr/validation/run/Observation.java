package mlr.validation.run;

import java.util.List;
import java.util.Map;
import mlr.ir.eval.Memory;

/**
 * All that can be seen of a call.
 *
 * @param arguments as they were given; the memory that they lead to holds what the call left there
 * @param memory of the arguments, as the inputs number it
 * @param globals what mutable globals hold, by symbol
 * @param work ticks that it took
 */
public record Observation(Outcome outcome, List<Event> events, List<Object> arguments, List<Memory> memory, Map<String, Memory> globals, long work) {}
