//! A part's XML as a tree of elements that know where they stand.
//!
//! The tree owns its source and remembers byte ranges, so a caller can find an
//! element and then splice the source. A strict parser builds it: unclosed
//! elements, control characters, DTDs and undeclared prefixes are refused.
//!
//! **Invariant:** every range is a range of [`Tree::source`], byte order mark
//! included, and lies on character borders.

use std::{borrow::Cow, ops::Range};

use crate::{
    Chars, Edit, Error, Ns,
    chars::attribute_value,
    limits,
    part_name::one_line,
    scan::{self, Size, attributes},
};

/// Parts with more nodes than this are refused. The largest real form seen has 60,000.
const MAX_NODES: u32 = 2_000_000;

/// An element of a [`Tree`]. Numbers grow in document order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

#[derive(Debug)]
struct Attribute {
    ns: Ns,
    /// The local name's bytes.
    name: Range<u32>,
    /// The value's bytes, between the quotes.
    value: Range<u32>,
}

#[derive(Debug)]
struct Node {
    ns: Ns,
    /// The name as written, with its prefix.
    qname: Range<u32>,
    local: u32,
    /// From `<` to `>` of the whole element.
    range: Range<u32>,
    /// Between the tags. Empty, and just before `/>`, when the element closes itself.
    inner: Range<u32>,
    self_closed: bool,
    parent: u32,
    next: u32,
    first_child: u32,
    attributes: Range<u32>,
}

const NONE: u32 = u32::MAX;

/// One part's XML.
#[derive(Debug)]
pub struct Tree {
    source: String,
    nodes: Vec<Node>,
    attributes: Vec<Attribute>,
}

fn to_usize(range: &Range<u32>) -> Range<usize> {
    range.start as usize..range.end as usize
}

/// Byte offsets fit 32 bits: a part has at most 64 MB.
fn to_u32(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(NONE)
}

impl Tree {
    /// Reads `bytes`, the content of the part called `part`.
    ///
    /// # Errors
    /// [`Error::Xml`] when the bytes are not UTF-8, not well-formed, carry a
    /// DTD, or nest too deep.
    pub fn parse(part: &str, bytes: Vec<u8>) -> Result<Self, Error> {
        let fail =
            |reason: String| Error::Xml { part: part.to_owned(), reason: one_line(&reason, 200) };
        if bytes.len() as u64 > limits::PART {
            return Err(fail("it is too large".into()));
        }
        if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
            return Err(fail("it is written in UTF-16; save the file again in Word".into()));
        }
        let source = String::from_utf8(bytes).map_err(|_| fail("it is not UTF-8".into()))?;
        let size = scan::check(&source).map_err(|reason| fail(reason.into()))?;
        if let Some(other) = scan::encoding(&source).filter(|it| !is_utf8(it) && !source.is_ascii())
        {
            return Err(fail(format!("it says it is written in {other}, and is not")));
        }
        let bom = if source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let options = roxmltree::ParsingOptions {
            allow_dtd: false,
            nodes_limit: MAX_NODES,
            ..Default::default()
        };
        let document = roxmltree::Document::parse_with_options(&source[bom..], options)
            .map_err(|error| fail(error.to_string()))?;
        let (nodes, attributes) = flatten(&document, &source, bom, size);
        drop(document);
        Ok(Self { source, nodes, attributes })
    }

    /// The text the ranges belong to.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The outermost element.
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// How many elements there are; ids run from zero to this.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Whether there is no element. A parsed tree always has one.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// The element's namespace.
    pub fn ns(&self, id: NodeId) -> Ns {
        self.node(id).ns
    }

    /// The element's name without its prefix.
    pub fn local(&self, id: NodeId) -> &str {
        let node = self.node(id);
        &self.source[node.local as usize..node.qname.end as usize]
    }

    /// The element's prefix with its colon (`w:`), or nothing. New neighbours use the same.
    pub fn prefix(&self, id: NodeId) -> &str {
        let node = self.node(id);
        &self.source[node.qname.start as usize..node.local as usize]
    }

    /// Whether this is the element `local` of `ns`.
    pub fn is(&self, id: NodeId, ns: Ns, local: &str) -> bool {
        self.node(id).ns == ns && self.local(id) == local
    }

    /// The element around this one.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        Some(self.node(id).parent).filter(|it| *it != NONE).map(NodeId)
    }

    /// The elements around this one, nearest first.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |it| self.parent(*it))
    }

    /// The next element inside the same parent.
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        Some(self.node(id).next).filter(|it| *it != NONE).map(NodeId)
    }

    /// The elements directly inside this one.
    pub fn children(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let first = Some(self.node(id).first_child).filter(|it| *it != NONE).map(NodeId);
        std::iter::successors(first, |it| self.next_sibling(*it))
    }

    /// The first child that is `local` of `ns`.
    pub fn child(&self, id: NodeId, ns: Ns, local: &str) -> Option<NodeId> {
        self.children(id).find(|it| self.is(*it, ns, local))
    }

    /// Everything inside this element, in document order, itself left out.
    pub fn descendants(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.node(id).range.end;
        (id.0 + 1..to_u32(self.nodes.len()))
            .take_while(move |it| self.nodes[*it as usize].range.start < end)
            .map(NodeId)
    }

    /// The value of the attribute `local` of `ns`, entities resolved.
    pub fn attr(&self, id: NodeId, ns: Ns, local: &str) -> Option<Cow<'_, str>> {
        self.attr_range(id, ns, local).map(|range| attribute_value(&self.source[range]))
    }

    /// Where the value of an attribute stands, between its quotes.
    pub fn attr_range(&self, id: NodeId, ns: Ns, local: &str) -> Option<Range<usize>> {
        let attributes = &self.attributes[to_usize(&self.node(id).attributes)];
        let found = attributes
            .iter()
            .find(|it| it.ns == ns && &self.source[to_usize(&it.name)] == local)?;
        Some(to_usize(&found.value))
    }

    /// From `<` of the opening tag to `>` of the closing one.
    pub fn range(&self, id: NodeId) -> Range<usize> {
        to_usize(&self.node(id).range)
    }

    /// What stands between the tags; empty for an element that closes itself.
    pub fn inner(&self, id: NodeId) -> Range<usize> {
        to_usize(&self.node(id).inner)
    }

    /// Whether the element is written `<a/>`, so that its inside must be opened first.
    pub fn is_self_closed(&self, id: NodeId) -> bool {
        self.node(id).self_closed
    }

    /// Puts `text` at the end of this element's inside, opening it if it closes
    /// itself. Two such edits on one element that closes itself would overlap.
    pub fn append(&self, id: NodeId, text: &str) -> Edit {
        let inner = self.inner(id);
        if !self.is_self_closed(id) {
            return Edit::insert(inner.end, text);
        }
        let name = &self.source[to_usize(&self.node(id).qname)];
        Edit::replace(inner.start..self.range(id).end, format!(">{text}</{name}>"))
    }

    /// The characters directly inside an element that has no children, such as
    /// `w:t`, each with the bytes it was written with (`&amp;` is one character).
    pub fn chars(&self, id: NodeId) -> Chars<'_> {
        Chars::new(&self.source, self.inner(id))
    }

    /// The text directly inside an element without children.
    pub fn text(&self, id: NodeId) -> String {
        self.chars(id).map(|(c, _)| c).collect()
    }

    /// The prefix bound to a namespace where this element stands (`w14:`), if any is.
    pub fn prefix_of(&self, id: NodeId, ns: Ns) -> Option<String> {
        // A prefix that was given another meaning further in is not ours to use.
        let mut taken = Vec::new();
        for node in std::iter::once(id).chain(self.ancestors(id)) {
            let tag = &self.source[self.range(node).start..self.inner(node).start];
            for (name, uri) in attributes(tag) {
                let Some(prefix) = name.strip_prefix("xmlns:") else { continue };
                if taken.contains(&prefix) {
                    continue;
                }
                if Ns::of(&attribute_value(uri)) == ns {
                    return Some(format!("{prefix}:"));
                }
                taken.push(prefix);
            }
        }
        None
    }
}

