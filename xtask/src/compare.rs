//! `cargo xtask compare`: each C program of `c-tests/` linked with stock Mbed TLS 3.6.6 and with ours must print the same.
//!
//! Where ours is meant to differ, [`DEVIATIONS`] has the lines and the reason. A deviation that no longer occurs is an error
//! too, so that the table stays true.

use crate::pki;
use crate::programs::Library;
use crate::shell::{Finished, Result, capture, root, run_for, target};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// Programs that are run with both libraries.
const PROGRAMS: &[&str] = &[
    "verify/flags.c",
    "verify/handshake.c",
    "verify/callbacks.c",
    "connect/patterns.c",
    "connect/session.c",
    "connect/callbacks.c",
    "connect/records.c",
    "connect/moments.c",
    "connect/limits.c",
    "session/settings.c",
    "session/resume.c",
    "session/psk.c",
    "compare/pk/operations.c",
    "compare/pk/parse.c",
    "compare/x509/info.c",
    "compare/x509/verify.c",
    "compare/x509/parse.c",
    "compare/x509/extensions.c",
    "small/codes.c",
    "compare/x509/write.c",
];

/// Programs that look at what `tests/compare_pki.rs` makes, and at which folders of it, or at folders of the project. All
/// others are given the test certificates.
const MADE: &[(&str, &[&str])] = &[
    ("compare/x509/info.c", &["info", "info-crl"]),
    ("compare/x509/verify.c", &["verify"]),
    ("compare/x509/extensions.c", &["info"]),
    ("compare/pk/parse.c", &["tests/data/pki"]),
];

/// Programs that only ours has to stand, because 3.6.6 does not promise to, or that call what is ours alone.
const OURS_ONLY: &[&str] = &[
    "misuse/null.c",
    "misuse/every.c",
    "misuse/ferrotls.c",
    "connect/async.c",
    "connect/threads.c",
    "ferrotls/framing.c",
    "early/examples.c",
    "early/moments.c",
    "early/replay.c",
];

/// Programs that are also run under valgrind, which is slow.
const UNDER_VALGRIND: &[&str] = &[
    "connect/patterns.c",
    "connect/session.c",
    "session/settings.c",
    "session/resume.c",
    "session/psk.c",
    "verify/callbacks.c",
    "misuse/null.c",
    "misuse/every.c",
    "misuse/ferrotls.c",
    "connect/async.c",
    "small/codes.c",
    "early/moments.c",
    "early/replay.c",
];

/// Lines that ours prints instead of those of 3.6.6.
struct Deviation {
    program: &'static str,
    /// One line or several, whole, without the last line's end.
    stock: &'static str,
    ours: &'static str,
    reason: &'static str,
}

