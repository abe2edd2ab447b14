//! The namespaces we tell apart, transitional and strict ones as one.

/// A namespace of OOXML. The strict spelling (ISO/IEC 29500-1) and the
/// transitional one (ECMA-376) are the same variant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ns {
    /// No namespace.
    None,
    /// WordprocessingML, usually `w:`.
    W,
    /// Word 2010, `w14:`.
    W14,
    /// Word 2012, `w15:`.
    W15,
    /// SpreadsheetML, usually without a prefix.
    S,
    /// Excel 2009, `x14:`.
    X14,
    /// Formulas and places inside `x14:` elements, `xm:`.
    Xm,
    /// Relationship references in a document, `r:`.
    R,
    /// Markup compatibility, `mc:`.
    Mc,
    /// `DrawingML`, `a:`.
    A,
    /// Pictures, `pic:`.
    Pic,
    /// Drawings placed in Word, `wp:`.
    Wp,
    /// Word shapes, `wps:`.
    Wps,
    /// Drawings placed in Excel, `xdr:`.
    Xdr,
    /// VML, `v:`.
    V,
    /// Office VML, `o:`.
    O,
    /// Excel VML, `x:`.
    X,
    /// Package relationships (`_rels/*.rels`).
    Rels,
    /// `[Content_Types].xml`.
    Types,
    /// Custom XML data stores, `ds:`.
    Ds,
    /// `xml:`.
    Xml,
    /// Anything else.
    Other,
}

impl Ns {
    /// The variant for a namespace name.
    pub fn of(uri: &str) -> Self {
        match uri {
            "" => Self::None,
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::W,
            "http://schemas.microsoft.com/office/word/2010/wordml" => Self::W14,
            "http://schemas.microsoft.com/office/word/2012/wordml" => Self::W15,
            "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
            | "http://purl.oclc.org/ooxml/spreadsheetml/main" => Self::S,
            "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" => Self::X14,
            "http://schemas.microsoft.com/office/excel/2006/main" => Self::Xm,
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
            | "http://purl.oclc.org/ooxml/officeDocument/relationships" => Self::R,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Mc,
            "http://schemas.openxmlformats.org/drawingml/2006/main"
            | "http://purl.oclc.org/ooxml/drawingml/main" => Self::A,
            "http://schemas.openxmlformats.org/drawingml/2006/picture"
            | "http://purl.oclc.org/ooxml/drawingml/picture" => Self::Pic,
            "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
            | "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing" => Self::Wp,
            "http://schemas.microsoft.com/office/word/2010/wordprocessingShape" => Self::Wps,
            "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
            | "http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing" => Self::Xdr,
            "urn:schemas-microsoft-com:vml" => Self::V,
            "urn:schemas-microsoft-com:office:office" => Self::O,
            "urn:schemas-microsoft-com:office:excel" => Self::X,
            "http://schemas.openxmlformats.org/package/2006/relationships" => Self::Rels,
            "http://schemas.openxmlformats.org/package/2006/content-types" => Self::Types,
            "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
            | "http://purl.oclc.org/ooxml/officeDocument/customXml" => Self::Ds,
            "http://www.w3.org/XML/1998/namespace" => Self::Xml,
            _ => Self::Other,
        }
    }
}
