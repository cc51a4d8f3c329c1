/**
 * Grammar of MLR (docs/language.md): modules, declarations, equations, segments and expressions.
 *
 * The alternatives of `expression` stand in order of precedence, tightest first. What a grammar of this kind cannot say (comparisons do not
 * associate, `fby` and `post` mix only in parentheses) is checked while the syntax tree is built, where the message can be better.
 */
parser grammar MlrParser;

options { tokenVocab = MlrLexer; }

module : declaration* EOF ;

declaration
    : annotation* IMPORT name SEMICOLON?                                                        # importDeclaration
    | annotation* CONST name (COLON type)? EQUAL expression SEMICOLON?                          # constDeclaration
    | annotation* TYPE name EQUAL typeDefinition SEMICOLON?                                     # typeDeclaration
    | annotation* PARAM name COLON type (EQUAL expression)? SEMICOLON?                          # paramDeclaration
    | annotation* EXTERN signature SEMICOLON?                                                   # externDeclaration
    | annotation* signature SEMICOLON? contract? localDeclarations* LET equation* TEL SEMICOLON?           # nodeDeclaration
    ;

annotation : AT name (OPEN (expression (COMMA expression)*)? CLOSE)? ;

typeDefinition
    : BRACE_OPEN group (SEMICOLON group)* SEMICOLON? BRACE_CLOSE                                # recordDefinition
    | name (BAR name)+                                                                          # enumDefinition
    | type                                                                                      # aliasDefinition
    ;

signature : (NODE | FUN) name staticParameters? OPEN groups? CLOSE RETURNS OPEN groups? CLOSE ;

staticParameters : STATIC_OPEN staticParameter ((SEMICOLON | COMMA) staticParameter)* STATIC_CLOSE ;

staticParameter
    : CONST? name (COMMA name)* COLON type                                                      # constantParameter
    | TYPE name                                                                                 # typeParameter
    | signature                                                                                 # nodeParameter
    ;

groups : group (SEMICOLON group)* SEMICOLON? ;
group : name (COMMA name)* COLON type clock? ;

clock
    : (WHEN condition)+
    | COLONS DOT (ON condition)*
    ;

contract : CONTRACT ((ASSUME | GUARANTEE) expression SEMICOLON?)* ;

localDeclarations : VAR (localGroup SEMICOLON)+ ;
localGroup : name (COMMA name)* (COLON type clock?)? ;

type
    : type BRACKET_OPEN expression (COMMA expression)* BRACKET_CLOSE                            # tensorType
    | type CARET extent                                                                         # powerType
    | OPEN type CLOSE                                                                           # groupedType
    | name                                                                                      # namedType
    ;

extent : name | INTEGER | OPEN expression CLOSE ;

equation
    : annotation* pattern EQUAL expression SEMICOLON                                            # definition
    | annotation* ASSERT expression SEMICOLON                                                   # assertion
    | annotation* RESET block EVERY expression SEMICOLON?                                       # resetBlock
    | annotation* SEGMENT header headerOption* DO block (THEN block)? DONE SEMICOLON?           # segment
    | annotation* controlBlock SEMICOLON?                                                       # control
    ;

block : localDeclarations* equation* ;

pattern
    : target (COMMA target)*
    | OPEN target (COMMA target)* CLOSE
    ;
target : NEXT? name ;

header
    : EVERY expression                                                                          # everyHeader
    | UNTIL expression (MAX expression)?                                                        # untilHeader
    | OVER OPEN overItem (SEMICOLON overItem)* CLOSE                                            # overHeader
    ;
overItem : name IN expression ;

headerOption
    : AS name (COMMA name)?                                                                     # asOption
    | RESUME                                                                                    # resumeOption
    | LATE                                                                                      # lateOption
    | CARRY carry (COMMA carry)*                                                                # carryOption
    ;
carry : name (COLON type)? EQUAL expression ;

controlBlock : (SWITCH | AUTOMATON) (controlBlock | ~(SWITCH | AUTOMATON | END | TEL | EOF))* END ;

expression
    : OPEN name staticArguments? EVERY expression CLOSE OPEN expressions? CLOSE                 # resettableCall
    | name staticArguments? OPEN expressions? CLOSE                                             # call
    | expression BRACKET_OPEN index (COMMA index)* BRACKET_CLOSE                                # subscript
    | expression CLAMP_OPEN expressions CLAMP_CLOSE                                             # clampedSubscript
    | expression GUARD_OPEN expressions BRACKET_CLOSE DEFAULT expression                        # guardedSubscript
    | expression DOT name                                                                       # field
    | <assoc = left> expression CARET expression                                                # replication
    | (PRE | FINAL | INITIAL | ALL | MINUS | NOT | LAST) expression                             # prefix
    | name staticArguments expression                                                           # iteration
    | <assoc = right> expression FBY expression                                                 # fby
    | expression POST expression                                                                # post
    | expression (LSL | LSR | ASR | LAND | LOR | LXOR) expression                               # binary
    | expression (TIMES | SLASH | DIV | MOD | AT) expression                                    # binary
    | expression (PLUS | MINUS) expression                                                      # binary
    | expression BAR expression                                                                 # binary
    | expression (EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL) expression   # comparison
    | expression AND expression                                                                 # binary
    | expression (OR | XOR) expression                                                          # binary
    | <assoc = right> expression IMPLIES expression                                             # binary
    | expression WHEN condition                                                                 # when
    | <assoc = right> expression ARROW expression                                               # arrow
    | MERGE name mergeBranch+                                                                   # merge
    | GRAD expression WRT name                                                                  # gradient
    | IF expression THEN expression ELSE expression                                             # conditional
    | OPEN expression (COMMA expression)* CLOSE                                                 # tuple
    | BRACKET_OPEN expression WITH BRACKET_OPEN expressions BRACKET_CLOSE EQUAL expression BRACKET_CLOSE  # update
    | BRACKET_OPEN expressions BRACKET_CLOSE                                                    # tensor
    | BRACE_OPEN name EQUAL expression (SEMICOLON name EQUAL expression)* BRACE_CLOSE           # record
    | literal                                                                                   # constant
    | name staticArguments?                                                                     # reference
    ;

expressions : expression (COMMA expression)* ;
index : expression (RANGE expression)? ;
mergeBranch : OPEN (TRUE | FALSE | name) ARROW expression CLOSE ;

condition
    : NOT? name                                                                                 # booleanCondition
    | (TRUE | FALSE | name) OPEN name CLOSE                                                     # constructorCondition
    | INTEGER? OPEN INTEGER CLOSE                                                               # periodicCondition
    ;

staticArguments : STATIC_OPEN expression (COMMA expression)* STATIC_CLOSE ;

literal : INTEGER | FLOAT | TRUE | FALSE ;

name : IDENTIFIER ;
