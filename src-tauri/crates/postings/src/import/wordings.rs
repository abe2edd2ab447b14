//! Ways of saying the same: each line is all that a small posting says of a fact.

use serde_json::Value;

use super::import;

/// The value of a fact in a posting that says it in one line.
pub(super) fn said(frame: &str, line: &str, fact: &str) -> Value {
    let imported = serde_json::to_value(import(&frame.replace("{}", line))).unwrap();
    imported[fact]["value"].clone()
}

#[track_caller]
fn check(frame: &str, fact: &str, lines: &[(&str, Option<&str>)]) {
    for (line, expected) in lines {
        let found = said(frame, line, fact);
        assert_eq!(found.as_str(), *expected, "{line}");
    }
}

pub(super) const ENGLISH: &str = "PhD position in River Ecology\n\nWe study rivers and their banks.\n\n{}\n\nThe group is small and friendly.";
const FIRST: &str = "{}\n\nThe group is small and friendly. It studies rivers and their banks.\n\nPlease send your CV to a@b.example.";
const CHINESE: &str = "{}\n\n课题组氛围好，经费充足。\n\n有意者请将简历发送至 a@b.example。";

#[test]
fn who_offers_it() {
    check(
        ENGLISH,
        "organisation",
        &[
            (
                "I received my PhD from the University of Oakham. I am now at Ashford Institute of Technology.",
                Some("Ashford Institute of Technology"),
            ),
            (
                "I will join Ashford University in Fall 2027. Before that I was at the University of Oakham.",
                Some("Ashford University"),
            ),
            (
                "The candidate will work at the University of Ashford, and visit the University of Oakham.",
                Some("University of Ashford"),
            ),
            ("Politecnico di Valbona is offering a scholarship.", Some("Politecnico di Valbona")),
            ("INRIX, the national institute for rivers, offers a position.", Some("INRIX")),
            ("Open River Society (ORS) is hiring a colleague.", Some("Open River Society")),
            (
                "The Ashford Institute for Rivers (AIR) - Tarn is searching for a postdoc. Partners are the Oakham Institute for Lakes and Valbona University.",
                Some("Ashford Institute for Rivers"),
            ),
            (
                "The work is supported by the Ashford Research Council. You will work at Oakham University.",
                Some("Oakham University"),
            ),
            (
                "The Ashford Institute of Rivers in the Faculty of Science of Oakham University is looking for you.",
                Some("Oakham University"),
            ),
            ("The University of Ashford, Tarn offers a position.", Some("University of Ashford")),
            ("The Vision Laboratory of EPFL has an opening.", Some("EPFL")),
            ("Employer: Perseid Project, Ashford University", Some("Ashford University")),
            ("Some of our partners include Binance and Alibaba Cloud.", None),
            (
                "The École Polytechnique de Valbonne has an opening.",
                Some("École Polytechnique de Valbonne"),
            ),
        ],
    );
    check(
        CHINESE,
        "organisation",
        &[
            ("本人于2024年9月加入岸河大学，任助理教授。此前在橡山大学任博士后。", Some("岸河大学")),
            ("本人于2020年获得橡山大学博士学位，现任岸河大学生命学院副教授。", Some("岸河大学")),
            ("导师：李明（岸河大学河流学院教授）", Some("岸河大学")),
            ("单位：岸河大学河流学院", Some("岸河大学")),
            ("与橡山大学联合培养，在岸河大学工作。", Some("岸河大学")),
            ("【岸河智能】招聘算法实习生", Some("岸河智能")),
            ("「岸河」诚邀「物联网研发经理」", Some("岸河")),
            ("[岸河科技]rust工程师", Some("岸河科技")),
            ("内推｜岸河智能 大模型算法实习生", Some("岸河智能")),
            ("「算法工程师（base长沙）招聘」_岸河科技招聘-某直聘", Some("岸河科技")),
            ("我们是做地图的小团队「岸河」", Some("岸河")),
            ("李明现为岸河大学讲座教授。2006年至2020年任职于橡山大学。", Some("岸河大学")),
            (
                "简介：岸河脑科学研究中心（ABC）是市政府与大学共建的科研机构。",
                Some("岸河脑科学研究中心"),
            ),
            ("我们是岸河智能的算法团队", Some("岸河智能")),
            ("上海大学医学院附属岸河医院招聘科研助理", Some("上海大学医学院附属岸河医院")),
            ("电子岸河大学招聘博士后", Some("电子岸河大学")),
            ("我们来自岸河大学与橡山大学", None),
            ("申请作业请至岸河大学服务平台办理", Some("岸河大学")),
            (
                "李明老师今年夏天将从橡山大学博士后出站，加入岸河大学河流学院担任助理教授。",
                Some("岸河大学"),
            ),
            ("已经报名岸河大学夏令营的同学可先联系。", Some("岸河大学")),
        ],
    );
}

