//! The project's own tasks, run as `cargo xtask <task>`.
//!
//! One module per task; [`TASKS`] is the whole dispatch. What several tasks share stands in [`shell`] (running other
//! programs, folders of the project), [`deps`] (programs a machine must have) and [`peers`] (other TLS libraries).

mod asan;
mod bench;
mod bogo;
mod c_runs;
mod compare;
mod compat;
mod ct;
mod demo;
mod deps;
mod deviations;
mod dist;
mod examples;
mod features;
mod fleet;
mod fuzz;
mod headers;
mod install;
mod interop;
mod matrix;
mod peers;
mod pki;
mod programs;
#[path = "features/psk_only.rs"]
mod psk_only;
mod sanitize;
mod shell;
mod soak;
mod states;
mod test;
mod threads;
mod tsan;
mod valgrind;

use shell::Result;

/// A task: its name, what it does in a line, and its function, which is given the arguments after the name.
struct Task {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<()>,
}

/// Every task there is, in the order the help shows them.
const TASKS: &[Task] = &[
    Task {
        name: "demo",
        about: "build the library and show what it does, in a minute once it is built (--no-bench)",
        run: demo::run,
    },
    Task {
        name: "test",
        about: "what every change has to pass: the tests, and short forms of what takes longer",
        run: test::run,
    },
    Task {
        name: "compare",
        about: "the C programs of c-tests, with stock Mbed TLS and with ours, must print the same",
        run: compare::run,
    },
    Task {
        name: "compat",
        about: "Debian's packages for Mbed TLS do their work with our shared objects (names of packages, --release, --programs)",
        run: compat::run,
    },
    Task {
        name: "interop",
        about: "our client and server against other libraries (tls13, tls12, resume, psk, early, ...; --full, --short)",
        run: interop::run,
    },
    Task {
        name: "bogo",
        about: "BoringSSL's test runner (BOGO_RUNNER) against ours, written to bogo/RESULTS.md (--check: of its configuration)",
        run: bogo::run,
    },
    Task {
        name: "bench",
        about: "measure beside stock Mbed TLS 3.6.6, rustls and OpenSSL (--quick, --help)",
        run: bench::run,
    },
    Task {
        name: "states",
        about: "our order of handshake states beside the recorded one (--record, --stock)",
        run: states::run,
    },
    Task {
        name: "features",
        about: "each option of the build left out alone, and each alone (--short: what every change has to pass; --dev; words choose builds)",
        run: features::run,
    },
    Task {
        name: "examples",
        about: "the installed library called from Python, Node and C++, with each other, OpenSSL and curl",
        run: examples::run,
    },
    Task {
        name: "fleet",
        about: "the example of a fleet of servers that share tickets and anti-replay through Redis",
        run: fleet::run,
    },
    Task {
        name: "threads",
        about: "one thread reads while another writes, for millions of records (--records N, --tsan)",
        run: threads::run,
    },
    Task {
        name: "fuzz",
        about: "every fuzz target for some seconds (--seconds N, --keep: its finds and figures; words choose targets)",
        run: fuzz::run,
    },
    Task {
        name: "valgrind",
        about: "every C test under valgrind's memcheck: no invalid access, nothing lost (--short; words choose tests)",
        run: valgrind::run,
    },
    Task {
        name: "asan",
        about: "AddressSanitizer and LeakSanitizer over Rust's tests and the C tests (--short, --rust, --c; words choose tests)",
        run: asan::run,
    },
    Task {
        name: "tsan",
        about: "ThreadSanitizer over the tests that have threads (--short, --rust, --c)",
        run: tsan::run,
    },
    Task {
        name: "ct",
        about: "whether time or addresses depend on secrets, seen by valgrind on the binary (--short; words choose cases)",
        run: ct::run,
    },
    Task {
        name: "soak",
        about: "ten thousand connections at once, a million handshakes, rekeying transfer (--short, --handshakes N, ...)",
        run: soak::run,
    },
    Task {
        name: "install",
        about: "install under target/install as CMake would on a system, and say where (--release)",
        run: install::run,
    },
    Task {
        name: "dist",
        about: "a release as a tarball under target/dist, unpacked elsewhere and tried",
        run: dist::run,
    },
    Task {
        name: "psk-only",
        about: "a build of pre-shared keys alone has no certificates in it (nm) and talks to itself and to OpenSSL",
        run: psk_only::run,
    },
    Task {
        name: "headers",
        about: "render include/ from src/capi (--check: only tell what would change)",
        run: headers::run,
    },
    Task {
        name: "matrix",
        about: "write MATRIX.md, every function and its tests (--check: only tell whether it would change)",
        run: matrix::run,
    },
    Task {
        name: "deviations",
        about: "write docs/DEVIATIONS.md, where ours differs from 3.6 and why (--check: only tell whether it would change)",
        run: deviations::run,
    },
    Task {
        name: "certificates",
        about: "make the certificates of the tests, and say in which folder they are",
        run: pki::run,
    },
    Task {
        name: "peers",
        about: "fetch the libraries and programs that the tests are held against",
        run: peers::run,
    },
];

fn main() {
    let mut arguments = std::env::args().skip(1);
    let Some(name) = arguments.next() else {
        help();
        std::process::exit(2);
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        return help();
    }
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprintln!("xtask: there is no task \"{name}\"");
        help();
        std::process::exit(2);
    };
    if let Err(error) = (task.run)(&arguments.collect::<Vec<_>>()) {
        eprintln!("xtask {name}: {error}");
        std::process::exit(1);
    }
}

/// The list of tasks.
fn help() {
    eprintln!("usage: cargo xtask <task> [arguments]\n");
    for task in TASKS {
        eprintln!("  {:<12} {}", task.name, task.about);
    }
}

#[cfg(test)]
mod tests {
    use super::TASKS;
    use crate::shell::root;

    #[test]
    fn contributors_are_told_of_every_task() {
        let page = std::fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
        let is_named = |name: &str| page.contains(&format!("cargo xtask {name}"));
        let unnamed: Vec<_> = TASKS.iter().filter(|task| !is_named(task.name)).collect();
        assert!(
            unnamed.is_empty(),
            "{:?}",
            unnamed.iter().map(|task| task.name).collect::<Vec<_>>()
        );
    }
}
