/**
 * From text to syntax tree: ANTLR's lexer and parser, soft keywords between them, and the builder of {@link mlr.frontend.syntax}.
 */
package mlr.frontend.parser;
