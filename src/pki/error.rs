//! Why something could not be parsed: the stage that failed, and the ASN.1 cause below it.
//!
//! Mbed TLS adds a low-level ASN.1 code to a high-level code; both parts are kept apart here and added by
//! [`ParseError::code`], the one table of numbers.

/// What was being parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// None: Mbed TLS returns the ASN.1 code alone.
    Bare,
    /// X.509: the outer structure.
    InvalidFormat,
    /// X.509: the version field.
    InvalidVersion,
    /// X.509: the serial number.
    InvalidSerial,
    /// X.509: an AlgorithmIdentifier.
    InvalidAlg,
    /// X.509: a distinguished name.
    InvalidName,
    /// X.509: a date.
    InvalidDate,
    /// X.509: the signature value.
    InvalidSignature,
    /// X.509: an extension.
    InvalidExtensions,
    /// X.509: a version that does not exist.
    UnknownVersion,
    /// X.509: a signature algorithm that is not known.
    UnknownSigAlg,
    /// X.509: the two signature algorithms of a certificate differ.
    SigMismatch,
    /// X.509: neither DER nor PEM.
    UnknownFormat,
    /// X.509: something valid that is not offered (a critical policy).
    FeatureUnavailable,
    /// X.509: an argument or a value that cannot be (an IP address of five bytes).
    BadInput,
    /// Key: the structure.
    KeyInvalidFormat,
    /// Key: a version that does not exist.
    KeyInvalidVersion,
    /// Key: an AlgorithmIdentifier.
    KeyInvalidAlg,
    /// Key: the public key itself.
    KeyInvalidPublic,
    /// Key: a point that is not on its curve.
    PointInvalid,
    /// Key: a point that is not encoded as one.
    PointBadInput,
    /// RSA: a key whose numbers cannot be, or with more behind it.
    RsaBadInput,
    /// Key: an algorithm that is not known.
    KeyUnknownAlg,
    /// Key: a curve that is not offered.
    KeyUnknownCurve,
    /// Key: it is encrypted and no password was given.
    KeyPasswordRequired,
    /// Key: the password does not open it.
    KeyPasswordMismatch,
    /// Key: a way of encryption that is not offered.
    KeyFeatureUnavailable,
    /// PEM: no such block.
    PemNoHeaderFooter,
    /// PEM: the text between the lines is not base64.
    PemInvalidData,
    /// PEM: the block is encrypted and no password was given.
    PemPasswordRequired,
    /// PEM: an encryption header that is not known.
    PemUnknownEncAlg,
    /// PEM: the initialization vector of an encryption header.
    PemInvalidIv,
    /// PEM: the password does not open the block.
    PemPasswordMismatch,
    /// PEM: an empty block.
    PemBadInput,
    /// PBES2: the structure.
    Pkcs5InvalidFormat,
    /// PBES2: an algorithm that is not offered, or more iterations than are done.
    Pkcs5FeatureUnavailable,
    /// PBES2: the password does not open it.
    Pkcs5PasswordMismatch,
    /// PKCS#12: a password or salt that is too long.
    Pkcs12BadInput,
    /// PKCS#12: an algorithm that is not offered, or more iterations than are done.
    Pkcs12FeatureUnavailable,
    /// PKCS#12: the structure.
    Pkcs12InvalidFormat,
    /// PKCS#12: the password does not open it.
    Pkcs12PasswordMismatch,
    /// PKCS#7: the outer structure.
    Pkcs7InvalidFormat,
    /// PKCS#7: something valid that is not offered (content inside, several certificates).
    Pkcs7FeatureUnavailable,
    /// PKCS#7: the version.
    Pkcs7InvalidVersion,
    /// PKCS#7: the content information.
    Pkcs7InvalidContentInfo,
    /// PKCS#7: the digest algorithm.
    Pkcs7InvalidAlg,
    /// PKCS#7: the certificate.
    Pkcs7InvalidCert,
    /// PKCS#7: what is said of a signer.
    Pkcs7InvalidSignerInfo,
    /// PKCS#7: a content type that does not exist.
    Pkcs7BadInput,
    /// Encrypted data that is not whole blocks.
    CipherFullBlock,
    /// An encrypted key whose data is not whole blocks.
    CipherBadInput,
}

/// The ASN.1 cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asn1 {
    /// The element is longer than what is there.
    OutOfData,
    /// Another type of element was expected.
    UnexpectedTag,
    /// A length that cannot be, or that DER forbids.
    InvalidLength,
    /// An element and what it holds do not end together.
    LengthMismatch,
    /// A value that cannot be.
    InvalidData,
    /// No entry for this object identifier in our tables.
    OidNotFound,
    /// A character that is not base64.
    Base64InvalidCharacter,
    /// Data that is not whole blocks of AES.
    AesInputLength,
    /// Data that is not whole blocks of DES.
    DesInputLength,
}

/// Why something could not be parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// What was being parsed.
    pub stage: Stage,
    /// The cause below, if there is one.
    pub cause: Option<Asn1>,
}

