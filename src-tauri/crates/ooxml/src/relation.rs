//! The kinds of relationships that we follow or name, in their transitional spelling.

/// What the strict spelling (ISO/IEC 29500-1) and the transitional one begin with.
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships/";
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        $($(#[$doc])* pub const $name: &str = concat!(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/", $word
        );)*
    };
}

kinds! {
    /// From the package to its main part.
    OFFICE_DOCUMENT = "officeDocument";
    /// Styles of a document or a workbook.
    STYLES = "styles";
    /// Numbering of lists.
    NUMBERING = "numbering";
    /// Settings of a document.
    SETTINGS = "settings";
    /// The fonts a document names.
    FONT_TABLE = "fontTable";
    /// Colours and fonts of the theme.
    THEME = "theme";
    /// A header.
    HEADER = "header";
    /// A footer.
    FOOTER = "footer";
    /// Footnotes.
    FOOTNOTES = "footnotes";
    /// Endnotes.
    ENDNOTES = "endnotes";
    /// Comments.
    COMMENTS = "comments";
    /// The building blocks of a document, with the prompts of its content controls.
    GLOSSARY_DOCUMENT = "glossaryDocument";
    /// A picture.
    IMAGE = "image";
    /// A link a reader may follow.
    HYPERLINK = "hyperlink";
    /// A custom XML data store.
    CUSTOM_XML = "customXml";
    /// The identity of a custom XML data store.
    CUSTOM_XML_PROPS = "customXmlProps";
    /// Properties such as the page count.
    EXTENDED_PROPERTIES = "extended-properties";
    /// A sheet of cells.
    WORKSHEET = "worksheet";
    /// The texts that cells share.
    SHARED_STRINGS = "sharedStrings";
    /// The order in which formulas are worked out.
    CALC_CHAIN = "calcChain";
    /// What is drawn on a sheet.
    DRAWING = "drawing";
    /// What is drawn on a sheet, the old way.
    VML_DRAWING = "vmlDrawing";
    /// An option button or check box of a sheet.
    CTRL_PROP = "ctrlProp";
    /// The template a document was made from.
    ATTACHED_TEMPLATE = "attachedTemplate";
    /// An embedded or linked object of another program.
    OLE_OBJECT = "oleObject";
    /// An embedded office file.
    PACKAGE = "package";
    /// A foreign file that Word merges in when it opens the document.
    ALT_CHUNK = "aFChunk";
    /// An `ActiveX` control.
    CONTROL = "control";
    /// Another workbook that formulas read.
    EXTERNAL_LINK = "externalLink";
    /// Data connections of a workbook.
    CONNECTIONS = "connections";
}

/// From the package to its title, author and dates.
pub const CORE_PROPERTIES: &str =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

/// The transitional spelling of a kind.
pub(crate) fn transitional(kind: &str) -> String {
    let kind = kind.trim();
    match kind.strip_prefix(STRICT) {
        Some("extendedProperties") => EXTENDED_PROPERTIES.to_owned(),
        Some(word) => format!("{TRANSITIONAL}{word}"),
        None => kind.to_owned(),
    }
}

/// The strict spelling of a kind.
pub(crate) fn strict(kind: &str) -> String {
    match kind.strip_prefix(TRANSITIONAL) {
        Some("extended-properties") => format!("{STRICT}extendedProperties"),
        Some(word) => format!("{STRICT}{word}"),
        None => kind.to_owned(),
    }
}

/// Whether a kind is spelled the strict way.
pub(crate) fn is_strict(kind: &str) -> bool {
    kind.trim().starts_with(STRICT)
}

/// The last word of a kind, whoever defined it.
pub(crate) fn word(kind: &str) -> &str {
    kind.rsplit('/').next().unwrap_or_default()
}
