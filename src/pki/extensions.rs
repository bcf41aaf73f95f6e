//! The extensions of a certificate (RFC 5280 section 4.2), as Mbed TLS 3.6 reads them.

use super::{
    der::{self, Buf, Reader, Span},
    error::{Asn1, At, ParseError, Stage},
    name::{self, Name},
    oid::{self, ext},
};

const STAGE: Stage = Stage::InvalidExtensions;

/// What the extensions say.
#[derive(Clone, Debug, Default)]
pub struct Extensions {
    /// Which of the known extensions are there: bits of [`oid::ext`].
    pub types: u32,
    /// Which of them are critical.
    pub critical: u32,
    /// One that is critical and not known here was taken by the program's callback.
    pub has_taken_critical: bool,
    /// basicConstraints: cA.
    pub is_ca: bool,
    /// basicConstraints: pathLenConstraint plus one; 0 if there is none.
    pub max_path_length: i32,
    /// keyUsage: first byte in bits 0 to 7 (digitalSignature 0x80), second in 8 to 15 (decipherOnly 0x8000), and so on up to
    /// the fourth.
    pub key_usage: u32,
    /// extKeyUsage: the purposes' object identifiers.
    pub extended_key_usage: Vec<Buf>,
    /// Netscape's certificate type.
    pub ns_cert_type: u8,
    /// subjectAltName: tag and content of each GeneralName.
    pub subject_alt_names: Vec<Buf>,
    /// subjectKeyIdentifier: the OCTET STRING.
    pub subject_key_id: Option<Buf>,
    /// authorityKeyIdentifier.
    pub authority_key_id: AuthorityKeyId,
    /// certificatePolicies: the policies' object identifiers.
    pub certificate_policies: Vec<Buf>,
    /// nameConstraints: the extension's content.
    pub name_constraints: Option<Span>,
}

/// `AuthorityKeyIdentifier` (RFC 5280 section 4.2.1.1).
#[derive(Clone, Debug, Default)]
pub struct AuthorityKeyId {
    /// keyIdentifier; its tag is that of an OCTET STRING, as in Mbed TLS.
    pub key_identifier: Option<Buf>,
    /// authorityCertIssuer: tag and content of each GeneralName.
    pub issuer: Vec<Buf>,
    /// authorityCertSerialNumber; its tag is that of an INTEGER.
    pub serial: Option<Buf>,
}

/// An extension that is not understood here: for a program's callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownExtension<'a> {
    /// The object identifier's content bytes.
    pub oid: &'a [u8],
    /// Must it be understood?
    pub critical: bool,
    /// Content of the OCTET STRING.
    pub value: &'a [u8],
    /// Where `oid` lies in the DER.
    pub oid_span: Span,
    /// Where `value` lies in the DER.
    pub value_span: Span,
}

/// Decides about an extension that is not understood: `Ok` takes it, `Err` is what the parser returns.
pub type OnUnknown<'c, E> = &'c mut dyn FnMut(UnknownExtension<'_>) -> Result<(), E>;

/// What parsing with a callback may fail with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused<E> {
    /// The certificate is malformed.
    Parse(ParseError),
    /// The callback said no.
    Callback(E),
}

impl<E> From<ParseError> for Refused<E> {
    fn from(error: ParseError) -> Self {
        Self::Parse(error)
    }
}

impl Extensions {
    /// Reads the content of `Extensions ::= SEQUENCE OF Extension`, the SEQUENCE already entered.
    pub fn read<E>(mut list: Reader<'_>, mut on_unknown: Option<OnUnknown<'_, E>>) -> Result<Self, Refused<E>> {
        let mut out = Self::default();
        let input = list.input();
        while !list.is_at_end() {
            let (_, mut fields) = list.enter(der::SEQUENCE).at(STAGE)?;
            let id = fields.expect(der::OID).at(STAGE)?;
            let critical = match fields.peek() {
                Some(der::BOOLEAN) => fields.boolean().at(STAGE)?,
                _ => false,
            };
            let content = fields.expect(der::OCTET_STRING).at(STAGE)?;
            fields.finish().at(STAGE)?;
            let value = fields.within(content.value);
            let unknown = UnknownExtension {
                oid: id.value.of(input),
                critical,
                value: content.value.of(input),
                oid_span: id.value,
                value_span: content.value,
            };
            let Some(bit) = oid::extension(unknown.oid) else {
                match &mut on_unknown {
                    Some(callback) => {
                        callback(unknown).map_err(Refused::Callback)?;
                        out.has_taken_critical |= critical;
                    }
                    None if critical => return Err(STAGE.because(Asn1::UnexpectedTag).into()),
                    None => {}
                }
                continue;
            };
            // RFC 5280 section 4.2: "A certificate MUST NOT include more than one instance of a particular extension."
            if out.types & bit != 0 {
                return Err(STAGE.alone().into());
            }
            out.types |= bit;
            if critical {
                out.critical |= bit;
            }
            match out.read_known(bit, value) {
                // A policy that is not understood counts only if it is critical.
                Err(error) if bit == ext::CERTIFICATE_POLICIES && error.stage == Stage::FeatureUnavailable => {
                    let is_taken = on_unknown.as_mut().is_some_and(|callback| callback(unknown).is_ok());
                    if critical && !is_taken {
                        return Err(error.into());
                    }
                }
                result => result?,
            }
        }
        Ok(out)
    }

