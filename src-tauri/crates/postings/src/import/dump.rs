//! One line that holds a whole posting: a dump has lost where its lines ended, and its
//! labels and numbers tell.

use std::ops::Range;

use super::pattern::pattern;

/// A piece of such a line, in characters, and whether it is an item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) chars: Range<usize>,
    pub(super) is_item: bool,
}

/// The shortest line that is taken for such a dump.
const LEAST: usize = 100;

/// The pieces of a line. None: it is no dump.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    if text.chars().count() < LEAST {
        return numbered(text);
    }
    let labels = pattern!(
        r"(?:^|[\s;；。.，,!])(?P<l>(?:岗位|工作|职位|主要)(?:职责|描述|内容|介绍)|(?:任职|岗位|职位|应聘|申请|招聘|报名|基本)(?:要求|资格|条件)|加分项|优先条件|(?:薪资|福利|薪酬)?待遇|薪资|(?:工作|实习)?地点|研究方向|(?:联系|投递|申请|报名|应聘)(?:方式|邮箱)|(?:报名|申请|投递)?截止(?:时间|日期)|实习(?:时间|时长|周期)|招聘人数|(?-i:Responsibilities|Requirements|Qualifications|Preferred [Qq]ualifications|Benefits|Location|Duration|Deadline|How to [Aa]pply|To apply|Job [Dd]escription|What we offer|Salary|Contact))\s?[:：]"
    );
    let mut starts: Vec<(usize, usize, bool)> = labels
        .captures_iter(text)
        .filter_map(|it| it.name("l"))
        .map(|it| (it.start(), it.start(), false))
        .collect();
    if starts.len() < 2 {
        return numbered(text);
    }
    let numbers = pattern!(r"[\s;；。.:：，](?P<n>[1-9])\s?(?:[、．)]|\.\s)\s*");
    let mut next = 1;
    for found in numbers.captures_iter(text) {
        let (Some(whole), Some(number)) = (found.get(0), found.name("n")) else { continue };
        let value = number.as_str().parse().unwrap_or(0);
        if value == next || value == 1 {
            starts.push((number.start(), whole.end(), true));
            next = value + 1;
        }
    }
    starts.sort_unstable();
    starts.insert(0, (0, 0, false));
    let chars = |at: usize| text[..at].chars().count();
    let ends = starts.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
    let all = starts.iter().zip(ends).filter(|((_, from, _), end)| from < end);
    all.map(|((_, from, is_item), end)| Piece {
        chars: chars(*from)..chars(end),
        is_item: *is_item,
    })
    .filter(|it| !it.chars.is_empty())
    .collect()
}

/// `要求：1、…；2、…`: a label, and the numbered items of its list in the same line.
fn numbered(text: &str) -> Vec<Piece> {
    let label = pattern!(
        r"^\s*(?:[【\[]\s?)?(?:(?:任职|岗位|职位|应聘|应征|申请|招聘|招收|报名|基本|资格)?(?:要求|条件|资格)|(?:岗位|工作|职位|主要)(?:职责|内容)|(?:申请|报名|应聘|应备|所需|提交)(?:材料|文件)|(?-i:Requirements|Qualifications|Eligibility|Documents|Responsibilities))(?:\s?[】\]]\s?[:：]?|\s?[:：])"
    );
    let Some(label) = label.find(text) else { return Vec::new() };
    let numbers = pattern!(
        r"(?:^|[\s;；。.:：，】\]])(?P<n>\(?[1-9][、．)]\s?|[1-9]\.\s?|（[1-9]）|[①②③④⑤⑥⑦⑧⑨]\s?)"
    );
    let rest = &text[label.end()..];
    let items: Vec<Range<usize>> = numbers
        .captures_iter(rest)
        .filter_map(|it| it.name("n"))
        .filter(|it| !rest[it.end()..].starts_with(|it: char| it.is_ascii_digit()))
        .map(|it| label.end() + it.start()..label.end() + it.end())
        .collect();
    let value = |it: &Range<usize>| {
        let circled = "①②③④⑤⑥⑦⑧⑨".chars().position(|mark| text[it.clone()].contains(mark));
        let figure = text[it.clone()].chars().find_map(|it| it.to_digit(10));
        circled.and_then(|it| u32::try_from(it + 1).ok()).or(figure)
    };
    let in_order = items.iter().zip(1..).all(|(it, number)| value(it) == Some(number));
    let first = items.first().is_some_and(|it| text[label.end()..it.start].trim().is_empty());
    if items.len() < 2 || !in_order || !first {
        return Vec::new();
    }
    let chars = |at: usize| text[..at].chars().count();
    let ends = items.iter().skip(1).map(|it| it.start).chain([text.len()]);
    let pieces = items.iter().zip(ends).filter(|(it, end)| it.end < *end);
    let pieces = pieces.map(|(it, end)| Piece { chars: chars(it.end)..chars(end), is_item: true });
    let head = Piece { chars: 0..chars(label.end()), is_item: false };
    std::iter::once(head).chain(pieces).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dump_is_cut_at_its_labels_and_numbers() {
        let text = "[实习生]某研究所 数据库方向 岗位职责： 查询优化方向的论文研读与原型系统实现，参与课题组的日常讨论，整理实验数据与文档 任职要求： 1、本科及以上 2、熟悉C++ 3、能读英文论文 待遇： 面议，根据个人综合能力确定，表现优秀者提供留用机会";
        let all: Vec<char> = text.chars().collect();
        let found: Vec<(String, bool)> = pieces(text)
            .into_iter()
            .map(|it| (all[it.chars].iter().collect::<String>().trim().to_owned(), it.is_item))
            .collect();
        assert_eq!(found.len(), 7, "{found:?}");
        assert_eq!(found[3], ("本科及以上".to_owned(), true));
        assert_eq!(found[2], ("任职要求：".to_owned(), false));
    }

    #[test]
    fn a_label_is_parted_from_the_numbered_items_behind_it() {
        let text = "【要求】1、本科；2、熟悉C语言；3、每周4天";
        let found = pieces(text);
        assert_eq!(
            found.iter().map(|it| it.is_item).collect::<Vec<_>>(),
            [false, true, true, true]
        );
        assert_eq!(found[0].chars, 0..4);
        assert_eq!(pieces("要求：1.5年经验，2人以上"), []);
        assert_eq!(pieces("要求：本科，详见附件1、附件2、附件3"), []);
    }

    #[test]
    fn a_paragraph_is_none() {
        assert_eq!(pieces("Requirements: a degree."), []);
        assert_eq!(pieces(&"We work on soil and on water, and we like both. ".repeat(8)), []);
    }
}
