'use strict';
// An HTTPS request.
//
//     node client.js PORT CA HOSTNAME
//
// Connects to 127.0.0.1, verifies the chain against CA and the name, and prints what it got.

const net = require('node:net');
const tls = require('./tls');

function main(port, ca, hostname) {
  const config = new tls.Config(tls.CLIENT);
  config.trust(ca);
  const socket = net.connect(Number(port), '127.0.0.1');
  const connection = new tls.Connection(config, socket, hostname);
  let shaken = false;
  let over = false;
  let answer = '';

  function finish() {
    over = true;
    socket.destroy();
    connection.free();
    config.free();
  }

  // Goes on as far as the bytes that are there allow.
  function advance() {
    if (!shaken) {
      shaken = connection.handshake();
      if (!shaken) {
        return;
      }
      console.log('version', connection.version());
      console.log('suite', connection.suite());
      console.log('peer', connection.peer());
      connection.write(`GET / HTTP/1.1\r\nHost: ${hostname}\r\nConnection: close\r\n\r\n`);
    }
    for (let data = connection.read(); data !== null; data = connection.read()) {
      if (data.length === 0) {
        const [head, body] = answer.split('\r\n\r\n');
        console.log('status', head.split('\r\n')[0]);
        console.log('body', body.trim());
        connection.closeNotify();
        finish();
        return;
      }
      answer += data.toString();
    }
  }

  function onEvent() {
    if (over) {
      return;
    }
    try {
      advance();
    } catch (error) {
      console.error(`refused: ${error.message}\n${connection.complaints()}`);
      process.exitCode = 1;
      // The alert that says why is with the socket already; it goes out before the end.
      over = true;
      socket.end(() => finish());
    }
  }

  socket.on('connect', onEvent);
  socket.on('data', onEvent);
  socket.on('end', onEvent);
  socket.on('error', (error) => {
    console.error(`refused: ${error.message}`);
    process.exitCode = 1;
    if (!over) {
      finish();
    }
  });
}

if (process.argv.length !== 5) {
  console.error('usage: client.js PORT CA HOSTNAME');
  process.exitCode = 2;
} else {
  main(...process.argv.slice(2));
}