    /// Reads the content of an extension that is understood.
    pub(super) fn read_known(&mut self, bit: u32, mut value: Reader<'_>) -> Result<(), ParseError> {
        match bit {
            ext::BASIC_CONSTRAINTS => self.read_basic_constraints(value),
            ext::KEY_USAGE => {
                let (_, bits) = value.bit_string().at(STAGE)?;
                value.finish().at(STAGE)?;
                let bytes = bits.of(value.input()).iter().take(4);
                self.key_usage = bytes.rev().fold(0, |usage, byte| usage << 8 | u32::from(*byte));
                Ok(())
            }
            ext::EXTENDED_KEY_USAGE => {
                let (_, mut purposes) = value.enter(der::SEQUENCE).at(STAGE)?;
                value.finish().at(STAGE)?;
                while !purposes.is_at_end() {
                    self.extended_key_usage.push(purposes.expect(der::OID).at(STAGE)?.buf());
                }
                // ExtKeyUsageSyntax ::= SEQUENCE SIZE (1..MAX) OF KeyPurposeId
                if self.extended_key_usage.is_empty() {
                    return Err(STAGE.because(Asn1::InvalidLength));
                }
                Ok(())
            }
            ext::NS_CERT_TYPE => {
                let (_, bits) = value.bit_string().at(STAGE)?;
                value.finish().at(STAGE)?;
                match bits.of(value.input()) {
                    [] => {}
                    [byte] => self.ns_cert_type = *byte,
                    _ => return Err(STAGE.because(Asn1::InvalidLength)),
                }
                Ok(())
            }
            ext::SUBJECT_ALT_NAME => {
                let (_, names) = value.enter(der::SEQUENCE).at(STAGE)?;
                value.finish().at(STAGE)?;
                self.subject_alt_names = read_general_names(names)?;
                Ok(())
            }
            ext::SUBJECT_KEY_IDENTIFIER => {
                self.subject_key_id = Some(value.expect(der::OCTET_STRING).at(STAGE)?.buf());
                value.finish().at(STAGE)
            }
            ext::AUTHORITY_KEY_IDENTIFIER => {
                self.authority_key_id = read_authority_key_id(value)?;
                Ok(())
            }
            ext::CERTIFICATE_POLICIES => self.read_policies(value),
            ext::NAME_CONSTRAINTS => {
                self.name_constraints = Some(value.expect(der::SEQUENCE).at(STAGE)?.outer);
                value.finish().at(STAGE)
            }
            _ => Ok(()),
        }
    }

    /// `BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER (0..MAX) OPTIONAL }`
    ///
    /// Nothing is read outside the SEQUENCE, and nothing may follow it: a certificate that is no CA must not become one by
    /// what stands behind.
    fn read_basic_constraints(&mut self, mut value: Reader<'_>) -> Result<(), ParseError> {
        let (_, mut fields) = value.enter(der::SEQUENCE).at(STAGE)?;
        value.finish().at(STAGE)?;
        self.is_ca = match fields.peek() {
            None => return Ok(()),
            Some(der::BOOLEAN) => fields.boolean().at(STAGE)?,
            // DEVIATION: Mbed TLS takes an INTEGER where cA should be. Here it is read as one too, but makes no authority: the
            // certificate that it has issued is not trusted.
            Some(_) => fields.small_integer().at(STAGE)? != 0,
        };
        if !fields.is_at_end() {
            let length = fields.small_integer().at(STAGE)?;
            self.max_path_length = length.checked_add(1).ok_or(STAGE.because(Asn1::InvalidLength))?;
        }
        fields.finish().at(STAGE)
    }

    /// `certificatePolicies ::= SEQUENCE SIZE (1..MAX) OF PolicyInformation`; FeatureUnavailable, after all were read, if
    /// one is not anyPolicy.
    fn read_policies(&mut self, mut value: Reader<'_>) -> Result<(), ParseError> {
        let (_, mut policies) = value.enter(der::SEQUENCE).at(STAGE)?;
        value.finish().at(STAGE)?;
        if policies.is_at_end() {
            return Err(STAGE.because(Asn1::LengthMismatch));
        }
        let mut all_known = true;
        while !policies.is_at_end() {
            let (_, mut policy) = policies.enter(der::SEQUENCE).at(STAGE)?;
            let id = policy.expect(der::OID).at(STAGE)?;
            all_known &= id.value.of(policy.input()) == oid::ANY_POLICY;
            self.certificate_policies.push(id.buf());
            if !policy.is_at_end() {
                policy.expect(der::SEQUENCE).at(STAGE)?;
            }
            policy.finish().at(STAGE)?;
        }
        if all_known {
            Ok(())
        } else {
            Err(Stage::FeatureUnavailable.alone())
        }
    }

