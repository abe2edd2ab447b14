//! What lists hold besides what is asked: what is only welcome, who may not apply, what
//! there is to do, and lines that only say more of another.

use super::{lines::Shape, page::Page, pattern::pattern, section::Section};

/// The item that a line of a list within a list stands under.
fn outer(page: &Page<'_>, number: usize) -> Option<usize> {
    let above = page.lines[..number].iter().rposition(|it| !it.inner)?;
    let all_inner = page.lines[above + 1..=number].iter().all(|it| it.shape == Shape::Bullet);
    (page.lines[above].shape == Shape::Bullet && all_inner).then_some(above)
}

/// Whether a line only says more of the item that it stands under.
pub(super) fn is_detail(page: &Page<'_>, number: usize) -> bool {
    outer(page, number).is_some_and(|it| {
        let text = page.line(it);
        is_one_of_many(page, it)
            || !text.ends_with([':', '：'])
                && !super::qualify::is_preamble(text)
                && super::section::section(text).is_none()
    })
}

/// Whether an item with a list of its own stands among others, most of which have none:
/// `A degree in one of these fields:` is one thing that is asked.
pub(super) fn is_one_of_many(page: &Page<'_>, number: usize) -> bool {
    let has_list =
        |it: usize| page.lines.get(it + 1).is_some_and(|it| it.shape == Shape::Bullet && it.inner);
    let line = &page.lines[number];
    let others = page.lines.iter().enumerate().filter(|(at, it)| {
        *at != number
            && it.shape == Shape::Bullet
            && !it.inner
            && it.heading == line.heading
            && it.section == line.section
    });
    let (with, without): (Vec<_>, Vec<_>) = others.partition(|(at, _)| has_list(*at));
    has_list(number)
        && without.len() > 1
        && without.len() > with.len()
        && page.line(number).split(' ').count()
            + page.line(number).chars().filter(|it| *it >= '\u{3400}').count() / 2
            > 3
        && super::section::section(page.line(number)).is_none()
}

/// Whether a line stands in a list whose first words make all of it only welcome.
pub(super) fn is_of_bonus(page: &Page<'_>, number: usize) -> bool {
    let line = &page.lines[number];
    let lead = if line.inner {
        outer(page, number)
    } else {
        page.lines[..number].iter().rposition(|it| it.shape != Shape::Bullet || it.gap && line.gap)
    };
    line.shape == Shape::Bullet
        && lead.is_some_and(|it| {
            let text = page.line(it);
            page.lines[it].shape != Shape::Heading
                && text.ends_with([':', '：'])
                && pattern!(r"\b(preferred|desirable|a plus|an advantage|an asset|bonus|nice to have|not (necessarily|necessary|required|mandatory)|considered (very |most )?favou?rably|fit (in )?better|beneficial|welcome|appreciated|ideally|even (better|more|happier)|happier|delighted|perfect(ly)?|helpful|extra|stand out|love it if)\b|优先|加分|更佳|非必须|非必需").is_match(text)
        })
}

/// Whether a line stands in a list of those who may not apply: `有下列情形之一者，不得应聘:`.
pub(super) fn is_excluded(page: &Page<'_>, number: usize) -> bool {
    let lead = page.lines[..number].iter().rposition(|it| {
        let text = page.at(&it.span);
        it.shape != Shape::Bullet || text.ends_with([':', '：'])
    });
    page.lines[number].shape == Shape::Bullet
        && lead.is_some_and(|it| {
            pattern!(r"(不得|不予|不能)(应聘|报名|报考|申请|录用|受理)[^。；]{0,6}[:：]$")
                .is_match(page.line(it))
        })
}

/// Whether a line stands in a list that tells what there is to do, whatever its heading says:
/// `我们期望您:`, and below it `负责…`, `主导…`.
pub(super) fn is_of_duties(page: &Page<'_>, number: usize) -> bool {
    let line = &page.lines[number];
    if line.shape != Shape::Bullet || line.section != Section::Qualify {
        return false;
    }
    let items = page.lines.iter().filter(|it| {
        it.shape == Shape::Bullet
            && !it.inner
            && it.heading == line.heading
            && it.section == line.section
    });
    let does = pattern!(
        r"^(全面|独立|主要|具体|积极)?(负责|主导|领导|指导|统筹|参与|承担|协助|推动|组织|配合|跟进|撰写|制定|维护|搭建|开展|执行|设计|优化)"
    );
    let (mut all, mut doing) = (0, 0);
    for item in items {
        let text = page.at(&item.span);
        all += 1;
        doing += usize::from(
            does.is_match(text) && !pattern!(r"经验|能力|经历|者优先|精神").is_match(text),
        );
    }
    all > 1 && doing == all
}