#[test]
fn what_it_is_called() {
    check(
        FIRST,
        "title",
        &[
            (
                "We are looking for a PhD student in river ecology to join our lab.",
                Some("PhD student in river ecology"),
            ),
            (
                "We have an open PhD position in river ecology.",
                Some("PhD position in river ecology"),
            ),
            (
                "An exciting opportunity has arisen for a Research Associate in River Ecology.",
                Some("Research Associate in River Ecology"),
            ),
            (
                "A fully funded PhD position in River Ecology is available at Ashford University.",
                Some("PhD position in River Ecology"),
            ),
            ("OPEN POSITION: Research Associate", Some("Research Associate")),
            (
                "The River Institute accepts Ph.D. students in river ecology, a young field.",
                Some("Ph.D. students in river ecology"),
            ),
            (
                "Information for applicants\n\nWe are looking for a PhD student in river ecology.",
                Some("PhD student in river ecology"),
            ),
            ("PhD studentships at Ashford University, Ashford", Some("PhD studentships")),
            (
                "Postdoctoral Position in River Ecology; Ashford University (posted 3 May)",
                Some("Postdoctoral Position in River Ecology"),
            ),
            ("Job postings\n\nWe support young scientists.", None),
            (
                "Shape the Future\n\nThe centre invites visionary minds to apply for our prestigious PhD scholarships.",
                Some("PhD scholarships"),
            ),
            (
                "Ashford University - Faculty IV - Institute of Rivers\n\nResearch Assistant - River Ecology - salary grade E13",
                Some("Research Assistant - River Ecology"),
            ),
        ],
    );
    check(
        CHINESE,
        "title",
        &[
            ("岸河大学李明课题组因科研工作需要，现面向海内外招聘博士后2名。", Some("博士后")),
            ("李明，岸河大学教授，博士生导师，2010年毕业于橡山大学。", None),
            ("李明老师课题组招收2027级硕士生", Some("2027级硕士生")),
            ("岸河大学（Ashford University）河流实验室招RA", Some("招RA")),
            ("岸河智能-算法实习生-北京", Some("算法实习生")),
            (
                "教师介绍\n\n李明教授招收博士后、研究助理和博士生，可选方向包括河流。",
                Some("博士后、研究助理和博士生"),
            ),
            ("【岸河招聘】平台部_NLP高级工程师", Some("NLP高级工程师")),
            ("岸河智能平台应用部算法工程师", Some("算法工程师")),
            ("招收27级河流学硕和生态专硕，欢迎联系", Some("27级河流学硕和生态专硕")),
            ("我对博士生的基本期望是", None),
        ],
    );
}

#[test]
fn where_it_is() {
    check(
        ENGLISH,
        "location",
        &[
            ("Our group works in beautiful Iceland!", Some("Iceland")),
            ("Based in Munich, Germany", Some("Munich, Germany")),
            (
                "We are at a university in one of the big cities (Chicago, USA).",
                Some("Chicago, USA"),
            ),
            (
                "The work is carried out at the Rivers Lab, Some Team, Munich, Germany.",
                Some("Munich, Germany"),
            ),
            ("M.Eng (Oakham), Ph.D (University of Otterburn, Canada)", None),
            (
                "Ashford University is a public university located in Sydney, New South Wales, Australia. The lab is new.",
                Some("Sydney, New South Wales, Australia"),
            ),
            ("Based in Otterburn", Some("Otterburn")),
            ("The position will be based out of Boston, MA.", Some("Boston, MA")),
            ("Ashford University is located in the lively and sunny Porto, a port.", Some("Porto")),
            (
                "We work in Montreal. Our address: 1 River Road, Montreal, Canada",
                Some("Montreal, Canada"),
            ),
            ("2021 - 2025, Ph.D. in Ecology, Ashford University, China", None),
            ("Location: Oslo (near the river)", Some("Oslo")),
            ("📍 Oslo, Norway", Some("Oslo, Norway")),
            (
                "The position will be based at the Ashford Rivers Center (www.arc.example) in Edgewater, MD, with visits elsewhere.",
                Some("Edgewater, MD"),
            ),
            ("Location: Dublin, Ireland (hybrid possible)", Some("Dublin, Ireland")),
            ("The PhD will be carried out in Grenoble (France).", Some("Grenoble (France)")),
            ("Research stays in Paris and London are possible.", None),
        ],
    );
    check(
        FIRST,
        "location",
        &[
            ("[Bergen/Oslo] Ashford Rivers hires quickly | good pay", Some("Bergen/Oslo")),
            ("算法实习生招聘（上海/杭州，7月1日前入职）", Some("上海/杭州")),
            ("【合肥｜上海｜远程｜兼职】岸河科技诚邀研发经理", Some("合肥｜上海｜远程")),
        ],
    );
    check(
        CHINESE,
        "location",
        &[
            ("工作城市在北京", Some("北京")),
            ("学校地处青岛市", Some("青岛市")),
            ("公司位于美丽的海滨城市青岛", Some("青岛")),
            ("Base：北京/上海均可", Some("北京/上海")),
            ("工作地点：面议", None),
            ("岗位：算法实习生（杭州/北京）", Some("杭州/北京")),
            ("招2名科研助理，地点杭州，至少干满一年。", Some("杭州")),
            ("公司总部位于杭州，在北京、上海设有研发中心。", None),
            ("工作地点：杭州，岸河科技园", Some("杭州，岸河科技园")),
            ("工作地点：北京市海淀区岸河路1号（临近岸河公园）", Some("北京市海淀区岸河路1号")),
            ("实验室\n岸河路366号，杭州 310030，中国", Some("杭州")),
        ],
    );
}

