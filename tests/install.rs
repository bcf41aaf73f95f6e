//! What an installation gives is what builds that were made for Mbed TLS ask for: its libraries in any order and kind, its
//! pkg-config files, its CMake package and targets.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

#[allow(dead_code, reason = "the tasks use what a test does not")]
#[path = "../xtask/src/deps.rs"]
mod deps;
#[allow(dead_code, reason = "the tasks use what a test does not")]
#[path = "../xtask/src/install.rs"]
mod install;
#[allow(dead_code, reason = "the tasks use what a test does not")]
#[path = "../xtask/src/shell.rs"]
mod shell;

use install::{Profile, cmake};
use shell::{capture, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

/// The installed library, of a debug build. `None` where CMake is missing and that is allowed.
static INSTALLED: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    if !deps::ensure(&[&deps::CC, &deps::CMAKE, &deps::PKG_CONFIG]).is_empty() && !shell::in_ci() {
        eprintln!("skipped: no compiler, CMake or pkg-config");
        return None;
    }
    Some(install::installed(Profile::Dev).unwrap())
});

/// The names of Mbed TLS's three libraries.
const LIBRARIES: [&str; 3] = ["mbedtls", "mbedx509", "mbedcrypto"];

/// Programs of `c-tests/install` and what each prints.
const PROGRAMS: [(&str, &str); 5] = [
    ("all", "0 2048\n"),
    ("crypto", "ba7816bf\n"),
    ("x509", "-0x21E2\n"),
    ("profiles", PROFILES),
    ("tls", "0\n"),
];

/// The variables of `x509_crt.h`, as 3.6.6 has them. Alone, `-lmbedx509` and `-lmbedcrypto` each give their own.
const PROFILES: &str = "\
default 700 fffffff fc 2048
next 700 fffffff 8fc 2048
suiteb 300 a c 0
none 0 0 0 4294967295
";

/// A folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("install").join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Compiles `c-tests/install/<name>.c` to an object.
fn object(prefix: &Path, folder: &Path, name: &str, flags: &[&str]) -> PathBuf {
    let object = folder.join(format!("{name}.o"));
    let source = root().join(format!("c-tests/install/{name}.c"));
    let mut command = Command::new(deps::cc());
    command
        .args(["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-c"])
        .args(flags);
    command.arg("-I").arg(prefix.join("include"));
    capture(command.arg(source).arg("-o").arg(&object)).unwrap();
    object
}

/// Links `object` with `flags` and runs the program with `LD_LIBRARY_PATH` and immediate binding; returns what it prints.
fn link_and_run(prefix: &Path, object: &Path, flags: &[String]) -> shell::Result<String> {
    let program = object.with_extension("program");
    let mut command = Command::new(deps::cc());
    command.arg(object).arg("-L").arg(prefix.join("lib")).args(flags);
    capture(command.arg("-o").arg(&program))?;
    run(prefix, &program)
}

/// Runs `program`, which finds our shared objects first; returns what it prints.
fn run(prefix: &Path, program: &Path) -> shell::Result<String> {
    let mut command = Command::new(program);
    command
        .env("LD_LIBRARY_PATH", prefix.join("lib"))
        .env("LD_BIND_NOW", "1");
    Ok(String::from_utf8(capture(&mut command)?.stdout)?)
}

/// What `readelf -d` says of `tag`, the values in brackets.
fn dynamic(file: &Path, tag: &str) -> Vec<String> {
    let output = capture(Command::new("readelf").arg("-dW").arg(file)).unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().filter(|line| line.contains(&format!("({tag})")));
    lines
        .map(|line| line.split(['[', ']']).nth(1).unwrap().to_owned())
        .collect()
}

