//! Postings and the files beside them: those that ship with the app, and any folder.

use std::{
    borrow::Cow,
    fs,
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use crate::{
    Error, Imported, Posting, import,
    posting::{Channel, HowToApply, Language, SCHEMA_VERSION},
    read::is_plain_name,
};

/// The posting's own file in its folder.
const POSTING: &str = "posting.toml";
/// No file of a posting is larger than a form may be.
const MAX_BYTES: u64 = 32 << 20;

/// A file's name and bytes.
type Embedded = (&'static str, &'static [u8]);

/// Every folder of `templates/postings/`; see `build.rs`.
const SHIPPED: &[(&str, &[Embedded])] = include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// The words of a mail for any posting.
const MAIL_EN: &str = include_str!("../../../../templates/postings/mail.en.txt");
const MAIL_ZH: &str = include_str!("../../../../templates/postings/mail.zh.txt");

/// A posting and the files that lie beside it: its form, its letters.
#[derive(Debug, Clone)]
pub struct Folder {
    /// Its name: in the library, or the folder's.
    pub id: String,
    /// What it asks.
    pub posting: Posting,
    files: Files,
}

#[derive(Debug, Clone)]
enum Files {
    Shipped(&'static [Embedded]),
    OnDisk(PathBuf),
}

/// The postings that ship with the app, by name.
pub fn library() -> Result<Vec<Folder>, Error> {
    SHIPPED.iter().map(|(id, files)| shipped(id, files)).collect()
}

/// Opens a posting of the library by its name.
pub fn find(id: &str) -> Result<Folder, Error> {
    let Some((id, files)) = SHIPPED.iter().find(|(it, _)| *it == id) else {
        let known: Vec<_> = SHIPPED.iter().map(|(id, _)| format!("`{id}`")).collect();
        return Err(Error::Unknown { id: id.to_owned(), known: known.join(", ") });
    };
    shipped(id, files)
}

/// Opens a folder with a `posting.toml`.
pub fn open(folder: &Path) -> Result<Folder, Error> {
    let path = folder.join(POSTING);
    let fail = |source| Error::Read { path: path.clone(), source };
    let bytes = read(&path).map_err(fail)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| fail(io::Error::new(io::ErrorKind::InvalidData, "it is not UTF-8 text")))?;
    let posting = Posting::parse(&path.display().to_string(), text.trim_start_matches('\u{feff}'))?;
    let id = folder.canonicalize().ok().and_then(|it| Some(it.file_name()?.to_str()?.to_owned()));
    let files = Files::OnDisk(folder.to_owned());
    Ok(Folder { id: id.unwrap_or_else(|| "posting".to_owned()), posting, files })
}

impl Posting {
    /// Reads a pasted text; see [`crate::import()`].
    pub fn import(text: &str) -> Imported {
        import(text)
    }

    /// Writes `posting.toml` into a folder, which is made if it is not there. One that
    /// is there already stays: somebody may have corrected it by hand.
    pub fn export(&self, folder: &Path) -> Result<PathBuf, Error> {
        let text = self.to_toml()?;
        let path = folder.join(POSTING);
        let fail = |source: io::Error| match source.kind() {
            io::ErrorKind::AlreadyExists => Error::Exists { path: path.clone() },
            _ => Error::Save { path: path.clone(), source },
        };
        fs::create_dir_all(folder).map_err(fail)?;
        if path.symlink_metadata().is_ok() {
            return Err(Error::Exists { path });
        }
        // Written beside and then named, so that it is there whole or not at all.
        let beside = folder.join(".posting.toml.new");
        let written = (|| {
            let mut file = fs::File::create(&beside)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            fs::rename(&beside, &path)
        })();
        if let Err(source) = written {
            drop(fs::remove_file(&beside));
            return Err(fail(source));
        }
        Ok(path)
    }
}

impl Folder {
    /// What a form alone is sent with: a title, by mail, and nothing else asked.
    pub fn plain(id: &str, title: &str) -> Self {
        let how_to_apply = HowToApply { channels: vec![Channel::Email], ..HowToApply::default() };
        let posting = Posting {
            schema_version: SCHEMA_VERSION,
            title: title.to_owned(),
            organisation: None,
            group: None,
            location: None,
            posted_date: None,
            ask: Vec::new(),
            deadline: None,
            duration: None,
            places: None,
            how_to_apply,
            mention: None,
            files: None,
            materials: Vec::new(),
            references: None,
            qualifications: None,
        };
        Self::of(id, posting)
    }

    /// A posting with no files beside it.
    pub fn of(id: &str, posting: Posting) -> Self {
        Self { id: id.to_owned(), posting, files: Files::Shipped(&[]) }
    }

    /// Whether it ships with the app.
    pub fn is_shipped(&self) -> bool {
        matches!(self.files, Files::Shipped([_, ..]))
    }

    /// A file beside the posting. `None` if there is none of that name.
    pub fn file(&self, name: &str) -> Result<Option<Cow<'static, [u8]>>, Error> {
        match &self.files {
            Files::Shipped(files) => {
                let found = files.iter().find(|(it, _)| *it == name);
                Ok(found.map(|(_, bytes)| Cow::Borrowed(*bytes)))
            }
            Files::OnDisk(folder) => {
                let path = folder.join(name);
                if !is_plain_name(name) || !path.symlink_metadata().is_ok_and(|it| it.is_file()) {
                    return Ok(None);
                }
                let bytes = read(&path).map_err(|source| Error::Read { path, source })?;
                Ok(Some(Cow::Owned(bytes)))
            }
        }
    }

    /// The words of a mail for this posting, in a language, with slots: its own
    /// if it has some, else those that fit any posting.
    pub fn mail(&self, language: Language) -> Result<String, Error> {
        let (name, common) = match language {
            Language::En => ("mail.en.txt", MAIL_EN),
            Language::Zh => ("mail.zh.txt", MAIL_ZH),
        };
        let own = self.file(name)?.map(|it| String::from_utf8_lossy(&it).into_owned());
        Ok(own.unwrap_or_else(|| common.to_owned()).replace("\r\n", "\n"))
    }
}

