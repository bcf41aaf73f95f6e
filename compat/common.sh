# What the scripts of this folder share; each is run by `sh` in the Debian root. OBJECTS is the folder of our shared objects,
# or empty for the run with Debian's own. Scratch files go to /out.
set -u
cd /out

# Before a program: runs it with the shared objects under test. All symbols are bound at the start, so that a missing one
# shows; the loader says in /out/loader.PID which objects it took, which proves whose they were. A variable rather than a
# function, so that $! is the program.
tested="env LD_LIBRARY_PATH=$OBJECTS LD_BIND_NOW=1 LD_DEBUG=libs LD_DEBUG_OUTPUT=/out/loader"

# ended PID: ends a program started in the background, and waits for it.
ended() {
    kill "$1" 2> /dev/null
    wait "$1" 2> /dev/null
    true
}

# row NAME COMMAND...: a row of the table, which is "ok" if the command is; else its last words stand there.
row() {
    row_name=$1
    shift
    if "$@" > /out/row.log 2>&1; then
        printf 'row\t%s\tok\n' "$row_name"
    else
        row_code=$?
        cp /out/row.log "/out/$(echo "$row_name" | tr -c 'a-zA-Z0-9\n' -).log"
        printf 'row\t%s\tFAILED (%s): %s\n' "$row_name" "$row_code" "$(tr '\t' ' ' < /out/row.log | grep . | tail -n 1)"
    fi
}

# refused TEXT COMMAND...: true if the command fails and says TEXT (a basic regular expression) about it.
refused() {
    refused_text=$1
    shift
    if "$@" > /out/refused.log 2>&1; then
        cat /out/refused.log
        echo "was not refused"
        return 1
    fi
    cat /out/refused.log
    grep -q -e "$refused_text" /out/refused.log || { echo "failed without saying \"$refused_text\""; return 1; }
}

# listening PORT: waits until something listens there, five seconds at most, or the program just started has ended.
listening() {
    listening_port=$(printf ':%04X ' "$1")
    listening_turn=0
    while ! cat /proc/net/tcp /proc/net/tcp6 | grep -q -e "$listening_port[0-9A-F]*:0000 0A"; do
        listening_turn=$((listening_turn + 1))
        if [ "$listening_turn" -gt 100 ] || ! kill -0 $! 2> /dev/null; then
            echo "nothing listens on port $1"
            return 1
        fi
        sleep 0.05
    done
}

# serve: a peer that is neither library's (Python's ssl, which is OpenSSL): see server.py for its ports.
serve() {
    python3 /compat/server.py > /out/server.log 2>&1 &
    listening 4437
}
