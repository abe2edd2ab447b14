//! What a file is, by its content, when it is not the package its name promises.
//!
//! Candidates rename files, mail programs attach the wrong one, web sites serve
//! HTML under `.docx`. "Not a zip archive" helps nobody: the message names what
//! the file really is and what to do about it.

/// A kind of file that is not a Word or Excel package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FileKind {
    /// Nothing at all.
    Empty,
    /// An office file under a password.
    PasswordProtected,
    /// An office file under rights management.
    RightsManaged,
    /// Word 97 to 2003, `.doc`, and old WPS files.
    OldWord,
    /// Excel 97 to 2003, `.xls`.
    OldExcel,
    /// `PowerPoint` 97 to 2003, `.ppt`.
    OldPowerPoint,
    /// Some other program's compound file.
    Compound,
    /// Rich text, `.rtf`.
    RichText,
    /// A web page.
    Html,
    /// A web page saved as one file, `.mht`.
    WebArchive,
    /// A Word document as one XML file.
    WordXml,
    /// Some other XML.
    Xml,
    /// `.pdf`.
    Pdf,
    /// An `OpenDocument` text, `.odt`.
    OpenDocumentText,
    /// An `OpenDocument` spreadsheet, `.ods`.
    OpenDocumentSheet,
    /// Some other `OpenDocument` file.
    OpenDocument,
    /// A Pages or Numbers document.
    AppleDocument,
    /// An Excel workbook in the binary form, `.xlsb`.
    BinaryWorkbook,
    /// A picture.
    Picture,
    /// A zip archive that holds something else.
    Zip,
    /// The beginning of a zip archive.
    CutShort,
    /// Some other archive: RAR, 7z, gzip.
    Archive,
    /// Text without form.
    PlainText,
    /// Nothing we know.
    Unknown,
}

impl FileKind {
    /// What it is, with its article.
    pub fn article(self) -> &'static str {
        match self {
            Self::Empty => "an empty file",
            Self::PasswordProtected => "an office file protected by a password",
            Self::RightsManaged => "an office file under rights management",
            Self::OldWord => "an old Word 97-2003 file (`.doc`)",
            Self::OldExcel => "an old Excel 97-2003 file (`.xls`)",
            Self::OldPowerPoint => "an old PowerPoint file (`.ppt`)",
            Self::Compound => "a file of some old program (a compound file)",
            Self::RichText => "a rich text file (`.rtf`)",
            Self::Html => "a web page (HTML)",
            Self::WebArchive => "a saved web page (`.mht`)",
            Self::WordXml => "a Word document saved as XML",
            Self::Xml => "an XML file",
            Self::Pdf => "a PDF",
            Self::OpenDocumentText => "an OpenDocument text (`.odt`)",
            Self::OpenDocumentSheet => "an OpenDocument spreadsheet (`.ods`)",
            Self::OpenDocument => "an OpenDocument file",
            Self::AppleDocument => "a Pages or Numbers document",
            Self::BinaryWorkbook => "a binary Excel workbook (`.xlsb`)",
            Self::Picture => "a picture",
            Self::Zip => "a zip archive",
            Self::CutShort => "the beginning of a file that was cut short",
            Self::Archive => "an archive",
            Self::PlainText => "a plain text file",
            Self::Unknown => "a file of unknown kind",
        }
    }

    /// What the candidate can do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Empty | Self::CutShort => "download it again",
            Self::PasswordProtected => {
                "open it with its password in Word, Excel or LibreOffice and save it without one"
            }
            Self::RightsManaged => "ask its owner for a copy without protection",
            Self::OldWord | Self::RichText | Self::WordXml | Self::OpenDocumentText => {
                "open it in Word or LibreOffice and save it as `.docx`"
            }
            Self::OldExcel | Self::OpenDocumentSheet | Self::BinaryWorkbook => {
                "open it in Excel or LibreOffice and save it as `.xlsx`"
            }
            Self::AppleDocument => "open it in Pages or Numbers and export it to Word or Excel",
            Self::Html | Self::WebArchive => {
                "if a form was expected, download that again; else open it in Word and save it as `.docx`"
            }
            Self::Pdf | Self::Picture => "ask for the form as a Word or Excel file",
            Self::Zip | Self::Archive => "unpack it and choose the form inside",
            Self::OldPowerPoint
            | Self::Compound
            | Self::Xml
            | Self::OpenDocument
            | Self::PlainText
            | Self::Unknown => "choose the form's `.docx` or `.xlsx` file",
        }
    }
}

