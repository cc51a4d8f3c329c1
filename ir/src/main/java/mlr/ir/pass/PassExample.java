package mlr.ir.pass;

/**
 * What a pass makes of a module, for readers; the tests run it.
 *
 * @param options the options it runs with, written {@code a=1 b=2}; empty for the defaults
 */
public record PassExample(String options, String before, String after) {}