/// DEVIATION: each with its reason.
const DEVIATIONS: &[Deviation] = &[
    Deviation {
        program: "verify/handshake.c",
        stock: "server has nothing but wrong-usage\n\
                \u{20} client: -0x7780\n\
                \u{20} flags=0xffffffff",
        ours: "server has nothing but wrong-usage\n\
               \u{20} client: -0x0000\n\
               \u{20} flags=0x800\n\
               \u{20} ! Usage does not match the keyUsage extension\n\
               \u{20} the certificate is there",
        reason: "which certificate a server shows is the application's decision, and what it is good for the peer's to check",
    },
    Deviation {
        program: "connect/patterns.c",
        stock: "  client: -0x2700 server: -0x7180",
        ours: "  client: -0x2700 server: -0x7780",
        reason: "3.6.6 sends the client's alert in the clear where its own server wants it protected (RFC 8446 section 6)",
    },
    Deviation {
        program: "connect/patterns.c",
        stock: "  client: -0x5d80 server: -0x6900",
        ours: "  client: -0x5d80 server: -0x7780",
        reason: "a client that gives up because it has no name to check says so; 3.6.6 leaves its server waiting",
    },
    Deviation {
        program: "connect/session.c",
        stock: "  client: payload out 16383 in 16384 expansion 37",
        ours: "  client: payload out 16384 in 16384 expansion 22",
        reason: "a record is filled and not padded, and its expansion is told exactly",
    },
    Deviation {
        program: "connect/session.c",
        stock: "suites in another order at either end\n\
                \u{20} client: TLSv1.3 0x0304 suite TLS1-3-AES-256-GCM-SHA384 id 0x1302 alpn none over 1",
        ours: "suites in another order at either end\n\
               \u{20} client: TLSv1.3 0x0304 suite TLS1-3-AES-128-GCM-SHA256 id 0x1301 alpn none over 1",
        reason: "the server's order decides, as mbedtls_ssl_conf_preference_order() says; 3.6.6 forgets it in TLS 1.3",
    },
    Deviation {
        program: "connect/session.c",
        stock: "  and again=-0x6900",
        ours: "  and again=-0x7880",
        reason: "after close_notify nothing more can come: a program that reads again is told so and does not wait for ever",
    },
    Deviation {
        program: "connect/session.c",
        stock: "  client reads=-0x6900",
        ours: "  client reads=-0x7880",
        reason: "after close_notify nothing more can come: a program that reads again is told so and does not wait for ever",
    },
    Deviation {
        program: "connect/callbacks.c",
        stock: "  client: -0x6900 server: -0x0001",
        ours: "  client: -0x7780 server: -0x0001",
        reason: "a server whose certificate callback fails says so; 3.6.6 leaves its client waiting",
    },
    Deviation {
        program: "session/settings.c",
        stock: "  load with a byte too many=0",
        ours: "  load with a byte too many=-0x7100",
        reason: "bytes that nobody saved are not part of a saved session",
    },
    Deviation {
        program: "session/settings.c",
        stock: "  AES-192-GCM=0\n\
                \u{20}   a name too short=-0x6100\n\
                \u{20}   a key too short=-0x6100\n\
                \u{20}   a key of 16 bytes=-0x6100\n\
                \u{20}   a key of 32 bytes=0\n\
                \u{20}   an empty session=-0x7080\n\
                \u{20}   length 0\n\
                \u{20}   no room=-0x6a00\n\
                \u{20}   too short=-0x7100\n\
                \u{20}   another length=-0x7100\n\
                \u{20}   an unknown key=-0x6d80\n\
                \u{20}   not authentic=-0x7180",
        ours: "  AES-192-GCM=-0x7080",
        reason: "tickets are sealed with ciphers of 128 and 256 bits; nobody but their server sees with which",
    },
    Deviation {
        program: "session/resume.c",
        stock: "  server: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                resumed: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "  server: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               resumed: client -0x0000 server -0x0000\n\
               \u{20} resumed, tickets written 1 parsed 1\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0",
        reason: "a server still knows the client's certificate on a resumed connection",
    },
    Deviation {
        program: "session/resume.c",
        stock: "the server has become stricter: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "the server has become stricter: client -0x0000 server -0x7480\n\
               \u{20} full, tickets written 0 parsed 1",
        reason: "a server that requires a certificate takes no session of a client that showed none",
    },
    Deviation {
        program: "session/resume.c",
        stock: "the client has become stricter: client -0x0000 server -0x0000\n\
                \u{20} resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "the client has become stricter: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a client that requires a good certificate resumes no session whose certificate was not checked",
    },
    Deviation {
        program: "session/resume.c",
        stock: "  resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "  resumed, tickets written 1 parsed 1\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a resumed connection tells what its session's handshake found: nobody asked the client for a certificate",
    },
    Deviation {
        program: "session/resume.c",
        stock: "  resumed, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x0",
        ours: "  resumed, tickets written 1 parsed 1\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a saved session keeps the peer's certificate",
    },
    Deviation {
        program: "session/resume.c",
        stock: "  read=-0x6900\n\
                \u{20} get=0\n\
                \u{20} session: version 0x304 suite 0x1301 no ticket lifetime 0 flags 0x0\n\
                \u{20} ticket of some length 0",
        ours: "  read=-0x6900\n\
               \u{20} get=0\n\
               \u{20} session: version 0x304 suite 0x1301 a ticket lifetime 86400 flags 0x5\n\
               \u{20} ticket of some length 1",
        reason: "a ticket that comes in is kept, whether or not the program asked to be told of it",
    },
    Deviation {
        program: "session/resume.c",
        stock: "the callback writes no ticket: client -0x0000 server -0x0001\n\
                \u{20} full, tickets written 1 parsed 0",
        ours: "the callback writes no ticket: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a connection does not need a ticket: one that cannot be written is not sent",
    },
    Deviation {
        program: "session/resume.c",
        stock: "another name: client -0x7100 server -0x6900\n\
                \u{20} not connected, tickets written 0 parsed 0\n\
                no name: client -0x7100 server -0x6900\n\
                \u{20} not connected, tickets written 0 parsed 0",
        ours: "another name: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x4\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80\n\
               no name: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 1 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        reason: "a session of another name is not resumed; the handshake is a full one",
    },
    Deviation {
        program: "session/resume.c",
        stock: "none at the server: client -0x0000 server -0x0000\n\
                \u{20} full, tickets written 1 parsed 0\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80\n\
                \u{20} tickets 1\n\
                \u{20} session: version 0x304 suite 0x1301 a ticket lifetime 86400 flags 0x5\n\
                \u{20} ticket of some length 1\n\
                \u{20} and again: client -0x0000 server -0x0000\n\
                \u{20} full, tickets written 1 parsed 1\n\
                \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
                \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80",
        ours: "none at the server: client -0x0000 server -0x0000\n\
               \u{20} full, tickets written 0 parsed 0\n\
               \u{20} client: suite TLS1-3-AES-128-GCM-SHA256 peer 1 flags 0x0\n\
               \u{20} server: suite TLS1-3-AES-128-GCM-SHA256 peer 0 flags 0x80\n\
               \u{20} tickets 0",
        reason: "a server that would not take a ticket sends none",
    },
    Deviation {
        program: "session/psk.c",
        stock: "no key at the client: client -0x7780 server -0x6600 asked 0",
        ours: "no key at the client: client -0x7100 server -0x6900 asked 0",
        reason: "a client that may not use certificates and has no key cannot begin, and says so itself",
    },
    Deviation {
        program: "connect/records.c",
        stock: "a record too long\n  server reads=-0x7100",
        ours: "a record too long\n  server reads=-0x7200",
        reason: "the peer's record is invalid, not the caller's input",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 16383 in 16384\n\
                \u{20} after: server out 16383 in 16384",
        ours: "  after: client out 16384 in 16384\n\
                \u{20} after: server out 16384 in 16384",
        reason: "a record is filled and not padded",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 511 in 512\n\
                \u{20} after: server out 16383 in 16384",
        ours: "  after: client out 512 in 512\n\
                \u{20} after: server out 512 in 512",
        reason: "max_fragment_length is negotiated in TLS 1.3 too, and a record is filled",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 4095 in 4096\n\
                \u{20} after: server out 16383 in 16384",
        ours: "  after: client out 4096 in 4096\n\
                \u{20} after: server out 4096 in 4096",
        reason: "max_fragment_length is negotiated in TLS 1.3 too, and a record is filled",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 16383 in 16384\n\
                \u{20} after: server out 1023 in 16384",
        ours: "  after: client out 16384 in 16384\n\
                \u{20} after: server out 1024 in 16384",
        reason: "a record is filled and not padded",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  after: client out 2047 in 2048\n\
                \u{20} after: server out 511 in 16384",
        ours: "  after: client out 2048 in 2048\n\
                \u{20} after: server out 512 in 2048",
        reason: "max_fragment_length is negotiated in TLS 1.3 too, and a record is filled",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  client writes 16383\n\
                \u{20} server reads 16383",
        ours: "  client writes 16384\n\
                \u{20} server reads 16384",
        reason: "a record is filled and not padded",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "  client writes 1023\n\
                \u{20} server reads 1023",
        ours: "  client writes 1024\n\
                \u{20} server reads 1024",
        reason: "a record is filled and not padded",
    },
    Deviation {
        program: "connect/limits.c",
        stock: "the server's order: TLS1-3-CHACHA20-POLY1305-SHA256",
        ours: "the server's order: TLS1-3-AES-128-GCM-SHA256",
        reason: "the server's order decides, as mbedtls_ssl_conf_preference_order() says; 3.6.6 forgets it in TLS 1.3",
    },
    Deviation {
        program: "compare/x509/verify.c",
        stock: concat!(
            "== inner-backwards\n",
            "chain 0x0000\n",
            "ca 0x0000\n",
            "crl -0x2180\n",
            "  depth 1 CN=Inner 2 flags 8\n",
            "  depth 0 CN=Leaf flags 0\n",
            "ret -0x2700\n",
            "flags 8\n",
            "info 0x003e\n",
            "  ! The certificate is not correctly signed by the trusted CA\n",
            "no name -0x2700\n",
            "flags 8\n",
            "suite b -0x2700\n",
            "flags 8\n",
            "none allowed -0x2700\n",
            "flags 1c008\n",
            "forgiving the leaf\n",
            "  depth 1 CN=Inner 2 flags 8\n",
            "  depth 0 CN=Leaf flags 0\n",
            "ret -0x2700\n",
            "flags 8\n",
            "refusing at depth 1\n",
            "  depth 1 CN=Inner 2 flags 8\n",
            "ret -0x3000\n",
            "flags ffffffff\n",
            "  depth 1 CN=Inner 2 flags 8",
        ),
        ours: concat!(
            "== inner-backwards\n",
            "chain 0x0000\n",
            "ca 0x0000\n",
            "crl -0x2180\n",
            "  depth 4 CN=Root flags 0\n",
            "  depth 3 CN=Inner 0 flags 0\n",
            "  depth 2 CN=Inner 1 flags 0\n",
            "  depth 1 CN=Inner 2 flags 0\n",
            "  depth 0 CN=Leaf flags 0\n",
            "ret 0x0000\n",
            "flags 0\n",
            "info 0x0000\n",
            "no name 0x0000\n",
            "flags 0\n",
            "suite b 0x0000\n",
            "flags 0\n",
            "none allowed -0x2700\n",
            "flags 1c000\n",
            "forgiving the leaf\n",
            "  depth 4 CN=Root flags 0\n",
            "  depth 3 CN=Inner 0 flags 0\n",
            "  depth 2 CN=Inner 1 flags 0\n",
            "  depth 1 CN=Inner 2 flags 0\n",
            "  depth 0 CN=Leaf flags 0\n",
            "ret 0x0000\n",
            "flags 0\n",
            "refusing at depth 1\n",
            "  depth 4 CN=Root flags 0\n",
            "  depth 3 CN=Inner 0 flags 0\n",
            "  depth 2 CN=Inner 1 flags 0\n",
            "  depth 1 CN=Inner 2 flags 0\n",
            "ret -0x3000\n",
            "flags ffffffff\n",
            "  depth 4 CN=Root flags 0\n",
            "  depth 3 CN=Inner 0 flags 0\n",
            "  depth 2 CN=Inner 1 flags 0\n",
            "  depth 1 CN=Inner 2 flags 0",
        ),
        reason: "3.6.6 wants intermediates in order; TLS 1.3 asks to be prepared for any (RFC 8446 section 4.4.2)",
    },
];