/// What `bytes` are, or `None` when they begin as a package does.
pub(crate) fn sniff(bytes: &[u8]) -> Option<FileKind> {
    const STARTS: [(&[u8], FileKind); 16] = [
        (b"{\\rtf", FileKind::RichText),
        (b"PK\x05\x06", FileKind::Zip),
        (b"PK\x07\x08", FileKind::Archive),
        (b"Rar!", FileKind::Archive),
        (b"7z\xbc\xaf\x27\x1c", FileKind::Archive),
        (b"\x1f\x8b", FileKind::Archive),
        (b"BZh", FileKind::Archive),
        (b"\xfd7zXZ", FileKind::Archive),
        (b"\x89PNG", FileKind::Picture),
        (b"\xff\xd8\xff", FileKind::Picture),
        (b"GIF8", FileKind::Picture),
        (b"II*\0", FileKind::Picture),
        (b"MM\0*", FileKind::Picture),
        (b"BM", FileKind::Picture),
        (b"RIFF", FileKind::Picture),
        (b"%PDF-", FileKind::Pdf),
    ];
    if bytes.is_empty() {
        return Some(FileKind::Empty);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return None;
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        return Some(sniff_compound(bytes));
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(FileKind::Picture);
    }
    let trimmed = bytes.trim_ascii_start();
    let known = STARTS.iter().find(|(start, _)| trimmed.starts_with(start));
    // Two letters alone are also how a sentence may start.
    let known = known.filter(|(start, _)| *start != b"BM" || bytes.contains(&0));
    Some(known.map_or_else(|| sniff_text(bytes), |(_, kind)| *kind))
}

/// Text formats are told apart by what stands near their beginning.
fn sniff_text(bytes: &[u8]) -> FileKind {
    let head = &bytes[..bytes.len().min(4096)];
    let wide = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    // Markup is ASCII in every encoding met here, so dropping the zeros of UTF-16 suffices.
    let head: Vec<u8> = if wide {
        head[2..].iter().copied().filter(|it| *it != 0).collect()
    } else {
        head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).to_vec()
    };
    let text = String::from_utf8_lossy(&head).to_ascii_lowercase();
    let text = text.trim_start();
    let has = |words: &[&str]| words.iter().any(|it| text.contains(it));
    if has(&["%pdf-"]) {
        FileKind::Pdf
    } else if has(&["mime-version:"]) {
        FileKind::WebArchive
    } else if text.starts_with('<') && has(&["progid=\"word.document\"", "<pkg:package"]) {
        FileKind::WordXml
    } else if text.starts_with('<') && has(&["<office:document"]) {
        FileKind::OpenDocument
    } else if text.starts_with('<')
        && has(&["<!doctype html", "<html", "<head", "<body", "<meta", "<script"])
    {
        FileKind::Html
    } else if text.starts_with("<?xml") {
        FileKind::Xml
    } else if wide || !head.iter().any(|it| it.is_ascii_control() && !it.is_ascii_whitespace()) {
        FileKind::PlainText
    } else {
        FileKind::Unknown
    }
}

/// A compound file (MS-CFB) keeps 128-byte directory entries, aligned, wherever
/// its sectors lie; their names tell which program wrote it. Looking at every
/// aligned place needs no trust in the sector chains.
fn sniff_compound(bytes: &[u8]) -> FileKind {
    let names: [(&str, FileKind); 9] = [
        ("EncryptedPackage", FileKind::PasswordProtected),
        ("\tDRMContent", FileKind::RightsManaged),
        ("DRMEncryptedDataSpace", FileKind::RightsManaged),
        ("WordDocument", FileKind::OldWord),
        ("Workbook", FileKind::OldExcel),
        ("Book", FileKind::OldExcel),
        ("PowerPoint Document", FileKind::OldPowerPoint),
        ("EncryptedSummary", FileKind::PasswordProtected),
        ("WksSSWorkBook", FileKind::OldExcel),
    ];
    let mut found: Vec<FileKind> = Vec::new();
    for entry in bytes.chunks_exact(128).skip(4) {
        let length = usize::from(entry[64]).saturating_sub(2);
        // A storage, a stream or the root, with a name that ends in a zero.
        if entry[65] != 0 || !matches!(entry[66], 1 | 2 | 5) || length > 62 || length % 2 != 0 {
            continue;
        }
        let name = entry[..length].chunks_exact(2).map(|it| u16::from_le_bytes([it[0], it[1]]));
        let name: String = char::decode_utf16(name).map(|it| it.unwrap_or('\u{fffd}')).collect();
        found.extend(names.iter().filter(|(known, _)| *known == name).map(|(_, kind)| *kind));
    }
    // What protects the file outweighs what is in it; then the first, which stands
    // nearest to the root: an old Word file may embed a workbook, and the other way round.
    let strongest = [FileKind::RightsManaged, FileKind::PasswordProtected];
    strongest
        .into_iter()
        .find(|it| found.contains(it))
        .or_else(|| found.first().copied())
        .unwrap_or(FileKind::Compound)
}
