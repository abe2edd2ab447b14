//! `posting import|check`: what a text asks for, and what has to be asked.

use crate::sandbox::Sandbox;

const TEXT: &str = "Robotics Intern\n\nSend your CV to ann [at] robots.example.\nDuration: at least 3 months.\nBack to search results\n";

#[test]
fn a_posting_is_read_shown_and_written() {
    let sandbox = Sandbox::new();
    sandbox.put("ad.txt", TEXT);
    let told = sandbox.run(&["posting", "import", "ad.txt", "--out", "lab/robots"]).out;
    assert!(told.contains("title: Robotics Intern\n    “Robotics Intern”\n"), "{told}");
    assert!(
        told.contains("duration.min_months: 3\n    “Duration: at least 3 months.”\n"),
        "{told}"
    );
    assert!(
        told.contains("Left out as noise:\n    Back to search results (a link of the page)\n"),
        "{told}"
    );
    assert!(told.contains("To be asked:\n    organisation: "), "{told}");
    assert!(told.contains("    how_to_apply.email_to: "), "{told}");
    let checked = sandbox.run(&["posting", "check", "lab/robots"]).out;
    assert!(
        checked.starts_with("In order: Robotics Intern\nTo be asked: organisation"),
        "{checked}"
    );
    assert_eq!(sandbox.run(&["posting", "check", "lab/robots/posting.toml"]).out, checked);
    let read = sandbox.run(&["posting", "import", "lab/robots/posting.toml"]);
    read.refused(
        "`posting.toml` is a posting already, and no text of one",
        "use it as it is: name its folder with `--posting`",
    );
    // What somebody may have corrected by hand stays.
    let again = sandbox.run(&["posting", "import", "ad.txt", "--out", "lab/robots"]);
    again.refused("`lab/robots/posting.toml` is there already", "correct the posting there");
}

#[test]
fn its_json_has_every_fact_or_null() {
    let sandbox = Sandbox::new();
    sandbox.put("ad.txt", TEXT);
    let json = sandbox.run(&["posting", "import", "ad.txt", "--json"]).json();
    assert_eq!(json["title"]["value"], "Robotics Intern");
    assert_eq!(json["duration"]["value"]["min_months"], 3);
    assert_eq!(json["how_to_apply"]["value"]["email_to"][0], "ann@robots.example");
    let (start, end) = (&json["duration"]["start"], &json["duration"]["end"]);
    let (start, end) = (start.as_u64().unwrap(), end.as_u64().unwrap());
    let quote = TEXT.get(usize::try_from(start).unwrap()..usize::try_from(end).unwrap());
    assert_eq!(json["duration"]["quote"].as_str(), quote);
    for fact in ["location", "posted_date", "deadline", "places", "mention", "files", "references"]
    {
        assert!(json[fact].is_null() && json.get(fact).is_some(), "{fact}: {}", json[fact]);
    }
    assert_eq!(json["materials"]["value"][0]["item"], "cv");
    let ask: Vec<_> =
        json["ask"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    assert_eq!(ask, ["organisation", "how_to_apply.email_to"]);
}

#[test]
fn what_cannot_be_read_is_told_in_one_line() {
    let sandbox = Sandbox::new();
    sandbox.put("empty.txt", " \n");
    sandbox.put("picture.png", [0x89, b'P', 0xff, 0xfe]);
    sandbox.put("posting.toml", "schema_version = 1\ntitle = \"Intern\"\nplace = \"Here\"\n");
    let run = |more: &[&str]| sandbox.run(&[&["posting"], more].concat());
    run(&["import", "gone.txt"]).refused(
        "there is no file `gone.txt`",
        "check the spelling, and whether the file was moved",
    );
    run(&["import", "empty.txt"]).refused(
        "`empty.txt` is empty",
        "copy the posting's text, or save its page, and try again",
    );
    run(&["import", "picture.png"]).refused(
        "`picture.png` is not a text file in UTF-8",
        "open it in a text editor and save it as UTF-8",
    );
    let told = run(&["check", "posting.toml"]).err;
    assert!(told.starts_with("error: `posting.toml` line 3: unknown field `place`"), "{told}");
    assert!(told.ends_with("\nhint: correct the posting there\n"), "{told}");
}

#[test]
fn a_posting_is_read_in_whatever_encoding_it_was_saved() {
    let sandbox = Sandbox::new();
    // 职位：机器人实习生, in GBK.
    let mut page = b"<html><head><meta charset=gbk></head><body><h1>".to_vec();
    page.extend(b"\xbb\xfa\xc6\xf7\xc8\xcb\xca\xb5\xcf\xb0\xc9\xfa</h1><p>");
    page.extend(b"\xc7\xeb\xb7\xa2\xbc\xf2\xc0\xfa\xd6\xc1 ann@robots.example</p></body></html>");
    sandbox.put("page.html", page);
    let json = sandbox.run(&["posting", "import", "page.html", "--json"]).json();
    assert_eq!(json["title"]["value"], "机器人实习生", "{json}");
    // As Notepad calls it, Unicode.
    let utf_16: Vec<u8> =
        std::iter::once(0xfeff).chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    sandbox.put("ad.txt", utf_16);
    let json = sandbox.run(&["posting", "import", "ad.txt", "--json"]).json();
    assert_eq!(json["title"]["value"], "Robotics Intern", "{json}");
}
