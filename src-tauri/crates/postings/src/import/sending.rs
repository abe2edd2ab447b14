//! Ways of saying what to send, where it goes, and what it must say: each text is all that
//! a small posting says of it.

use serde_json::Value;

use super::wordings::{self, ENGLISH};

const CHINESE: &str =
    "河流生态研究助理\n\n课题组研究河流与河岸。\n\n{}\n\n课题组氛围好，经费充足。";

/// What a posting says of a fact that has names with dots.
fn said(text: &str, path: &str) -> Value {
    let frame = if text.contains(|it: char| it >= '\u{2e80}') { CHINESE } else { ENGLISH };
    // Settings stand before all else.
    let frame = if text.starts_with("---") { "{}" } else { frame };
    let (fact, rest) = path.split_once('.').unwrap_or((path, ""));
    let value = wordings::said(frame, text, fact);
    rest.split('.').filter(|it| !it.is_empty()).fold(value, |it, part| it[part].clone())
}

#[track_caller]
pub(super) fn check(path: &str, cases: &[(&str, Value)]) {
    for (text, expected) in cases {
        assert_eq!(said(text, path), *expected, "{text}");
    }
}

/// `cv letter?`: the papers, those that may be left out with a mark.
#[track_caller]
fn papers(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        let all = said(text, "materials");
        let named = all.as_array().into_iter().flatten().map(|it| {
            let mark = if it["required"] == Value::Bool(true) { "" } else { "?" };
            format!("{}{mark}", it["item"].as_str().unwrap())
        });
        assert_eq!(named.collect::<Vec<_>>().join(" "), *expected, "{text}");
    }
}

#[test]
fn what_is_sent() {
    papers(&[
        (
            "Applications should include a cover letter, curriculum vitae, and the names of three persons who can provide a reference letter upon request.",
            "letter cv",
        ),
        (
            "Interested applicants should compose a single PDF file containing the following:\n- CV\n- (unofficial) transcripts of your grades",
            "cv transcript",
        ),
        (
            "Interested students should contact Prof. Ashdown (a@b.example) with the following information:\n- CV\n- transcript\n- a short statement of research interests",
            "cv transcript statement",
        ),
        (
            "About the internship\n\n- Duration: 3 months\n- Requirements:\n  - Resume\n  - Cover letter\n  - Academic Transcript\n- Optional:\n  - Research proposal",
            "cv letter transcript statement?",
        ),
        ("Requirements\n\n- PhD degree\n- Publications", ""),
        (
            "Send a statement of research, a statement of skills and a CV to a@b.example.",
            "statement statement cv",
        ),
        (
            "Applications are invited on plain paper with complete bio-data and attested copies of certificates.",
            "cv certificates",
        ),
        (
            "Applications must include:\n- Proposal cover page\n- Proposal. Should describe the work.\n- CV",
            "statement cv",
        ),
        (
            "Applicants must submit\n1/ a cover letter,\n2/ Curriculum vitae with publications list,\n3/ availability.\n",
            "letter cv",
        ),
        (
            "Send the CV to a@b.example. Include in the e-mail body a brief description of your research interests.",
            "cv",
        ),
        (
            "The names of two referees (please do not include letters) and a CV should be sent to a@b.example.",
            "cv",
        ),
    ]);
}

