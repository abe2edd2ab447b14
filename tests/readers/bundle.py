"""Reads a bundle back with Python's own zipfile, email, json and hashlib.

usage: bundle.py FOLDER --zip ZIP --subject WORDS [--brought FILE ...]

What the candidate brought must be attached byte for byte, next to the form.
Prints one line per check; the first that fails ends it.
"""

import argparse
import email
import email.policy
import hashlib
import json
import sys
import zipfile
from pathlib import Path


def check(holds, what):
    """Says that something holds, or stops."""
    if not holds:
        sys.exit(f"bundle.py: not so: {what}")
    print(f"  {what}")


def read_manifest(folder):
    """Every file of the manifest is there, with the size and digest it names."""
    manifest = json.loads((folder / "manifest.json").read_bytes())
    listed = {entry["name"]: entry for entry in manifest["files"]}
    for name, entry in listed.items():
        content = (folder / name).read_bytes()
        check(len(content) == entry["bytes"], f"{name} has the size that the manifest names")
        check(hashlib.sha256(content).hexdigest() == entry["sha256"], f"{name} has the digest that the manifest names")
    there = {path.name for path in folder.iterdir()}
    check(there == set(listed) | {"manifest.json"}, "the folder holds what the manifest lists and nothing else")
    return manifest


def read_zip(path, folder):
    """The zip holds the folder: the same files, the same bytes, each once."""
    with zipfile.ZipFile(path) as archive:
        check(archive.testzip() is None, "every digest in the zip is right")
        names = [info.filename for info in archive.infolist() if not info.is_dir()]
        check(len(names) == len(set(names)), "no name stands twice in the zip")
        inside = {Path(name).name: archive.read(name) for name in names}
    outside = {file.name: file.read_bytes() for file in folder.iterdir()}
    check(inside == outside, "the zip holds the folder's files, byte for byte")


def read_draft(folder, manifest, subject, brought):
    """The draft is an unsent message with the right files attached."""
    content = (folder / "draft.eml").read_bytes()
    message = email.message_from_bytes(content, policy=email.policy.default)
    check(not any(part.defects for part in message.walk()), "the draft has no defect that Python's email knows of")
    check(b"\n" not in content.replace(b"\r\n", b""), "the draft's lines end as mail asks")
    check(message["X-Unsent"] == "1", "the draft says that it was not sent")
    for header in ("Date", "Message-ID", "Bcc"):
        check(message[header] is None, f"the draft has no {header}")
    check(subject in message["Subject"], f"the subject holds “{subject}”")
    written = [address.addr_spec for address in message["To"].addresses] if message["To"] else []
    check(written == manifest["to"], f"it goes to {', '.join(written) or 'nobody yet'}")
    body = message.get_body(preferencelist=("plain",))
    check(body is not None and body.get_content().strip(), "it has a text")

    attached = {part.get_filename(): part.get_payload(decode=True) for part in message.iter_attachments()}
    stays = {entry["name"] for entry in manifest["files"] if entry.get("stays")}
    going = [entry["name"] for entry in manifest["files"] if entry["role"] not in ("note", "draft")]
    going = [name for name in going if name not in stays]
    wanted = {name: (folder / name).read_bytes() for name in going}
    check(sorted(attached) == sorted(wanted), f"attached: {', '.join(sorted(attached))}")
    check(attached == wanted, "what is attached is what lies in the folder, byte for byte")
    for path in brought:
        check(path.read_bytes() in attached.values(), f"{path.name} went along unchanged")


def main():
    """Reads the bundle that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--zip", type=Path, required=True)
    parser.add_argument("--subject", required=True)
    parser.add_argument("--brought", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    manifest = read_manifest(given.folder)
    read_zip(given.zip, given.folder)
    read_draft(given.folder, manifest, given.subject, given.brought)


if __name__ == "__main__":
    main()