fn shipped(id: &str, files: &'static [Embedded]) -> Result<Folder, Error> {
    let bytes = files.iter().find(|(it, _)| *it == POSTING).map_or(&[][..], |(_, bytes)| bytes);
    let file = format!("{id}/{POSTING}");
    let posting = Posting::parse(&file, &String::from_utf8_lossy(bytes))?;
    Ok(Folder { id: id.to_owned(), posting, files: Files::Shipped(files) })
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than 32 MB"));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posting::Item;

    #[test]
    fn every_posting_of_the_library_reads_back_as_it_was_written() {
        let library = library().unwrap();
        assert!(library.len() >= 2);
        for folder in library {
            let text = folder.posting.to_toml().unwrap();
            assert_eq!(Posting::parse("again", &text).unwrap(), folder.posting, "{}", folder.id);
        }
    }

    #[test]
    fn the_trustworthy_systems_posting_says_what_its_text_says() {
        let folder = find("msra-trustworthy-systems").unwrap();
        let posting = &folder.posting;
        assert_eq!(posting.how_to_apply.channels, [Channel::Email]);
        assert!(posting.how_to_apply.email_to.is_empty(), "the text has lost the address");
        assert!(posting.ask.contains(&"how_to_apply.email_to".to_owned()));
        assert_eq!(posting.duration.unwrap().min_months, Some(3));
        let places = posting.places.unwrap();
        assert_eq!((places.min, places.max), (Some(3), Some(5)));
        assert_eq!(posting.qualifications.as_ref().unwrap().items.len(), 4);
        assert_eq!(posting.qualifications.as_ref().unwrap().items[3].venues.len(), 11);
        let phrase = posting.mention.as_ref().unwrap().note_phrase.as_deref().unwrap();
        for language in [Language::En, Language::Zh] {
            let mail = folder.mail(language).unwrap();
            assert!(mail.contains("{note_phrase}") && phrase.contains("MSRA"), "{mail}");
        }
    }

    #[test]
    fn the_networking_posting_asks_for_a_portal_and_nothing_is_made_up() {
        let posting = find("msr-networking-redmond").unwrap().posting;
        assert_eq!(posting.how_to_apply.channels, [Channel::Portal]);
        assert!(posting.how_to_apply.urls.is_empty() && posting.materials.is_empty());
        assert_eq!(posting.duration.unwrap().exact_weeks, Some(12));
        assert!(posting.deadline.is_none() && posting.places.is_none());
    }

    #[test]
    fn a_folder_gives_its_own_files_and_no_others() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("lab");
        fs::create_dir(&folder).unwrap();
        let put = |path: PathBuf, text: &str| {
            io::Write::write_all(&mut fs::File::create_new(path).unwrap(), text.as_bytes())
                .unwrap();
        };
        put(root.path().join("secret"), "theirs");
        put(folder.join("form.docx"), "PK");
        put(
            folder.join(POSTING),
            "schema_version = 1\ntitle = \"Intern\"\n[how_to_apply]\nchannels = [\"email\"]\n\
             [[materials]]\nitem = \"form\"\nrequired = true\nfile = \"form.docx\"\n",
        );
        let opened = open(&folder).unwrap();
        assert_eq!((opened.id.as_str(), opened.posting.materials[0].item), ("lab", Item::Form));
        assert_eq!(opened.file("form.docx").unwrap().unwrap().as_ref(), b"PK");
        assert_eq!(opened.file("../secret").unwrap(), None);
        assert_eq!(opened.file("gone.docx").unwrap(), None);
    }

    #[test]
    fn what_was_exported_opens_again_with_the_form_beside_it() {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("shared/lab");
        let mut posting =
            Posting::import("Lab Intern\n\nSend your CV to ann@example.org.").posting();
        posting.materials[0].file = Some("cv.docx".to_owned());
        posting.export(&folder).unwrap();
        fs::File::create_new(folder.join("cv.docx")).unwrap().write_all(b"PK").unwrap();
        let opened = open(&folder).unwrap();
        assert_eq!(opened.posting, posting);
        assert_eq!(opened.file("cv.docx").unwrap().unwrap().as_ref(), b"PK");
        let again = posting.export(&folder).unwrap_err().to_string();
        assert!(again.ends_with("is there already"), "{again}");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    }

    #[test]
    fn an_unknown_name_is_told_with_those_there_are() {
        let told = find("nowhere").unwrap_err().to_string();
        assert!(
            told.starts_with("there is no posting `nowhere` in the library; it has `"),
            "{told}"
        );
        let told = open(Path::new("/nowhere/at/all")).unwrap_err().to_string();
        assert!(told.starts_with("could not read `"), "{told}");
    }
}
