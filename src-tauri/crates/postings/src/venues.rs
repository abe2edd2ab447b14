//! Conferences by their names: `S&P` is the `IEEE Symposium on Security and Privacy`.

/// A short name and the other ways people write the same conference. The short
/// name counts only as a word of its own; longer ones anywhere.
const VENUES: &[(&str, &[&str])] = &[
    ("S&P", &["IEEE Symposium on Security and Privacy", "IEEE SP", "IEEE Oakland"]),
    ("USENIX Security", &["USENIX Security Symposium", "USENIX Sec"]),
    ("CCS", &["Conference on Computer and Communications Security"]),
    ("NDSS", &["Network and Distributed System Security"]),
    ("CRYPTO", &["International Cryptology Conference", "Advances in Cryptology - CRYPTO"]),
    ("SOSP", &["Symposium on Operating Systems Principles"]),
    ("OSDI", &["Operating Systems Design and Implementation"]),
    ("PLDI", &["Programming Language Design and Implementation"]),
    ("DSN", &["Dependable Systems and Networks"]),
    ("AAAI", &["AAAI Conference on Artificial Intelligence"]),
    ("NeurIPS", &["NIPS", "Neural Information Processing Systems"]),
    ("SIGCOMM", &["Special Interest Group on Data Communication"]),
    ("NSDI", &["Networked Systems Design and Implementation"]),
    ("EuroSys", &["European Conference on Computer Systems"]),
    ("USENIX ATC", &["USENIX Annual Technical Conference"]),
    ("FAST", &["File and Storage Technologies"]),
    ("MobiCom", &["Mobile Computing and Networking"]),
    ("MobiSys", &["Mobile Systems, Applications"]),
    ("SenSys", &["Embedded Networked Sensor Systems"]),
    ("ICML", &["International Conference on Machine Learning"]),
    ("ICLR", &["International Conference on Learning Representations"]),
    ("EUROCRYPT", &[]),
    ("ASIACRYPT", &[]),
    ("ASPLOS", &["Architectural Support for Programming Languages and Operating Systems"]),
    ("ISCA", &["International Symposium on Computer Architecture"]),
    ("POPL", &["Principles of Programming Languages"]),
    ("SIGMOD", &["Management of Data"]),
    ("VLDB", &["Very Large Data Bases"]),
];

/// Before a short name, these make it another conference: `ACM ASIA CCS`.
const OTHER_SERIES: [&str; 3] = ["asia", "euro", "european"];

/// Whether a publication's `venue`, as written, is the conference `name`.
/// Workshops beside it are not.
pub(crate) fn is_venue(venue: &str, name: &str) -> bool {
    let venue = folded(venue);
    if venue.contains("workshop") {
        return false;
    }
    let known = VENUES.iter().find(|(short, _)| folded(short) == folded(name));
    let aliases = known.map_or(&[][..], |(_, aliases)| aliases);
    std::iter::once(&name).chain(aliases).any(|name| stands_in(&venue, &folded(name)))
}

/// The conferences that `text` names, by their short names, in our order.
pub(crate) fn named(text: &str) -> Vec<String> {
    let text = folded(text);
    let all = VENUES.iter().filter(|(short, aliases)| {
        // A short name that is a word counts only in capitals elsewhere; here it must stand alone.
        let short = *short != "FAST" && stands_in(&text, &folded(short));
        short || aliases.iter().any(|it| stands_in(&text, &folded(it)))
    });
    all.map(|(short, _)| (*short).to_owned()).collect()
}

/// Lower case, one space, one kind of dash and ampersand.
fn folded(text: &str) -> String {
    let text = text.to_lowercase().replace(['–', '—'], "-").replace(r"\&", "&").replace('＆', "&");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `name` stands in `text` with no letter before or after it (a year
/// may follow at once: `CCS'24`, `NDSS2025`) and no word that makes it another.
fn stands_in(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + name.len()..]);
        let joined_before =
            before.ends_with(|it: char| it.is_alphanumeric() || it == '&' || it == '-');
        let joined_after = after.starts_with(|it: char| it.is_alphabetic() || it == '&');
        let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
        !joined_before && !joined_after && !OTHER_SERIES.contains(&word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_conference_is_known_by_all_its_names() {
        for (venue, name) in [
            ("S&P", "S&P"),
            (r"IEEE S\&P 2025", "S&P"),
            ("46th IEEE Symposium on Security and Privacy (SP)", "S&P"),
            ("34th USENIX Security Symposium", "USENIX Security"),
            (
                "Proc. of the 2024 ACM SIGSAC Conference on Computer and Communications Security",
                "CCS",
            ),
            ("CCS'24", "CCS"),
            ("NDSS2025", "NDSS"),
            ("Advances in Cryptology – CRYPTO 2023", "CRYPTO"),
            ("NIPS 2017", "NeurIPS"),
            ("Advances in Neural Information Processing Systems 37", "NeurIPS"),
            ("An Invented Conference", "An Invented Conference"),
        ] {
            assert!(is_venue(venue, name), "{venue} is {name}");
        }
    }

    #[test]
    fn what_only_sounds_like_it_is_another() {
        for (venue, name) in [
            ("EuroS&P 2024", "S&P"),
            ("IEEE European Symposium on Security and Privacy", "S&P"),
            ("AsiaCCS", "CCS"),
            ("ACM ASIA CCS 2024", "CCS"),
            ("EUROCRYPT 2024", "CRYPTO"),
            ("Journal of Cryptographic Engineering", "CRYPTO"),
            ("CCS Workshop on Privacy in the Electronic Society", "CCS"),
            ("Breakfast seminar", "FAST"),
            ("", "CCS"),
        ] {
            assert!(!is_venue(venue, name), "{venue} is not {name}");
        }
    }
}
