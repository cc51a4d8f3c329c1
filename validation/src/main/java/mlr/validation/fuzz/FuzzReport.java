package mlr.validation.fuzz;

import java.util.List;
import java.util.Map;

/**
 * What a run of fuzzing did and found.
 *
 * @param inputs how many inputs were checked
 * @param counts what the checks did, by kind, in alphabetical order
 * @param findings one for each input that failed, in order of seeds
 */
public record FuzzReport(long inputs, Map<String, Long> counts, List<Finding> findings) {}
