package mlr.lowering.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A certificate as JSON: keys in a fixed order, one to a line, sizes in bytes. */
public final class CertificateJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private CertificateJson() {}

  /** The JSON text, with a line break at its end. */
  public static String of(Certificate certificate) {
    var root = MAPPER.createObjectNode();
    root.put("object", certificate.object());
    var target = root.putObject("target");
    target.put("name", certificate.target().name()).put("triple", certificate.target().triple()).put("cpu", certificate.target().cpu());
    root.put("code_bytes", certificate.codeBytes()).put("constant_bytes", certificate.constantBytes()).put("variable_bytes", certificate.variableBytes());
    root.put("schedule", Certificate.SCHEDULE);
    certificate.unfused().forEach(root.putArray("unfused_contractions")::add);
    var symbols = root.putArray("runtime_symbols");
    for (var symbol : certificate.runtimeSymbols()) {
      symbols.addObject().put("name", symbol.name()).put("reason", symbol.reason());
    }
    certificate.externals().forEach(root.putArray("external_functions")::add);
    var nodes = root.putArray("nodes");
    certificate.nodes().forEach(node -> write(node, nodes.addObject()));
    return print(root);
  }

  private static void write(NodeCertificate node, ObjectNode out) {
    out.put("name", node.name()).put("state_bytes", node.size("state_bytes")).put("slot_bytes", node.size("slot_bytes"))
        .put("buffer_bytes", node.size("buffer_bytes")).put("scratch_bytes", node.size("scratch_bytes")).put("in_bytes", node.size("in_bytes"))
        .put("out_bytes", node.size("out_bytes")).put("constants_bytes", node.size("constants_bytes"));
    out.putObject("stack_bytes").put("reset", node.resetStack()).put("step", node.stepStack());
    write("slots", node.slots(), out);
    write("buffers", node.buffers(), out);
    var outputs = out.putArray("outputs");
    for (var output : node.outputs()) {
      outputs.addObject().put("name", output.output()).put("clock", output.clock()).put("latency_instants", output.instants());
    }
    node.calls().forEach(out.putArray("calls")::add);
  }

  private static void write(String key, List<MemoryField> fields, ObjectNode out) {
    var array = out.putArray(key);
    for (var field : fields) {
      var entry = array.addObject().put("owner", field.owner()).put("type", field.type());
      field.kind().ifPresent(kind -> entry.put("kind", kind).put("capacity", field.capacity()));
      entry.put("offset", field.offset()).put("bytes", field.bytes());
    }
  }

  private static String print(ObjectNode root) {
    var indenter = new DefaultIndenter("  ", "\n");
    var printer = new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(root) + "\n";
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("a certificate is no JSON", failure);
    }
  }
}