#[test]
fn when_it_was_posted() {
    for (line, expected) in [
        ("Posting date: 16 March 2027", "2027-03-16"),
        ("Publication Date\n14th of March, 2027", "2027-03-14"),
        ("发信站: 柳岸站 (Thu Apr 15 20:31:07 2027)", "2027-04-15"),
        ("Results will be announced on 15 June 2027.", "null"),
        ("La conferencia fue el 3 de marzo de 2027 en Oakham.", "null"),
        ("张贴时间：2027-03-20 14:31", "2027-03-20"),
    ] {
        assert_eq!(
            said(ENGLISH, line, "posted_date").to_string().trim_matches('"'),
            expected,
            "{line}"
        );
    }
    for (line, expected) in [
        ("River Intern\n\nAnn Bee · 3 March 2027", "2027-03-03"),
        ("算法实习生招聘\n\n岸河实验室｜2027-03-03", "2027-03-03"),
        ("River Intern\n\nClosing · 3 March 2027", "null"),
        ("3 de marzo de 2027\n\nRiver Intern", "2027-03-03"),
        ("River Intern\n\n3 février 2027", "2027-02-03"),
        ("River Intern\n\n3 settembre 2027", "2027-09-03"),
        ("实习生招聘\n\n2027年03月03日12:11:41 星期三", "2027-03-03"),
        ("River Intern\n\nMarch 3, 2027 by Ann Bee", "2027-03-03"),
        (
            "Who is hiring?\n\nann · description · 2027-03-01\nPlease post here.\n\nbob · comment · 2027-03-03\nWe are hiring a river intern.",
            "2027-03-03",
        ),
        (
            "River Intern\n\nann · description · 2027-03-03\nWe are hiring a river intern. Send your CV to a@b.example, or ask us anything about rivers and about what we do.\n\nbob · comment · 2027-03-05\nI like it!",
            "2027-03-03",
        ),
        ("River Intern\n\nby Ann Bee on March 3, 2027", "2027-03-03"),
        ("River Intern\n\nWednesday, March 3, 2027", "2027-03-03"),
        ("实习生招聘\n\n2027-03-03 来源：人事处", "2027-03-03"),
    ] {
        assert_eq!(
            said(FIRST, line, "posted_date").to_string().trim_matches('"'),
            expected,
            "{line}"
        );
    }
}

