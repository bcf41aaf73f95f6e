# librist's tools: a stream between sender and receiver, encrypted with a shared secret, and let in by name and password (SRP,
# whose arithmetic is Mbed TLS's).
. /compat/common.sh

# stream RECEIVER SENDER WORDS...: the receiver, with WORDS, hands on what the sender is given; RECEIVER and SENDER are added to
# their addresses.
stream() {
    $tested ristsender -p 1 -i udp://@127.0.0.1:4461 -o "rist://127.0.0.1:4462$2" > sender.log 2>&1 &
    sender=$!
    at="rist://@127.0.0.1:4462$1"
    shift 2
    $tested ristreceiver -p 1 -i "$at" -o udp://127.0.0.1:4463 "$@" > receiver.log 2>&1 &
    receiver=$!
    python3 /compat/rist.py
    code=$?
    kill -9 "$receiver" "$sender"
    wait "$receiver" "$sender" 2> /dev/null
    return "$code"
}

$tested ristsrppasswd somebody "a password" > passwords
row "a password's verifier" grep -q -e "^somebody:" passwords
row "AES-128" stream "?secret=aSecretOfBoth&aes-type=128" "?secret=aSecretOfBoth&aes-type=128"
row "AES-256" stream "?secret=aSecretOfBoth&aes-type=256" "?secret=aSecretOfBoth&aes-type=256"
row "refused with another secret" refused "^0 packets" stream "?secret=aSecretOfBoth&aes-type=256" \
    "?secret=anotherSecret&aes-type=256"
row "name and password (SRP)" stream "" "?username=somebody&password=a password" -F passwords
row "refused with another password" refused "^0 packets" stream "" "?username=somebody&password=another" -F passwords
