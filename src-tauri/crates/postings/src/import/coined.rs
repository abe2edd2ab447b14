//! Names that no shape tells: `Harrow`, `Tern Bio`. Who offers a place is told by what a
//! text says of them and where it names them, and no single sign of it is enough.

use std::collections::BTreeMap;

use super::{
    card::names_role,
    names,
    page::{Page, Span},
    pattern::pattern,
};

/// What speaks for a name, in points.
const ENOUGH: u32 = 4;

/// A coined name, as rules for English see it.
const NAME: &str = r"(?-i:(?:[A-Z0-9]|\b[a-z]{1,2}[A-Z])[\p{L}\d&'.+-]*[\p{L}\d](?: (?:(?:of|for|and|the|&) )?[A-Z0-9][\p{L}\d&'.+-]*[\p{L}\d]){0,3})";

/// What those who offer places say that they are.
pub(super) const COMPANY: &str = r"company|start-?up|scale-?up|firm|provider|manufacturer|organi[sz]ation|non-?profit|charity|agency|studio|bank|publisher|consultancy|enterprise|cooperative|association|foundation|bureau|think tank|business";

/// The one that most signs speak for, where they are enough and no other has as many.
pub(super) fn coined(page: &Page<'_>) -> Option<Span> {
    let mut points: BTreeMap<String, BTreeMap<&'static str, u32>> = BTreeMap::new();
    let named = of_hosts(page).into_iter().map(|it| ("named", 1, it));
    for (sign, worth, name) in signs(page).into_iter().chain(named) {
        // `Research Africa` is a name where it stands again and again.
        let again = name.contains(' ') && page.text().matches(name.as_str()).count() > 3;
        if is_nobody(name.strip_prefix("Research ").filter(|_| again).unwrap_or(&name)) {
            continue;
        }
        let own = points.entry(name).or_default().entry(sign).or_default();
        *own = (*own).max(worth);
    }
    let hosts = hosts(page);
    let text = page.text();
    // Where a university is named, what is coined is mostly a group or a project of it.
    let enough = if pattern!(r"(?-i:\bUniversity|Institute of Technology|Universit)|大学|科学院")
        .is_match(text)
    {
        ENOUGH + 2
    } else {
        ENOUGH
    };
    let mut ranked: Vec<(u32, String)> = Vec::new();
    for (name, mut signs) in points {
        if hosts.iter().any(|it| is_host_of(it, &name)) {
            signs.insert("host", 3);
        }
        let often = match text.matches(name.as_str()).count() {
            0..=2 => 0,
            3..=5 => 1,
            _ => 2,
        };
        signs.insert("often", often);
        let kinds = signs.values().filter(|it| **it > 0).count();
        let all: u32 = signs.values().sum();
        let plain = signs.values().any(|it| *it >= ENOUGH);
        if (kinds > 1 || plain || all > 2) && all + 1 >= enough && !is_part(text, &name) {
            ranked.push((all, name));
        }
    }
    // `Tern` and `Tern Bio` are one; the longer one is its name where both are said alike.
    ranked.sort_by_key(|(all, name)| std::cmp::Reverse((*all, name.len())));
    let (most, best) = ranked.first()?;
    // Less is enough where nobody else is named.
    if *most < enough && ranked.len() > 1 {
        return None;
    }
    let rival = ranked[1..].iter().any(|(all, name)| {
        all + 1 >= *most && !best.contains(name.as_str()) && !name.contains(best.as_str())
    });
    if rival {
        return None;
    }
    // `Tern Polar Archive`, where most call it `Tern`.
    let full = pattern!(
        r"^(?: (?-i:[A-Z])[\p{L}&-]+){0,3} (?-i:Archive|Observatory|Institute|Foundation|Society|Museum|Labs|Technologies|Bio|Robotics|Analytics|Therapeutics|Council|Trust|Academy)\b"
    );
    if let Some((at, found)) = text
        .match_indices(best.as_str())
        .find_map(|(at, _)| Some((at, full.find(&text[at + best.len()..])?)))
    {
        return Some(at..at + best.len() + found.end());
    }
    let longer = ranked[1..].iter().find(|(all, name)| all + 1 >= *most && name.contains(best));
    let name = longer.map_or(best, |(_, it)| it);
    text.find(name.as_str()).map(|at| at..at + name.len())
}

