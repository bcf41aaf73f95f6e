//! ClientHello: which extensions it has to have, what is chosen of it, and what the application is asked about it.

use super::super::{
    Context, Negotiated, Next, State,
    certificate::SettledTypes,
    choose::{self, GroupChoice},
    cookie, debug,
    hello_facts::HelloFacts,
    inbox::Message,
    limits::Limits,
    server::Remembered,
    state_id::StateId,
    transcript::Transcript,
};
use super::{
    Authentication, Offer, Plan,
    answer::WriteServerHello,
    certificates, early,
    psk::{LookUp, Taken},
    retry::{self, NothingToRetry, Retried, WriteHelloRetryRequest},
};
use crate::tls::{
    config::Config,
    connection::ClientHelloFacts,
    early_data::EarlyData,
    error::Error,
    session::PskKind,
    suites::Suite,
    want::{Answer, Ask, Credentials},
    wire::{client_hello::ClientHello, codes::NamedGroup},
};

/// A ClientHello that offers TLS 1.3 is here.
///
/// ```text
///                no pre-shared key that could be used          pre-shared keys
///                              |                                      |
///                    suite, group; or retry                   SelectCertificate
///                              |                                      |
///                      SelectCertificate                    ParseTicket, FindPsk ...
///                              |                                      |
///                              |                        key, suite, group; or retry
///                              |                                      |
///                              +----------> WriteServerHello <--------+
/// ```
/// The application hears the name before it is asked for keys, as in 3.6.6. With a pre-shared key a HelloRetryRequest cannot be
/// written before the keys were looked up, for its suite has to be one that goes with the key; the application is then asked
/// about both hellos, as 3.6.6 asks it.
pub fn read_client_hello(
    cx: &mut Context<'_>,
    hello: &ClientHello<'_>,
    remembered: Remembered,
    message: &Message<'_>,
) -> Result<Next, Error> {
    message.check_ends_record()?;
    // RFC 8446 section 4.1.2: "If a TLS 1.3 ClientHello is received with any other value in this field, the server MUST abort
    // the handshake with an "illegal_parameter" alert."
    if !hello.has_only_null_compression() {
        return Err(Error::IllegalParameter);
    }
    check_extensions(hello)?;
    check_shares(hello)?;
    cx.negotiated.limits = Limits::choose(cx.config, hello);
    let retried = retry::recall(cx, hello, remembered)?;
    if LookUp::is_worth_it(cx.config, hello) {
        let facts = HelloFacts::of(cx.config, hello)?;
        facts.choose_application(cx)?;
        let hello = message.bytes.to_vec();
        return Ok(Next::Ask(
            Box::new(SelectCertificate {
                facts,
                then: Then::LookUp { hello, retried },
            }),
            Ask::SelectCertificate,
        ));
    }
    if !choose::choose_modes(cx.config, hello).ephemeral {
        return Err(Error::NoKeyExchange);
    }
    let suite = match &retried {
        Some(retried) => retried.suite,
        None => choose::choose_suite(cx.config, hello)?,
    };
    let key = Key {
        suite,
        taken: None,
        shared: true,
    };
    match exchange(cx, hello, message.bytes, retried, key)? {
        Exchange::Retry(next) => Ok(next),
        Exchange::Answer(offer) => {
            let facts = HelloFacts::of(cx.config, hello)?;
            facts.choose_application(cx)?;
            let then = Then::Answer(offer);
            Ok(Next::Ask(
                Box::new(SelectCertificate { facts, then }),
                Ask::SelectCertificate,
            ))
        }
    }
}

/// How the keys come about.
pub(super) struct Key {
    pub(super) suite: &'static Suite,
    /// The pre-shared key.
    pub(super) taken: Option<Taken>,
    /// (EC)DHE has a part in it.
    pub(super) shared: bool,
}

/// Whether the client has sent what is needed.
pub(super) enum Exchange {
    /// It has to send another share.
    Retry(Next),
    /// It has.
    Answer(Box<Offer>),
}

