package mlr.test.lit.upstream;

import java.util.regex.Pattern;

/** How our generic form is written for upstream, which refuses operations that its own dialects lack. */
final class UpstreamNames {
  /** What upstream's {@code scf} has of our {@code loop}, which mirrors it. */
  private static final Pattern LOOP = Pattern.compile("\"loop\\.(for|if|while|condition|yield)\"");

  /** Upstream's own {@code tensor} lacks most of ours, which therefore reads under a name that upstream does not know. */
  private static final Pattern TENSOR = Pattern.compile("([\"#])tensor\\.");

  private UpstreamNames() {}

  static String renamed(String generic) {
    return TENSOR.matcher(LOOP.matcher(generic).replaceAll("\"scf.$1\"")).replaceAll("$1mlr_tensor.");
  }
}
