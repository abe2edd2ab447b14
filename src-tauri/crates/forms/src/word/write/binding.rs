//! Controls that show a node of another part: Word puts the old value back
//! unless that part changes too.

use ooxml::{Changes, Edit, NodeId, Ns, Package, PartName, Tree, escape, relation, splice};

/// The data stores that Word has in every package.
const CORE: &str = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}";
const EXTENDED: &str = "{6668398D-A668-4E3E-A5EB-62B293D839F1}";

/// A value that a control shares with a part outside the story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Binding {
    /// The id of the data store.
    pub(crate) store: String,
    /// Where in it the value stands.
    pub(crate) path: String,
    /// The prefixes of the path, with their namespaces.
    prefixes: Vec<(String, String)>,
    /// What to store.
    value: String,
}

/// Part of a path: a name, and which of the elements that have it.
struct Step {
    namespace: Option<String>,
    local: String,
    number: usize,
}

impl Binding {
    /// What `control` is bound to, if it is.
    pub(super) fn of(tree: &Tree, control: NodeId, value: String) -> Option<Self> {
        let properties = tree.child(control, Ns::W, "sdtPr")?;
        let binding = tree.children(properties).find(|it| tree.local(*it) == "dataBinding")?;
        let ns = tree.ns(binding);
        let attr = |name| tree.attr(binding, Ns::W, name).or_else(|| tree.attr(binding, ns, name));
        let mappings = attr("prefixMappings").unwrap_or_default();
        Some(Self {
            store: attr("storeItemID").unwrap_or_default().trim().to_ascii_uppercase(),
            path: attr("xpath")?.trim().to_owned(),
            prefixes: declarations(&mappings),
            value,
        })
    }

    /// The change to the store that `tree` is, or nothing where the path is not a plain one.
    pub(super) fn edit(&self, tree: &Tree) -> Option<Edit> {
        let (steps, attribute) = self.steps()?;
        let root = tree.root();
        let mut steps = steps.iter();
        let first = steps.next()?;
        let mut node = Some(root).filter(|it| first.number == 1 && first.is(tree, *it))?;
        for step in steps {
            let alike = tree.children(node).filter(|it| step.is(tree, *it));
            node = alike.take(step.number).nth(step.number - 1)?;
        }
        if let Some(name) = attribute {
            let value = tree.attr_range(node, Ns::None, &name)?;
            return Some(Edit::replace(
                value,
                escape(&self.value_like(&tree.source()[tree.range(node)])),
            ));
        }
        if tree.children(node).next().is_some() {
            return None;
        }
        let text = escape(&self.value_like(&tree.text(node)));
        if tree.is_self_closed(node) {
            return Some(tree.append(node, &text));
        }
        Some(Edit::replace(tree.inner(node), text))
    }

    /// A flag is stored as the store writes flags.
    fn value_like(&self, old: &str) -> String {
        match (self.value.as_str(), old.trim()) {
            ("true", "0" | "1") => "1".to_owned(),
            ("false", "0" | "1") => "0".to_owned(),
            (value, _) => value.to_owned(),
        }
    }

    fn steps(&self) -> Option<(Vec<Step>, Option<String>)> {
        let mut steps = Vec::new();
        let mut parts = self.path.strip_prefix('/')?.split('/').peekable();
        while let Some(part) = parts.next() {
            if let Some(attribute) = part.strip_prefix('@') {
                let is_plain = !attribute.contains([':', '[']) && parts.peek().is_none();
                return is_plain.then(|| (steps, Some(attribute.to_owned())));
            }
            if part == "text()" && parts.peek().is_none() {
                break;
            }
            let (name, number) = match part.split_once('[') {
                Some((name, number)) => (name, number.strip_suffix(']')?.trim().parse().ok()?),
                None => (part, 1),
            };
            let (namespace, local) = match name.split_once(':') {
                Some((prefix, local)) => {
                    let bound = self.prefixes.iter().find(|it| it.0 == prefix)?;
                    (Some(bound.1.clone()), local)
                }
                None => (None, name),
            };
            let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
            if local.is_empty() || !local.chars().all(is_name) || number == 0 {
                return None;
            }
            steps.push(Step { namespace, local: local.to_owned(), number });
        }
        (!steps.is_empty()).then_some((steps, None))
    }
}

