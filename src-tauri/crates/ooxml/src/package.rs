//! A package: its parts, how they relate, and which of them is the main one.

use std::collections::BTreeMap;

use crate::{
    Error, FileKind, Ns, PartName, Relationship, Tree, active,
    container::{Container, Entry},
    content_types::{self, ContentTypes},
    limits, relation,
    relationships::{self, Relationships},
    sniff::sniff,
};

/// What a package is, by the content type of its main part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// A Word document.
    Word,
    /// A Word template, `.dotx`.
    WordTemplate,
    /// An Excel workbook.
    Workbook,
    /// An Excel template, `.xltx`.
    WorkbookTemplate,
    /// A `PowerPoint` presentation, show or template.
    Presentation,
    /// Some other office package, such as a drawing.
    Other,
}

impl Kind {
    fn of(content_type: &str) -> Option<Self> {
        let kind = content_type.to_ascii_lowercase();
        let kind = kind.strip_prefix("application/vnd.")?;
        let kind = kind.strip_prefix("openxmlformats-officedocument.").unwrap_or(kind);
        Some(match kind.strip_suffix("main+xml")? {
            "wordprocessingml.document." => Self::Word,
            "wordprocessingml.template." => Self::WordTemplate,
            "spreadsheetml.sheet." => Self::Workbook,
            "spreadsheetml.template." => Self::WorkbookTemplate,
            other if other.starts_with("presentationml.") => Self::Presentation,
            _ => Self::Other,
        })
    }
}

/// An office file, read and checked, with its bytes kept as they were.
///
/// ```no_run
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// use ooxml::{Changes, Edit, Package, splice};
///
/// let package = Package::open(std::fs::read("form.docx")?)?;
/// let tree = package.tree(package.main_part())?;
/// let edit = Edit::insert(tree.inner(tree.root()).start, "<!-- seen -->");
/// let mut changes = Changes::new();
/// changes.replace(package.main_part(), splice(tree.source(), &[edit])?);
/// let filled: Vec<u8> = package.save(&changes)?;
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct Package {
    pub(crate) container: Container,
    pub(crate) content_types: ContentTypes,
    /// Every part, with the index of its entry.
    parts: BTreeMap<PartName, usize>,
    relationships: BTreeMap<PartName, Relationships>,
    main: PartName,
    kind: Kind,
}

impl Package {
    /// Reads `bytes`. Inflates only content types and relationships; every part
    /// is checked when it is asked for.
    ///
    /// # Errors
    /// [`Error::NotAPackage`] with the file's real kind, [`Error::Active`] for
    /// macros, [`Error::Unsafe`], [`Error::Encrypted`] or [`Error::Damaged`] for
    /// the archive, [`Error::Xml`] for content types and relationships.
    pub fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        if let Some(kind) = sniff(&bytes) {
            return Err(Error::NotAPackage(kind));
        }
        let container = Container::open(bytes)?;
        let parts = name_parts(&container.entries)?;
        let mut plumbing = Plumbing { container: &container, read: 0 };
        let types = container
            .entries
            .iter()
            .find(|it| it.name.eq_ignore_ascii_case(content_types::ENTRY))
            .ok_or_else(|| Error::NotAPackage(other_zip(&container)))?;
        let content_types = ContentTypes::parse(plumbing.content(types)?)?;

        let mut relationships = BTreeMap::new();
        for (name, index) in &parts {
            let Some(source) = name.relationships_of() else { continue };
            let bytes = plumbing.content(&container.entries[*index])?;
            let list = relationships::parse(&source, name.as_str(), bytes)?;
            relationships.insert(source, list);
        }
        let all =
            relationships.iter().flat_map(|(source, it)| it.list.iter().map(move |r| (source, r)));
        let named = parts.keys().map(|it| (it, content_types.of(it).unwrap_or_default()));
        active::refuse(named, all)?;