#[test]
fn what_is_sent_by_settings_lines_and_steps() {
    papers(&[
        (
            "---\ntitle: Interns\ndocuments:\n  - CV\n  - cover letter\n---\nWe study rivers.",
            "cv letter",
        ),
        (
            "---\ntitle: Join\nsections:\n  - block: markdown\n    text: |\n      Attachments: CV, transcript\n---\n",
            "cv transcript",
        ),
        ("应征请检附以下资料：\n(1) 最高学历证件影本\n(2) 履历", "certificates cv"),
        ("【繳交文件】CV, cover letter, 兩位推薦人聯絡方式。", "cv letter"),
        ("如果你有顶级会议论文发表，请将简历发送至 a@b.example", "cv"),
        ("如有意加入，请将简历发送至 a@b.example", "cv"),
        ("好的简历我可以直接内推到总监。", "cv"),
        ("邮件标题和简历请标明：姓名-岗位", "cv"),
        (
            "请附代表性成果（如论文、获奖证书、GitHub主页等）和简历，发至 a@b.example",
            "publications cv",
        ),
        ("如果你对视频理解充满热情，请将简历发送至 a@b.example", "cv"),
        ("邮件标题：【河流】姓名。简历PDF格式，发至 a@b.example", "cv"),
        ("请在来信中说明你的研究兴趣说明与规划，并附简历，发至 a@b.example", "cv"),
        ("申请书填妥后，由服务单位代为函送。", "form"),
        ("申请者需提交：① 个人简历；② 成绩单；③ 一份研究计划。", "cv transcript statement"),
        ("应聘人员须提供以下材料：个人简历、学历学位证书复印件。", "cv certificates"),
        ("CV + cover letter => a@b.example", "cv letter"),
        (
            "A complete application package includes a cover letter and a curriculum vitae.",
            "letter cv",
        ),
        ("You'll need: résumé, sample code.", "cv other"),
        ("將個人簡歷發送至 a@b.example，來信請說明畢業時間。", "cv"),
        ("應備文件：履歷表、自傳、成績單", "cv statement transcript"),
        ("CV (2 pages) and cover letter to a@b.example as PDF.", "cv letter"),
        ("应聘材料包括但不限于：个人简历、学历学位证书。", "cv certificates"),
        (
            "請檢附：\n1. 履歷(含照片)\n2. 成績單\n3. 推薦信(非必要)",
            "cv photo transcript references?",
        ),
        ("招聘流程：简历投递-笔试-面试-录用。", ""),
        ("面试请准备PPT和作品集。", ""),
        ("Send cover letter, vitae and transcripts to a@b.example.", "letter cv transcript"),
        (
            "Applicants need to provide a portfolio. Official transcripts required upon hire.",
            "other",
        ),
        (
            "应聘者需提供：\n（一）个人简历（含教育经历、未来研究设想）；\n（二）身份证复印件。",
            "cv other",
        ),
        (
            "Send to a@b.example:\n- Completed application form (available here: https://b.example/form.pdf)\n- CV",
            "form cv",
        ),
        (
            "How to apply\n\nE-mail your CV to a@b.example. A research proposal is optional.",
            "cv statement?",
        ),
        ("Required documents: CV, cover letter with a short personal statement.", "cv letter"),
        (
            "Upload the following documents:\n- A complete record of Bachelor courses\n- CV",
            "transcript cv",
        ),
        ("申請人需撰寫獨立研究計畫，並提交履歷至 a@b.example", "statement cv"),
        ("You will submit papers to top venues.", ""),
        ("Shortlisted candidates must bring original certificates to the interview.", ""),
        ("请勿发送成绩单等其他附件，仅需简历一份，发至 a@b.example", "cv"),
        ("本科生毕业时需提交毕业论文。请将简历发送至 a@b.example", "cv"),
        ("学生须在第一年提交研究计划，并通过答辩。", ""),
    ]);
}

#[test]
fn in_which_language_and_how_many() {
    let first = |text: &str, key: &str| said(text, "materials")[0][key].clone();
    let text = "Please send a CV in English, a CV in Chinese and a transcript to a@b.example.";
    assert_eq!(first(text, "languages"), serde_json::json!(["en", "zh"]));
    assert_eq!(said(text, "materials")[1]["languages"], serde_json::json!([]));
    let text = "Send a brief (1 page) statement of purpose and a CV to a@b.example.";
    assert_eq!(first(text, "limit"), "1 page");
    let text = "Submit the following to a@b.example: 1) Two recent publications 2) CV.";
    assert_eq!(first(text, "count"), 2);
    let text = "简历要求：中英文均可，PDF格式，不超过2页。\n发送至：a@b.example";
    assert_eq!(first(text, "limit"), "不超过2页");
    let text = "请附简历和英文成绩单，发送至 a@b.example";
    assert_eq!(first(text, "languages"), serde_json::json!([]));
    let text = "Applications should include: (1) a cover letter; (2) a full CV.";
    assert_eq!(first(text, "count"), Value::Null);
    let text = "请提交研究计划书（不少于3000字），发送至 a@b.example";
    assert_eq!(first(text, "limit"), Value::Null);
    let text = "申请者请检具申请表及下述资料PDF档，寄至 a@b.example";
    assert_eq!(first(text, "formats"), serde_json::json!([]));
    check(
        "references.count",
        &[
            ("Send a CV and a list of references (three or more) to a@b.example.", 3.into()),
            ("请将简历、推荐信（至少1封）发至 a@b.example", 1.into()),
            ("推荐信：两封，由推荐人直接发送到 a@b.example", 2.into()),
            ("请备妥履历及推荐信二封，寄至 a@b.example", 2.into()),
        ],
    );
}

