package mlr.tools.opt;

/** A pass or named pipeline given as a flag, with the text of its options. */
record Flag(String name, String options) {}
