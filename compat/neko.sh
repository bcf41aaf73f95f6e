# neko's ssl module, by a program in Haxe.
. /compat/common.sh

play() {
    $tested neko request.n "$@"
}
. /compat/haxe-rows.sh

# served: curl gets an answer from the program.
served() {
    play serve 4440 > served.log 2>&1 &
    listening 4440 || return
    [ "$(curl --silent --show-error --max-time 10 --cacert /pki/ca.crt https://localhost:4440/)" = "from haxe" ]
}

row "builds" haxe --class-path /compat --main Request --neko request.n
rows
row "serves" served
row "signs and verifies" play sign
