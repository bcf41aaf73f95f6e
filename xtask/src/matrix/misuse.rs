//! c-tests/misuse/every.c and ferrotls.c: a call of every function there is, once with zeros and NULL, once with pointers to zeroed
//! memory that no `_init` ever saw. None may crash; what they return is the business of other tests.

/// What a file begins with.
const HEAD: &str = "/*
 * Every function with NULL and zeros, then with contexts that are zeroed and
 * were never initialised: nothing may crash. 3.6 does not promise this.
 *
 * Written by `cargo xtask matrix`; do not edit.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

@INCLUDES
/* Memory for any object, zeroed before each call. */
static union {
    unsigned long long align;
    char bytes[8192];
} memory[16];

static void *zeroed(int which)
{
    memset(&memory[which], 0, sizeof(memory[which]));
    return &memory[which];
}

/* The call under way, told if it crashes. */
static const char *volatile current;

static void crashed(int number)
{
    printf(\"%s: signal %d\\n\", current, number);
    fflush(stdout);
    _Exit(1);
}
";

/// What it ends with.
const TAIL: &str = "
int main(void)
{
    signal(SIGSEGV, crashed);
    signal(SIGBUS, crashed);
    signal(SIGABRT, crashed);
    with_null();
    with_zeroed_memory();
    printf(\"every function returned\\n\");
    return current == NULL || zeroed(0) == NULL;
}
";

/// Functions whose arguments must not be zeroed memory of the program: what they take must come from elsewhere.
const ONLY_NULL: &[&str] = &[
    "mbedtls_free",
    "mbedtls_asn1_free_named_data_list_shallow",
    "mbedtls_asn1_sequence_free",
    "mbedtls_mpi_read_file",
    "mbedtls_mpi_write_file",
];

/// Renders the file for functions given by their headers, names and prototypes.
pub(crate) fn render(functions: &[(&str, &str, &str)]) -> String {
    let mut headers: Vec<&str> = functions.iter().map(|(header, ..)| *header).collect();
    headers.sort_unstable();
    headers.dedup();
    let includes: String = headers.iter().map(|header| format!("#include <{header}>\n")).collect();
    let mut text = HEAD.replace("@INCLUDES\n", &includes);
    for (name, zeroed) in [("with_null", false), ("with_zeroed_memory", true)] {
        text += &format!("\nstatic void {name}(void)\n{{\n");
        for (_, function, prototype) in functions {
            if !(zeroed && ONLY_NULL.contains(function)) {
                text += &call(function, prototype, zeroed);
            }
        }
        text += "}\n";
    }
    text + TAIL
}

/// A block that makes one call.
fn call(function: &str, prototype: &str, zeroed: bool) -> String {
    let mut text = format!("    {{\n        current = \"{function}\";\n");
    let mut names = Vec::new();
    let mut sets = String::new();
    for (index, parameter) in parameters(function, prototype).iter().enumerate() {
        let (declaration, name) = named(parameter, index);
        text += &format!("        static {declaration};\n");
        if zeroed && is_object_pointer(parameter) {
            sets += &format!("        {name} = zeroed({index});\n");
        }
        names.push(name);
    }
    // Not a call to a function marked to have its result looked at: it is, by what it is cast to.
    text + &sets + &format!("        (void) {function}({});\n    }}\n", names.join(", "))
}

/// The parameters of a prototype, as they are declared.
fn parameters(function: &str, prototype: &str) -> Vec<String> {
    let list = prototype
        .split_once(&format!("{function}("))
        .map_or("", |(_, rest)| rest);
    let (mut depth, mut found, mut present) = (1usize, Vec::new(), String::new());
    for c in list.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && c == ',') {
            found.push(std::mem::take(&mut present).trim().to_owned());
            if depth == 0 {
                break;
            }
        } else {
            present.push(c);
        }
    }
    found.retain(|parameter| !parameter.is_empty() && parameter != "void");
    found
}

/// A parameter as a declaration with a name, which it is given if it has none.
fn named(parameter: &str, index: usize) -> (String, String) {
    let word = |text: &str| {
        let end = text
            .find(|c: char| !(c.is_alphanumeric() || c == '_'))
            .unwrap_or(text.len());
        text.split_at(end).0.to_owned()
    };
    if let Some((_, rest)) = parameter.split_once("(*") {
        return (parameter.to_owned(), word(rest));
    }
    let plain = parameter.trim_start_matches("const ");
    let start = parameter.rfind([' ', '*']).map_or(0, |at| at + 1);
    let last = parameter.split_at(start).1;
    if last.is_empty() || !plain.contains([' ', '*']) {
        let name = format!("a{index}");
        return (format!("{parameter} {name}"), name);
    }
    (parameter.to_owned(), word(last))
}

/// Whether an argument points at an object that may be zeroed memory, not at a function.
fn is_object_pointer(parameter: &str) -> bool {
    let function = parameter.contains("(*")
        || parameter
            .split([' ', '*'])
            .any(|word| word.starts_with("mbedtls_ssl_") && is_function_type(word))
        || parameter.contains("mbedtls_f_rng_t");
    parameter.contains('*') && !function
}

/// Whether a type of `ssl.h` is a function type.
fn is_function_type(name: &str) -> bool {
    let kinds = [
        "send_t",
        "recv_t",
        "recv_timeout_t",
        "set_timer_t",
        "get_timer_t",
        "cache_get_t",
        "cache_set_t",
        "ticket_write_t",
        "ticket_parse_t",
        "cookie_write_t",
        "cookie_check_t",
        "export_keys_t",
        "async_sign_t",
        "async_decrypt_t",
        "async_resume_t",
        "async_cancel_t",
    ];
    name.strip_prefix("mbedtls_ssl_")
        .is_some_and(|kind| kinds.contains(&kind))
}
