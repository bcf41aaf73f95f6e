# For which machine cargo builds, and with which C compiler and linker. Sets cargo_target_words, cargo_target_folder and
# cargo_environment.

set(cargo_target_words)
set(cargo_target_folder "")
set(cargo_environment)

if(CMAKE_CROSSCOMPILING AND NOT FERROTLS_CARGO_TARGET)
    # The compiler's own name of its machine, such as aarch64-linux-gnu or mipsel-openwrt-linux-musl, in Rust's spelling.
    execute_process(COMMAND "${CMAKE_C_COMPILER}" -dumpmachine OUTPUT_VARIABLE machine OUTPUT_STRIP_TRAILING_WHITESPACE
        ERROR_QUIET)
    if(machine MATCHES "^([^-]+)-(.*-)?linux-(gnu|musl)([a-z0-9]*)$")
        set(processor "${CMAKE_MATCH_1}")
        set(system "${CMAKE_MATCH_3}${CMAKE_MATCH_4}")
        if(processor MATCHES "^i[3-6]86$")
            set(processor i686)
        elseif(processor STREQUAL "arm" AND system MATCHES "hf$")
            set(processor armv7)
        elseif(processor MATCHES "^riscv(32|64)$")
            set(processor "${processor}gc")
        elseif(processor STREQUAL "powerpc64le")
            set(processor powerpc64le)
        endif()
        set(FERROTLS_CARGO_TARGET "${processor}-unknown-linux-${system}")
        message(STATUS "cargo builds for ${FERROTLS_CARGO_TARGET} (FERROTLS_CARGO_TARGET says otherwise)")
    else()
        message(FATAL_ERROR "Cross-compiling, and \"${machine}\" (`${CMAKE_C_COMPILER} -dumpmachine`) does not tell for what: "
            "-DFERROTLS_CARGO_TARGET= names it as in `rustc --print target-list`")
    endif()
endif()

if(FERROTLS_CARGO_TARGET)
    # Told here, because cargo would begin to build and then miss `core`. Where rustup is not in use, cargo knows better.
    find_program(RUSTUP rustup HINTS "$ENV{CARGO_HOME}/bin" "$ENV{HOME}/.cargo/bin")
    if(RUSTUP)
        execute_process(COMMAND "${RUSTUP}" target list --installed WORKING_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}"
            OUTPUT_VARIABLE installed_targets RESULT_VARIABLE failed ERROR_QUIET)
        string(REGEX REPLACE "\n" ";" installed_targets "${installed_targets}")
        if(NOT failed AND NOT FERROTLS_CARGO_TARGET IN_LIST installed_targets)
            message(WARNING "Rust's standard library for ${FERROTLS_CARGO_TARGET} does not seem to be installed: "
                "`rustup target add ${FERROTLS_CARGO_TARGET}` gets it")
        endif()
    endif()
    set(cargo_target_words --target "${FERROTLS_CARGO_TARGET}")
    set(cargo_target_folder "${FERROTLS_CARGO_TARGET}/")
    string(REPLACE "-" "_" underscored "${FERROTLS_CARGO_TARGET}")
    string(TOUPPER "${underscored}" upper)
    set(cargo_environment
        "CARGO_TARGET_${upper}_LINKER=${CMAKE_C_COMPILER}"
        "CC_${underscored}=${CMAKE_C_COMPILER}"
        "AR_${underscored}=${CMAKE_AR}")
endif()