/// The global symbols that `file` defines: address, kind, name.
fn symbols(file: &Path, flags: &[&str]) -> Vec<(String, String, String)> {
    let mut command = Command::new("nm");
    let output = capture(command.args(flags).arg("--defined-only").arg(file)).unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let fields = text
        .lines()
        .map(|line| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    let found = fields.filter_map(|mut fields| Some((fields.pop()?, fields.pop()?, fields.pop()?)));
    found.map(|(name, kind, address)| (address, kind, name)).collect()
}

/// True for a name of the interface.
fn is_interface(name: &str) -> bool {
    ["mbedtls_", "psa_", "ferrotls_"]
        .iter()
        .any(|start| name.starts_with(start))
}

/// True for a variable of x509_crt.h.
fn is_profile(name: &str) -> bool {
    name.starts_with("mbedtls_x509_crt_profile_")
}

/// Every order of one, two or three of `names`.
fn orders(names: &[&'static str]) -> Vec<Vec<&'static str>> {
    let mut orders: Vec<Vec<&str>> = vec![Vec::new()];
    let mut from = 0;
    while from < orders.len() {
        for name in names {
            if !orders[from].contains(name) {
                let mut longer = orders[from].clone();
                longer.push(name);
                orders.push(longer);
            }
        }
        from += 1;
    }
    orders.into_iter().filter(|order| !order.is_empty()).collect()
}

#[test]
fn files_have_the_names_of_mbed_tls() {
    let Some(prefix) = INSTALLED.as_deref() else { return };
    let lib = prefix.join("lib");
    for (name, number, needed) in [
        ("mbedcrypto", 16, &[][..]),
        ("mbedx509", 7, &["libmbedcrypto.so.16"][..]),
        ("mbedtls", 21, &["libmbedx509.so.7", "libmbedcrypto.so.16"][..]),
    ] {
        let soname = format!("lib{name}.so.{number}");
        let file = lib.join(format!("lib{name}.so.3.6.6"));
        assert!(file.symlink_metadata().unwrap().is_file(), "{}", file.display());
        for link in [&soname, &format!("lib{name}.so")] {
            assert_eq!(lib.join(link).canonicalize().unwrap(), file, "{link}");
            assert!(lib.join(link).is_symlink(), "{link}");
        }
        assert_eq!(dynamic(&file, "SONAME"), [soname]);
        let found = dynamic(&file, "NEEDED");
        if name == "mbedcrypto" {
            let foreign = found.iter().find(|name| name.contains("mbed"));
            assert_eq!(foreign, None);
        } else {
            assert_eq!(found, needed);
            assert_eq!(dynamic(&file, "RUNPATH"), ["$ORIGIN"]);
        }
        assert!(lib.join(format!("lib{name}.a")).is_file());
        assert!(lib.join(format!("pkgconfig/{name}.pc")).is_file());
    }
    assert_eq!(
        lib.join("libferrotls.so").canonicalize().unwrap(),
        lib.join("libmbedcrypto.so.3.6.6")
    );
    assert_eq!(
        lib.join("libferrotls.a").canonicalize().unwrap(),
        lib.join("libmbedcrypto.a")
    );
}

#[test]
fn nothing_shows_but_the_interface() {
    let Some(prefix) = INSTALLED.as_deref() else { return };
    let lib = prefix.join("lib");
    let code = symbols(&lib.join("libmbedcrypto.so"), &["-D"]);
    assert!(code.len() > 900, "{} symbols", code.len());
    let archive = symbols(&lib.join("libmbedcrypto.a"), &["-g"]);
    for (_, _, name) in code.iter().chain(&archive) {
        assert!(is_interface(name), "{name}");
    }
    let names = |symbols: &[(String, String, String)]| -> Vec<String> {
        let mut names: Vec<_> = symbols.iter().map(|symbol| symbol.2.clone()).collect();
        names.sort();
        names
    };
    assert_eq!(names(&code), names(&archive), "shared and static show the same");
    // The other two only refer: what they name has no address, so that the loader passes over it.
    for (name, sample) in [("mbedtls", "mbedtls_ssl_setup"), ("mbedx509", "mbedtls_x509_crt_init")] {
        let referring = symbols(&lib.join(format!("lib{name}.so")), &["-D"]);
        assert!(referring.iter().any(|symbol| symbol.2 == sample), "{sample}");
        let (variables, functions): (Vec<_>, Vec<_>) = referring.iter().partition(|symbol| is_profile(&symbol.2));
        for (address, _, symbol) in functions {
            assert!(address.chars().all(|digit| digit == '0'), "{symbol} at {address}");
            let function = code.iter().find(|other| &other.2 == symbol);
            assert!(function.is_some_and(|(_, kind, _)| kind == "T"), "{symbol}");
        }
        // Variables are where 3.6 has them, because a linker copies them into the program from there.
        let of_all = code.iter().filter(|symbol| is_profile(&symbol.2)).count();
        assert_eq!(of_all, 4);
        assert_eq!(variables.len(), if name == "mbedx509" { of_all } else { 0 });
        assert!(variables.iter().all(|(_, kind, _)| kind == "R"), "{variables:?}");
    }
}

#[test]
fn names_have_no_address_wherever_the_linker_begins() {
    let Some(prefix) = INSTALLED.as_deref() else { return };
    let folder = folder("names");
    let script = folder.join("names.ld");
    let library = folder.join("librefers.so");
    let mut names = cmake();
    names.args(["-DNM=nm", "-DNAMES=mbedtls_ssl_"]);
    names.arg(format!("-DOBJECT={}", prefix.join("lib/libmbedcrypto.a").display()));
    names.arg(format!("-DSCRIPT={}", script.display()));
    capture(names.arg("-P").arg(root().join("cmake/Names.cmake"))).unwrap();
    // As on machines where more than the headers comes first.
    for layout in [
        "-Wl,-Ttext-segment=0x10000",
        "-Wl,--build-id=none",
        "-Wl,-z,noseparate-code",
    ] {
        let mut link = Command::new(deps::cc());
        link.args(["-shared", "-nostdlib", "-Wl,--no-as-needed", layout])
            .arg("-o")
            .arg(&library);
        link.arg(root().join("cmake/empty.c"))
            .arg(&script)
            .arg("-L")
            .arg(prefix.join("lib"));
        capture(link.arg("-lmbedcrypto")).unwrap();
        let referring = symbols(&library, &["-D"]);
        assert!(referring.len() > 100, "{layout}");
        for (address, kind, symbol) in &referring {
            let is_none = address.chars().all(|digit| digit == '0') && kind != "A";
            assert!(is_none, "{layout}: {symbol} {kind} at {address}");
        }
    }
}

/// A program that finds everything by itself: not linked with the library that it opens.
#[test]
fn a_library_that_only_refers_may_be_opened_by_itself() {
    let Some(prefix) = INSTALLED.as_deref() else { return };
    let program = folder("opened").join("opened");
    let mut command = Command::new(deps::cc());
    command
        .args(["-std=c99", "-Wall", "-Wextra", "-Werror"])
        .arg("-I")
        .arg(prefix.join("include"));
    capture(
        command
            .arg(root().join("c-tests/install/opened.c"))
            .arg("-ldl")
            .arg("-o")
            .arg(&program),
    )
    .unwrap();
    for number in ["libmbedtls.so.21", "libmbedx509.so.7"] {
        let opened = capture(Command::new(&program).arg(prefix.join("lib").join(number))).unwrap();
        assert_eq!(
            String::from_utf8_lossy(&opened.stdout),
            "found, another: 1, shown to others: 0\n",
            "{number}"
        );
    }
}

#[test]
fn shared_objects_link_in_any_order() {
    let Some(prefix) = INSTALLED.as_deref() else { return };
    let folder = folder("shared");
    for (name, expected) in PROGRAMS {
        let object = object(prefix, &folder, name, &["-O1"]);
        for order in orders(&LIBRARIES) {
            // Which of them a program cannot do without, as with Mbed TLS.
            let enough = match name {
                "all" => order.contains(&"mbedcrypto"),
                "crypto" => order.contains(&"mbedcrypto"),
                "x509" | "profiles" => order.contains(&"mbedx509") || order.contains(&"mbedcrypto"),
                _ => order.contains(&"mbedtls") || order.contains(&"mbedcrypto"),
            };
            if !enough {
                continue;
            }
            for as_needed in ["-Wl,--as-needed", "-Wl,--no-as-needed"] {
                let mut flags = vec![as_needed.to_owned()];
                flags.extend(order.iter().map(|name| format!("-l{name}")));
                let printed = link_and_run(prefix, &object, &flags);
                let printed = printed.unwrap_or_else(|error| panic!("{name} with {flags:?}: {error}"));
                assert_eq!(printed, expected, "{name} with {flags:?}");
            }
        }
    }
    // A program names the libraries that it uses, as it would with Mbed TLS.
    let needed = |name: &str| dynamic(&folder.join(format!("{name}.program")), "NEEDED");
    let order = ["-Wl,--as-needed", "-lmbedtls", "-lmbedx509", "-lmbedcrypto"].map(String::from);
    for (name, of_ours) in [
        ("tls", &["libmbedtls.so.21"][..]),
        ("x509", &["libmbedx509.so.7"][..]),
        ("profiles", &["libmbedx509.so.7"][..]),
        ("crypto", &["libmbedcrypto.so.16"][..]),
        (
            "all",
            &["libmbedtls.so.21", "libmbedx509.so.7", "libmbedcrypto.so.16"][..],
        ),
    ] {
        link_and_run(prefix, &folder.join(format!("{name}.o")), &order).unwrap();
        let mut found = needed(name);
        found.retain(|name| name.contains("mbed"));
        assert_eq!(found, of_ours, "{name}");
    }
}

#[test]
fn archives_link_in_any_order() {
    let Some(prefix) = INSTALLED.as_deref() else { return };
    let folder = folder("static");
    // Nothing of libm, which is a library of its own with every C library; the other two are not with newer ones.
    let system = ["-lpthread", "-ldl"].map(String::from);
    for (name, expected) in PROGRAMS {
        let object = object(prefix, &folder, name, &["-O1"]);
        // Six orders of the three, and the code by itself.
        let mut orders: Vec<_> = orders(&LIBRARIES)
            .into_iter()
            .filter(|order| order.len() == 3 && name == "all" || order == &["mbedcrypto"])
            .collect();
        orders.push(vec!["mbedtls", "mbedx509", "mbedcrypto", "mbedtls"]);
        for order in orders {
            let mut flags = vec!["-Wl,-Bstatic".to_owned()];
            flags.extend(order.iter().map(|name| format!("-l{name}")));
            flags.push("-Wl,-Bdynamic".into());
            flags.extend(system.clone());
            let printed = link_and_run(prefix, &object, &flags);
            let printed = printed.unwrap_or_else(|error| panic!("{name} with {flags:?}: {error}"));
            assert_eq!(printed, expected, "{name} with {flags:?}");
            let program = object.with_extension("program");
            assert!(!dynamic(&program, "NEEDED").iter().any(|name| name.contains("mbed")));
        }
    }
    let all = folder.join("all.o");
    for flags in [
        "-Wl,-Bstatic -Wl,--whole-archive -lmbedtls -lmbedx509 -lmbedcrypto -Wl,--no-whole-archive -Wl,-Bdynamic",
        "-static -lmbedtls -lmbedx509 -lmbedcrypto",
        "-static-pie -lmbedcrypto -lmbedx509 -lmbedtls -Wl,--gc-sections",
    ] {
        let words: Vec<_> = flags.split(' ').map(String::from).chain(system.clone()).collect();
        let object = if flags.contains("pie") {
            object(prefix, &folder, "all", &["-fPIE"])
        } else {
            all.clone()
        };
        let printed = link_and_run(prefix, &object, &words).unwrap_or_else(|error| panic!("{flags}: {error}"));
        assert_eq!(printed, "0 2048\n", "{flags}");
    }
}

#[test]
fn another_library_in_rust_fits_beside_the_archive() {
    let Some(prefix) = INSTALLED.as_deref() else { return };
    let folder = folder("other");
    let other = folder.join("libother.a");
    let mut command = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    command.args([
        "--edition",
        "2024",
        "--crate-type",
        "staticlib",
        "-C",
        "opt-level=1",
        "-o",
    ]);
    capture(command.arg(&other).arg(root().join("c-tests/install/other.rs"))).unwrap();
    let object = object(prefix, &folder, "all", &["-DWITH_OTHER"]);
    let ours = prefix.join("lib/libmbedcrypto.a");
    let (other, ours) = (other.display().to_string(), ours.display().to_string());
    for pair in [[&other, &ours], [&ours, &other]] {
        let mut flags = vec!["-Wl,--whole-archive".to_owned()];
        flags.extend(pair.map(String::clone));
        flags.extend(["-Wl,--no-whole-archive", "-lpthread", "-ldl", "-lm"].map(String::from));
        assert_eq!(link_and_run(prefix, &object, &flags).unwrap(), "0 2048\n", "{flags:?}");
    }
}

#[test]
fn pkg_config_finds_it() {
    let Some(prefix) = INSTALLED.as_deref() else { return };
    let folder = folder("pkg-config");
    let ask = |words: &[&str]| -> Vec<String> {
        let mut command = Command::new("pkg-config");
        command.env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig")).args(words);
        let text = String::from_utf8(capture(&mut command).unwrap().stdout).unwrap();
        text.split_whitespace().map(String::from).collect()
    };
    assert_eq!(ask(&["--modversion", "mbedtls"]), ["3.6.6"]);
    ask(&["--exists", "mbedtls >= 3.6", "mbedtls < 4", "mbedx509", "mbedcrypto"]);
    let cflags = ask(&["--cflags", "mbedtls"]);
    let include = Path::new(cflags[0].strip_prefix("-I").unwrap()).canonicalize().unwrap();
    assert_eq!(include, prefix.join("include"));
    for (name, module, expected) in [
        ("all", "mbedtls", PROGRAMS[0].1),
        ("crypto", "mbedcrypto", PROGRAMS[1].1),
        ("x509", "mbedx509", PROGRAMS[2].1),
    ] {
        let object = object(prefix, &folder, name, &[]);
        assert_eq!(
            link_and_run(prefix, &object, &ask(&["--libs", module])).unwrap(),
            expected
        );
        let mut flags = vec!["-static".to_owned()];
        flags.extend(ask(&["--static", "--libs", module]));
        assert_eq!(link_and_run(prefix, &object, &flags).unwrap(), expected);
    }
}

/// Distributions name folders by their absolute paths, too, which are no part of the prefix.
#[test]
fn pkg_config_is_told_of_absolute_folders() {
    if INSTALLED.is_none() {
        return;
    }
    let folder = folder("absolute");
    for (libraries, headers, expected) in [
        ("/opt/x/lib", "include", "-I/usr/local/include -L/opt/x/lib"),
        ("/opt/x/lib", "/opt/y/include", "-I/opt/y/include -L/opt/x/lib"),
        ("lib", "/opt/y/include", "-I/opt/y/include -L{build}/../../lib"),
        (
            "lib/m",
            "include",
            "-I{build}/../../../include -L{build}/../../../lib/m",
        ),
    ] {
        let mut configure = cmake();
        configure.arg("-S").arg(root()).arg("-B").arg(&folder);
        configure.args(["-DENABLE_TESTING=OFF", "-DCMAKE_INSTALL_PREFIX=/usr/local"]);
        configure.arg(format!("-DCMAKE_INSTALL_LIBDIR={libraries}"));
        configure.arg(format!("-DCMAKE_INSTALL_INCLUDEDIR={headers}"));
        capture(&mut configure).unwrap();
        let mut ask = Command::new("pkg-config");
        ask.env("PKG_CONFIG_PATH", &folder)
            .args(["--cflags", "--libs", "mbedcrypto"]);
        let printed = String::from_utf8(capture(&mut ask).unwrap().stdout).unwrap();
        // The prefix is told from where the file is, which here is where it was made.
        let expected = expected.replace("{build}", &folder.display().to_string());
        assert_eq!(printed.trim_end(), format!("{expected} -lmbedcrypto"));
    }
}

#[test]
fn cmake_finds_it_or_takes_it_in() {
    let Some(prefix) = INSTALLED.as_deref() else { return };
    let project = root().join("c-tests/cmake");
    let define = |name: &str, value: &Path| format!("-D{name}={}", value.display());
    let build = |name: &str, words: &[String], programs: &[&str]| {
        let folder = folder(name);
        fs::remove_dir_all(&folder).unwrap();
        capture(cmake().arg("-S").arg(&project).arg("-B").arg(&folder).args(words)).unwrap();
        capture(cmake().arg("--build").arg(&folder)).unwrap();
        for program in programs {
            let output = capture(&mut Command::new(folder.join(program))).unwrap();
            assert_eq!(String::from_utf8_lossy(&output.stdout), "0 2048\n", "{program}");
        }
        folder
    };
    let found = build(
        "found",
        &[define("CMAKE_PREFIX_PATH", prefix)],
        &["user", "user-one", "user-static"],
    );
    let of_ours = |program: &Path| {
        let mut names = dynamic(program, "NEEDED");
        names.retain(|name| name.contains("mbed"));
        names
    };
    assert!(of_ours(&found.join("user")).contains(&"libmbedcrypto.so.16".to_owned()));
    assert_eq!(of_ours(&found.join("user-static")), [""; 0]);

    let target = shell::target().canonicalize().unwrap();
    let mut words = vec![
        define("FERROTLS", &root()),
        define("FERROTLS_TARGET_DIR", &target),
        "-DFERROTLS_PROFILE=dev".to_owned(),
    ];
    // As in Mbed TLS, a subproject is static unless it is told otherwise, and installs nothing of its own.
    let inside = build("subproject", &words, &["user", "user-one"]);
    assert_eq!(of_ours(&inside.join("user")), [""; 0]);
    assert!(inside.join("mbedtls/library/libmbedcrypto.a").is_file());
    words.extend(["-DUSE_SHARED_MBEDTLS_LIBRARY=ON", "-DUSE_STATIC_MBEDTLS_LIBRARY=OFF"].map(String::from));
    let inside = build("subproject-shared", &words, &["user", "user-one"]);
    assert!(of_ours(&inside.join("user")).contains(&"libmbedcrypto.so.16".to_owned()));
    assert!(!inside.join("mbedtls/library/libmbedcrypto.a").exists());
}

/// As the README says, and on a machine that has no certificates of the tests yet: ctest makes them before the programs that
/// read them.
#[test]
fn ctest_runs_what_a_build_has_made() {
    if INSTALLED.is_none() {
        return;
    }
    let folder = folder("ctest");
    fs::remove_dir_all(&folder).unwrap();
    let mut configure = cmake();
    configure.arg("-S").arg(root()).arg("-B").arg(&folder).args([
        "-DFERROTLS_PROFILE=dev",
        "-DUSE_SHARED_MBEDTLS_LIBRARY=OFF",
        "-DMBEDTLS_TARGET_PREFIX=our_",
    ]);
    let target = shell::target().canonicalize().unwrap();
    configure.arg(format!("-DFERROTLS_TARGET_DIR={}", target.display()));
    capture(&mut configure).unwrap();
    capture(cmake().arg("--build").arg(&folder).args(["--target", "verify-flags"])).unwrap();
    // Chosen alone, it brings what it needs.
    let mut ctest = install::plain("ctest");
    ctest.current_dir(&folder).args(["--tests-regex", "^verify-flags$"]);
    let printed = String::from_utf8(capture(&mut ctest).unwrap().stdout).unwrap();
    for name in ["certificates", "verify-flags"] {
        let passed = |line: &str| line.contains(&format!(": {name} .")) && line.contains("Passed");
        assert!(printed.lines().any(passed), "{name}: {printed}");
    }
    // Programs that call everything are not made for a library that lacks something.
    capture(cmake().arg("-DMBEDTLS_SSL_PROTO_TLS1_2=OFF").arg(&folder)).unwrap();
    let listed = capture(install::plain("ctest").current_dir(&folder).arg("--show-only")).unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    assert!(listed.contains("Total Tests: 0"), "{listed}");
}