/// With the keys settled, takes the client's share if one is needed, or asks for another.
pub(super) fn exchange(
    cx: &mut Context<'_>,
    hello: &ClientHello<'_>,
    message: &[u8],
    retried: Option<Box<Retried>>,
    Key { suite, taken, shared }: Key,
) -> Result<Exchange, Error> {
    if cx.negotiated.early_data == EarlyData::Undecided {
        // Until it is accepted, it is not.
        cx.negotiated.early_data = if hello.extensions.early_data {
            EarlyData::Rejected
        } else {
            EarlyData::NotOffered
        };
    }
    let share = match choose::choose_group(cx.config, hello) {
        _ if !shared => None,
        GroupChoice::Share(group, share) => Some((group, share)),
        // We ask once. Another server of ours would not have asked for the cookie alone, or has taken another key.
        GroupChoice::Retry(_) if retried.is_some() => return Err(Error::IllegalParameter),
        GroupChoice::Retry(group) => {
            debug!(cx, 3, "no share of a common group, asking for {group:?}");
            let max = max_early_data(cx.config, taken.as_ref());
            return ask_again(cx, hello, message, (suite, Some(group)), max);
        }
        GroupChoice::Nothing => return Ok(Exchange::Retry(Next::Consume(Box::new(NothingToRetry)))),
    };
    if retried.is_none() && cookie::wants_each_client_again(cx.config) {
        debug!(cx, 3, "asking for a cookie");
        let max = max_early_data(cx.config, taken.as_ref());
        return ask_again(cx, hello, message, (suite, None), max);
    }
    let share = share.map(|(group, share)| (group, share.to_vec()));
    let (group, psk) = (
        share.as_ref().map(|(group, _)| *group),
        taken.as_ref().map(|taken| taken.kind),
    );
    cx.negotiated.suite = Some(suite.id);
    cx.negotiated.group = group;
    cx.negotiated.psk = psk;
    cx.negotiated.post_handshake_auth = cx.config.post_handshake_auth && hello.extensions.post_handshake_auth;
    debug!(cx, 3, "chose {:?}, {group:?}, {psk:?}", suite.id);
    let ccs_sent = retried.is_some();
    let transcript = match retried {
        Some(mut retried) => {
            retried.transcript.add(message);
            retried.transcript
        }
        None => Transcript::start(suite.hash, message),
    };
    Ok(Exchange::Answer(Box::new(Offer {
        random: hello.random,
        legacy_session_id: hello.legacy_session_id.to_vec(),
        share,
        suite,
        taken,
        ticket_modes: hello
            .extensions
            .psk_key_exchange_modes
            .map(|_| choose::choose_modes(cx.config, hello)),
        transcript,
        ccs_sent,
        early_data: hello.extensions.early_data,
        accepted: None,
    })))
}

/// How many bytes of early data the client may have sent: as many as its ticket allows, which may be from a time when we allowed
/// more, or, if we know nothing of its ticket, as many as we allow.
pub(super) fn max_early_data(config: &Config, taken: Option<&Taken>) -> u32 {
    let session = taken.and_then(|taken| taken.session.as_ref());
    session
        .map_or(0, |session| session.max_early_data)
        .max(config.max_early_data)
}

