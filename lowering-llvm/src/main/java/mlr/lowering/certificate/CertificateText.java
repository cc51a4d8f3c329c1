package mlr.lowering.certificate;

import java.util.List;
import java.util.stream.Collectors;

/** A certificate in words for people. */
public final class CertificateText {
  private CertificateText() {}

  /** The text, several lines. */
  public static String of(Certificate certificate) {
    var out = new StringBuilder();
    out.append("Certificate of %s for %s (%s, %s)\n".formatted(certificate.object(), certificate.target().name(), certificate.target().triple(), certificate.target().cpu()));
    out.append(line("code", certificate.codeBytes())).append(line("constants", certificate.constantBytes())).append(line("variables", certificate.variableBytes()));
    out.append("  schedule of backward sweeps: ").append(Certificate.SCHEDULE).append('\n');
    for (var format : certificate.unfused()) {
      out.append("  contractions in ").append(format).append(" multiply, then add: the target has no fused instruction\n");
    }
    if (!certificate.runtimeSymbols().isEmpty()) {
      out.append("  needs ").append(certificate.runtimeSymbols().stream().map(symbol -> symbol.name() + " (" + symbol.reason() + ")").collect(Collectors.joining(", "))).append('\n');
    }
    if (!certificate.externals().isEmpty()) {
      out.append("  calls the user's ").append(String.join(", ", certificate.externals())).append('\n');
    }
    certificate.nodes().forEach(node -> out.append(text(node)));
    return out.toString();
  }

  private static String text(NodeCertificate node) {
    var out = new StringBuilder("\nnode " + node.name() + "\n");
    out.append(line("state", node.size("state_bytes")));
    out.append("  ").append(line("cells", node.size("slot_bytes"))).append(fields(node.slots()));
    out.append("  ").append(line("segment buffers", node.size("buffer_bytes"))).append(fields(node.buffers()));
    out.append("  ").append(line("scratch", node.size("scratch_bytes")));
    out.append(line("inputs", node.size("in_bytes"))).append(line("outputs", node.size("out_bytes"))).append(line("constants", node.size("constants_bytes")));
    out.append(line("stack of reset", node.resetStack())).append(line("stack of step", node.stepStack()));
    for (var output : node.outputs()) {
      out.append("  output %s (clock %s): latency %d instant%s\n".formatted(output.output(), output.clock(), output.instants(), output.instants() == 1 ? "" : "s"));
    }
    return out.toString();
  }

  private static String fields(List<MemoryField> fields) {
    return fields.stream().map(field -> "      %s: %s%s, %d bytes at %d\n".formatted(field.owner(), field.type(),
        field.kind().map(kind -> ", " + kind + " of " + field.capacity()).orElse(""), field.bytes(), field.offset())).collect(Collectors.joining());
  }

  private static String line(String what, long bytes) {
    return "  %s: %d bytes\n".formatted(what, bytes);
  }
}
