package mlr.validation.run;

import java.util.List;

/**
 * All that can be seen of a node in one instant.
 *
 * @param events calls to the outside, in any order: equations have none
 * @param work ticks that it took
 */
public record Reaction(Outcome outcome, List<Event> events, long work) {}
