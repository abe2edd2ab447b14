//! What a tree promises of its ranges, and what it refuses.

use proptest::prelude::*;

use super::*;
use crate::splice;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT_W: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

fn parse(source: &str) -> Tree {
    Tree::parse("word/document.xml", source.as_bytes().to_vec()).unwrap()
}

#[track_caller]
fn refused(bytes: impl Into<Vec<u8>>, why: &str) {
    let error = Tree::parse("word/document.xml", bytes.into()).unwrap_err().to_string();
    assert!(error.starts_with("`word/document.xml` is not XML we can read: "), "{error}");
    assert!(error.contains(why) && !error.contains('\n'), "{error}");
}

#[test]
fn a_million_elements_deep_is_refused_on_a_small_stack() {
    let depth = 1_000_000;
    for (open, close) in
        [("<a>", "</a>"), ("<a b='/>'>", "</a>"), ("<a b=\"</a>\"><!-- </a> -->", "</a>")]
    {
        let source = open.repeat(depth) + &close.repeat(depth);
        let small = std::thread::Builder::new().stack_size(512 << 10);
        small.spawn(move || refused(source, "nest too deep")).unwrap().join().unwrap();
    }
}

#[test]
fn what_is_not_strictly_xml_is_refused() {
    refused("<a>", "never closed");
    refused("<a><b></a></b>", "expected 'b' tag, not 'a'");
    refused("<a>\u{1}</a>", "non-XML character");
    refused("<w:a/>", "unknown namespace prefix");
    refused("<a b='1' b='2'/>", "already defined");
    refused("<a>&b;</a>", "unknown entity");
    refused("<!DOCTYPE a><a/>", "document type");
    refused("", "");
    refused(b"<a>\xff</a>".as_slice(), "not UTF-8");
    refused(b"\xff\xfe<\0a\0/\0>\0".as_slice(), "UTF-16");
    refused("<?xml version='1.0' encoding='GBK'?><a>张</a>", "written in GBK");
}

#[test]
fn strict_and_transitional_documents_are_one_to_us() {
    for uri in [W, STRICT_W] {
        let tree = parse(&format!("<x:document xmlns:x='{uri}'><x:body x:val='1'/></x:document>"));
        assert!(tree.is(tree.root(), Ns::W, "document"));
        let body = tree.child(tree.root(), Ns::W, "body").unwrap();
        assert_eq!(tree.attr(body, Ns::W, "val").as_deref(), Some("1"));
        assert_eq!(tree.prefix(body), "x:");
        assert_eq!(tree.prefix_of(body, Ns::W).as_deref(), Some("x:"));
    }
}

#[test]
fn a_byte_order_mark_moves_no_range() {
    let tree = parse("\u{feff}<?xml version=\"1.0\"?><a b='c'>张<d/></a>");
    let root = tree.root();
    assert_eq!(&tree.source()[tree.range(root)], "<a b='c'>张<d/></a>");
    assert_eq!(&tree.source()[tree.inner(root)], "张<d/>");
    assert_eq!(&tree.source()[tree.attr_range(root, Ns::None, "b").unwrap()], "c");
    assert_eq!(&tree.source()[tree.range(tree.children(root).next().unwrap())], "<d/>");
}

#[test]
fn quotes_in_a_tag_hide_its_end() {
    let tree = parse("<a xmlns:w='u/>' b='/>' c=\"'>\" ><d e='>'/></a >");
    assert_eq!(&tree.source()[tree.inner(tree.root())], "<d e='>'/>");
    assert!(!tree.is_self_closed(tree.root()));
    let child = tree.children(tree.root()).next().unwrap();
    assert!(tree.is_self_closed(child));
}

