# Every object of the packages that link to Mbed TLS is loaded, with all its symbols bound: those of installed packages and
# those that are only unpacked (whose other libraries are missing, so that only the symbols of Mbed TLS are looked at).
. /compat/common.sh

# objects FILES...: those that need one of the three shared objects, links not followed twice.
objects() {
    for file in "$@"; do
        if [ -f "$file" ] && [ ! -L "$file" ] && grep -q -a -e 'libmbed[a-z0-9]*\.so\.' "$file" &&
            readelf -d "$file" 2> /dev/null | grep -q -e 'NEEDED.*\[libmbed'; then
            echo "$file"
        fi
    done
}

# load OBJECTS...: the loader finds the shared objects where it should, and every symbol of theirs.
load() {
    [ $# -gt 0 ] || { echo "no object needs Mbed TLS"; return 1; }
    for object in "$@"; do
        LD_LIBRARY_PATH="$OBJECTS" LD_BIND_NOW=1 ldd -r "$object" > ldd.log 2>&1
        if ! grep -q -e 'libmbedcrypto\.so\.16 => ' ldd.log ||
            grep -e 'libmbed.*=>' ldd.log | grep -v -q -e "=> ${OBJECTS:-/lib/[^/]*-linux-gnu[^/]*}/"; then
            grep -e libmbed ldd.log
            echo "$object takes other objects"
            return 1
        fi
        ! grep -e 'undefined symbol: \(mbedtls\|psa\)_' ldd.log || return 1
    done
    echo "$# objects"
}

IFS='
'
for package in $(dpkg-query --show --showformat '${Package}\t${Depends}\n' | grep -e 'libmbed\(tls21\|x509-7\|crypto16\)' |
    cut -f 1 | grep -v -e '^libmbed' | sort); do
    row "$package" load $(objects $(dpkg -L "$package"))
done
for folder in /unpacked/*; do
    row "$(basename "$folder") (unpacked)" load $(objects $(find "$folder" -type f))
done
