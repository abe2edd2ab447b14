//! Places that a page shows without a sentence: in brackets around a title, on a line of
//! a card, below a heading, in an address, at the foot.

use super::{
    fact::Fact,
    lines::Shape,
    names,
    page::{Page, Span},
    pattern::pattern,
};

/// `📍 Bergen`: a line behind the sign of a pin.
pub(super) fn pinned(page: &Page<'_>) -> Option<Span> {
    let mut found = page.lines.iter().filter_map(|line| {
        let words = page.at(&line.span).trim_start_matches('•').trim_start();
        let words = words.strip_prefix('📍')?.trim_start_matches(['\u{fe0f}', ' ', ':']);
        let place = (2..=60).contains(&words.chars().count())
            && !words.contains(['@', '。', '|', '·', '｜', ':', '：'])
            && !pattern!(r"\b(was|is|are|our|we|will)\b").is_match(words)
            && names::has_place(words);
        place.then(|| line.span.end - words.len()..line.span.end)
    });
    let first = found.next()?;
    found.all(|it| page.at(&it) == page.at(&first)).then_some(first)
}

/// `[Bergen/Oslo] …`, `… (杭州，7月入职)`, `【合肥｜远程｜兼职】…`: the places in brackets
/// of a title, without the remarks that follow them.
pub(super) fn bracketed(page: &Page<'_>) -> Option<Span> {
    let titles = page.lines.iter().take(10).enumerate();
    let mut titles = titles.filter(|(number, it)| {
        *number == 0
            || it.shape == Shape::Heading
            || page.at(&it.span).starts_with(['[', '【'])
            || pattern!(r"^(招聘)?(岗位|职位)(名称)?\s?:").is_match(page.at(&it.span))
    });
    titles.find_map(|(_, line)| {
        let text = page.at(&line.span);
        if text.chars().count() > 120 {
            return None;
        }
        let groups = pattern!(r"[\[【](?P<a>[^\]】]{2,30})[\]】]|\((?P<b>[^()]{2,40})\)");
        groups.captures_iter(text).find_map(|found| {
            let inner = found.name("a").or_else(|| found.name("b"))?;
            let round = found.name("b").is_some();
            // Round ones are of the title only at its end.
            let rest = &text[found.get(0)?.end()..];
            let last = pattern!(r"^\s*(#\d{1,6})?\s*$").is_match(rest);
            if round && !last {
                return None;
            }
            let length = leading_places(inner.as_str())?;
            let start = line.span.start + inner.start();
            Some(start..start + length)
        })
    })
}

/// How much of a list is places, from its start.
fn leading_places(text: &str) -> Option<usize> {
    let anywhere = pattern!(r"^(remote|hybrid|on-?site|global|远程|线上|居家)$");
    let code = pattern!(r"^(?-i:[A-Z]{2,3})$");
    let cuts = pattern!(r"\s?[,，;；|｜、/]\s?|\s?·\s?|$");
    let mut from = 0;
    let mut end = None;
    for cut in cuts.find_iter(text) {
        let piece = text[from..cut.start()].trim();
        let known = names::is_place(piece)
            || from > 0 && anywhere.is_match(piece)
            || from > 0 && code.is_match(piece) && names::is_place(&text[..cut.start()]);
        if !known {
            break;
        }
        end = Some(cut.start());
        from = cut.end();
    }
    end.filter(|it| *it > 0)
}

/// The only line below a heading that names a place and nothing else.
pub(super) fn headed(page: &Page<'_>) -> Option<Span> {
    let lines = page.lines.windows(2).filter(|it| {
        let text = page.at(&it[1].span);
        it[0].shape == Shape::Heading
            && it[1].shape == Shape::Plain
            && text.chars().count() <= 40
            && names::is_place(text)
    });
    let mut found = lines.map(|it| it[1].span.clone());
    let first = found.next()?;
    let stop = usize::from(page.at(&first).ends_with('.') && !page.at(&first).contains(".."));
    let whole = first.start..first.end - stop;
    found.all(|it| page.at(&it) == page.at(&first)).then_some(whole)
}

