//! Somebody on the wire who keeps what a client sends, and sends it once more.

use crate::shell::Result;
use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// Passes connections on to a server.
pub struct Recorder {
    /// Where clients come to.
    pub port: u16,
    server: u16,
    /// What the client of the last connection sent.
    last: Arc<Mutex<Vec<u8>>>,
}

impl Recorder {
    /// Listens, and passes everything on to `server`, a port of this machine.
    pub fn start(server: u16) -> Result<Recorder> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let port = listener.local_addr()?.port();
        let last = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&last);
        std::thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else {
                    return;
                };
                lock(&kept).clear();
                let back = (server.try_clone(), client.try_clone());
                if let (Ok(server), Ok(client)) = back {
                    std::thread::spawn(move || pass(server, client, |_| ()));
                }
                let kept = Arc::clone(&kept);
                std::thread::spawn(move || pass(client, server, |bytes| lock(&kept).extend_from_slice(bytes)));
            }
        });
        Ok(Recorder { port, server, last })
    }

    /// Sends the server what the last client sent, and waits until the server has had enough of it.
    pub fn play_last(&self) -> Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.server))?;
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        // A server that has seen through it may be gone before all is said.
        let _ = stream.write_all(&lock(&self.last));
        let _ = stream.shutdown(Shutdown::Write);
        let _ = stream.read_to_end(&mut Vec::new());
        Ok(())
    }
}

fn lock(bytes: &Mutex<Vec<u8>>) -> std::sync::MutexGuard<'_, Vec<u8>> {
    bytes.lock().unwrap_or_else(|poison| poison.into_inner())
}

/// Passes on what comes until the end of it, and shows it.
fn pass(mut from: TcpStream, mut to: TcpStream, show: impl Fn(&[u8])) {
    let mut bytes = [0; 4096];
    while let Ok(length @ 1..) = from.read(&mut bytes) {
        let bytes = bytes.get(..length).unwrap_or_default();
        show(bytes);
        if to.write_all(bytes).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Write);
}
