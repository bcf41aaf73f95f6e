//! Dates in certificates: UTCTime and GeneralizedTime (RFC 5280 section 4.1.2.5), in UTC.

use super::{
    der::{GENERALIZED_TIME, Reader, UTC_TIME},
    error::{Asn1, At, ParseError, Stage},
};

/// A date and a time of day in UTC. Fields compare in order, so `<` means earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Time {
    /// 0 to 9999.
    pub year: i32,
    /// 1 to 12.
    pub month: i32,
    /// 1 to 31.
    pub day: i32,
    /// 0 to 23.
    pub hour: i32,
    /// 0 to 59.
    pub minute: i32,
    /// 0 to 59.
    pub second: i32,
}

impl Time {
    /// Reads `Time ::= CHOICE { utcTime UTCTime, generalTime GeneralizedTime }`. Seconds must be there, the final `Z` need
    /// not, as Mbed TLS has it.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, ParseError> {
        let year_digits = match reader.peek() {
            None => return Err(Stage::InvalidDate.because(Asn1::OutOfData)),
            Some(UTC_TIME) => 2,
            Some(GENERALIZED_TIME) => 4,
            Some(_) => return Err(Stage::InvalidDate.because(Asn1::UnexpectedTag)),
        };
        let element = reader.any().at(Stage::InvalidDate)?;
        Self::parse(element.value.of(reader.input()), year_digits).ok_or(Stage::InvalidDate.alone())
    }

    fn parse(text: &[u8], year_digits: usize) -> Option<Self> {
        let text = text.strip_suffix(b"Z").unwrap_or(text);
        if text.len() != year_digits.checked_add(10)? {
            return None;
        }
        let (year, rest) = text.split_at_checked(year_digits)?;
        let mut year = number(year)?;
        if year_digits == 2 {
            // RFC 5280 section 4.1.2.5.1: YY >= 50 is 19YY
            year += if year < 50 { 2000 } else { 1900 };
        }
        let mut pairs = rest.chunks_exact(2).map(number);
        let time = Self {
            year,
            month: pairs.next()??,
            day: pairs.next()??,
            hour: pairs.next()??,
            minute: pairs.next()??,
            second: pairs.next()??,
        };
        time.is_valid().then_some(time)
    }

    /// Does this date exist?
    pub fn is_valid(&self) -> bool {
        (0..=9999).contains(&self.year)
            && (1..=12).contains(&self.month)
            && (1..=days_in_month(self.year, self.month)).contains(&self.day)
            && (0..=23).contains(&self.hour)
            && (0..=59).contains(&self.minute)
            && (0..=59).contains(&self.second)
    }

    /// From seconds since 1970-01-01T00:00:00Z, any year from 0 to 9999; beyond, the nearest of those.
    pub fn from_unix(seconds: i64) -> Self {
        const DAY: i64 = 86_400;
        let seconds = seconds.clamp(-62_167_219_200, 253_402_300_799);
        let days = seconds.div_euclid(DAY);
        let of_day = seconds.rem_euclid(DAY);
        // Days to civil date: eras of 400 years that begin in March.
        let days = days + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted + 2) / 5 + 1;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        let field = |value: i64| i32::try_from(value).unwrap_or(0);
        Self {
            year: field(year),
            month: field(month),
            day: field(day),
            hour: field(of_day / 3_600),
            minute: field(of_day / 60 % 60),
            second: field(of_day % 60),
        }
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn to_unix(&self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let shifted = i64::from(if self.month > 2 { self.month - 3 } else { self.month + 9 });
        let of_year = (153 * shifted + 2) / 5 + i64::from(self.day) - 1;
        let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
        let days = era * 146_097 + of_era - 719_468;
        days * 86_400 + i64::from(self.hour) * 3_600 + i64::from(self.minute) * 60 + i64::from(self.second)
    }

    /// The system's clock.
    pub fn now() -> Self {
        let seconds = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .map_or(0, |elapsed| i64::try_from(elapsed.as_secs()).unwrap_or(i64::MAX));
        Self::from_unix(seconds)
    }
}

fn number(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0, |value: i32, digit| {
        digit.is_ascii_digit().then(|| value * 10 + i32::from(digit - b'0'))
    })
}

fn days_in_month(year: i32, month: i32) -> i32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unix_seconds_both_ways() {
        for (seconds, text) in [
            (0, "19700101000000"),
            (951_782_400, "20000229000000"),
            (1_700_000_000, "20231114221320"),
            (253_402_300_799, "99991231235959"),
            (-1, "19691231235959"),
        ] {
            let time = Time::parse(text.as_bytes(), 4).unwrap();
            assert_eq!(Time::from_unix(seconds), time);
            assert_eq!(time.to_unix(), seconds);
        }
        assert_eq!(Time::from_unix(i64::MAX).year, 9999);
        assert_eq!(Time::from_unix(i64::MIN).year, 0);
    }

    #[test]
    fn dates_that_do_not_exist() {
        for text in [
            "20230229000000Z",
            "20231301000000Z",
            "20230100000000Z",
            "20230101240000Z",
            "2023010100000",
        ] {
            assert_eq!(Time::parse(text.as_bytes(), 4), None, "{text}");
        }
        assert_eq!(Time::parse(b"500101000000Z", 2).unwrap().year, 1950);
        assert_eq!(Time::parse(b"490101000000", 2).unwrap().year, 2049);
        assert_eq!(Time::parse(b"4901010000Z", 2), None);
        assert_eq!(Time::parse(b"490101000000+0100", 2), None);
    }
}