#[test]
fn an_element_that_closes_itself_is_opened_to_append() {
    for (source, expected) in [
        ("<a><b c='/'/></a>", "<a><b c='/'>x</b></a>"),
        ("<a><b />y</a>", "<a><b >x</b>y</a>"),
        ("<a><b>y</b></a>", "<a><b>yx</b></a>"),
    ] {
        let tree = parse(source);
        let child = tree.children(tree.root()).next().unwrap();
        assert_eq!(splice(source, &[tree.append(child, "x")]).unwrap(), expected);
    }
}

#[test]
fn a_prefix_with_another_meaning_further_in_is_not_offered() {
    let tree = parse(&format!("<w:a xmlns:w = \"{W}\"><b xmlns:w='other'/><c/></w:a>"));
    let ids: Vec<_> = tree.children(tree.root()).collect();
    assert_eq!(tree.prefix_of(ids[0], Ns::W), None);
    assert_eq!(tree.prefix_of(ids[1], Ns::W).as_deref(), Some("w:"));
}

/// XML with everything that is awkward in it.
fn element() -> impl Strategy<Value = String> {
    let attributes =
        prop::collection::btree_map("[b-e]", "[/>a-c '=张]{0,4}", 0..3).prop_map(|it| {
            it.iter().fold(String::new(), |out, (name, value)| format!("{out} {name}=\"{value}\""))
        });
    let text = prop_oneof![
        "[a-z张>/ ]{0,5}",
        Just("<!-- </a> -->".to_owned()),
        Just("<![CDATA[<a>]]>".to_owned()),
        Just("<?p >?>".to_owned()),
        Just("&lt;&#x5F20;".to_owned())
    ];
    let leaf = (attributes.clone(), " ?").prop_map(|(it, space)| format!("<w:a{it}{space}/>"));
    leaf.prop_recursive(5, 40, 5, move |inner| {
        let inside = prop::collection::vec(prop_oneof![inner, text.clone()], 0..5);
        (attributes.clone(), inside, " ?").prop_map(|(it, inside, space)| {
            format!("<w:a{it}{space}>{}</w:a{space}>", inside.concat())
        })
    })
}

proptest! {
    #[test]
    fn ranges_are_where_the_elements_stand(inside in element(), bom in any::<bool>()) {
        let bom = if bom { "\u{feff}" } else { "" };
        let source = format!("{bom}<r xmlns:w='{W}'>{inside}</r>");
        let tree = parse(&source);
        prop_assert_eq!(tree.source(), &source);
        let mut count = 1;
        for id in tree.descendants(tree.root()) {
            count += 1;
            prop_assert!(tree.is(id, Ns::W, "a"));
            let (range, inner) = (tree.range(id), tree.inner(id));
            let around = tree.inner(tree.parent(id).unwrap());
            prop_assert!(around.start <= range.start && range.end <= around.end);
            let open = &source[range.start..inner.start];
            let close = &source[inner.end..range.end];
            prop_assert!(open.starts_with("<w:a"));
            if tree.is_self_closed(id) {
                prop_assert_eq!(close, "/>");
            } else {
                prop_assert!(open.ends_with('>') && close.starts_with("</w:a"));
            }
            // An element alone is the same element again.
            let alone = parse(&format!("<r xmlns:w='{W}'>{}</r>", &source[range]));
            prop_assert_eq!(alone.descendants(alone.root()).count(), tree.descendants(id).count() + 1);
            let siblings = tree.children(id).collect::<Vec<_>>();
            prop_assert!(siblings.windows(2).all(|it| tree.range(it[0]).end <= tree.range(it[1]).start));
        }
        prop_assert_eq!(count, tree.len());
    }

    #[test]
    fn no_bytes_make_the_parser_panic(source in "[<>/!?\\-\\[\\]CDAT'\"= a字&;#x0-9:]{0,80}") {
        if let Ok(tree) = Tree::parse("a", source.into_bytes()) {
            for id in std::iter::once(tree.root()).chain(tree.descendants(tree.root())) {
                let _ = (tree.text(id), tree.local(id), tree.prefix(id), tree.inner(id));
            }
        }
    }
}
