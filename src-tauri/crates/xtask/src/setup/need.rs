//! What must be on a computer beside Rust and Node, and what each system calls it.

use std::path::PathBuf;

use crate::process::{Program, found};

/// Something that a command needs and cargo does not bring.
#[derive(Debug)]
pub(crate) struct Need {
    /// What people call it.
    pub(crate) what: &'static str,
    /// What it is for.
    pub(crate) purpose: &'static str,
    /// Whether it is there.
    pub(super) is_met: fn() -> bool,
    /// Its package on Debian and Ubuntu.
    pub(super) apt: &'static str,
    /// Its package in Homebrew; empty where macOS brings it.
    pub(super) brew: &'static str,
    /// Its package in winget; empty where Windows brings it.
    pub(super) winget: &'static str,
}

/// Without these nothing is built. On Windows the Rust installer sees to it, and
/// only Rust knows where it lies.
pub(crate) const BUILD: &[Need] = if cfg!(windows) { &[] } else { &[LINKER] };

const LINKER: Need = Need {
    what: "a linker",
    purpose: "Rust puts programs together with it",
    is_met: || ["cc", "gcc", "clang"].iter().any(|it| found(it).is_some()),
    apt: "build-essential",
    brew: "",
    winget: "",
};

/// Other people's programs that read what we wrote. Where one is missing, its
/// check is left out, and the summary says so.
pub(crate) const READERS: &[Need] = &[
    Need {
        what: "Python",
        purpose: "reads the zip and the draft with modules of its own",
        is_met: || found(python()).is_some(),
        apt: "python3",
        brew: "python",
        winget: "Python.Python.3.13",
    },
    Need {
        what: "Python's venv",
        purpose: "keeps python-docx, which opens the filled form, out of the system",
        is_met: || Program::new(python()).args(["-c", "import venv, ensurepip"]).agrees(),
        apt: "python3-venv",
        brew: "python",
        winget: "Python.Python.3.13",
    },
    Need {
        what: "npm",
        purpose: "fetches the Open XML SDK's validator, which judges the filled form",
        is_met: || found("npm").is_some(),
        apt: "npm",
        brew: "node",
        winget: "OpenJS.NodeJS.LTS",
    },
    Need {
        what: "LibreOffice Writer",
        purpose: "lays out the filled form as its reader sees it",
        is_met: || soffice().is_some(),
        apt: "libreoffice-writer",
        brew: "libreoffice",
        winget: "TheDocumentFoundation.LibreOffice",
    },
    Need {
        what: "Poppler's tools",
        purpose: "turn the laid-out form into words and a picture",
        is_met: || found("pdftoppm").is_some(),
        apt: "poppler-utils",
        brew: "poppler",
        winget: "oschwartz10612.Poppler",
    },
    Need {
        what: "a Chinese font",
        purpose: "the form is printed in two languages",
        is_met: || has_font(":lang=zh-cn"),
        apt: "fonts-noto-cjk",
        brew: "",
        winget: "",
    },
    Need {
        what: "the DejaVu fonts",
        purpose: "stand in for fonts that a form names and nobody has",
        is_met: || has_font("DejaVu Sans"),
        apt: "fonts-dejavu-core",
        brew: "",
        winget: "",
    },
];

/// What Python is called here.
pub(crate) fn python() -> &'static str {
    if found("python3").is_some() { "python3" } else { "python" }
}

/// LibreOffice, where it is.
pub(crate) fn soffice() -> Option<PathBuf> {
    found("soffice").or_else(|| found("/Applications/LibreOffice.app/Contents/MacOS/soffice"))
}

/// Whether fontconfig knows such a font. Other systems bring fonts for both languages.
fn has_font(pattern: &str) -> bool {
    let list = || Program::new("fc-list").args([pattern, "family"]).read();
    !cfg!(target_os = "linux") || list().is_ok_and(|fonts| !fonts.trim().is_empty())
}
