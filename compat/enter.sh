# Enters the Debian root in namespaces of its own and runs a program there:
#     unshare --mount --pid --net --fork --kill-child sh enter.sh ROOT PROGRAM...
# What is mounted, listening or still running goes away with the namespaces. The folders are empty for what is not wanted.
#   FERROTLS  our shared objects        -> /ferrotls
#   PKI       the tests' certificates   -> /pki
#   SCRIPTS   this folder               -> /compat
#   OUT       what a run writes         -> /out
# NETWORK=host is for apt; otherwise there is a loopback interface and nothing else.
set -e
root=$1
shift

# bind FROM TO
bind() {
    [ -n "$1" ] || return 0
    mkdir -p "$root$2"
    mount --bind "$1" "$root$2"
}

mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
bind "$FERROTLS" /ferrotls
bind "$PKI" /pki
bind "$SCRIPTS" /compat
bind "$OUT" /out
[ "$NETWORK" = host ] || ip link set lo up
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    OBJECTS="${FERROTLS:+/ferrotls}" chroot "$root" "$@"
