//! E-mail addresses that are what they look like.

use std::{fmt, str::FromStr};

use email_address::{EmailAddress, Options};
use serde::Serialize;

use crate::Error;

/// One e-mail address, without a name. ASCII only: an address with other
/// letters reaches few mailboxes, and `а` (Cyrillic) passes for `a` at a glance.
///
/// ```
/// use bundle::Address;
///
/// assert!("interns@example.com".parse::<Address>().is_ok());
/// assert!("interns@example.com\r\nBcc: all@example.com".parse::<Address>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Address(String);

impl Address {
    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Address {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let fail = |reason: String| Error::Address { address: text.to_owned(), reason };
        if text.contains(['\r', '\n']) {
            return Err(fail("it holds a line break".into()));
        }
        let address = text.trim_matches(' ');
        if let Some(odd) = address.chars().find(|it| !it.is_ascii_graphic()) {
            let code = u32::from(odd);
            return Err(fail(match odd {
                ' ' => "it holds a space".into(),
                _ if odd.is_control() => format!("it holds the control character U+{code:04X}"),
                _ => format!("it holds U+{code:04X}, which is not a plain letter, digit or mark"),
            }));
        }
        if let Some(odd) = address.chars().find(|it| r#"<>()[]\,;:""#.contains(*it)) {
            return Err(fail(format!("it holds `{odd}`; give the bare address, name@example.com")));
        }
        let options = Options::default().without_display_text().without_domain_literal();
        EmailAddress::parse_with_options(address, options.with_required_tld()).map_err(
            |error| {
                let reason = error.to_string();
                fail(reason.trim_end_matches('.').to_lowercase())
            },
        )?;
        Ok(Self(address.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn refused(address: &str, message: &str) {
        assert_eq!(address.parse::<Address>().unwrap_err().to_string(), message);
    }

    #[test]
    fn an_address_is_taken_as_it_is() {
        for address in ["a@example.com", "zihan.li+intern@mail.example.ac.cn", "x@xn--fsq.example"]
        {
            assert_eq!(address.parse::<Address>().unwrap().as_str(), address);
        }
        assert_eq!(" a@example.com ".parse::<Address>().unwrap().as_str(), "a@example.com");
    }

    #[test]
    fn what_is_no_address_is_refused_with_the_reason() {
        refused(
            "a@example.com\r\nBcc: b@example.com",
            r"`a@example.com\r\nBcc: b@example.com` is not an e-mail address: it holds a line break",
        );
        refused(
            "a@example.com, b@example.com",
            "`a@example.com, b@example.com` is not an e-mail address: it holds a space",
        );
        refused(
            "a,b@example.com",
            "`a,b@example.com` is not an e-mail address: it holds `,`; give the bare address, name@example.com",
        );
        refused(
            "p\u{430}ul@example.com",
            "`p\u{430}ul@example.com` is not an e-mail address: it holds U+0430, which is not a plain letter, digit or mark",
        );
        refused("nobody", "`nobody` is not an e-mail address: missing separator character '@'");
        for address in ["", "@", "a@", "@example.com", "a@localhost", "a@@example.com", "a@ex..com"]
        {
            assert!(address.parse::<Address>().is_err(), "{address}");
        }
    }

    proptest! {
        #[test]
        fn no_text_smuggles_a_second_line_or_address(text in any::<String>()) {
            if let Ok(address) = text.parse::<Address>() {
                prop_assert!(address.as_str().bytes().all(|it| it.is_ascii_graphic()));
                prop_assert_eq!(address.as_str().matches('@').count(), 1);
            }
        }
    }
}
