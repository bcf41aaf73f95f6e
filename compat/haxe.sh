# The Haxe compiler's own sys.ssl, which its interpreter has.
. /compat/common.sh

play() {
    $tested haxe --class-path /compat --run Request "$@"
}
. /compat/haxe-rows.sh

rows