impl Step {
    fn is(&self, tree: &Tree, node: NodeId) -> bool {
        tree.local(node) == self.local && namespace(tree, node) == self.namespace
    }
}

/// Adds to `changes` what the controls' data stores must hold. Returns the
/// bindings that could not be followed: their stores are missing, lack the node
/// or cannot be read.
pub(crate) fn custom_xml_edits<'a>(
    package: &Package,
    bindings: &'a [Binding],
    changes: &mut Changes,
) -> Result<Vec<&'a Binding>, ooxml::Error> {
    let mut stores: Vec<(PartName, Tree, Vec<Edit>)> = Vec::new();
    let mut lost = Vec::new();
    for binding in bindings {
        let Some(part) = store(package, &binding.store) else {
            lost.push(binding);
            continue;
        };
        let mut number = stores.iter().position(|it| it.0 == *part);
        if number.is_none()
            && let Ok(tree) = package.tree(part)
        {
            stores.push((part.clone(), tree, Vec::new()));
            number = Some(stores.len() - 1);
        }
        let store = number.map(|it| &mut stores[it]);
        let edit = store.and_then(|(_, tree, edits)| Some((binding.edit(tree)?, edits)));
        match edit {
            Some((edit, edits)) if edits.iter().any(|it| it.range == edit.range) => {}
            Some((edit, edits)) => edits.push(edit),
            None => lost.push(binding),
        }
    }
    for (part, tree, edits) in stores.into_iter().filter(|it| !it.2.is_empty()) {
        changes.replace(&part, splice(tree.source(), &edits)?);
    }
    Ok(lost)
}

/// The part that is the data store called `id`.
fn store<'a>(package: &'a Package, id: &str) -> Option<&'a PartName> {
    let known = match id {
        CORE => Some(relation::CORE_PROPERTIES),
        EXTENDED => Some(relation::EXTENDED_PROPERTIES),
        _ => None,
    };
    if let Some(kind) = known {
        return package.related(&PartName::package(), kind).next();
    }
    let is_it = |properties: &PartName| {
        let tree = package.tree(properties).ok();
        tree.is_some_and(|tree| {
            let own = tree.attr(tree.root(), Ns::Ds, "itemID");
            own.is_some_and(|own| own.trim().eq_ignore_ascii_case(id))
        })
    };
    package.parts().find(|part| package.related(part, relation::CUSTOM_XML_PROPS).any(is_it))
}

/// `xmlns:a='…' xmlns:b="…"` as pairs.
fn declarations(text: &str) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("xmlns") {
        rest = &rest[at + "xmlns".len()..];
        let Some((name, after)) = rest.split_once('=') else { break };
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|it| matches!(it, '"' | '\'')) else { break };
        let Some((uri, after)) = after[1..].split_once(quote) else { break };
        pairs.push((name.trim().trim_start_matches(':').to_owned(), uri.to_owned()));
        rest = after;
    }
    pairs
}

/// The namespace of an element; `None` for none.
fn namespace(tree: &Tree, node: NodeId) -> Option<String> {
    let prefix = tree.prefix(node).trim_end_matches(':');
    let around = std::iter::once(node).chain(tree.ancestors(node));
    let bound = around.into_iter().find_map(|it| {
        let open = &tree.source()[tree.range(it).start..tree.inner(it).start];
        declarations(open).into_iter().find(|it| it.0 == prefix).map(|it| it.1)
    });
    bound.filter(|it| !it.is_empty())
}