/// The longest a program may take.
const LIMIT: Duration = Duration::from_secs(120);

/// The numbers of a run.
#[derive(Default)]
pub struct Tally {
    /// Programs that printed the same, or ended well.
    pub passed: usize,
    /// Programs that did not.
    pub failed: usize,
    /// What could not be compared, and why.
    pub skipped: Vec<String>,
}

/// The task.
pub fn run(arguments: &[String]) -> Result<()> {
    let tally = compare(Library::Ours, arguments)?;
    tally.skipped.iter().for_each(|skip| println!("skipped: {skip}"));
    println!("compare: {} programs the same, {} not", tally.passed, tally.failed);
    if tally.failed == 0 {
        Ok(())
    } else {
        Err("there are differences".into())
    }
}

/// Runs the programs whose name holds one of `only`, or all of them.
pub fn compare(library: Library, only: &[String]) -> Result<Tally> {
    library.prepare()?;
    let mut tally = Tally::default();
    let stock = Library::Stock.prepare();
    if let Err(error) = &stock {
        tally.skipped.push(format!("stock Mbed TLS 3.6.6: {error}"));
    }
    let wanted = |program: &&&str| only.is_empty() || only.iter().any(|word| program.contains(word.as_str()));
    for program in OURS_ONLY.iter().filter(wanted) {
        let ended = play_ours(library, program);
        if !ended.success {
            println!("{}\n{}", ended.stdout, ended.stderr);
        }
        note(&mut tally, program, ended.success, &ended.how);
    }
    let programs: Vec<_> = PROGRAMS.iter().filter(wanted).filter(|_| stock.is_ok()).collect();
    if programs
        .iter()
        .any(|program| MADE.iter().any(|(name, _)| name == *program))
    {
        make()?;
    }
    for program in programs {
        let theirs = play(Library::Stock, program)?;
        if !theirs.success {
            note(
                &mut tally,
                program,
                false,
                &format!("with stock: {}\n{}", theirs.how, theirs.stderr),
            );
            continue;
        }
        let mine = play_ours(library, program);
        if !mine.success {
            println!("{program}: {}\n{}", mine.how, mine.stderr);
        }
        let same = (mine.success || !mine.stdout.is_empty()) && report(program, &theirs.stdout, &mine.stdout);
        note(
            &mut tally,
            program,
            same && mine.success,
            if same { &mine.how } else { "prints something else" },
        );
        swapped(library, program, &mine, &mut tally)?;
    }
    Ok(tally)
}

