package mlr.interpreter;

/** What stands at a port in an instant where its clock is absent. */
public enum Absent { ABSENT }
