package mlr.ir.plugin;

/** A plugin can't be used; the message says which, why, and what would be right. */
public final class PluginException extends Exception {
  private static final long serialVersionUID = 1L;

  PluginException(String message) {
    super(message, null, false, false);
  }

  static PluginException about(Object plugin, String problem) {
    return new PluginException("plugin '" + plugin + "': " + problem);
  }
}
