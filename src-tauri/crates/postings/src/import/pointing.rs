//! Ways to apply that a text only points at, and what a mail is to say.

use serde_json::Value;

use super::sending::check;

#[test]
fn ways_that_are_only_pointed_at() {
    let all = |all: &[&str]| serde_json::json!(all);
    let portal = all(&["portal"]);
    let mail = all(&["email"]);
    check(
        "how_to_apply.channels",
        &[
            ("Here is more information and a link to apply.", portal.clone()),
            ("In the \"Resume Section:\" attach a CV.", portal.clone()),
            ("Please complete this Google Form and tell us about yourself.", portal.clone()),
            ("To join, fill out the form linked here.", portal.clone()),
            (
                "Send a CV to a@b.example. You apply new methods in online advertising.",
                mail.clone(),
            ),
            (
                "Send a CV to a@b.example. Complete our online form to attend the open day.",
                mail.clone(),
            ),
            ("Please email the curriculum vitae to Dr. Ada Ashdown (", mail.clone()),
            ("Please send the following to\n1. CV\n2. Transcript", mail.clone()),
            ("Students should send Ada an email with a CV.", mail.clone()),
            ("You are advised to email Ada early with your CV.", mail.clone()),
            (
                "Learn how to email Professors in our handbook. Apply at https://b.example/apply/7",
                portal,
            ),
        ],
    );
    let link = all(&["https://b.example/phd/750"]);
    check(
        "how_to_apply.urls",
        &[
            (
                "The call is at [this link](https://b.example/phd/750), alongside instructions to apply.",
                link.clone(),
            ),
            (
                "The full advertisement is [here](https://b.example/phd/750). Please apply via that link.",
                link.clone(),
            ),
            ("公告见 https://b.example/phd/750 。请通过上述链接申请。", link.clone()),
            ("内推链接：https://b.example/phd/750 内推码：AB12", link.clone()),
            ("**[Click here to apply!](https://b.example/phd/750)**", link.clone()),
            ("- [Apply now!](https://b.example/phd/750)", link.clone()),
            (
                "All applications need to be done via our portal [here](https://b.example/phd/750).",
                link.clone(),
            ),
            (
                "<a href=\"https:&#x2F;&#x2F;b.example&#x2F;phd&#x2F;750\">Apply now <i></i></a>",
                link,
            ),
            (
                "https://b.example/jobs/river-developer",
                all(&["https://b.example/jobs/river-developer"]),
            ),
            ("https://b.example/news/river-flood", Value::Null),
            ("It runs at https://b.example/tool. Users apply filters via the same page.", all(&[])),
        ],
    );
    check(
        "how_to_apply.email_to",
        &[
            (
                "Make sure to {{<mail display=\"send us an E-Mail!\" address=\"a@b.example\">}}.",
                all(&["a@b.example"]),
            ),
            ("Please send your CV to {{< email \"a@b.example\" >}}.", all(&["a@b.example"])),
            ("Send your CV to a@b.example with c@b.example in copy.", all(&["a@b.example"])),
            ("E-mail me at a AT b DOT example with your CV.", all(&["a@b.example"])),
            ("有问题请咨询 c@b.example，简历投递 a@b.example", all(&["a@b.example"])),
            ("For questions ask Bo (c@b.example). CVs go to a@b.example.", all(&["a@b.example"])),
            (
                "If you are interested or would like more information, contact us at: a@b.example",
                all(&["a@b.example"]),
            ),
            (
                "Contact c@b.example before applying. The formal application is made at https://b.example/apply/7.",
                all(&[]),
            ),
            ("咨询及投递邮箱：a@b.example", all(&["a@b.example"])),
            (
                "Send your CV, with a copy to both the head and the deputy head of the long-named programme in river ecology (c@b.example and d@b.example), to a@b.example.",
                all(&["a@b.example"]),
            ),
        ],
    );
}

#[test]
fn what_a_mail_is_to_say() {
    check(
        "mention.subject",
        &[
            (
                "Email topic: \"River Thesis by Your Name\". Attach your CV.",
                "River Thesis by Your Name".into(),
            ),
            ("Send a CV to a@b.example (mail title: River_Name).", "River_Name".into()),
            ("请发简历至 a@b.example\n\n邮件标题请注明：\n**编号 - 姓名**", "编号 - 姓名".into()),
            ("邮件主题的命名方式：姓名+学校", "姓名+学校".into()),
            ("In the subject of the e-mail please write: PhD Rivers.", "PhD Rivers".into()),
            ("Emails with the title \"River PhD\" go to a@b.example.", "River PhD".into()),
            (
                "Do email me with any questions -- please include [PhD 17] in the subject.",
                Value::Null,
            ),
        ],
    );
    check(
        "mention.note_phrase",
        &[
            ("请将简历发至a@b.example，并注明你申请的是河流数据组。", "河流数据组".into()),
            ("请将简历发至a@b.example，并注明你申请的是哪个岗位。", Value::Null),
        ],
    );
    check(
        "mention.body_must",
        &[
            ("可将简历发送到 a@b.example，并说明感兴趣的方向。", "感兴趣的方向".into()),
            (
                "Mention in your email which project you apply for.",
                "which project you apply for".into(),
            ),
            ("In your email to a@b.example, briefly describe your plans.", "your plans".into()),
            (
                "Include a resume and a cover letter answering these questions: 1) who you are; and 2) Tell us about your work.",
                Value::Null,
            ),
        ],
    );
    check("files", &[("申请邮件的主题命名格式为“申请硕士-姓名-学校”。", Value::Null)]);
}

#[test]
fn what_is_left_out_of_a_page() {
    // A head without an end, a thread that its first entry opened, and lines of a paragraph.
    for text in [
        "River work\n\n<p>\nSend a CV to the head of the Unit,\nProfessor Ada Ash:\n<a href=\"mailto:a@b.example\">a@b.example</a>\nby May.\n</p><p>x</p><p>y</p><p>z</p>",
        "<html><head><title>x</title><body><p>Send a CV to a@b.example.</p></body></html>",
        "We hire\n\nannbee opened this issue Nov 24, 2027\n\nOpen\n\nComments\n\nannbee commented Nov 24, 2027\n\nPlease send your CV to a@b.example.",
    ] {
        let how = serde_json::to_value(crate::import(text)).unwrap();
        assert_eq!(how["how_to_apply"]["value"]["email_to"][0], "a@b.example", "{text}");
    }
}
