# libgit2 clones over HTTPS from a server that is neither library's.
. /compat/common.sh

# clone PORT NAME WORDS...: clones the repository, which must be what the server has.
clone() {
    clone_url="https://$2:$1/repo.git"
    shift 2
    rm -rf cloned
    $tested ./clone "$clone_url" cloned "$@" || return
    [ "$(git -C cloned rev-parse HEAD)" = "$(git -C repo.git rev-parse main)" ] || return
    git -C cloned fsck --full && cmp cloned/large source/large
}

# A repository of some megabytes, in several commits.
repository() {
    git config --global user.name somebody && git config --global user.email somebody@server.example &&
        git config --global safe.directory '*' && git init -q -b main source || return
    for commit in 1 2 3 4 5; do
        echo "$commit" > source/number
        head -c 500000 /dev/urandom >> source/large
        git -C source add . && git -C source commit -q -m "commit $commit" || return
    done
    git clone -q --bare source repo.git && git -C repo.git config http.uploadpack true
}

row "builds" cc -Wall -Wextra -Werror -o clone /compat/clone.c -lgit2
repository > repository.log 2>&1 || cat repository.log
serve

row "clones, TLS 1.3" clone 4433 localhost /pki/ca.crt
row "clones, TLS 1.2" clone 4439 localhost /pki/ca.crt
row "clones, TLS 1.2, RSA key" clone 4436 localhost /pki/ca.crt
row "refuses another name" refused "certificate" clone 4434 localhost /pki/ca.crt
row "refuses an unknown authority" refused "certificate" clone 4435 localhost /pki/ca.crt
row "refuses what it was not told to trust" refused "certificate" clone 4433 localhost