fn is_utf8(encoding: &str) -> bool {
    ["utf-8", "utf8", "us-ascii", "ascii"].iter().any(|it| encoding.eq_ignore_ascii_case(it))
}

fn flatten<'a>(
    document: &'a roxmltree::Document<'_>,
    source: &str,
    bom: usize,
    size: Size,
) -> (Vec<Node>, Vec<Attribute>) {
    let mut nodes: Vec<Node> = Vec::with_capacity(size.elements);
    let mut attributes = Vec::with_capacity(size.attributes);
    // Our ids by the parser's own, to find parents.
    let mut ids: Vec<u32> = Vec::with_capacity(2 * size.elements);
    let mut last_child: Vec<u32> = Vec::with_capacity(size.elements);
    // The parser keeps each namespace once, so the place of its name tells it.
    let mut known: Vec<(&str, Ns)> = Vec::new();
    let mut ns_of = |uri: Option<&'a str>| {
        let uri = uri.unwrap_or_default();
        let seen = known.iter().find(|(it, _)| std::ptr::eq(*it, uri)).map(|it| it.1);
        seen.unwrap_or_else(|| {
            let ns = Ns::of(uri);
            if known.len() < 64 {
                known.push((uri, ns));
            }
            ns
        })
    };
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        let id = to_u32(nodes.len());
        ids.resize(element.id().get_usize(), NONE);
        ids.push(id);
        let parent =
            element.parent().and_then(|it| ids.get(it.id().get_usize()).copied()).unwrap_or(NONE);
        let range = element.range().start + bom..element.range().end + bom;
        let first = to_u32(attributes.len());
        let mut past_attributes = 0;
        for attribute in element.attributes() {
            let value = attribute.range_value();
            let name = attribute.range_qname();
            let local = name.end - attribute.name().len();
            past_attributes = value.end + bom + 1;
            attributes.push(Attribute {
                ns: ns_of(attribute.namespace()),
                name: to_u32(local + bom)..to_u32(name.end + bom),
                value: to_u32(value.start + bom)..to_u32(value.end + bom),
            });
        }
        let qname_start = range.start + 1;
        let qname_len = source[qname_start..]
            .find(|c: char| c.is_ascii_whitespace() || c == '>' || c == '/')
            .unwrap_or(0);
        let qname = qname_start..qname_start + qname_len;
        let local = qname.end - element.tag_name().name().len();
        let (inner, self_closed) = scan::inside(source, &range, past_attributes.max(qname.end));
        if parent != NONE {
            let previous = std::mem::replace(&mut last_child[parent as usize], id);
            if previous == NONE {
                nodes[parent as usize].first_child = id;
            } else {
                nodes[previous as usize].next = id;
            }
        }
        last_child.push(NONE);
        nodes.push(Node {
            ns: ns_of(element.tag_name().namespace()),
            qname: to_u32(qname.start)..to_u32(qname.end),
            local: to_u32(local),
            range: to_u32(range.start)..to_u32(range.end),
            inner: to_u32(inner.start)..to_u32(inner.end),
            self_closed,
            parent,
            next: NONE,
            first_child: NONE,
            attributes: first..to_u32(attributes.len()),
        });
    }
    (nodes, attributes)
}

#[cfg(test)]
mod tests;
