package mlr.ir.text;

/** What printed IR shows besides or instead of the usual. */
public enum PrintDetail {
  /** Behind each operation, as a comment, who uses its results. */
  VALUE_USERS,
  /** Numbers and suffixes of names that are unique in the whole text. */
  UNIQUE_SSA_IDS,
  /** Locations for people to read, which do not read back. */
  PRETTY_DEBUG_INFO,
  /** Regions as <code>{...}</code>, which does not read back. */
  SKIP_REGIONS
}
