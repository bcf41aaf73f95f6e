# The rows of neko.sh and haxe.sh, which define `play`: it runs the program Request.

# names: a certificate is read, its names among others.
names() {
    play read > names.log 2>&1 || { cat names.log; return 1; }
    grep -q -e "^p256 ferrotls ca-ec$" names.log && grep -q -e "server.example" names.log
}

rows() {
    serve
    row "a request, TLS 1.3" play get 4433 localhost /pki/ca.crt
    row "a request, TLS 1.2" play get 4439 localhost /pki/ca.crt
    row "refuses another name" refused "X509\|ertificate" play get 4434 localhost /pki/ca.crt
    row "refuses an unknown authority" refused "X509\|ertificate" play get 4435 localhost /pki/ca.crt
    row "reads a certificate" names
}