#[test]
fn who_speaks_for_the_candidate() {
    check(
        "references.mode",
        &[
            (
                "Applicants should forward\n- curriculum vitae\n- name, address and email of two referees.",
                "names".into(),
            ),
            ("You will build recommendation systems.", Value::Null),
            ("Note the deadline for receipt of recommendation letters.", "sent".into()),
            (
                "Send a CV and the contacts of two referees (please do not include letters).",
                "names".into(),
            ),
            ("## 推荐人信息\n\n该广告由李四发起。", Value::Null),
            ("被推荐人请准备简历。", Value::Null),
            ("Successful candidates will receive a letter of recommendation.", Value::Null),
            ("全力支持申请海外高校，包括材料打磨、推荐信、模拟面试等。", Value::Null),
            ("Please do not attach letters of recommendation.", Value::Null),
            (
                "The application has to include: names of two referees with e-mail; a CV.",
                "names".into(),
            ),
            ("You should have two reference letters uploaded by the deadline.", "sent".into()),
            ("Two referees will be asked by the system to send their letters.", "sent".into()),
            ("需推荐信2封，请推荐人以电子邮件方式寄至 a@b.example", "sent".into()),
        ],
    );
}

#[test]
fn by_which_way() {
    let ways = |all: &[&str]| serde_json::json!(all);
    check(
        "how_to_apply.channels",
        &[
            (
                "Candidates should send a CV to: Dr Ada Ashdown, Valbona University, SE-901 87 Valbona, Sweden",
                ways(&["post"]),
            ),
            (
                "All material should be sent to:\n\nAda Ashdown\nRiver Institute, A-4040 Valbona, Austria.",
                ways(&["post"]),
            ),
            ("亲自送件或邮递寄件，须于截止日前送达。", ways(&["post"])),
            ("申请书填妥后，由服务单位代为函送。", ways(&["home_institution"])),
            ("材料由各学院统一汇总后报送研究生院。", ways(&["home_institution"])),
            ("To apply, send a CV to Dr. Ada Ashdown at <>.", ways(&["email"])),
            ("Please send a CV to [hidden email].", ways(&["email"])),
            ("Applications should be sent to until 1 May and contain a CV.", ways(&["email"])),
            ("有意者请发送简历至 ，并介绍自己。", ways(&["email"])),
            ("申请者请检具申请表email至:*protected email*", ways(&["email"])),
            (
                "Send a CV to a@b.example. Applications are screened, and candidates are invited to online interviews.",
                ways(&["email"]),
            ),
            ("请将简历发送至 a@b.example，欢迎登录课题组网站了解更多。", ways(&["email"])),
            (
                "请将简历发送至 a@b.example，期待您的加入！\n\n[1] https://b.example/a\n[2] https://b.example/b",
                ways(&["email"]),
            ),
        ],
    );
    check(
        "how_to_apply.urls",
        &[
            (
                "For further information on how to apply, see our pages (https://b.example/phd).",
                ways(&["https://b.example/phd"]),
            ),
            (
                "See https://b.example/17 for the full text and to apply.",
                ways(&["https://b.example/17"]),
            ),
            (
                "---\ntitle: Interns\napply_link: https://b.example/17\n---\nWe study rivers.",
                ways(&["https://b.example/17"]),
            ),
            (
                "## Apply\n\nhttps://b.example/apply/17\n\n## About us",
                ways(&["https://b.example/apply/17"]),
            ),
            (
                "申请人需在系统中上传简历。系统网址：https://apply.b.example/x",
                ways(&["https://apply.b.example/x"]),
            ),
            (
                "Register at https://b.example/r to attend the webinar. Send applications to a@b.example.",
                ways(&[]),
            ),
            ("The candidate will upload videos to https://b.example/videos.", Value::Null),
            (
                "Please apply via our website: https://b.example/careers/17",
                ways(&["https://b.example/careers/17"]),
            ),
            ("专业信息请登录官网 http://www.b.example/x 进行查询。", Value::Null),
        ],
    );
}

