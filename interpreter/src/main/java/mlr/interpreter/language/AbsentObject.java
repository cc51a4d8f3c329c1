package mlr.interpreter.language;

import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;

/** An absent value: null to guests. */
@ExportLibrary(InteropLibrary.class)
final class AbsentObject implements TruffleObject {
  static final AbsentObject ABSENT = new AbsentObject();

  @ExportMessage
  boolean isNull() {
    return true;
  }
}
