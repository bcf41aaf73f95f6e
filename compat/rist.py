"""Feeds packets to ristsender and counts those that ristreceiver hands on; fails if it has not seen a hundred in six seconds."""

import socket
import sys
import time

listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
listener.bind(("127.0.0.1", 4463))
listener.settimeout(0.02)
feeder = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
seen = set()
sent = 0
end = time.monotonic() + 6
while time.monotonic() < end and len(seen) < 100:
    feeder.sendto(b"%08d" % sent + bytes(1308), ("127.0.0.1", 4461))
    sent += 1
    try:
        while True:
            packet = listener.recv(2000)
            if len(packet) == 1316 and packet[8:] == bytes(1308):
                seen.add(packet[:8])
    except TimeoutError:
        pass
print(len(seen), "packets of", sent)
sys.exit(len(seen) < 100)