#[test]
fn who_gets_it() {
    let ways = |all: &[&str]| serde_json::json!(all);
    check(
        "how_to_apply.email_to",
        &[
            (
                "---\ntitle: Join\nsections:\n  - block: contact\n    email: a@b.example\n---\n\nSend your CV.",
                ways(&["a@b.example"]),
            ),
            (
                "For further information, please contact:\nDr. Ada Ashdown\nE-mail: ada [at] b.example\n\nPlease send a cover letter to:\nDr. Ada Ashdown\nP.O. Box 757\nAshford, AK 99775\nE-mail: ada [at] b.example\n",
                ways(&["ada@b.example"]),
            ),
            (
                "If you need assistance with the application, contact help@b.example. Apply by mail to a@b.example.",
                ways(&["a@b.example"]),
            ),
            ("E-mail c@b.example for details, or a@b.example to apply.", ways(&["a@b.example"])),
            (
                "Interns: fill in the form. PhD students: e-mail me your CV.\n\nada [at] b [dot] example",
                ways(&["ada@b.example"]),
            ),
            (
                "将简历打包发送至 a@b.example。\n\n六、联系方式\n联系人：李老师；电话：010-123；邮箱：d@b.example",
                ways(&["a@b.example"]),
            ),
            (
                "Please send me a brief e-mail with your CV. Ada Ashdown: a@b.example",
                ways(&["a@b.example"]),
            ),
            ("Please submit your application.\nTo: a@b.example", ways(&["a@b.example"])),
            (
                "联系人：李老师 a@b.example（学术问题），王老师 c@b.example（简历投递）",
                ways(&["c@b.example"]),
            ),
            ("E-mail a@b.example for more information and to apply.", ways(&["a@b.example"])),
            (
                "Submit to a@b.example. In case of problems write to c@b.example.",
                ways(&["a@b.example"]),
            ),
            ("Please e-mail a@b.example (copying c@b.example).", ways(&["a@b.example"])),
            (
                "简历发送至 a@b.example。咨询邮箱：c@b.example（仅供咨询，不接收简历）",
                ways(&["a@b.example"]),
            ),
            ("投稿请发送至 t@b.example。招聘联系：a@b.example", ways(&["a@b.example"])),
            ("简历发送至 a@b.example。[Rivers Lab @ Rivers.example", ways(&["a@b.example"])),
        ],
    );
}