    /// Is this extension there?
    pub const fn has(&self, bit: u32) -> bool {
        self.types & bit != 0
    }
}

/// `AuthorityKeyIdentifier ::= SEQUENCE { keyIdentifier [0] OPTIONAL, authorityCertIssuer [1] OPTIONAL,
/// authorityCertSerialNumber [2] OPTIONAL }`; the last two both or neither.
fn read_authority_key_id(mut value: Reader<'_>) -> Result<AuthorityKeyId, ParseError> {
    let (_, mut fields) = value.enter(der::SEQUENCE).at(STAGE)?;
    value.finish().at(STAGE)?;
    let mut out = AuthorityKeyId::default();
    // As in Mbed TLS, one with nothing in it is refused.
    if fields.is_at_end() {
        return Err(STAGE.because(Asn1::OutOfData));
    }
    if let Some(id) = fields.optional(der::CONTEXT).at(STAGE)? {
        out.key_identifier = Some(Buf {
            tag: der::OCTET_STRING,
            span: id.value,
        });
    }
    if !fields.is_at_end() {
        let issuer = fields.expect(der::CONTEXT | der::CONSTRUCTED | 1).at(STAGE)?;
        out.issuer = read_general_names(fields.within(issuer.value))?;
        let serial = fields.expect(der::CONTEXT | 2).at(STAGE)?;
        out.serial = Some(Buf {
            tag: der::INTEGER,
            span: serial.value,
        });
    }
    fields.finish().at(STAGE)?;
    Ok(out)
}

/// GeneralName's forms, by the number of their tag.
pub mod general_name {
    /// otherName.
    pub const OTHER_NAME: u8 = 0;
    /// rfc822Name.
    pub const RFC822_NAME: u8 = 1;
    /// dNSName.
    pub const DNS_NAME: u8 = 2;
    /// directoryName.
    pub const DIRECTORY_NAME: u8 = 4;
    /// uniformResourceIdentifier.
    pub const URI: u8 = 6;
    /// iPAddress.
    pub const IP_ADDRESS: u8 = 7;
}

/// The form of a GeneralName: the number of its tag.
pub const fn form(name: Buf) -> u8 {
    name.tag & 0x1f
}

/// Reads the content of `GeneralNames ::= SEQUENCE OF GeneralName`. Forms that Mbed TLS does not take apart are kept as they
/// stand; the others must be well-formed.
fn read_general_names(mut names: Reader<'_>) -> Result<Vec<Buf>, ParseError> {
    let mut out = Vec::new();
    while !names.is_at_end() {
        let general = names.any().at(STAGE)?.buf();
        if general.tag & 0xc0 != der::CONTEXT {
            return Err(STAGE.because(Asn1::UnexpectedTag));
        }
        match form(general) {
            general_name::OTHER_NAME => check_other_name(names.within(general.span))?,
            general_name::DIRECTORY_NAME => {
                read_directory_name(names.within(general.span))?;
            }
            general_name::IP_ADDRESS if !matches!(general.span.len(), 4 | 16) => return Err(Stage::BadInput.alone()),
            _ => {}
        }
        out.push(general);
    }
    Ok(out)
}

/// The Name in a directoryName, whose tag is explicit. As in Mbed TLS, one with nothing in it is refused.
pub fn read_directory_name(mut value: Reader<'_>) -> Result<Name, ParseError> {
    let (_, rdns) = value.enter(der::SEQUENCE).at(Stage::Bare)?;
    let name = name::read(rdns)?;
    if name.is_empty() {
        return Err(Stage::InvalidName.because(Asn1::OutOfData));
    }
    Ok(name)
}

/// `HardwareModuleName ::= SEQUENCE { hwType OBJECT IDENTIFIER, hwSerialNum OCTET STRING }` (RFC 4108 section 5): object
/// identifiers and the octets, out of an otherName's content; `None` if it is another kind of otherName.
pub fn hardware_module_name(mut value: Reader<'_>) -> Result<Option<(Buf, Buf)>, ParseError> {
    let kind = value.expect(der::OID).at(STAGE)?;
    if kind.value.of(value.input()) != oid::HW_MODULE_NAME {
        return Ok(None);
    }
    let (_, mut wrapper) = value.enter(der::CONTEXT | der::CONSTRUCTED).at(STAGE)?;
    value.finish().at(STAGE)?;
    let (_, mut fields) = wrapper.enter(der::SEQUENCE).at(STAGE)?;
    wrapper.finish().at(STAGE)?;
    let hardware = fields.expect(der::OID).at(STAGE)?.buf();
    let serial = fields.expect(der::OCTET_STRING).at(STAGE)?.buf();
    fields.finish().at(STAGE)?;
    Ok(Some((hardware, serial)))
}

fn check_other_name(value: Reader<'_>) -> Result<(), ParseError> {
    hardware_module_name(value).map(|_| ())
}