/// Whether a name is that of those who write: mail goes to its machine, or it stands in the
/// text again, and is no tool that somebody knows.
pub(super) fn is_own(page: &Page<'_>, name: &str) -> bool {
    let tool = pattern!(
        r"^(c|go|java|python|rust|php|web|ios|android|react|vue|angular|node|front-?end|back-?end|full-?stack|ai|ml|unity|golang|ruby|qa|devops|hr|it|ui|ux|sre|dba|ic|ta|ra)\b"
    );
    !tool.is_match(name)
        && (hosts(page).iter().any(|it| is_host_of(it, name))
            || page.text().matches(name.trim_end_matches(" Inc.")).count() > 2)
}

/// A sign of a name: its kind, what it is worth, and the name.
type Sign = (&'static str, u32, String);

/// Every sign of a name.
fn signs(page: &Page<'_>) -> Vec<Sign> {
    let mut out = Vec::new();
    told(page.text(), &mut out);
    said_of_themselves(page.text(), &mut out);
    shown(page, &mut out);
    out
}

/// Adds a sign for each name that a pattern finds.
fn add(
    out: &mut Vec<Sign>,
    (sign, worth): (&'static str, u32),
    pattern: &regex::Regex,
    text: &str,
) {
    out.extend(pattern.captures_iter(text).filter_map(|it| {
        let name = it.iter().skip(1).flatten().next()?.as_str();
        let name = name.strip_prefix("The ").unwrap_or(name);
        let short = pattern!(r" (co|inc|ltd|corp)\.$").is_match(name);
        let name = if short { name } else { name.trim_end_matches(['.', '\'']) };
        let name = name.strip_suffix("'s").unwrap_or(name);
        Some((sign, worth, name.to_owned()))
    }));
}

/// The signs in what a text tells of anybody.
fn told(text: &str, out: &mut Vec<Sign>) {
    add(
        out,
        ("seeks", 3),
        pattern!(&format!(
            r"(?m)(?:^|[.!?:] |\n)(?:At |The )?(?P<a>{NAME})(?: \([^()]{{2,40}}\))?(?:['’]s(?: \p{{Ll}}+){{0,2}} (?:team|group|lab))?(?:, [^.;\n]{{3,90}},)? (?:(?:project |foundation |community |team )?(?:is|are) (?:now |currently |actively )?(?:hiring|recruiting|looking for|seeking|searching for|inviting|offering|accepting applications)|seeks|invites applications|welcomes applications|hires)\b"
        )),
        text,
    );
    add(
        out,
        ("is", 1),
        pattern!(&format!(
            r"(?m)(?:^|[.!?:] |\n)(?P<a>{NAME})(?: \([^()]{{2,40}}\))?(?:, [^.;\n]{{3,90}},)? (?:is (?:an?|the|one of|based|located|committed|proud|dedicated|building|developing)|was founded|provides?|will provide|develops?|builds?|designs?|offers?|has developed|focuses|aims|works|operates|supports|enables|cultivates|makes|uses)\b"
        )),
        text,
    );
    add(
        out,
        ("at", 1),
        pattern!(&format!(
            r"\b(?:at|join|joining|within|working for|work for|part of|team at|internship with|position with|applying to) (?P<a>{NAME})(?:[,.;:!)\n]| [a-z(])"
        )),
        text,
    );
    add(
        out,
        ("owns", 1),
        pattern!(&format!(r"\b(?P<a>{NAME})['’]s [a-z]|\bworking with (?P<b>{NAME}) [a-z]")),
        text,
    );
    add(
        out,
        ("at", 1),
        pattern!(&format!(
            r"(?m)(?:^|[。，\n])在 ?(?P<a>{NAME}) ?[，,]|加入 ?(?P<b>{NAME}) ?[，。,]"
        )),
        text,
    );
    add(
        out,
        ("title", 3),
        pattern!(&format!(
            r"(?m)^(?:# )?(?P<a>{NAME}) (?:内推|招聘|诚聘|招募|校招|社招)(?:[^，。\n]{{0,20}})$"
        )),
        text,
    );
}

/// The signs in what those who offer say of themselves.
fn said_of_themselves(text: &str, out: &mut Vec<Sign>) {
    add(
        out,
        ("self", 4),
        pattern!(&format!(
            r"\b(?:We|Us|I work at|I'm at|We're|We are) \((?P<a>{NAME})[,)]|\b(?:We, (?:at )?|We're |We are )(?P<b>{NAME}),|\b(?:We|Here) at (?P<c>{NAME})\b|\bI (?:run|lead|manage|head|work)\b[^.;\n]{{0,40}}? (?:at|for) (?P<e>{NAME})\b|\bAs an? [a-z][^.;\n]{{2,60}} (?:at|with) (?P<d>{NAME}), you"
        )),
        text,
    );
    // `Tern is a company that …`, `Tern's mission`, `Join Tern and build …`
    add(
        out,
        ("kind", 3),
        pattern!(&format!(
            r"(?m)(?:^|[.!?:] )(?P<a>{NAME})(?: \([^()]{{2,40}}\))?(?: is|,) (?:an?|the|one of (?:the|\p{{L}}+'s)) (?:[\p{{L}}'-]+,? ){{0,6}}?(?:{COMPANY})\b|(?:^|[.!?:] )(?P<b>{NAME}) (?:was|is) (?:founded|headquartered|funded by|backed by)\b"
        )),
        text,
    );
    add(
        out,
        ("own", 3),
        pattern!(&format!(
            r"\b(?P<a>{NAME})['’]s (?:mission|vision|values|culture|customers|clients|products?|platform|employees|founders?|engineers|headquarters|offices?|goal|purpose|technology)\b|\b(?:the|our) (?P<e>{NAME}) (?:recruitment|recruiting|careers?|jobs?) (?:portal|site|website|page|system|platform)\b|(?:^|[.!] |\n)Join (?P<b>{NAME})(?: (?:and|to|as|in|for)\b|!)|(?:^|[.!] |\n)(?:Working|Life|Being|Interning|A career) (?:at|with) (?P<c>{NAME}) (?:means|is|gives|offers)|\b(?-i:[Tt]eam|[Gg]roup|Lab|[Dd]epartment|[Dd]ivision) (?:at|of) (?P<d>{NAME}) [a-z]"
        )),
        text,
    );
}

/// The signs in titles, headings and what a page is called.
fn shown(page: &Page<'_>, out: &mut Vec<Sign>) {
    let line = pattern!(&format!(
        r"^(?:about|life at|working at|work at|working for|careers? at|jobs? at|join|why|welcome to|current opportunities at|opportunities at|open positions at|openings at|internships? at|who is|meet) (?P<a>{NAME})[?!.]?$"
    ));
    let title = pattern!(&format!(
        r"^(?P<b>{NAME})\s?(?::|[|–—-]| is (?:hiring|recruiting|looking for|seeking)\b)\s?.{{3,}}$|^.{{3,}} (?:at|with|@|[|–—-]) (?P<a>{NAME})$"
    ));
    let behind = pattern!(&format!(r"^.{{3,}}, (?P<a>{NAME})$"));
    // `fern co.: Data Engineer`, and `fern co. is a platform …`: a name in small letters.
    let small = pattern!(r"^(?P<a>[a-z][a-z0-9.&-]{1,14}(?: [a-z0-9.]{1,6})?): \S");
    let settings = page.labels.iter().filter(|it| it.name == "title").map(|it| it.value.clone());
    let tops = page.lines.iter().take(4).map(|it| it.span.clone()).chain(settings);
    for span in tops {
        let text = page.at(&span);
        if names_role(text) {
            add(out, ("title", 3), title, text);
            // `Security Intern, Tern`, where the text goes on to tell of them.
            if let Some(name) = behind.captures(text).and_then(|it| it.name("a"))
                && name.as_str().starts_with(char::is_alphabetic)
                && page.text().matches(name.as_str()).count() > 1
            {
                add(out, ("title", 3), behind, text);
            }
        }
        if let Some(name) = small.captures(text).and_then(|it| it.name("a"))
            && page.text().contains(&format!("\n{} is ", name.as_str()))
            && names_role(&text[name.end()..])
        {
            add(out, ("title", 5), small, text);
        }
    }
    let opens =
        pattern!(&format!(r"^(?:[\[【][^\]】]{{1,24}}[\]】]\s?)*(?P<a>{NAME})(?:[\s\p{{Han}}]|$)"));
    for at in page.lines.iter().take(6) {
        add(out, ("opens", 1), opens, page.at(&at.span));
    }
    let site = pattern!(&format!(
        r"^(?:careers?|jobs?|vacancies|openings|internships|open positions|join us|work with us) [|–—-] (?P<a>{NAME})$|^(?P<b>{NAME}) [|–—-] (?:careers?|jobs?|vacancies|openings|internships|open positions|join us)$"
    ));
    let whole = pattern!(&format!(r"^(?P<a>{NAME})$"));
    for at in &page.lines {
        add(out, ("about", 2), line, page.at(&at.span));
    }
    // `Lyre`, twice: the picture of a board's card, and the name below it.
    for pair in page.lines.windows(2).take(30) {
        let (one, two) = (page.at(&pair[0].span), page.at(&pair[1].span));
        if one == two {
            add(out, ("doubled", 3), whole, two);
        }
    }
    if let Some(name) = &page.name {
        add(out, ("site", 3), site, &name.value);
        add(out, ("about", 2), line, &name.value);
        if names_role(&name.value) {
            add(out, ("title", 3), title, &name.value);
        }
    }
}

/// Whether a short name is that of a department, or a name is only a piece of a longer one:
/// `the School of Sound (SOS)`, `Strandby` in `University of Strandby`.
fn is_part(text: &str, name: &str) -> bool {
    let short = text.match_indices(&format!("({name})")).any(|(at, _)| {
        let before = text[..at].rsplit(['\n', '.']).next().unwrap_or_default();
        pattern!(r"\b(?-i:Department|School|Faculty|Division|Institute|Centre|Center|Group|Lab|Laboratory|Chair|Section|Unit|Program|Programme|Project) (of|for) [^,;:]*$|(?-i:[Gg]roup|[Ll]ab|[Ll]aboratory|Center|Centre|[Tt]eam|[Pp]roject|Program|Programme) $").is_match(before)
    });
    let inner = text.match_indices(name).any(|(at, _)| {
        pattern!(r"(?-i:University|Institute|College|School|Department|Faculty|Centre|Center) (of|for)( the)? $")
            .is_match(&text[..at])
            || pattern!(r"\b(project|programme?|grant|framework|scheme) $").is_match(&text[..at])
            || pattern!(r"^ (?-i:Laboratory|Lab|Institute|University|College|School|Department|Group|Centre|Center|Joint|Foundation)\b|^,? (project|programme?|grant|scheme|framework|mentorship)s?\b[^ ]|^,? (programme?|grant|scheme|framework|mentorship)s?\b|^,? projects?(?:$| [^i])|^ ?(社区|项目|开源|操作系统|生态|是国内|是一个开源)").is_match(&text[at + name.len()..])
    });
    short || inner
}

/// Words with a capital that are nobody's name.
fn is_nobody(name: &str) -> bool {
    name.chars().count() < 3
        || name.split(' ').count() > 5
        || names::has_place(name) && name.split(' ').count() < 2
        || names_role(name)
        || pattern!(
            r"^(we|you|this|the|it|our|your|there|what|who|how|why|he|she|they|each|all|any|if|in|on|for|as|to|please|note|dear|hi|hello|us|me|home|post|work|working|here|least|new|one|two|an?|some|most|more|many|both|these|those|that|its|their|his|her|my|i|at|by|with|from|but|and|or|not|no|yes|experience|knowledge|research|project|program(me)?|application|applicants?|candidates?|students?|duration|location|eligibility|stipend|funding|background|timeline|services|salary|deadline|requirements?|qualifications?|responsibilities|benefits|summary|overview|contact|english|german|french|chinese|spanish|italian|dutch|python|java|javascript|rust|matlab|linux|docker|kubernetes|pytorch|tensorflow|aws|azure|nature|science|discord|telegram|whatsapp|wechat|skype|reddit|kaggle|git|github|gitlab|linkedin|twitter|slack|zoom|google|facebook|youtube|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|zhejiang|phd|ph\.d|msc|bsc|ms|bs|ai|ml|nlp|cv|gpa|hr|ceo|eu|us|uk|usa|prof|dr|prof\.|dr\.|covid(?:-?19)?|equal|equality|diversity|remote|hybrid|full|part|senior|junior|lead|principal|graduate|undergraduate|university|institute|college|school|department|faculty|group|lab|laboratory|team|company|center|centre)\b( .*)?$|\b(University|College|Institute|School|Department|Faculty|Group|Lab|Laboratory|Team|Project|Program|Programme|Conference|Workshop|Journal|Course|Degree|Fellow|Fellowship|Mentorship|Internship|Scholarship|Award|Scheme|Grant|Act|Act\.)$|(?-i:-L)$"
        )
        .is_match(name)
}

/// The names of machines that addresses and links of a text lead to, without what all have:
/// `careers@tern.example` and `https://www.tern.example/jobs` lead to `tern`.
fn hosts(page: &Page<'_>) -> Vec<String> {
    let all = pattern!(r"(?:@|https?://(?:www\.)?)(?P<a>[a-z0-9-]+(?:\.[a-z0-9-]+)+)");
    let of_all = pattern!(
        r"^(github|gitlab|google|gmail|outlook|hotmail|yahoo|qq|163|126|linkedin|twitter|facebook|youtube|zoom|forms|docs|airtable|greenhouse|lever|workday|myworkdayjobs|indeed|medium|wikipedia|arxiv|doi|bit|goo|t|wx|weixin|zhihu|notion|overleaf|orcid|researchgate|slack|discord|calendly|eventbrite|typeform|jotform|surveymonkey|smartrecruiters|recruitee|ashbyhq|workable|bamboohr|com|org|net|edu|ac|co|gov|io)$"
    );
    let mut out: Vec<String> = owners(page);
    for found in all.captures_iter(page.text()) {
        let host = found["a"].to_lowercase();
        // All but the last part of it: `tern.co.example`, `jobs.tern.example`.
        let parts: Vec<&str> = host.split('.').collect();
        for part in &parts[..parts.len() - 1] {
            if part.len() > 2 && !of_all.is_match(part) {
                out.push((*part).to_owned());
            }
        }
    }
    out.sort();
    out.dedup();
    out
}

/// `tern/tern · issue #12`: a project that is called as whose it is.
fn owners(page: &Page<'_>) -> Vec<String> {
    let issue = pattern!(r"^(?P<a>[\w.-]+)/(?P<b>[\w.-]+) · (?:issue|discussion)");
    let found = page.dropped.iter().filter_map(|it| issue.captures(&it.quote.quote));
    let own = found.filter(|it| it["a"].eq_ignore_ascii_case(&it["b"]));
    own.map(|it| it["a"].to_lowercase()).collect()
}

/// `Tern`, where the mail goes to `jobs@tern.example`: the name in the words of the text.
fn of_hosts(page: &Page<'_>) -> Vec<String> {
    let mails =
        pattern!(r"@(?:[a-z]{2,5}\.)?(?P<a>[a-z0-9-]{3,})\.(?:com\.cn|co\.[a-z]{2}|[a-z]{2,8})\b");
    let mails = mails.captures_iter(page.text()).map(|it| it["a"].to_lowercase());
    let word = pattern!(r"(?-i:\b[A-Z][A-Za-z0-9]{3,}\b)");
    let hosts: Vec<String> = mails.chain(owners(page)).collect();
    let words = word.find_iter(page.text()).map(|it| it.as_str().to_owned());
    let own = |it: &String| hosts.iter().any(|host| it.to_lowercase() == *host);
    words.filter(|it| own(it) && !names::has_place(it)).collect()
}

/// Whether a machine is called after a name: `hexbio` is not, `hexagonbio` is.
fn is_host_of(host: &str, name: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|it| it.is_alphanumeric()).collect::<String>().to_lowercase()
    };
    let (host, name) = (letters(host), letters(name));
    host == name
        || name.len() > 3 && host.starts_with(&name) && host.len() < name.len() + 6
        || host.len() > 4 && name.starts_with(&host) && name.len() < host.len() + 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, name: Option<&str>) {
        let page = Page::read(text);
        assert_eq!(coined(&page).map(|it| page.at(&it).to_owned()).as_deref(), name, "{text}");
    }

    #[test]
    fn several_signs_tell_who_it_is() {
        check(
            "Bioassay Intern\n\nAs an intern at Tern Bio, you grow cells.\n\nSend a CV to jobs@ternbio.example.",
            Some("Tern Bio"),
        );
        check(
            "Summer Intern at Harrow Meadow\n\nHarrow Meadow grows leather.\n\nLife at Harrow Meadow",
            Some("Harrow Meadow"),
        );
        check(
            "# Job description\n\nMapquill is looking for a microscope designer.\n\n## About Mapquill\n\nWe build things.",
            Some("Mapquill"),
        );
    }

    #[test]
    fn one_sign_is_not_enough() {
        check(
            "Research Intern\n\nYou will work with Tensorboard at Uppermoor.\n\nSend a CV to a@b.example.",
            None,
        );
        check("Python is a must. Experience at Fjordwell is welcome.", None);
        check("Tern is hiring. Wren is hiring. Join Tern. Join Wren.", None);
    }
}
