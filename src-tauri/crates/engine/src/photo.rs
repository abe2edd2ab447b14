//! The candidate's picture: found beside the profile or kept with it, known by its content.

use forms::{Field, Kind, Photo, PhotoFormat};
use imagesize::ImageType;
use jiff::civil::Date;
use profile::{Key, Value};

use crate::{Document, Error, OpenProfile, Picture};

/// Reads the picture that the profile names, if `fields` ask for one at all:
/// who fills a form without a picture need not have the file at hand.
pub(crate) fn for_fields(
    fields: &[Field],
    profile: &OpenProfile,
    today: Date,
) -> Result<Option<Photo>, Error> {
    if !fields.iter().any(|field| field.kind == Kind::Photo) {
        return Ok(None);
    }
    of(profile, today)
}

/// Reads the picture that the profile names.
pub(crate) fn of(profile: &OpenProfile, today: Date) -> Result<Option<Photo>, Error> {
    let fact = Key::parse("photo").ok().and_then(|key| profile.facts.fact(&key, today));
    let Some(Value::Photo(path)) = fact.map(|it| it.value) else { return Ok(None) };
    let path = match &profile.picture {
        Picture::Beside(folder) => folder.join(path),
        Picture::Kept(Some(picture)) => return read(picture.clone()).map(Some),
        Picture::Kept(None) => {
            let reason = "it is not kept with the profile".to_owned();
            return Err(Error::Photo { path, reason });
        }
    };
    match Document::open(&path) {
        Ok(document) => read(document).map(Some),
        Err(Error::NoSuchFile { .. }) => {
            Err(Error::Photo { path, reason: "there is no such file".to_owned() })
        }
        Err(error) => Err(error),
    }
}

/// Reads a picture, known by its content.
pub(crate) fn read(document: Document) -> Result<Photo, Error> {
    let Document { path, bytes } = document;
    let wrong = |reason: &str| Error::Photo { path: path.clone(), reason: reason.to_owned() };
    let format = match imagesize::image_type(&bytes) {
        Ok(ImageType::Jpeg) => PhotoFormat::Jpeg,
        Ok(ImageType::Png) => PhotoFormat::Png,
        _ => return Err(wrong("it is neither a JPEG nor a PNG picture")),
    };
    let size = imagesize::blob_size(&bytes).map_err(|_| wrong("it is damaged"))?;
    let pixels = |it: usize| u32::try_from(it).ok().filter(|it| (1..=20_000).contains(it));
    let (Some(width), Some(height)) = (pixels(size.width), pixels(size.height)) else {
        return Err(wrong("its size makes no sense"));
    };
    Ok(Photo { bytes, format, width, height })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The head of a PNG of 3 by 4 pixels.
    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x03\0\0\0\x04\x08\x02\0\0\0";

    #[test]
    fn a_picture_is_known_by_its_content() {
        let photo = read(Document::named("me.jpg", PNG.to_vec())).unwrap();
        assert_eq!((photo.format, photo.width, photo.height), (PhotoFormat::Png, 3, 4));
    }

    #[test]
    fn what_is_no_picture_is_refused_by_name() {
        for bytes in [&b"GIF89a\x01\0\x01\0"[..], b"", b"\x89PNG\r\n\x1a\n"] {
            let told = read(Document::named("me.png", bytes.to_vec())).unwrap_err().to_string();
            assert!(told.starts_with("the picture `me.png` cannot be used: it is"), "{told}");
        }
    }
}
