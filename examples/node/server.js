'use strict';
// An HTTPS server for many clients at once.
//
//     node server.js PORT CERTIFICATE KEY
//
// Listens on 127.0.0.1 (PORT 0: any free one, which it prints).

const net = require('node:net');
const tls = require('./tls');

function serve(config, socket) {
  const connection = new tls.Connection(config, socket);
  let shaken = false;
  let over = false;
  let request = '';

  // What is written goes out before the end. The socket's last event frees the connection.
  function finish() {
    over = true;
    socket.end();
  }

  function advance() {
    if (!shaken) {
      shaken = connection.handshake();
      if (!shaken) {
        return;
      }
    }
    for (let data = connection.read(); data !== null; data = connection.read()) {
      request += data.toString();
      if (data.length === 0 || request.length > 65536) {
        finish();
        return;
      }
      if (request.includes('\r\n\r\n')) {
        const body = `hello from Node by ${connection.version()}\n`;
        connection.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`);
        connection.closeNotify();
        finish();
        return;
      }
    }
  }

  function onEvent() {
    if (over) {
      return;
    }
    try {
      advance();
    } catch (error) {
      // The end of this client, and of nobody else.
      console.error('a client failed:', error.message);
      finish();
    }
  }

  socket.on('data', onEvent);
  socket.on('end', onEvent);
  socket.on('error', () => { over = true; });
  socket.on('close', () => {
    over = true;
    connection.free();
  });
}

function main(port, certificate, key) {
  const config = new tls.Config(tls.SERVER);
  config.show(certificate, key);
  const server = net.createServer((socket) => serve(config, socket));
  server.listen(Number(port), '127.0.0.1', () => console.log('listening on', server.address().port));
}

if (process.argv.length !== 5) {
  console.error('usage: server.js PORT CERTIFICATE KEY');
  process.exitCode = 2;
} else {
  main(...process.argv.slice(2));
}