/// A HelloRetryRequest with this suite, for a share of this group or for a cookie alone; `max_early_data` bytes of early data may be
/// under way.
fn ask_again(
    cx: &mut Context<'_>,
    hello: &ClientHello<'_>,
    message: &[u8],
    (suite, group): (&'static Suite, Option<NamedGroup>),
    max_early_data: u32,
) -> Result<Exchange, Error> {
    if hello.extensions.early_data {
        cx.reader.skip_early_data(max_early_data);
    }
    let retried = Box::new(Retried::start(hello, message, suite, group)?);
    let legacy_session_id = hello.legacy_session_id.to_vec();
    Ok(Exchange::Retry(Next::Consume(Box::new(WriteHelloRetryRequest {
        retried,
        legacy_session_id,
    }))))
}

/// Which extensions have to be there (RFC 8446 section 9.2). "Servers receiving a ClientHello which does not conform to these
/// requirements MUST abort the handshake with a "missing_extension" alert."
fn check_extensions(hello: &ClientHello<'_>) -> Result<(), Error> {
    let extensions = &hello.extensions;
    // Section 4.2.9: "If clients offer "pre_shared_key" without a "psk_key_exchange_modes" extension, servers MUST abort the
    // handshake."
    if extensions.pre_shared_key.is_some() && extensions.psk_key_exchange_modes.is_none() {
        return Err(Error::MissingExtension);
    }
    // "If containing a "supported_groups" extension, it MUST also contain a "key_share" extension, and vice versa."
    if extensions.supported_groups.is_some() != extensions.key_share.is_some() {
        return Err(Error::MissingExtension);
    }
    // "If not containing a "pre_shared_key" extension, it MUST contain both a "signature_algorithms" extension and a
    // "supported_groups" extension."
    if extensions.pre_shared_key.is_none()
        && (extensions.signature_algorithms.is_none() || extensions.supported_groups.is_none())
    {
        return Err(Error::MissingExtension);
    }
    Ok(())
}

/// RFC 8446 section 4.2.8: "Clients MUST NOT offer multiple KeyShareEntry values for the same group. Clients MUST NOT offer any
/// KeyShareEntry values for groups not listed in the client's "supported_groups" extension. Servers MAY check for
/// violations of these rules and abort the handshake with an "illegal_parameter" alert if one is violated."
fn check_shares(hello: &ClientHello<'_>) -> Result<(), Error> {
    let groups = hello.extensions.supported_groups.unwrap_or_default();
    let mut seen: Vec<NamedGroup> = Vec::new();
    for share in hello.extensions.key_share.unwrap_or_default() {
        if seen.len() == MAX_SHARES || seen.contains(&share.group) || !groups.contains(share.group) {
            return Err(Error::IllegalParameter);
        }
        seen.push(share.group);
    }
    Ok(())
}

/// Most key shares that are looked at: more than there are groups with a use, few enough to compare each with each.
const MAX_SHARES: usize = 64;

/// The application is asked which certificates serve this client.
struct SelectCertificate {
    facts: HelloFacts,
    then: Then,
}

/// What follows the choice of a certificate.
enum Then {
    /// The answer: nothing else is open.
    Answer(Box<Offer>),
    /// The question whether a pre-shared key does without a certificate.
    LookUp {
        /// The ClientHello.
        hello: Vec<u8>,
        retried: Option<Box<Retried>>,
    },
}

impl State for SelectCertificate {
    fn id(&self) -> StateId {
        StateId::CLIENT_HELLO
    }

    fn handle(self: Box<Self>, _: &mut Context<'_>, _: Message<'_>) -> Result<Next, Error> {
        Err(Error::Internal)
    }

    fn answered(self: Box<Self>, cx: &mut Context<'_>, answer: Answer) -> Result<Next, Error> {
        let Self { facts, then } = *self;
        let Answer::Credentials(credentials) = answer else {
            return Err(Error::BadInput);
        };
        let certificate = certificates::choose(&facts, cx.config, &credentials);
        match then {
            Then::Answer(offer) => answer_with(cx, offer, Box::new(facts), (certificate?, credentials)),
            Then::LookUp { hello, retried } => LookUp::start(cx, hello, retried, certificate, credentials),
        }
    }

    fn client_hello(&self) -> Option<ClientHelloFacts<'_>> {
        Some(self.facts.view())
    }
}

/// Everything is chosen.
pub(super) fn answer_with(
    cx: &mut Context<'_>,
    offer: Box<Offer>,
    facts: Box<HelloFacts>,
    (authentication, credentials): (Authentication, Credentials),
) -> Result<Next, Error> {
    note_types(cx.negotiated, &authentication);
    let resumed = match cx.negotiated.psk {
        Some(PskKind::Resumption) => facts.certificates.resumed(cx.config, &credentials.candidates),
        _ => SettledTypes::default(),
    };
    let plan = Plan {
        authentication,
        resumed,
        credentials,
    };
    early::decide(cx, WriteServerHello { offer, plan, facts })
}

/// What certificates show who we are, and who the client is.
pub(super) fn note_types(negotiated: &mut Negotiated, authentication: &Authentication) {
    if let Authentication::Certificate(certificate) = authentication {
        certificate.note(negotiated);
    }
}