/// `梧桐路366号，杭州 310030`: the town beside the code for the post.
pub(super) fn address(page: &Page<'_>) -> Option<Span> {
    let coded = pattern!(r"(?:^|[，,、\s])(?P<a>\p{Han}{2,4}?)市?[，,]?\s?\d{6}(?:\D|$)");
    let mut found = page.lines.iter().filter_map(|line| {
        let town = coded.captures(page.at(&line.span))?.name("a")?;
        let span = line.span.start + town.start()..line.span.start + town.end();
        names::is_place(town.as_str()).then_some(span)
    });
    let first = found.next()?;
    found.all(|it| page.at(&it) == page.at(&first)).then_some(first)
}

/// A line of the card at the top that names places and nothing else.
pub(super) fn card(page: &Page<'_>) -> Option<Span> {
    let first = page.lines.first()?;
    // `Company-Town-Department-Role`
    let title = page.at(&first.span);
    let cuts = title.matches(['-', '－', '—']).count();
    if cuts > usize::from(!title.contains(|it: char| it >= '\u{3400}')) {
        let pieces = title.split(['-', '－', '—']).map(str::trim);
        let mut places = pieces.filter(|it| !it.is_empty() && names::is_place(it));
        if let (Some(only), None) = (places.next(), places.next())
            && let Some(at) = title.find(only)
        {
            return Some(first.span.start + at..first.span.start + at + only.len());
        }
    }
    page.lines.iter().take(7).find_map(|line| {
        let text = page.at(&line.span);
        // `武汉·洪山区` is one place, `Company · Berlin` two things.
        let cuts = pattern!(r"[|｜•]|\s·|·\s| [—–-] ");
        let mut from = 0;
        let mut pieces = Vec::new();
        for cut in cuts.find_iter(text) {
            pieces.push(from..cut.start());
            from = cut.end();
        }
        pieces.push(from..text.len());
        pieces.into_iter().find_map(|piece| {
            let words = &text[piece.clone()];
            let words = words.trim_start_matches(|it: char| !it.is_alphanumeric());
            let start = line.span.start + piece.end - words.len();
            let kind = pattern!(r" ?\((on-?site|remote|hybrid)\)\s*$").find(words);
            let words = kind.map_or(words, |it| &words[..it.start()]);
            // `北京/深圳·实习生·前端`: a town, and what is no place.
            let words = match words.split_once('·') {
                Some((head, tail)) if names::is_place(head) && !names::has_place(tail) => head,
                _ => words,
            };
            // `Company, Town, Country`
            let skip = names::behind_a_name(words).unwrap_or(0);
            let (start, words) = (start + skip, &words[skip..]);
            let end = start + words.trim_end().len();
            let several = line.span.len() > end - start;
            (start < end
                && (names::is_place(page.at(&(start..end)))
                    || several && super::place::is_anywhere(page.at(&(start..end))))
                && !page.at(&(start..end)).contains([']', '】', '「', '：'])
                && end - start <= 80)
                .then_some(start..end)
        })
    })
}

/// `Summer School, 6-17 July, Pisa`: the end of the title, where nothing else says it.
pub(super) fn titled(page: &Page<'_>) -> Option<Span> {
    let first = page.lines.first()?;
    let (_, last) = page.at(&first.span).rsplit_once(", ")?;
    let whole = names::is_place(last) && !last.contains(['/', '-']);
    whole.then(|| first.span.end - last.len()..first.span.end)
}

/// The place at the foot of a saved page.
pub(super) fn foot(page: &Page<'_>) -> Option<Fact<String>> {
    let code = pattern!(r"[ ,]+\d{5}(-\d{4})?$");
    let mut found = page.foot.iter().filter_map(|said| {
        let words =
            code.find(&said.value).map_or(said.value.as_str(), |it| &said.value[..it.start()]);
        let country = words.rsplit_once(", ").map(|(_, it)| it).filter(|it| names::is_place(it));
        let place = if names::is_place(words) { Some(words) } else { country }?;
        let at = said.value.find(place)?;
        Some((place.to_owned(), said.start + at))
    });
    let (place, start) = found.next()?;
    let end = start + place.len();
    found
        .all(|(it, _)| place.contains(&it))
        .then(|| page.said(place.clone(), &super::jsonld::Said { value: place, start, end }))
}