#[test]
fn what_it_must_say() {
    check(
        "mention.note_phrase",
        &[
            ("Please quote reference RIV/05/18.", "RIV/05/18".into()),
            ("简历发至 a@b.example，邮件里注明“应聘康复师”。", "应聘康复师".into()),
            ("Send your CV to a@b.example, quoting the job number 27-031.", "27-031".into()),
            (
                "Applications should be sent to a@b.example quoting reference number R-17.",
                "R-17".into(),
            ),
        ],
    );
    check(
        "mention.subject",
        &[
            (
                "Applications go to a@b.example. They should contain the reference R-17 in the subject field.",
                "R-17".into(),
            ),
            (
                "Write to a@b.example with the subject line “RIVER_RA_YourName.” We reply.\n\n请将简历寄至 a@b.example，主旨请注明：「RIVER_RA_姓名」。",
                "RIVER_RA_YourName".into(),
            ),
            (
                "邮件标题请按以下格式设置：\n\n```text\n博士申请 - 学校名称 - 姓名\n```\n",
                "博士申请 - 学校名称 - 姓名".into(),
            ),
            (
                "Please use the following format for the email subject:\n\n<p class=\"x\"><span>Format:</span><code>[Rivers] Name</code></p>\n",
                "[Rivers] Name".into(),
            ),
            ("Emails must have \"[RIVER]\" at the beginning of the subject.", "[RIVER]".into()),
            (
                "Please use the following subject for your e-mail: \"River PhD\". We reply.",
                "River PhD".into(),
            ),
            ("Please add the tag #river27 to the subject of your mail.", "#river27".into()),
            ("邮件标题务必写清楚“姓名+学校”，否则不予回复。", "姓名+学校".into()),
            ("邮件标题注明【姓名+号码】。", "姓名+号码".into()),
            (
                "【投递方式】发送至 a@b.example\n【邮件标题】姓名_学校_算法实习",
                "姓名_学校_算法实习".into(),
            ),
        ],
    );
    check(
        "mention.body_must",
        &[
            (
                "Attach your CV and specify your research interests.",
                "your research interests".into(),
            ),
            (
                "Include in the email body a brief description of your plans.",
                "a brief description of your plans".into(),
            ),
            ("请发送简历，并在邮件（cover letter）中阐述自己的经验。", "自己的经验".into()),
            (
                "In your e-mail, please tell us: who you are and what you have built.",
                "who you are and what you have built".into(),
            ),
            ("请在邮件中说明：1）研究兴趣；2）可到岗时间。", "1)研究兴趣；2)可到岗时间".into()),
            ("请在联系时如实告知你未来规划的真实想法。", "你未来规划的真实想法".into()),
        ],
    );
}

#[test]
fn what_files_are_called() {
    check(
        "files.name_pattern",
        &[
            ("邮件标题和简历请标明：姓名-岗位名称-求职", "姓名-岗位名称-求职".into()),
            (
                "CV to a@b.example (subject: PhD_Lastname; file name: Lastname_PhD.pdf)",
                "Lastname_PhD.pdf".into(),
            ),
            ("材料合并为一个PDF，命名“姓名.pdf”，发送至 a@b.example", "姓名.pdf".into()),
            ("邮件命名格式：姓名-学校-专业", Value::Null),
            ("邮件主题和附件名均为：实习申请_姓名_学校", "实习申请_姓名_学校".into()),
            ("材料请以“姓名+申请岗位”为文件名发送至 a@b.example", "姓名+申请岗位".into()),
            (
                "邮件标题请注明：“应聘[岗位]-[姓名]”，附件也请按照此模式命名。",
                "应聘[岗位]-[姓名]".into(),
            ),
            (
                "Please use the following format for both the email subject and attachment name:\n\n[Rivers] Name-University\n",
                "[Rivers] Name-University".into(),
            ),
        ],
    );
    check(
        "files.max_total_mb",
        &[("Send a CV to a@b.example. Files should not exceed 10MB in total.", 10.into())],
    );
    check(
        "files.single_pdf",
        &[
            ("附件请统一命名，压缩为一个文件，发送至 a@b.example", false.into()),
            ("Please compile one PDF containing your CV and transcript.", true.into()),
        ],
    );
}

#[test]
fn what_a_paper_holds_and_what_is_told_of_it() {
    papers(&[
        ("Required documents:\n- CV with photo\n- Cover letter", "cv letter"),
        ("Send a CV (as PDF, *without* a photo) and a cover letter to a@b.example.", "cv letter"),
        ("Send a resume with a recent photograph to a@b.example.", "cv"),
        ("Send a CV, a transcript and a photo to a@b.example.", "cv transcript photo"),
        ("请发送邮件，附上列有本科成绩单的简历。", "cv"),
        ("请发送邮件，附上简历和本科成绩单。", "cv transcript"),
        ("转发消息，简历网申量最大的学校可申请奖品。", ""),
        (
            "Please send a CV and a one-page letter of why you study rivers to a@b.example.",
            "cv letter",
        ),
        ("Send a CV to a@b.example. Please highlight any links to code.", "cv"),
        (
            "Applications should include (1) a CV; (2) a summary of career goals and interests.",
            "cv statement",
        ),
        ("请将邮件发至 a@b.example。邮件请包括：\n- 个人简历\n- 成绩单", "cv transcript"),
    ]);
    let limit = said(
        "Applications should include (1) a CV; (2) a 1-2 page summary of career goals.",
        "materials",
    );
    assert_eq!(limit[0]["limit"], Value::Null);
    assert_eq!(limit[1]["limit"], "1-2 page");
}

