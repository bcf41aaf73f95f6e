; An HTTPS request by Gauche's rfc.tls: gosh gauche.scm PORT NAME AUTHORITIES.
(use rfc.http)
(use rfc.tls)
(use rfc.tls.mbed)

(define (main arguments)
  (let ((port (cadr arguments))
        (name (caddr arguments)))
    (default-tls-class <mbed-tls>)
    (tls-ca-bundle-path (cadddr arguments))
    (receive (status headers body)
        (http-get (string-append name ":" port) "/long" :secure #t)
      (print status " " (string-size body))
      (if (and (equal? status "200") (= (string-size body) 1048576)) 0 1))))