/// The program as it was compiled against the headers of 3.6.6, with our library in the place of those it was linked to: it
/// must print what the one compiled against our headers does.
fn swapped(library: Library, program: &str, mine: &Finished, tally: &mut Tally) -> Result<()> {
    let binary = Library::Stock.compile(&[program])?;
    let mut command = Command::new(binary);
    command
        .env("LD_PRELOAD", library.shared_object()?)
        .args(folders(program)?);
    let ended = run_for(&mut command, LIMIT, b"")?;
    let same = ended.stdout == mine.stdout && ended.success;
    if !same {
        let (left, right): (Vec<_>, Vec<_>) = (mine.stdout.lines().collect(), ended.stdout.lines().collect());
        for (mark, line) in difference(&left, &right) {
            println!("    {mark} {line}");
        }
        println!("{}", ended.stderr);
    }
    note(tally, &format!("{program}, built against 3.6.6"), same, &ended.how);
    Ok(())
}

/// Runs some of the programs with ours under valgrind: every access valid, nothing lost.
pub fn under_valgrind(library: Library) -> Result<Tally> {
    library.prepare()?;
    let mut tally = Tally::default();
    for program in UNDER_VALGRIND {
        let binary = library.compile(&[program])?;
        let mut command = Command::new("valgrind");
        command.args(["--quiet", "--error-exitcode=9"]);
        // These call every function once and free nothing that they set up.
        if !["misuse/every.c", "misuse/ferrotls.c"].contains(program) {
            command.args(["--leak-check=full", "--errors-for-leak-kinds=definite"]);
        }
        let known = root().join("c-tests/valgrind.supp");
        command.arg(format!("--suppressions={}", known.display()));
        command.arg(binary).arg(pki::folder()?);
        let ended = run_for(&mut command, Duration::from_secs(600), b"")?;
        if !ended.success {
            println!("{}", ended.stderr);
        }
        note(&mut tally, program, ended.success, &ended.how);
    }
    Ok(tally)
}

