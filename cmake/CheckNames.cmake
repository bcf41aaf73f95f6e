# cmake -D NM=nm -D LIBRARY=libmbedtls.so -P CheckNames.cmake
#
# Fails if a name in a library that only refers (Names.cmake) has an address: programs would call it. The variables of profiles.c
# are there in earnest.
execute_process(COMMAND "${NM}" --dynamic --defined-only --format=posix "${LIBRARY}" OUTPUT_VARIABLE symbols RESULT_VARIABLE failed)
if(failed)
    message(FATAL_ERROR "${NM} ${LIBRARY}: ${failed}")
endif()
string(REGEX MATCHALL "[^\n]+" symbols "${symbols}")
foreach(symbol IN LISTS symbols)
    if(NOT symbol MATCHES "^[A-Za-z0-9_]+ [B-Z] 0+( |$)" AND NOT symbol MATCHES "^mbedtls_x509_crt_profile_[a-z]+ R ")
        file(REMOVE "${LIBRARY}")
        message(FATAL_ERROR "${LIBRARY}: this linker gives an address to a name that is to have none (${symbol}); another one, such as "
            "lld (-DCMAKE_SHARED_LINKER_FLAGS=-fuse-ld=lld), leaves the names out")
    endif()
endforeach()
