package mlr.ir.definition;

import java.util.function.Function;
import mlr.ir.Type;

/** The type of the value group {@code to} follows from that of {@code from}; upstream's {@code TypesMatchWith}. */
public record TypeMatch(String from, String to, Function<Type, Type> transform) {}
