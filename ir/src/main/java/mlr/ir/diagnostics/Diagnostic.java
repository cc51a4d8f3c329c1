package mlr.ir.diagnostics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mlr.ir.Location;

/** One message to the user at a place, with notes at other places. Notes may be added until it is printed. */
public final class Diagnostic {
  private final Severity severity;
  private final Location location;
  private final String message;
  private final List<Diagnostic> notes = new ArrayList<>();
  private Optional<DiagnosticCode> code = Optional.empty();

  public Diagnostic(Severity severity, Location location, String message) {
    this.severity = severity;
    this.location = location;
    this.message = message;
  }

  public Severity severity() {
    return severity;
  }

  public Location location() {
    return location;
  }

  public String message() {
    return message;
  }

  /** The kind of mistake, where messages of this kind are listed somewhere. */
  public Optional<DiagnosticCode> code() {
    return code;
  }

  /** Says what kind of mistake this is. */
  public Diagnostic code(DiagnosticCode kind) {
    code = Optional.of(kind);
    return this;
  }

  public List<Diagnostic> notes() {
    return Collections.unmodifiableList(notes);
  }

  /** Adds a note at another place. */
  public Diagnostic note(Location where, String text) {
    notes.add(new Diagnostic(Severity.NOTE, where, text));
    return this;
  }

  /** Adds a note at this diagnostic's own place. */
  public Diagnostic note(String text) {
    return note(location, text);
  }
}
