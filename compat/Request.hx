import haxe.io.Bytes;
import sys.ssl.Certificate;
import sys.ssl.Digest;
import sys.ssl.Key;
import sys.ssl.Socket;

/** Haxe's sys.ssl, which is neko's ssl module or the compiler's own: `get` a page, `sign` and verify, `read` a certificate. **/
class Request {
	static function main() {
		var words = Sys.args();
		switch (words[0]) {
			case "get":
				get(Std.parseInt(words[1]), words[2], words[3]);
			case "sign":
				sign();
			case "read":
				read();
			case "serve":
				serve(Std.parseInt(words[1]));
		}
	}

	/** Answers one request. **/
	static function serve(port:Int) {
		#if neko // the compiler's own is a client alone
		var listener = new Socket();
		listener.setCertificate(Certificate.loadFile("/pki/p256.crt"), Key.loadFile("/pki/p256.key"));
		listener.verifyCert = false;
		listener.bind(new sys.net.Host("127.0.0.1"), port);
		listener.listen(1);
		var accepted = listener.accept();
		accepted.handshake();
		Sys.println(accepted.input.readLine());
		accepted.output.writeString("HTTP/1.0 200 OK\r\n\r\nfrom haxe\n");
		accepted.output.flush();
		accepted.close();
		#end
	}

	static function get(port:Int, name:String, authorities:String) {
		var socket = new Socket();
		socket.setCA(Certificate.loadFile(authorities));
		socket.setHostname(name);
		socket.verifyCert = true;
		socket.connect(new sys.net.Host("127.0.0.1"), port);
		socket.output.writeString("GET /long HTTP/1.0\r\n\r\n");
		socket.output.flush();
		var answer = socket.input.readAll().toString();
		var body = answer.substr(answer.indexOf("\r\n\r\n") + 4);
		Sys.println('${body.length} bytes from ${socket.peerCertificate().commonName}');
		socket.close();
		if (body.length != 1048576)
			throw "not what the server has";
	}

	static function sign() {
		#if neko // the compiler's own has no signatures
		var data = Bytes.ofString("something to sign");
		for (kind in ["rsa2048", "p256"]) {
			var signature = Digest.sign(data, Key.loadFile('/pki/$kind.key'), SHA256);
			sys.io.File.saveBytes("/out/signature", signature);
			sys.io.File.saveBytes("/out/data", data);
			// The public key out of the certificate, by a tool that is not under test.
			Sys.command('openssl x509 -in /pki/$kind.crt -noout -pubkey > /out/public.pem');
			if (Sys.command("openssl dgst -sha256 -verify /out/public.pem -signature /out/signature /out/data") != 0)
				throw 'a signature with $kind is not one';
			var key = Key.loadFile("/out/public.pem", true);
			if (!Digest.verify(data, signature, key, SHA256))
				throw 'a signature with $kind is refused';
			signature.set(20, signature.get(20) ^ 1);
			if (Digest.verify(data, signature, key, SHA256))
				throw 'a broken signature with $kind is taken';
		}
		var digest = Digest.make(data, SHA512).toHex();
		Sys.println(digest);
		#end
	}

	static function read() {
		var certificate = Certificate.loadFile("/pki/p256.crt");
		Sys.println('${certificate.commonName} ${certificate.subject("O")} ${certificate.issuer("CN")}');
		Sys.println(certificate.altNames.join(" "));
		Sys.println('${certificate.notBefore} ${certificate.notAfter}');
	}
}
