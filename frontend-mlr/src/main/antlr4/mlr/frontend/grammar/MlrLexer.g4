/**
 * Tokens of MLR (docs/language.md, section 1).
 *
 * Words that Lustre, Heptagon and SCADE do not reserve are declared in `tokens { }` only: the lexer reads them as IDENTIFIER and
 * SoftKeywords turns them into the tokens below where their neighbours leave no other reading.
 */
lexer grammar MlrLexer;

tokens {
    PARAM, SEGMENT, OVER, IN, AS, RESUME, LATE, CARRY, NEXT, MAX, DONE,
    POST, FINAL, INITIAL, ALL, ON, DEFAULT, GRAD, WRT
}

AND : 'and' ;
ASR : 'asr' ;
ASSERT : 'assert' ;
ASSUME : 'assume' ;
AUTOMATON : 'automaton' ;
CONST : 'const' ;
CONTRACT : 'contract' ;
DIV : 'div' ;
DO : 'do' ;
ELSE : 'else' ;
END : 'end' ;
EVERY : 'every' ;
EXTERN : 'extern' ;
FALSE : 'false' ;
FBY : 'fby' ;
FUN : 'fun' | 'function' ;
GUARANTEE : 'guarantee' ;
IF : 'if' ;
IMPORT : 'import' ;
LAND : 'land' ;
LAST : 'last' ;
LET : 'let' ;
LOR : 'lor' ;
LSL : 'lsl' ;
LSR : 'lsr' ;
LXOR : 'lxor' ;
MERGE : 'merge' ;
MOD : 'mod' ;
NODE : 'node' ;
NOT : 'not' ;
OR : 'or' ;
PRE : 'pre' ;
RESET : 'reset' ;
RETURNS : 'returns' ;
SWITCH : 'switch' ;
TEL : 'tel' ;
THEN : 'then' ;
TRUE : 'true' ;
TYPE : 'type' ;
UNTIL : 'until' ;
VAR : 'var' | 'local' ;
WHEN : 'when' ;
WITH : 'with' ;
XOR : 'xor' ;

STATIC_OPEN : '<<' ;
STATIC_CLOSE : '>>' ;
CLAMP_OPEN : '[>' ;
CLAMP_CLOSE : '<]' ;
GUARD_OPEN : '.[' ;
ARROW : '->' ;
IMPLIES : '=>' ;
RANGE : '..' ;
COLONS : '::' ;
NOT_EQUAL : '<>' | '!=' ;
LESS_EQUAL : '<=' ;
GREATER_EQUAL : '>=' ;
LESS : '<' ;
GREATER : '>' ;
EQUAL : '=' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
SLASH : '/' ;
AT : '@' ;
BAR : '|' ;
CARET : '^' ;
DOT : '.' ;
COMMA : ',' ;
SEMICOLON : ';' ;
COLON : ':' ;
OPEN : '(' ;
CLOSE : ')' ;
BRACKET_OPEN : '[' ;
BRACKET_CLOSE : ']' ;
BRACE_OPEN : '{' ;
BRACE_CLOSE : '}' ;

FLOAT : DIGIT+ '.' DIGIT+ EXPONENT? | DIGIT+ EXPONENT ;
INTEGER : DIGIT+ | '0x' [0-9a-fA-F]+ ;
IDENTIFIER : [a-zA-Z_] [a-zA-Z0-9_]* ;
STRING : '"' ~["\r\n]* '"' ;

LINE_COMMENT : '--' ~[\r\n]* -> channel(HIDDEN) ;
BLOCK_COMMENT : '(*' (BLOCK_COMMENT | ~[(*] | '(' {_input.LA(1) != '*'}? | '*' {_input.LA(1) != ')'}?)* '*)' -> channel(HIDDEN) ;
// Shorter than any whole comment, so read only where the comment never ends.
OPEN_COMMENT : '(*' ;
SPACE : [ \t\r\n\f]+ -> channel(HIDDEN) ;
UNKNOWN : . ;

fragment DIGIT : [0-9] ;
fragment EXPONENT : [eE] [+-]? DIGIT+ ;
