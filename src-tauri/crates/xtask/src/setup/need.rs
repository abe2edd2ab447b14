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
    /// What tells that it is there.
    pub(super) told_by: ToldBy,
    /// Its packages on Debian and Ubuntu.
    pub(super) apt: &'static str,
    /// Its package in Homebrew; empty where macOS brings it.
    pub(super) brew: &'static str,
    /// Its package in winget; empty where Windows brings it.
    pub(super) winget: &'static str,
}

/// What tells that something is there.
#[derive(Debug, Clone, Copy)]
pub(super) enum ToldBy {
    /// A program on the `PATH`.
    Program(&'static str),
    /// Whatever the check looks at.
    Check(fn() -> bool),
}

impl Need {
    /// Whether it is there.
    pub(super) fn is_met(&self) -> bool {
        match self.told_by {
            ToldBy::Program(name) => found(name).is_some(),
            ToldBy::Check(is_there) => is_there(),
        }
    }
}

/// Without these nothing is built. On Windows the Rust installer sees to it, and
/// only Rust knows where it lies.
pub(crate) const BUILD: &[Need] = if cfg!(windows) {
    &[NODE]
} else if cfg!(target_os = "macos") {
    &[LINKER, NODE]
} else {
    &[LINKER, NODE, WEBKIT]
};

const NODE: Need = Need {
    what: "Node with npm",
    purpose: "builds what the window shows, and fetches checks that others wrote",
    told_by: ToldBy::Program("npm"),
    apt: "npm",
    brew: "node",
    winget: "OpenJS.NodeJS.LTS",
};

const WEBKIT: Need = Need {
    what: "WebKitGTK",
    purpose: "shows the window",
    told_by: ToldBy::Check(|| {
        Program::new("pkg-config").args(["--exists", "webkit2gtk-4.1", "gtk+-3.0"]).agrees()
    }),
    apt: "pkg-config libwebkit2gtk-4.1-dev libgtk-3-dev librsvg2-dev libsoup-3.0-dev",
    brew: "",
    winget: "",
};

const LINKER: Need = Need {
    what: "a linker",
    purpose: "Rust puts programs together with it",
    told_by: ToldBy::Check(|| ["cc", "gcc", "clang"].iter().any(|it| found(it).is_some())),
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
        told_by: ToldBy::Check(|| found(python()).is_some()),
        apt: "python3",
        brew: "python",
        winget: "Python.Python.3.13",
    },
    Need {
        what: "Python's venv",
        purpose: "keeps python-docx, which opens the filled form, out of the system",
        told_by: ToldBy::Check(|| {
            Program::new(python()).args(["-c", "import venv, ensurepip"]).agrees()
        }),
        apt: "python3-venv",
        brew: "python",
        winget: "Python.Python.3.13",
    },
    Need {
        what: "LibreOffice",
        purpose: "lays out the filled form as its reader sees it, and makes its PDF copy",
        told_by: ToldBy::Check(|| soffice().is_some()),
        apt: "libreoffice-writer libreoffice-calc",
        brew: "libreoffice",
        winget: "TheDocumentFoundation.LibreOffice",
    },
    Need {
        what: "Poppler's tools",
        purpose: "turn the laid-out form into words and a picture",
        told_by: ToldBy::Program("pdftoppm"),
        apt: "poppler-utils",
        brew: "poppler",
        winget: "oschwartz10612.Poppler",
    },
    Need {
        what: "qpdf",
        purpose: "finds faults in the PDFs that we write",
        told_by: ToldBy::Program("qpdf"),
        apt: "qpdf",
        brew: "qpdf",
        winget: "QPDF.QPDF",
    },
    Need {
        what: "a Chinese font",
        purpose: "the form is printed in two languages",
        told_by: ToldBy::Check(|| has_font(":lang=zh-cn")),
        apt: "fonts-noto-cjk",
        brew: "",
        winget: "",
    },
    Need {
        what: "the DejaVu fonts",
        purpose: "stand in for fonts that a form names and nobody has",
        told_by: ToldBy::Check(|| has_font("DejaVu Sans")),
        apt: "fonts-dejavu-core",
        brew: "",
        winget: "",
    },
];

/// A browser for the screens, and `age`, which opens the vault as anybody could.
pub(crate) const BROWSER: &[Need] = &[
    Need {
        what: "Chromium",
        purpose: "shows every screen to tests and to axe",
        told_by: ToldBy::Check(|| chromium().is_some()),
        apt: "chromium",
        brew: "chromium",
        winget: "Google.Chrome",
    },
    Need {
        what: "age",
        purpose: "opens the vault with the recovery key, without us",
        told_by: ToldBy::Program("age"),
        apt: "age",
        brew: "age",
        winget: "FiloSottile.age",
    },
];

/// What drives the real window on a screen that nobody sees. Only Linux has all of it.
pub(crate) const DESKTOP: &[Need] = &[
    wanted(
        "WebKit's driver",
        "clicks and types in the real window",
        "WebKitWebDriver",
        "webkit2gtk-driver",
    ),
    wanted("Xvfb", "is a screen that nobody sees", "Xvfb", "xvfb xauth"),
    wanted("openbox", "puts windows where dialogs and drags need them", "openbox", "openbox"),
    wanted("xdotool", "moves the mouse for a real drag", "xdotool", "xdotool"),
    wanted("ImageMagick", "takes pictures of the screen", "import", "imagemagick"),
    wanted("D-Bus", "carries what is asked of the keyring", "dbus-daemon", "dbus-x11 dbus"),
    wanted(
        "gnome-keyring",
        "is a real keyring",
        "gnome-keyring-daemon",
        "gnome-keyring libsecret-tools",
    ),
    Need {
        what: "GTK for Python",
        purpose: "is where files are dragged from",
        told_by: ToldBy::Check(|| {
            Program::new("/usr/bin/python3")
                .args(["-c", "import gi; gi.require_version('Gtk', '3.0')"])
                .agrees()
        }),
        apt: "python3-gi gir1.2-gtk-3.0",
        brew: "",
        winget: "",
    },
];

/// A program of Linux desktops, which Homebrew and winget do not bring.
const fn wanted(
    what: &'static str,
    purpose: &'static str,
    program: &'static str,
    apt: &'static str,
) -> Need {
    Need { what, purpose, told_by: ToldBy::Program(program), apt, brew: "", winget: "" }
}

/// Chromium, where it is.
pub(crate) fn chromium() -> Option<PathBuf> {
    let mac = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    ["chromium", "chromium-browser", "google-chrome", "chrome", mac].iter().find_map(found)
}

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