/// Counts and prints a result.
fn note(tally: &mut Tally, program: &str, passed: bool, how: &str) {
    if passed {
        tally.passed += 1;
        println!("passed  {program}");
    } else {
        tally.failed += 1;
        println!("FAILED  {program}: {how}");
    }
}

/// Compiles and runs a program with ours; one that cannot be compiled counts as one that ended badly.
fn play_ours(library: Library, program: &str) -> Finished {
    play(library, program).unwrap_or_else(|error| Finished {
        success: false,
        how: "cannot be compiled or started".to_owned(),
        stdout: String::new(),
        stderr: error.to_string(),
    })
}

/// Compiles and runs a program.
fn play(library: Library, program: &str) -> Result<Finished> {
    let binary = library.compile(&[program])?;
    run_for(Command::new(binary).args(folders(program)?), LIMIT, b"")
}

/// The folders a program is given.
fn folders(program: &str) -> Result<Vec<PathBuf>> {
    Ok(match MADE.iter().find(|(name, _)| *name == program) {
        Some((_, folders)) => folders.iter().map(|folder| made(folder)).collect(),
        None => vec![pki::folder()?],
    })
}

/// A folder that `tests/compare_pki.rs` fills, or one of the project's own.
fn made(folder: &str) -> PathBuf {
    if folder.starts_with("tests/") {
        root().join(folder)
    } else {
        target().join("tmp").join("compare").join(folder)
    }
}

