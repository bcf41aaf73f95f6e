# cmake -D NM=nm -D OBJECT=ferrotls.o -D NAMES=<regular expression> -D SCRIPT=<output> -P Names.cmake
#
# Writes a script for GNU ld that gives a shared object without code the functions of OBJECT whose names match, all of them at
# the address 0. A linker takes such a name for defined, so that a program which says no more than -lmbedtls links. The loaders
# of glibc, musl and FreeBSD pass over it, because a symbol without a value defines nothing, and find the function in libmbedcrypto.
# `. - .` is 0 wherever the linker begins, and belongs to a section: glibc takes an absolute 0 for an address. CheckNames.cmake
# makes sure of both. Functions only: lld takes variables with one address for one variable, and would copy all of them as one.
# The variables that Mbed TLS has in libmbedx509 are in profiles.c.
execute_process(COMMAND "${NM}" --defined-only --extern-only --format=posix "${OBJECT}"
    OUTPUT_VARIABLE symbols RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "${NM} ${OBJECT}: ${failed}")
endif()
string(REGEX MATCHALL "(^|\n)(${NAMES})[A-Za-z0-9_]* T" symbols "${symbols}")
list(SORT symbols)
set(script "")
foreach(symbol IN LISTS symbols)
    string(REGEX REPLACE "^\n?([A-Za-z0-9_]+) T$" "\\1" name "${symbol}")
    string(APPEND script "    ${name} = . - .;\n")
endforeach()
file(WRITE "${SCRIPT}" "SECTIONS\n{\n${script}}\nINSERT BEFORE .note.gnu.build-id;\n")