#[test]
fn which_way_it_goes() {
    for (line, expected) in [
        ("To apply, visit the university's job portal and search for 12345.", vec!["portal"]),
        ("Applications go through Varbi: https://acme.varbi.example/job/1", vec!["portal"]),
        ("The application form is available at https://forms.gle/abcd1234.", vec!["portal"]),
        ("Candidates should apply via EURAXESS.", vec!["portal"]),
        (
            "The application is due by 1 May. Please visit: https://forms.gle/abcd. Reach out to a.b@acme.example if you have any questions.",
            vec!["portal"],
        ),
        (
            "Please send your materials via email to:\nAnn Bee\n12 River Road\nAshford AB, T6G 1H9\na.b@acme.example",
            vec!["email"],
        ),
        ("请扫码投递", vec!["portal"]),
        ("Applications must be submitted to ann.bee[AT] Documents in PDF are best.", vec!["email"]),
        ("Under the link below, you may upload a recent CV.", vec!["portal"]),
        ("Click here to apply", vec!["portal"]),
        ("We accept applications only through this application form.", vec!["portal"]),
        ("Please submit the following in the application form below: a CV.", vec!["portal"]),
        ("CVs to a.b@acme.example please.", vec!["email"]),
        ("Get in touch: a.b@acme.example", vec!["email"]),
        ("To apply, send your CV to [email protected].", vec!["email"]),
        ("欢迎发邮件至a.b@acme.example咨询和申请", vec!["email"]),
        ("Inquire for information and/or apply by writing to a.b@acme.example", vec!["email"]),
        ("请将材料寄至：北京市海淀区中关村南街1号，邮编100081", vec!["post"]),
    ] {
        let found = said(ENGLISH, line, "how_to_apply");
        let ways: Vec<&str> =
            found["channels"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        assert_eq!(ways, expected, "{line}");
    }
}

#[test]
fn what_the_subject_says() {
    let frame =
        "PhD position in Rivers\n\nPlease send your CV to x@y.example. {}\n\nThe group is small.";
    for (line, expected) in [
        ("Send it with \"River Internship\" as the title.", "River Internship"),
        ("The title of the email should be \"RA + name\".", "RA + name"),
        ("Use a subject line:\nRIVERS: LastName, FirstName", "RIVERS: LastName, FirstName"),
        ("Emails should have\n\n'PHD ON RIVERS'\n\nas subject.", "PHD ON RIVERS"),
        ("请在邮件主题中注明应聘岗位", "应聘岗位"),
        ("主题：应聘助理-“学校”-“姓名”", "应聘助理-“学校”-“姓名”"),
    ] {
        assert_eq!(said(frame, line, "mention")["subject"], expected, "{line}");
    }
}

#[test]
fn until_when() {
    for (line, kind) in [
        ("Applications will be reviewed as they arrive.", "rolling"),
        ("Due: 2027-05-01", "fixed"),
        ("截止时间：日期不限，录满为止。", "rolling"),
        ("申請人須於民國110年7月1日以後取得學位。申請至115年3月2日止。", "fixed"),
        ("自114年12月15日起至115年3月2日17:00(臺灣時間)止受理線上申請。", "fixed"),
        ("Applications will begin to be reviewed on December 1, 2027.", "soft"),
        ("Applications sent before May 1, 2027 will be given preference.", "soft"),
        (
            "For first consideration, apply by February 28, 2027, but it is open until filled.",
            "soft",
        ),
        ("Applications will be accepted January 1-31, 2027.", "fixed"),
        ("申請自 115年1月15日(四)起至 115年3月2日(一)17:00(臺灣時間)止受理。", "fixed"),
        ("报名时间：2027年2月1日9:00至3月15日17:00。", "fixed"),
        ("Materials due Feb 15, 2027 (letters due Feb 22).", "fixed"),
        ("报名方式如下\n\n即日起至2027年3月3日", "fixed"),
        ("Referees send letters by 10 March 2027; applications are due on 3 March 2027.", "fixed"),
        ("Applications Open: Wednesday, February 5 - Tuesday February 18, 2027", "fixed"),
        ("受理登记:114年2月20日起至114年3月28日(五)下午5:00截止", "fixed"),
        ("Application Timeline: March 1st – March 31st, 2027", "fixed"),
        ("报名时间：即日起—2027年3月31日", "fixed"),
        ("DDL：2027年3月31日", "fixed"),
    ] {
        assert_eq!(said(ENGLISH, line, "deadline")["type"], kind, "{line}");
    }
    let window = said(CHINESE, "报名时间：2027年2月1日9:00至3月15日17:00。", "deadline");
    assert_eq!(window["iso"], "2027-03-15");
    let current = said(ENGLISH, "**Current deadline**: _March 31 2027_ any timezone", "deadline");
    assert_eq!(current["iso"], "2027-03-31");
    let starts = "The preferred start date is within 2 weeks of being offered the position but no later than June 1.";
    assert!(said(ENGLISH, starts, "deadline").is_null());
    let aim = "We aim to fill the position by 1 September 2027.";
    assert!(said(ENGLISH, aim, "deadline").is_null());
    let reached = "截至2026年8月31日，我们的用户数突破5亿。请将简历发送至a@b.example。";
    assert!(said(CHINESE, reached, "deadline").is_null());
    let ends = "本系徵求系主任，任期自114年8月1日起至116年7月31日止，敬邀應徵。";
    assert!(said(CHINESE, ends, "deadline").is_null());
    // Others than those whom the posting looks for, and no end of applications.
    assert!(said(CHINESE, "此外，课题组长期招募科研助理，请尽早联系。", "deadline").is_null());
}

#[test]
fn which_group_it_is() {
    check(
        ENGLISH,
        "group",
        &[
            (
                "We look for a PhD student to join the Tidal Systems and Machines (TSM) lab at Ashford University.",
                Some("Tidal Systems and Machines (TSM) lab"),
            ),
            (
                "You will join the Learning Analytics research group of the School of Computing.",
                Some("Learning Analytics research group"),
            ),
            (
                "Dr. Bee's Learning and Sensing Research (LSR) lab is seeking students.",
                Some("Learning and Sensing Research (LSR) lab"),
            ),
            ("We are in constant contact with the SONC team of the agency.", None),
            ("Robotic Lab Automation is our topic.", None),
            ("We work on Large Models in Tern River Lab.", Some("Tern River Lab")),
            ("You will work in the Physics Department with us.", Some("Physics Department")),
            (
                "Join the River Ecology group (REG) at Ashford University.",
                Some("River Ecology group (REG)"),
            ),
            ("Please contact the Human Resources Department.", None),
            ("There are two tracks: Computational Research (Dry Lab) and Wet Research.", None),
        ],
    );
    check(
        CHINESE,
        "group",
        &[
            ("我们是岸河大学软件学院的 PLUS 课题组。", Some("PLUS 课题组")),
            ("岸河研究院医学成像中心招聘博士后", Some("医学成像中心")),
            ("岸河大学渔业研究中心李明老师课题组长期招生。", Some("李明老师课题组")),
            ("岸河集团可信计算技术部是公司的核心部门。", Some("可信计算技术部")),
            ("李明，岸河大学河流联合实验室主任。", None),
            ("职责：整理并协助研究团队发表论文。", None),
            ("我们是非营利团队，没有薪酬。", None),
            ("那么实验室会提供机位。", None),
            ("岸河大学河流系统实验室（RSL）招生。", Some("河流系统实验室(RSL)")),
            ("本群只转发，并不了解课题组情况", None),
        ],
    );
}

#[test]
fn how_many_are_taken() {
    let frame = "River Ecology\n\nWe study rivers and their banks.\n\n{}\n\nThe group is small.";
    for (line, least, most) in [
        ("We invite applications for two fully funded Ph.D. positions.", Some(2), Some(2)),
        ("Two 24-months post-doctoral positions are opened.", Some(2), Some(2)),
        ("Up to three positions are available.", None, Some(3)),
        ("The department is opening a PhD position.", Some(1), Some(1)),
        ("Acme invites people to apply for a funded PhD position.", Some(1), Some(1)),
        ("We seek applicants for a one year postdoc position.", Some(1), Some(1)),
        ("博士后1-2名", Some(1), Some(2)),
        ("We have a new PhD position available.", Some(1), Some(1)),
        (
            "The institute is inviting applications for a two-year postdoc position.",
            Some(1),
            Some(1),
        ),
        ("We are re-opening our search for a postdoctoral researcher.", Some(1), Some(1)),
        ("A research specialist is sought.", Some(1), Some(1)),
        ("A postdoctoral grant is available within the project.", Some(1), Some(1)),
        ("招聘博士后研究员(一至两年)或研究助理(3个月，视状况续约) 1名", Some(1), Some(1)),
        ("We offer 30-45 minute calls to PhD students.", None, None),
        ("2 Postdocs in tidal ecology (m/f/d)", Some(2), Some(2)),
        ("研究助理一名", Some(1), Some(1)),
        ("From May there is a postdoctoral position at the institute.", Some(1), Some(1)),
        ("We announce 3 PhD and 1 postdoc positions in the project.", None, None),
        ("课题组内有博士生6人，现招实习生2人。", Some(2), Some(2)),
        ("公开招聘工作人员4名，其中研究岗3名、管理岗1名。", Some(4), Some(4)),
        ("The school has a PhD scholarship available.", Some(1), Some(1)),
        ("| Open positions | 3 |\n|---|---|\n| Place | Oslo |", Some(3), Some(3)),
        (
            "PhD student (1 position)\nYou like boats.\n\nPostdoc (1 position)\nYou like rivers.",
            None,
            None,
        ),
        ("one (1) associate in the position of postdoctoral researcher", Some(1), Some(1)),
        ("The lab has two open postdoc positions.", Some(2), Some(2)),
        ("The lab has two associates in each position.", None, None),
        ("We intend to appoint two research assistants.", Some(2), Some(2)),
        ("2名实习生（上海）", Some(2), Some(2)),
        ("岗位：后端开发（2人）", Some(2), Some(2)),
        ("We are looking for a data engineer.", None, None),
        ("Acme is hiring a senior software developer who likes boats.", None, None),
        ("This summer we had 9 interns, and they built boats.", None, None),
        ("We have two slots for applicants.", Some(2), Some(2)),
        ("Three spots are available this summer.", Some(3), Some(3)),
        (
            "Up to fifteen positions are available. Of these, five positions are open to undergraduates.",
            None,
            Some(15),
        ),
        (
            "Description: A BRF-funded postdoctoral position is available in the river lab.",
            Some(1),
            Some(1),
        ),
        ("项目不多，今年的2个名额也都用满了，招不了人。", None, None),
        ("课题组目前有教授2名，副教授3名，现招聘博士后1名", Some(1), Some(1)),
        ("招聘团队覆盖全球10余个国家和地区", None, None),
    ] {
        let found = said(frame, line, "places");
        assert_eq!(found["min"].as_u64(), least, "{line}");
        assert_eq!(found["max"].as_u64(), most, "{line}");
    }
}

/// How many qualifications each line asks for.
#[track_caller]
fn qualify(lines: &[(&str, usize)]) {
    for (line, items) in lines {
        let found = said(ENGLISH, line, "qualifications");
        assert_eq!(found["items"].as_array().map_or(0, Vec::len), *items, "{line}");
    }
}

#[test]
fn who_is_sought() {
    qualify(&[
        ("I am looking for driven Ph.D. students with a strong mathematical background.", 1),
        (
            "Eligibility\n\nApplicants should have a degree in ecology. These are only open to students. More is at https://acme.example/x.\n\nAbout us\n",
            2,
        ),
        ("Proficiency in control is required, while welding is a plus.", 1),
        ("The candidate will have (or will be expected to earn soon) a degree in ecology.", 1),
        ("Successful candidates will be hired as scholars.", 0),
        (
            "We are looking for you if:\n\n- You know rivers\n- You know boats\n\nMore importantly:\n\n- You swim",
            3,
        ),
        (
            "Requirements\n\n- A degree\n- Passion\n\nThe match would be even more perfect if you have:\n\n- A boat",
            2,
        ),
        ("寻找这样的你\n\n- 具有生态学背景\n- 动手能力强", 2),
        (
            "我们希望你能够完成这些工作——\n\n1、与成员合作调查。\n2、联系其他网站。\n\n你应该具备这样的能力——\n\n1、思维活跃。\n2、做事认真。\n",
            2,
        ),
        ("要求\n1.有编程基础；\n2.有研发高性能，低时延系统经验加分；", 1),
        ("研究方向：自适应有限元方法、水流问题", 0),
        (
            "Experience in the following areas will be expected:\n\nStrong river skills\n\nStrong boat skills\n\nKnowledge of tides\n\nMore is on our page.",
            3,
        ),
        (
            "Qualifications\n\n- A degree in ecology or biology -Familiarity with boats is a plus\n- Good English\n",
            2,
        ),
        (
            "要求\n\n- 具备沟通能力\n- 熟悉河流\n\n我们期望您：\n\n- 主导完成调查\n- 负责测量工作\n",
            2,
        ),
        ("如果你有论文发表，并对河流充满热情，请将简历发送至a@b.example。", 1),
        ("如果你有志加入我们，请邮件联系。", 0),
    ]);
}

#[test]
fn who_is_sought_by_other_words() {
    qualify(&[
        ("Qualifications 任职资格\n\n- A degree\n- Good English\n\n- 本科学历\n- 英语良好", 2),
        ("要求：有较强的编程能力。加分项：有论文。", 1),
        (
            "Who can apply?\n\n- A doctor\n- No Dutch affiliation\n\nCriteria for selection\n- quality\n- fit\n",
            2,
        ),
        (
            "招聘条件\n1.具有国籍；\n2.遵守法律；\n（三）有下列情形之一者，不得应聘：\n1.受过处罚的；\n2.被开除的。\n",
            2,
        ),
        ("岗位需求：\n- 计算机相关专业\n- 一周能来4天以上，实习3个月以上\n", 2),
        ("要求本科以上，会编程，英语流利。", 1),
        (
            "Basic qualifications (required at time of application)\nA PhD.\nReference requirements\n3 letters of reference required",
            1,
        ),
        ("Closing date\n15 March 2027\n\nApplicants should have a PhD in ecology.", 1),
        (
            "Candidates are expected to have:\n(i) a PhD;\n(ii) a strong record; and\n(iii) patience.",
            3,
        ),
        (
            "What you need\n\n- A degree\n- Patience\n\nWe would be even happier if you had:\n- a boat",
            2,
        ),
        ("要求：\n- 硕士学位\n- 会开车更好", 1),
        (
            "一、申请资格：\n（一）博士生。\n（二）教授。\n二、每名每月补助四万元，申请人须有耐心。\n",
            2,
        ),
        ("What we ask\n\n- A degree\n- Good English", 2),
        ("申请人应具备：\n1）博士学位；\n2）英语读写能力；", 2),
        ("Requirements\n\n- A degree\n- (Bonus) Rust\n- No previous experience is required.", 1),
        (
            "Minimum Qualifications\nA degree in biology.\nOne year of experience.\n\nSpecial instructions\nReview of applications begins soon.",
            2,
        ),
        ("Who are you?\n\nYou are a curious student. You like rivers. You know R.", 3),
        ("Candidates must hold a PhD. They should be fluent in English.", 2),
        (
            "我们期待这样的你\n你喜欢做实验\n你愿意讲给别人听\n你能读论文\n\n岸河有一支小而精的团队。",
            3,
        ),
        ("- 🔥 Requires strong programming skills", 1),
        (
            "If you are interested in joining the lab please:\n- Submit an application to the PhD program.\n- Submit a form to the lab.",
            0,
        ),
        ("Requirements\n- A degree\n- Data skills preferred but not required.\n- English", 2),
        (
            "The Ideal Candidate:\n- Has a degree in ecology.\n- Could build a boat (this skill is a plus but not necessary).\n- Knows R.",
            2,
        ),
        ("The right person for this role\n\n- likes rivers\n- can swim", 2),
        ("我们期待你具有正直的人格、扎实的编程功底。", 1),
        (
            "希望你具有较强的编程基础，对河流有浓厚的兴趣，请感兴趣的同学发简历到邮箱：a@b.example",
            1,
        ),
        ("You must be in your final year; we are not able to sponsor visa applications.", 1),
        ("我们期待你的加入，请感兴趣的同学发简历到邮箱：a@b.example", 0),
        ("The project is expected to be carried out in two towns.", 0),
    ]);
}

#[test]
fn where_a_list_begins_and_ends() {
    qualify(&[
        // A list within an item is of it, and one of others is none of it.
        (
            "Required qualifications:\n\n- Entry into a degree. Qualified degrees are as follows:\n    - B.S. Ecology\n    - B.S. Biology\n- 30 credits earned.\n- Good English.\n- Patience.",
            4,
        ),
        ("Requirements:\n\n- You have:\n    - a degree\n    - patience\n", 2),
        (
            "Skills & Qualifications\n\n- A degree\n- Good English\n\nSome details you should know:\n\n- This is a full-time role.\n- Pay is good.\n\nIf you are interested, email us with:\n\n- a resume\n- a link",
            2,
        ),
        ("任职要求：\n\n- 本科学历\n- 英语良好\n\n你将负责：\n\n- 测量水位\n- 写报告", 2),
        (
            "1. 我们寻找这样的你\n\n    - 生态学专业毕业；\n    - 英语良好；\n\n2. 工作地点\n\n    - 岸河边的办公室\n    - 有船",
            2,
        ),
        (
            "（一）申报条件\n1.年龄不超过30周岁。\n2.获得博士学位。\n（二）有关待遇\n1.聘期4年。\n2.年薪面议。",
            2,
        ),
        (
            "- 生态学或相关专业的硕士研究生\n- 具备编程能力; 有河流项目经验者优先;有船者优先\n- 英语良好\n\nRequired Qualifications\n\n- MS in ecology\n- Good English",
            3,
        ),
        // Its heading is lost; each item has a gap, or what follows names the list.
        (
            "-        2nd year of a Master degree in ecology\n\n-        Basic programming skills\n\n-        Motivated by rivers\n",
            3,
        ),
        (
            "1. Sophomore or higher standing\n2. 3.3 or better GPA\n3. At least one course on rivers\n\nIf you meet the requirements above, please send us your transcript.",
            3,
        ),
        ("1. 大二及以上\n2. 绩点3.3以上\n\n符合以上条件的同学请发送简历。", 2),
        (
            "- Submit an application to the school\n- Fill in the form\n\nIf you meet the requirements above, we will write to you.",
            0,
        ),
        (
            "# Join us if you are...\n\n- interested in rivers,\n- able to work in a team,\n- curious.\n\n# Funding\n\nIt is there.",
            3,
        ),
        (
            "# Your profile\n\nInterested applicants should:\n\n- Hold a degree.\n\n- Speak English.\n\n# Context\n",
            2,
        ),
        (
            "对学生的要求：\n- 热爱科研\n- 英语较好\n\n被录用的学生将根据兴趣参与以下课题：\n- 河流：流速测量\n- 湖泊：水位测量\n",
            2,
        ),
        (
            "招收对象\n- 硕士研究生\n- 算法工程师（硕士以上）\n\n相关要求\n- 生态学专业\n- 踏实认真\n",
            2,
        ),
        (
            "Minimum qualifications:\n\n- A degree in ecology.\n\n**One year's experience in below areas:**\n\n- River surveys\n- Boats\n\n**Benefits:**\n\n- A boat",
            3,
        ),
        (
            "Qualifications\n\nYou must possess the below requirements to be considered. Experience listed below would be obtained through your schoolwork.\n\nMinimum qualifications\n\n- A degree\n- Good English",
            2,
        ),
    ]);
}

#[test]
fn what_is_to_be_sent() {
    for (line, item, is_asked) in [
        ("Please send a research proposal.", "statement", true),
        ("Contact a supervisor to discuss your research proposal.", "statement", false),
        (
            "Applicants should forward (preferably by e-mail)\n  • a letter of motivation\n  • a curriculum vitae",
            "cv",
            true,
        ),
        (
            "Applications should be sent by e-mail to a@b.example. They should contain the reference 12 in the\nsubject field and include the following: - Letter of motivation; - CV (including list of publications);",
            "cv",
            true,
        ),
    ] {
        let found = said(ENGLISH, line, "materials");
        let mut items = found.as_array().into_iter().flatten();
        assert_eq!(items.any(|it| it["item"] == item), is_asked, "{line}");
    }
}

#[test]
fn what_says_nothing_of_the_posting() {
    for (fact, line) in [
        ("places", "The program supports three scholarships winners each year in sport."),
        ("places", "去年招收了3名博士生。"),
        ("places", "课题组已招收博士生5名。"),
        ("places", "Last year we hired two interns."),
        ("places", "In 2025 we awarded 4 fellowships."),
        ("duration", "The survey lasts three months each winter."),
        ("duration", "Our summer cruise is 3 weeks."),
        ("duration", "实验周期三个月，持续产出论文。"),
        ("duration", "访问期间可申请三个月签证。"),
        ("duration", "Former interns stayed for 6 months and wrote a paper."),
        ("deadline", "The library is open until 31 March 2027."),
        ("deadline", "The exhibition at the museum closes on 3 May 2027."),
        ("deadline", "The grant expires 3 May 2027."),
        ("deadline", "The conference deadline is 3 May 2027."),
        ("deadline", "论文投稿截止时间：2027年5月3日。"),
        ("deadline", "Interviews will be held no later than 3 May 2027."),
        ("deadline", "The successful candidate will submit a report by 3 May 2027."),
        ("qualifications", "A permit is required to enter the river."),
        ("qualifications", "A deposit is required for the room. Masks are mandatory in the lab."),
        ("qualifications", "The project requires new sensors on the bank."),
        ("qualifications", "We expect that the river will rise."),
        ("posted_date", "Our book was published 3 May 2027."),
        ("posted_date", "The lab opened on 3 May 2027."),
        ("posted_date", "软件发布于2027年5月3日。"),
        ("location", "Our fieldwork takes us to sites in Kenya."),
        ("location", "Dr Bee was a postdoc in Berlin, Germany."),
        ("location", "客户遍布北京、上海、广州。"),
        ("location", "A reception will take place in Vienna."),
        ("location", "📍 Our conference talk was in Oslo"),
    ] {
        let found = said(ENGLISH, line, fact);
        assert!(found.is_null(), "{line}: {found}");
    }
}

#[test]
fn what_the_shape_of_a_page_hides() {
    for (text, fact) in [
        // A head that nobody closed.
        (
            "<html><head><title>Rivers</title><body><p>Intern</p><p>Location: Oslo</p></body></html>",
            "location",
        ),
        // Who opens a thread is shown as one who comments.
        (
            "We are hiring #17\n\nannbee opened this issue Nov 24, 2026 · 0 comments\n\nComments\n\n@annbee\nOwner\n\nannbee commented Nov 24, 2026\n\nAn intern is sought.\n\nLocation: Oslo",
            "location",
        ),
        // Where a link leads does not count as its length.
        (
            "The call is at [this link](https://jobs.acme.example/a/very/long/path/that/leads/there/1), where you read more. Please apply\nvia that link by 21 August 2027.",
            "deadline",
        ),
    ] {
        let imported = serde_json::to_value(import(text)).unwrap();
        assert!(imported[fact]["value"] != Value::Null, "{text}");
    }
}