impl Stage {
    /// The `MBEDTLS_ERR_X509_*`, `_PK_*`, `_ECP_*`, `_RSA_*`, `_PEM_*`, `_PKCS5_*`, `_PKCS12_*`, `_PKCS7_*`
    /// or `_CIPHER_*` number.
    pub const fn code(self) -> i32 {
        match self {
            Self::Bare => 0,
            Self::InvalidFormat => -0x2180,
            Self::InvalidVersion => -0x2200,
            Self::InvalidSerial => -0x2280,
            Self::InvalidAlg => -0x2300,
            Self::InvalidName => -0x2380,
            Self::InvalidDate => -0x2400,
            Self::InvalidSignature => -0x2480,
            Self::InvalidExtensions => -0x2500,
            Self::UnknownVersion => -0x2580,
            Self::UnknownSigAlg => -0x2600,
            Self::SigMismatch => -0x2680,
            Self::UnknownFormat => -0x2780,
            Self::FeatureUnavailable => -0x2080,
            Self::BadInput => -0x2800,
            Self::KeyInvalidFormat => -0x3d00,
            Self::KeyInvalidVersion => -0x3d80,
            Self::KeyInvalidAlg => -0x3a80,
            Self::KeyInvalidPublic => -0x3b00,
            Self::PointInvalid => -0x4c80,
            Self::PointBadInput => -0x4f80,
            Self::RsaBadInput => -0x4080,
            Self::KeyUnknownAlg => -0x3c80,
            Self::KeyUnknownCurve => -0x3a00,
            Self::KeyPasswordRequired => -0x3c00,
            Self::KeyPasswordMismatch => -0x3b80,
            Self::KeyFeatureUnavailable => -0x3980,
            Self::PemNoHeaderFooter => -0x1080,
            Self::PemInvalidData => -0x1100,
            Self::PemPasswordRequired => -0x1300,
            Self::PemUnknownEncAlg => -0x1280,
            Self::PemInvalidIv => -0x1200,
            Self::PemPasswordMismatch => -0x1380,
            Self::Pkcs5InvalidFormat => -0x2f00,
            Self::Pkcs5FeatureUnavailable => -0x2e80,
            Self::Pkcs5PasswordMismatch => -0x2e00,
            Self::Pkcs12BadInput => -0x1f80,
            Self::Pkcs12FeatureUnavailable => -0x1f00,
            Self::Pkcs12InvalidFormat => -0x1e80,
            Self::Pkcs12PasswordMismatch => -0x1e00,
            Self::Pkcs7InvalidFormat => -0x5300,
            Self::Pkcs7FeatureUnavailable => -0x5380,
            Self::Pkcs7InvalidVersion => -0x5400,
            Self::Pkcs7InvalidContentInfo => -0x5480,
            Self::Pkcs7InvalidAlg => -0x5500,
            Self::Pkcs7InvalidCert => -0x5580,
            Self::Pkcs7InvalidSignerInfo => -0x5680,
            Self::Pkcs7BadInput => -0x5700,
            Self::CipherFullBlock => -0x6280,
            Self::CipherBadInput => -0x6100,
            Self::PemBadInput => -0x1480,
        }
    }

    /// An error of this stage with no cause below.
    pub const fn alone(self) -> ParseError {
        ParseError {
            stage: self,
            cause: None,
        }
    }

    /// An error of this stage with a cause below.
    pub const fn because(self, cause: Asn1) -> ParseError {
        ParseError {
            stage: self,
            cause: Some(cause),
        }
    }
}

impl Asn1 {
    /// The `MBEDTLS_ERR_ASN1_*`, `_OID_*`, `_BASE64_*`, `_AES_*` or `_DES_*` number.
    pub const fn code(self) -> i32 {
        match self {
            Self::OutOfData => -0x60,
            Self::UnexpectedTag => -0x62,
            Self::InvalidLength => -0x64,
            Self::LengthMismatch => -0x66,
            Self::InvalidData => -0x68,
            Self::OidNotFound => -0x2e,
            Self::Base64InvalidCharacter => -0x2c,
            Self::AesInputLength => -0x22,
            Self::DesInputLength => -0x32,
        }
    }
}

impl ParseError {
    /// The number that the C interface returns: both parts added.
    pub const fn code(self) -> i32 {
        match self.cause {
            Some(cause) => self.stage.code() + cause.code(),
            None => self.stage.code(),
        }
    }
}

impl core::fmt::Display for ParseError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self.cause {
            Some(cause) => write!(f, "{:?}: {cause:?}", self.stage),
            None => write!(f, "{:?}", self.stage),
        }
    }
}

impl core::error::Error for ParseError {}

/// Puts a stage on top of an ASN.1 cause.
pub trait At<T> {
    /// The same result, as an error of `stage`.
    fn at(self, stage: Stage) -> Result<T, ParseError>;
}

impl<T> At<T> for Result<T, Asn1> {
    fn at(self, stage: Stage) -> Result<T, ParseError> {
        self.map_err(|cause| stage.because(cause))
    }
}