        let main = find_main(&parts, &content_types, &relationships)
            .ok_or_else(|| Error::NotAPackage(other_zip(&container)))?;
        let mut package =
            Self { container, content_types, parts, relationships, main, kind: Kind::Other };
        package.kind = package.find_kind()?;
        Ok(package)
    }

    /// What the package is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The part that the package's `officeDocument` relationship names.
    pub fn main_part(&self) -> &PartName {
        &self.main
    }

    /// Every part there is, in the order of their names.
    pub fn parts(&self) -> impl Iterator<Item = &PartName> + '_ {
        self.parts.keys()
    }

    /// Whether there is such a part.
    pub fn has_part(&self, name: &PartName) -> bool {
        self.parts.contains_key(name)
    }

    /// What a part is, such as `image/png`.
    pub fn content_type(&self, name: &PartName) -> Option<&str> {
        self.parts.get_key_value(name).and_then(|(name, _)| self.content_types.of(name))
    }

    /// The content of a part, inflated within the limits and checked.
    ///
    /// # Errors
    /// [`Error::NoSuchPart`], or [`Error::Damaged`] when size or checksum do not fit.
    pub fn part(&self, name: &PartName) -> Result<Vec<u8>, Error> {
        self.container.content(&self.container.entries[self.entry(name)?])
    }

    /// The XML of a part.
    ///
    /// # Errors
    /// As [`Package::part`] and [`Tree::parse`].
    pub fn tree(&self, name: &PartName) -> Result<Tree, Error> {
        Tree::parse(name.as_str(), self.part(name)?)
    }

    /// How a part, or [`PartName::package`], points at others.
    pub fn relationships(&self, source: &PartName) -> &[Relationship] {
        self.relationships.get(source).map_or(&[], |it| &it.list)
    }

    /// The relationship that a part's XML calls `id`.
    pub fn relationship(&self, source: &PartName, id: &str) -> Option<&Relationship> {
        self.relationships(source).iter().find(|it| it.id == id)
    }

    /// The parts that `source` points at by a kind of [`relation`], in its own
    /// order. Those that are missing are left out.
    pub fn related<'a>(
        &'a self,
        source: &PartName,
        kind: &'a str,
    ) -> impl Iterator<Item = &'a PartName> + 'a {
        let list = self.relationships(source).iter().filter(move |it| it.kind == kind);
        list.filter_map(|it| self.parts.get_key_value(it.part()?)).map(|(name, _)| name)
    }

    /// Whether the file uses the strict spelling of ISO/IEC 29500-1.
    pub fn is_strict(&self) -> bool {
        self.relationships.get(&PartName::package()).is_some_and(|it| it.is_strict)
    }

    /// Every relationship with the part it belongs to.
    pub(crate) fn all_relationships(&self) -> impl Iterator<Item = (&PartName, &Relationship)> {
        self.relationships.iter().flat_map(|(source, it)| it.list.iter().map(move |r| (source, r)))
    }

    pub(crate) fn entry(&self, name: &PartName) -> Result<usize, Error> {
        let found = self.parts.get(name).copied();
        found.ok_or_else(|| Error::NoSuchPart { part: name.to_string() })
    }

    fn find_kind(&self) -> Result<Kind, Error> {
        let content_type = self.content_type(&self.main).unwrap_or_default();
        if content_type.to_ascii_lowercase().contains("sheet.binary") {
            return Err(Error::NotAPackage(FileKind::BinaryWorkbook));
        }
        if let Some(kind) = Kind::of(content_type) {
            return Ok(kind);
        }
        // Some programs leave the type out; then the outermost element tells.
        let tree = self.tree(&self.main)?;
        let root = tree.root();
        Ok(if tree.is(root, Ns::W, "document") {
            Kind::Word
        } else if tree.is(root, Ns::S, "workbook") {
            Kind::Workbook
        } else {
            Kind::Other
        })
    }
}

/// Reads the parts that hold the package together, which must not be large.
struct Plumbing<'a> {
    container: &'a Container,
    read: usize,
}

impl Plumbing<'_> {
    fn content(&mut self, entry: &Entry) -> Result<Vec<u8>, Error> {
        self.read += entry.unpacked;
        if self.read > limits::PLUMBING {
            let most = limits::PLUMBING >> 20;
            let reason = format!("its content types and relationships exceed {most} MB");
            return Err(Error::Unsafe { reason });
        }
        self.container.content(entry)
    }
}

/// The names of all parts. Every name must be a good one, and its own.
fn name_parts(entries: &[Entry]) -> Result<BTreeMap<PartName, usize>, Error> {
    let mut parts = BTreeMap::new();
    let mut folders = BTreeMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let unsafe_name = |reason| Error::Unsafe {
            reason: format!(
                "the entry `{}` has a name that no part may have: {reason}",
                crate::part_name::shown(&entry.name)
            ),
        };
        if entry.name.starts_with('/') {
            return Err(unsafe_name("it starts at the root of the disk"));
        }
        let folder = entry.name.strip_suffix('/');
        let name = match PartName::new(folder.unwrap_or(&entry.name)) {
            Ok(name) => name,
            Err(Error::PartName { reason, .. }) => return Err(unsafe_name(reason)),
            Err(other) => return Err(other),
        };
        let names = if folder.is_some() { &mut folders } else { &mut parts };
        if names.insert(name, index).is_some() {
            return Err(unsafe_name("another entry has it already"));
        }
    }
    parts.retain(|name, _| !name.as_str().eq_ignore_ascii_case(content_types::ENTRY));
    Ok(parts)
}

/// The main part: by relationship, or in files that lack it, by content type.
fn find_main(
    parts: &BTreeMap<PartName, usize>,
    content_types: &ContentTypes,
    relationships: &BTreeMap<PartName, Relationships>,
) -> Option<PartName> {
    let root = relationships.get(&PartName::package());
    let related = root.into_iter().flat_map(|it| &it.list);
    let named = related
        .filter(|it| it.kind == relation::OFFICE_DOCUMENT)
        .find_map(|it| parts.get_key_value(it.part()?));
    let typed =
        || parts.iter().find(|(name, _)| content_types.of(name).and_then(Kind::of).is_some());
    named.or_else(typed).map(|(name, _)| name.clone())
}

/// What a zip archive is that is no office package.
fn other_zip(container: &Container) -> FileKind {
    let find = |name: &str| container.entries.iter().find(|it| it.name == name);
    if let Some(entry) = find("mimetype").filter(|it| it.unpacked < 256) {
        let kind = container.content(entry).unwrap_or_default();
        let kind = String::from_utf8_lossy(&kind);
        if let Some(kind) = kind.strip_prefix("application/vnd.oasis.opendocument.") {
            return match kind.trim().trim_end_matches("-template") {
                "text" => FileKind::OpenDocumentText,
                "spreadsheet" => FileKind::OpenDocumentSheet,
                _ => FileKind::OpenDocument,
            };
        }
    }
    if ["Index/Document.iwa", "Index.zip", "index.apxl"].iter().any(|it| find(it).is_some()) {
        return FileKind::AppleDocument;
    }
    FileKind::Zip
}
