package mlr.lowering.header;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mlr.dialects.reactive.NodeInterface;
import mlr.lowering.target.RuntimeSymbol;
import mlr.lowering.target.Target;
import mlr.passes.looptollvm.FunctionAttributes;

/**
 * The C99 header of an object file, good for C++ as well: for each exported node its three structs, whose layout it asserts, and
 * its two functions (language.md, section 7).
 *
 * @param name      the object's name
 * @param target    the machine that the object is for
 * @param nodes     the exported nodes, laid out
 * @param externals functions that the user defines
 * @param runtime   symbols that the object leaves to libgcc or its like
 */
public record CHeader(String name, Target target, List<NodeInterface> nodes, List<ExternalFunction> externals, List<RuntimeSymbol> runtime) {
  public CHeader {
    nodes = List.copyOf(nodes);
    externals = List.copyOf(externals);
    runtime = List.copyOf(runtime);
  }

  /** The header's text. */
  public String text() {
    var guard = "MLR_" + new CIdentifiers().of(name).toUpperCase(Locale.ROOT) + "_H";
    var macro = guard.replaceAll("_H$", "_ASSERT");
    var out = new StringBuilder("""
        /* %1$s: made by the MLR compiler for target %2$s. */
        #ifndef %3$s
        #define %3$s

        #include <stddef.h>
        #include <stdint.h>

        """.formatted(name, target.name(), guard));
    out.append(dependencies()).append("""
        #if defined(__cplusplus) && __cplusplus >= 201103L
        #define %1$s(condition, name) static_assert(condition, #name)
        #elif !defined(__cplusplus) && defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
        #define %1$s(condition, name) _Static_assert(condition, #name)
        #else
        #define %1$s(condition, name) typedef char name[(condition) ? 1 : -1]
        #endif

        #ifdef __cplusplus
        extern "C" {
        #endif
        """.formatted(macro));
    if (!externals.isEmpty()) {
      out.append("\n/* Functions that the object calls and does not define. */\n");
      externals.forEach(external -> out.append(external.prototype()).append('\n'));
    }
    nodes.forEach(node -> out.append(declarations(node, macro)));
    return out.append("""

        #ifdef __cplusplus
        }
        #endif

        #undef %s
        #endif
        """.formatted(macro)).toString();
  }

  private String dependencies() {
    if (runtime.isEmpty()) {
      return "/* The object needs no library. */\n\n";
    }
    var out = new StringBuilder("/* The object needs from libgcc, compiler-rt or a C library:\n");
    runtime.forEach(symbol -> out.append("     ").append(symbol.name()).append(" (").append(symbol.reason()).append(")\n"));
    return out.append("*/\n\n").toString();
  }

  private static String declarations(NodeInterface node, String macro) {
    var name = node.name();
    var out = new StringBuilder();
    var enumTypes = new LinkedHashMap<String, String>();
    node.enums().forEach((type, constructors) -> {
      enumTypes.put(type, name + "_" + type);
      out.append(enumeration(name + "_" + type, constructors));
    });
    out.append('\n').append(CStruct.of(name + "_in", bytes(node, "in_bytes"), node.inputs(), enumTypes).text(macro));
    out.append('\n').append(CStruct.of(name + "_out", bytes(node, "out_bytes"), node.outputs(), enumTypes).text(macro));
    out.append('\n').append(state(name, bytes(node, "state_bytes"), macro));
    return out.append("""

        /* Puts the state to the beginning; to be called before the first step. */
        void %1$s_reset(%1$s_state *state);

        /* Runs one instant: reads the inputs that are present, writes the outputs that are. The three must not overlap. */
        void %1$s_step(%1$s_state *state, const %1$s_in *in, %1$s_out *out);
        """.formatted(name)).toString();
  }

  private static String enumeration(String type, List<String> constructors) {
    var out = new StringBuilder("\ntypedef int32_t " + type + ";\nenum {\n");
    for (int i = 0; i < constructors.size(); i++) {
      out.append("  ").append(type).append('_').append(constructors.get(i)).append(" = ").append(i).append(i + 1 < constructors.size() ? ",\n" : "\n");
    }
    return out.append("};\n").toString();
  }

  /** A struct without members to look at, of the size and alignment that the functions count on. */
  private static String state(String name, long bytes, String macro) {
    long alignment = FunctionAttributes.stateAlignment(bytes);
    var aligned = bytes == 0 ? "uint8_t nothing;" : "uint%d_t words[%d];".formatted(8 * alignment, bytes / alignment);
    return """
        #define %1$s_STATE_BYTES %2$d
        typedef struct %1$s_state {
          %3$s /* not to be looked at */
        } %1$s_state;
        %4$s""".formatted(name, bytes, aligned, bytes == 0 ? "" : macro + "(sizeof(%1$s_state) == %2$d, %1$s_state_size);\n".formatted(name, bytes));
  }

  /** A size of the interface record; an error before memory is laid out. */
  private static long bytes(NodeInterface node, String key) {
    var sizes = Map.copyOf(node.bytes());
    if (!sizes.containsKey(key)) {
      throw new IllegalArgumentException("the interface of '" + node.name() + "' has no '" + key + "'");
    }
    return sizes.get(key);
  }
}