/// Whether an item is welcome, and no more.
pub(super) fn is_bonus(text: &str) -> bool {
    let whole = text;
    // `a degree (Master's preferred)` and `English; Swahili an asset`: the head is needed.
    let aside = pattern!(r"\s*\([^()]{0,60}\)|[;；] ?[^;；]{0,60}$").replace_all(text, "");
    let text = if aside.trim().chars().count() > 8
        || aside.trim().chars().filter(|it| *it >= '\u{2e80}').count() > 3
    {
        aside.as_ref()
    } else {
        text
    };
    // `Good English. German is an advantage.`: so is the first sentence.
    if let Some((head, _)) = text.split_once(". ")
        && head.chars().count() > 8
        && head.contains(' ')
    {
        return is_bonus(head);
    }
    // `Able to read English, speaking it is a plus`: what comes first is needed all the same.
    if !pattern!(r"\p{Han}").is_match(text)
        && let Some((head, tail)) = text.rsplit_once(", ")
        && pattern!(
            r"^[\p{L}' -]{3,40} (is|are|would be) (also )?(an? )?(\w+ )?(plus|advantage|bonus|asset|preferred|desirable)\W*$"
        )
        .is_match(tail)
        && !pattern!(r"\b(and|or)\b").is_match(tail)
        && (head.split(' ').count() > 4
            || pattern!(r"\b(is|are) (essential|required|needed|mandatory|a must)$").is_match(head))
    {
        return false;
    }
    if pattern!(r"^\(?(preferred|optional|desirable|bonus|nice to have|plus|加分项?|可选)\) ?\S|\((this|it|that|which)[^()]{0,20} (is|would be) (only |just )?(an? )?(\w+ )?(plus|bonus|advantage|asset|optional|preferred|desirable|welcome)\b[^()]{0,30}\)\W*$|\((preferred|optional|desirable|desired|a plus|bonus|nice to have|not required|优先|加分项?|非必须)\)\W*$").is_match(whole) {
        return true;
    }
    // `X is crucial, while Y is a plus`: X is needed.
    if pattern!(r"\b(crucial|essential|required|mandatory|a must|necessary|needed)\b[^.;]{0,20}, (while|whereas|and|but|with)\b").is_match(text) {
        return false;
    }
    // `熟悉Rust，有内核经验者优先`: the first clause is needed all the same.
    let text = pattern!(r"[,;]\s?(?P<a>\p{Han})").replace_all(text, "，$a");
    let text = text.as_ref();
    let mut clauses = text.split(['，', '；']);
    let (clause, second) = (clauses.next().unwrap_or_default(), clauses.next());
    // `有高性能，低时延系统经验者优先`: the second one is of the same.
    let is_one = clauses.next().is_none()
        && second.is_some_and(|it| {
            !pattern!(r"发表|获|参与|参加|有|会|熟|具备|懂|曾").is_match(it)
                && pattern!(r"^.{2,14}(经验|经历|背景|基础|知识)(者|的)?(优先|加分|更佳|为佳|尤佳)")
                    .is_match(it)
                && pattern!(r"^(对|有|具有|具备|熟悉|了解|掌握)").is_match(clause)
        });
    let clause = if is_one { text } else { clause };
    if clause.len() < text.len()
        && pattern!(r"\p{Han}").is_match(text)
        && !pattern!(r"优先|加分|更佳|为佳|尤佳").is_match(clause)
    {
        return false;
    }
    pattern!(r"\b(is|are|would be|will be|as|considered) (also )?(an? )?(\w+ )?(plus|advantage|bonus|asset|preferred|desirable|desired|beneficial|advantageous|welcome|merit)\b|\bis a (big |strong |huge )?plus|\b(preferred|desirable|desired|helpful|a plus|welcome|useful),? but (is |are )?not (required|necessary|essential|mandatory|needed)\b|\b(preferred|desirable|a plus|nice to have|bonus|advantageous|beneficial|an advantage|an asset|welcome|appreciated)\b\W*\)?\s*$|^preference (for|to|will|is)\b|^([^:]{3,40}: )?(preferably|preferred|bonus|ideally|nice to have|plus)\b|优先|加分|更佳|为佳|尤佳|最佳|更好[。；]?$").is_match(text)
}
