//! Unpacks and packs the content of one entry.
//!
//! The size an entry claims bounds the memory it gets: a stream that goes on
//! past it is stopped there, not measured.

use std::io::{self, Write};

use flate2::{Compression, Decompress, FlushDecompress, Status, write::DeflateEncoder};

use crate::container::Method;

/// Unpacks `packed`, which must give exactly `size` bytes with the checksum `crc`.
pub(crate) fn inflate(
    packed: &[u8],
    method: Method,
    size: usize,
    crc: u32,
) -> Result<Vec<u8>, String> {
    let out = match method {
        Method::Stored => packed.to_vec(),
        Method::Deflated => inflate_raw(packed, size)?,
    };
    if out.len() != size {
        return Err(format!("it unpacks to {} bytes instead of {size}", out.len()));
    }
    if crc32fast::hash(&out) != crc {
        return Err("its checksum does not match".to_owned());
    }
    Ok(out)
}

fn inflate_raw(packed: &[u8], size: usize) -> Result<Vec<u8>, String> {
    // One byte more than claimed, so that going on shows.
    let mut out = Vec::with_capacity(size + 1);
    let mut stream = Decompress::new(false);
    loop {
        let read = usize::try_from(stream.total_in()).unwrap_or(usize::MAX);
        let before = (read, out.len());
        let status = stream
            .decompress_vec(
                packed.get(read..).unwrap_or_default(),
                &mut out,
                FlushDecompress::Finish,
            )
            .map_err(|_| "its packed bytes make no sense".to_owned())?;
        let read = usize::try_from(stream.total_in()).unwrap_or(usize::MAX);
        if out.len() > size {
            return Err(format!("it unpacks to more than the {size} bytes it claims"));
        }
        if status == Status::StreamEnd {
            return if read == packed.len() {
                Ok(out)
            } else {
                Err("bytes are hidden behind its packed content".to_owned())
            };
        }
        if before == (read, out.len()) {
            return Err("its packed bytes end too early".to_owned());
        }
    }
}

/// Packs `content` the way an entry of this method is kept.
pub(crate) fn pack(content: &[u8], method: Method) -> io::Result<Vec<u8>> {
    if method == Method::Stored {
        return Ok(content.to_vec());
    }
    let room = Vec::with_capacity(content.len() / 4 + 64);
    let mut packer = DeflateEncoder::new(room, Compression::default());
    packer.write_all(content)?;
    packer.finish()
}