#[test]
fn what_is_of_another_matter() {
    papers(&[
        ("The intern will write cover letters for grants and upload documents.", ""),
        ("Our alumni sent their CV to many firms and were hired.", ""),
        ("Past interns have published papers and sent reports with photos to the press.", ""),
        ("For the visa you have to submit a certificate of enrolment to the embassy.", ""),
        ("Please include a photo of the river when you report a spill.", ""),
        ("If you use our data, please cite the following papers and send a note.", ""),
        ("论文投稿请在主题中注明“投稿”。", ""),
    ]);
    for text in [
        "You will compile lists of papers and merge them into a single PDF.",
        "Data come as zip files; you will process and submit them.\n\n工作内容：整理照片，打包发送给各学院。",
    ] {
        assert_ne!(said(text, "files.single_pdf"), Value::Bool(true), "{text}");
    }
    for text in [
        "The paper was submitted to a journal; see https://b.example/paper for more.",
        "The code must be submitted to the repository at https://git.b.example/x.",
        "Travel is paid; receipts must be submitted online.",
        "The letter of offer is sent by post.",
        "To subscribe, send an e-mail with the subject Subscribe, containing your name, to l@b.example.",
    ] {
        assert_eq!(said(text, "how_to_apply"), Value::Null, "{text}");
    }
    for text in ["Subject: rivers, geology, chemistry", "论文投稿请在主题中注明“投稿”。"]
    {
        assert_eq!(said(text, "mention"), Value::Null, "{text}");
    }
    let text = "Our students receive strong letters of recommendation.";
    assert_eq!(said(text, "references"), Value::Null);
}

#[test]
fn letters_that_are_refused_written_or_described() {
    check(
        "references.mode",
        &[
            ("没有提前入组的，不予提供考研推荐信。", Value::Null),
            ("At this stage of recruitment, we don’t ask for reference letters.", Value::Null),
            ("每年都有学生找老师写推荐信。", Value::Null),
            ("请附推荐信两封，发至 a@b.example", "letters".into()),
            (
                "We take students with high marks and a personal recommendation now and then.",
                Value::Null,
            ),
            (
                "Send two letters of reference to a@b.example. Letters of reference must be dated and state the name and address of the writer.",
                "letters".into(),
            ),
        ],
    );
}

#[test]
fn addresses_of_posters_and_words_of_mails() {
    let ways = |all: &[&str]| serde_json::json!(all);
    check(
        "how_to_apply.email_to",
        &[
            ("本帖联系邮箱：c@b.example\n\n导师邮箱/简历投递：a@b.example", ways(&["a@b.example"])),
            ("本帖联系邮箱：a@b.example", ways(&["a@b.example"])),
            (
                "欢迎邮件联系（a@b.example），请附上简历。\n\n联系方式：\n邮箱：c@b.example\nQQ：1234",
                ways(&["a@b.example"]),
            ),
            ("欢迎大家申请、咨询：li07 at b.example", ways(&["li07@b.example"])),
            ("简历发送至 a@b.example。咨询：c@b.example", ways(&["a@b.example"])),
        ],
    );
    check(
        "how_to_apply.channels",
        &[
            ("请填写申请表，发送到各学院联系人邮箱。", ways(&["email"])),
            ("Submit in one e-mail the following: a CV and a cover letter.", ways(&["email"])),
            (
                "Send a CV and names and contact details (postal address, e-mail, telephone) of two references to a@b.example.",
                ways(&["email"]),
            ),
            ("Application instructions are found online: https://b.example/17", ways(&["portal"])),
            (
                "To apply, send a CV to a@b.example. We welcome students from [rural schools](https://b.example/list).",
                ways(&["email"]),
            ),
        ],
    );
    check(
        "mention.subject",
        &[
            (
                "Send an e-mail to a@b.example with the subject River internship, containing a CV.",
                "River internship".into(),
            ),
            ("邮件请以主题：“河流+助理”发送至 a@b.example", "河流+助理".into()),
        ],
    );
    check("mention.body_must", &[("可以在邮件里说明，提前参加组会。", Value::Null)]);
    check("files", &[("任职要求\n\n1. 熟练掌握接口开发、打包、部署流程。", Value::Null)]);
}