/// Lets `tests/compare_pki.rs` make its certificates, which are fresh each time.
fn make() -> Result<()> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    capture(
        Command::new(cargo)
            .args(["test", "--quiet", "--package", "ferrotls", "--test", "compare_pki"])
            .current_dir(root()),
    )
    .map(drop)
}

/// What 3.6.6 printed, with the deviations put in; the second part names those that found nothing to change.
fn expected(program: &str, stock: &str) -> (String, Vec<&'static str>) {
    let mut text = format!("\n{stock}");
    let mut unused = Vec::new();
    for deviation in DEVIATIONS.iter().filter(|deviation| deviation.program == program) {
        let old = format!("\n{}\n", deviation.stock);
        if text.contains(&old) {
            println!("DEVIATION: {program}: {}", deviation.reason);
            // Twice, because neighbours share a line's end.
            let new = format!("\n{}\n", deviation.ours);
            text = text.replace(&old, &new).replace(&old, &new);
        } else {
            unused.push(deviation.reason);
        }
    }
    (text.trim_start_matches('\n').to_owned(), unused)
}

/// Prints the lines that differ, each with the lines before it for a place.
fn report(program: &str, stock: &str, ours: &str) -> bool {
    let (wanted, unused) = expected(program, stock);
    for reason in &unused {
        println!("{program}: a deviation that does not occur: {reason}");
    }
    if wanted == ours {
        return unused.is_empty();
    }
    let (left, right): (Vec<_>, Vec<_>) = (wanted.lines().collect(), ours.lines().collect());
    // Comparing takes lines times lines of memory, so of a long output only the part from the first difference on.
    let same = left
        .iter()
        .zip(&right)
        .take_while(|(a, b)| a == b)
        .count()
        .saturating_sub(20);
    let (left, right) = (&left[same..], &right[same..]);
    let (left, right) = (&left[..left.len().min(2000)], &right[..right.len().min(2000)]);
    for (mark, line) in difference(left, right) {
        println!("    {mark} {line}");
    }
    false
}

/// A line-by-line difference with two lines of context: `-` what 3.6.6 printed, `+` what ours did.
fn difference<'a>(left: &[&'a str], right: &[&'a str]) -> Vec<(char, &'a str)> {
    // Lengths of the longest common subsequence of what is left from each pair of places on.
    let mut common = vec![vec![0u32; right.len() + 1]; left.len() + 1];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            common[i][j] = if left[i] == right[j] {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut all) = (0, 0, Vec::new());
    while i < left.len() || j < right.len() {
        if i < left.len() && j < right.len() && left[i] == right[j] {
            all.push((' ', left[i]));
            (i, j) = (i + 1, j + 1);
        } else if j == right.len() || (i < left.len() && common[i + 1][j] >= common[i][j + 1]) {
            all.push(('-', left[i]));
            i += 1;
        } else {
            all.push(('+', right[j]));
            j += 1;
        }
    }
    let near = |at: usize| {
        all[at.saturating_sub(2)..(at + 3).min(all.len())]
            .iter()
            .any(|(mark, _)| *mark != ' ')
    };
    (0..all.len()).filter(|at| near(*at)).map(|at| all[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_shows_both_sides_in_their_place() {
        let shown = difference(&["a", "b", "c", "d", "e", "f"], &["a", "b", "x", "d", "e", "f"]);
        let marks: String = shown.iter().map(|(mark, line)| format!("{mark}{line}")).collect();
        assert_eq!(marks, " a b-c+x d e");
        assert!(difference(&["a"], &["a"]).is_empty());
    }
}
