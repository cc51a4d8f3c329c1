package mlr.ir.diagnostics;

/** How grave a diagnostic is; {@code expected-…} comments use the lower-case names. */
public enum Severity { ERROR, WARNING, REMARK, NOTE }