#[test]
fn what_is_said_beside_the_way() {
    papers(&[
        ("Send a resume and a completed supplemental questionnaire to a@b.example.", "cv form"),
        ("简历请至：a@b.example", "cv"),
        ("简历砸过来 a@b.example", "cv"),
        ("招募要求\n\n希望你会编程，请感兴趣的同学发简历到邮箱：a@b.example", "cv"),
        ("联系方式\n\n- 邮箱：a@b.example\n- 标题：应聘-姓名\n- 内容：\n\n1. 简历\n2. 排名", "cv"),
        ("内推说明\n\n1. 简历（pdf 应该是必须的）\n2. 发到邮箱 a@b.example", "cv"),
        ("简历投递：a@b.example，如果有任何对岗位的问题，也欢迎来邮咨询。", "cv"),
        ("Do [get in touch](/contact/) with your motivation letter and CV!", "letter cv"),
        ("You will need an updated resume and a transcript in English.", "cv transcript"),
        (
            "Please email us your CV. In the CV, please include your education and a list of publications.",
            "cv",
        ),
        ("工作内容：\n1. 维护简历系统\n2. 开发", ""),
        ("We require the following documents: CV, motivation letter.", "cv letter"),
        ("We need a postdoc with a strong record and papers at top venues.", ""),
        ("Mail your CV and a letter of motivation to a@b.example.", "cv letter"),
        ("Send to a@b.example: 1. CV; 2. transcript; 3. cover letter.", "cv transcript letter"),
        ("请将以下材料发送至 a@b.example：1. 简历；2. 成绩单。", "cv transcript"),
        ("需提供材料：简历、身份证复印件。", "cv other"),
        ("邮件主题为“RA_姓名”，附件为简历与成绩单。", "cv transcript"),
        ("You should be submitting your PhD thesis soon. Send a CV, including publications.", "cv"),
        ("Send a CV. For more about our work and recent papers, visit our website.", "cv"),
        ("Application documents:\n- CV\n- Copy of BSc and MSc degrees", "cv certificates"),
        (
            "If you meet the requirements, please send the following to\n1. Summary of research interests: why?\n2. Resume",
            "statement cv",
        ),
        (
            "To apply, send a resumé with photo and a completed application form via e-mail.",
            "cv form",
        ),
        ("碩士生若有論文指導教授，須先告知。請將履歷寄至 a@b.example", "cv"),
    ]);
    let formats = |text: &str| said(text, "materials")[0]["formats"].clone();
    let pdf = serde_json::json!(["pdf"]);
    for text in [
        "Provide the required materials in the sections (PDFs preferred):\n1. Attach a CV\n2. Attach a transcript",
        "Please e-mail a PDF or Google Doc of your resume to a@b.example.",
        "请投递简历至 a@b.example。没有PDF格式简历的邮件不会收到回复。",
        "Send a CV to a@b.example. Only PDF resumes are read.",
        "Send a PDF or Google Doc of your CV to a@b.example with the word \"river\" in the subject.",
        "Provide the materials in the sections (PDFs preferred): 1. In the first: attach a CV",
    ] {
        assert_eq!(formats(text), pdf, "{text}");
    }
    let text = "Send a CV to a@b.example.\n\nFor details see the attached documents (PDF).";
    assert_eq!(formats(text), serde_json::json!([]));
    check(
        "references.mode",
        &[
            (
                "Send a CV and at least 3 references that can provide recommendation letters to a@b.example.",
                "names".into(),
            ),
            ("请推荐人于5月1日前将推荐信寄至 a@b.example", "sent".into()),
            (
                "Send the names of at least two researchers that could write letters if required to a@b.example.",
                "names".into(),
            ),
            ("推荐信由导师在5月1日前直接寄到 a@b.example", "sent".into()),
            ("推荐信由申请人上传至系统。", "letters".into()),
            ("You need level B2 of the Common European Framework of Reference.", Value::Null),
            ("Our tool lets you jump to a symbol and find references.", Value::Null),
        ],
    );
}
