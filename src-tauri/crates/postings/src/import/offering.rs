//! Who offers a place, and what it is called, in the plain words of many postings.

use super::import;

/// A posting below the line that a title or a sentence stands in.
const RULES: &str =
    "\n\nRequirements:\n- Python\n- Linux\n\nSend your CV to jobs@rivers.example.\n";
const CONDITIONS: &str =
    "\n\n要求：\n1. 熟悉编程\n2. 英语良好\n\n请将简历发送至 jobs@anhe.example。\n";

#[track_caller]
fn offers(head: &str, rules: &str, texts: &[(&str, Option<&str>)]) {
    for (text, expected) in texts {
        let imported = import(&format!("{head}\n\n{text}{rules}"));
        let found = imported.organisation.map(|it| it.value);
        assert_eq!(found.as_deref(), *expected, "{text}");
    }
}

#[test]
fn a_university_that_offers_it() {
    offers(
        "# PhD position in hydrology",
        RULES,
        &[
            (
                "The Department of Hydrology at Harborn University invites applications for a PhD position.",
                Some("Harborn University"),
            ),
            (
                "I am an assistant professor in the Department of Hydrology at Harborn University, and I have one PhD opening.",
                Some("Harborn University"),
            ),
            (
                "The River Modelling Lab (RML), led by Dr. Ada Ashdown at Harborn University, has an opening for a PhD student.",
                Some("Harborn University"),
            ),
            (
                "Dr. Ada Ashdown's group at Harborn University is recruiting.",
                Some("Harborn University"),
            ),
            (
                "We are a group of ten researchers at the Harborn University, in the north of the country.",
                Some("Harborn University"),
            ),
            (
                "The position is at the Institute of Hydrology, Faculty of Science, Harborn University.",
                Some("Harborn University"),
            ),
            (
                "The successful candidate will be enrolled at Harborn University and co-supervised by Wickmere University.",
                Some("Harborn University"),
            ),
            (
                "This PhD is a collaboration between Harborn University (main supervisor) and the water company Tidewell.",
                Some("Harborn University"),
            ),
            (
                "Supervisors: Prof. Ada Ashdown (Harborn University), Dr Bo Birk (Tidewell)",
                Some("Harborn University"),
            ),
            (
                "Harborn University is a leading university with 20,000 students.\n\nThe River Group studies rivers.",
                Some("Harborn University"),
            ),
            (
                "Our alumni have gone on to Stanford University, MIT and Google.\n\nWe are the River Lab at Harborn University.",
                Some("Harborn University"),
            ),
            (
                "I obtained my PhD from Wickmere University and I am now at Harborn University.",
                Some("Harborn University"),
            ),
            (
                "I will join Harborn University as a tenure-track assistant professor in Fall 2027.",
                Some("Harborn University"),
            ),
            (
                "Applicants should have a degree from a recognised university. The post is based in the School of Engineering, Harborn University.",
                Some("Harborn University"),
            ),
            (
                "Employer: Harborn University\nDepartment: School of Engineering\nLocation: Harborn",
                Some("Harborn University"),
            ),
            (
                "The University of Harborn is seeking to appoint a PhD student in the Rivers Group.",
                Some("University of Harborn"),
            ),
        ],
    );
}

#[test]
fn an_institute_that_offers_it() {
    offers(
        "# PhD position in hydrology",
        RULES,
        &[
            (
                "You will be employed by Harborn University and work closely with Tidewell Ltd.",
                Some("Harborn University"),
            ),
            (
                "We have an opening for a PhD student.\n\nBest wishes,\nAda Ashdown\nProfessor of Hydrology\nHarborn University",
                Some("Harborn University"),
            ),
            (
                "Ada Ashdown is an associate professor at Harborn University. Before, she worked at Google and at Wickmere University.",
                Some("Harborn University"),
            ),
            (
                "The Harborn Institute of Technology (HIT) invites applications from outstanding students.",
                Some("Harborn Institute of Technology"),
            ),
            (
                "Technische Universität Harborn, Fakultät für Bauwesen, sucht eine/n Doktorand/in. The working language is English.",
                Some("Technische Universität Harborn"),
            ),
            (
                "Université de Harborne offers a PhD position within the laboratory LaRiv.",
                Some("Université de Harborne"),
            ),
            (
                "The Chair of Hydrology (Prof. Ashdown) at TU Harborn is looking for a doctoral researcher.",
                Some("TU Harborn"),
            ),
            (
                "Harborn National Laboratory is looking for summer students.",
                Some("Harborn National Laboratory"),
            ),
            ("Come and work with us at Harborn College London!", Some("Harborn College London")),
            (
                "You will be part of the Rivers team within the Centre for Water Research at the University of Harborn.",
                Some("University of Harborn"),
            ),
            ("Posted by Ada Ashdown, Professor, Harborn University", Some("Harborn University")),
            (
                "About the University\nHarborn University was founded in 1901.",
                Some("Harborn University"),
            ),
            (
                "The project is funded by the European Research Council and hosted by Harborn University.",
                Some("Harborn University"),
            ),
            (
                "The project, funded by the National Science Foundation and run jointly with Wickmere University, is based at Harborn University.",
                Some("Harborn University"),
            ),
        ],
    );
}

#[test]
fn a_company_that_offers_it() {
    offers(
        "# Research Engineer",
        RULES,
        &[
            ("Recruiter: Birch Talent\nCompany: Wren", Some("Wren")),
            (
                "Wren makes maps for boats. Our customers include Shell, Siemens and Bosch.",
                Some("Wren"),
            ),
            ("Wren Bio's research team is looking for an intern.", Some("Wren Bio")),
            ("I run engineering at Wren (wren.example), and I am hiring.", Some("Wren")),
            ("Tidewell is a start-up that builds sensors for harbours.", Some("Tidewell")),
            ("At Tidewell, we build sensors for harbours.", Some("Tidewell")),
            ("We at Tidewell build sensors for harbours.", Some("Tidewell")),
            (
                "Tidewell builds sensors for harbours. We are looking for a research engineer.",
                Some("Tidewell"),
            ),
            ("Join Tidewell and help us build sensors.", Some("Tidewell")),
            ("About Tidewell\n\nWe build sensors for harbours.", Some("Tidewell")),
            ("Company: Tidewell\nLocation: Berlin", Some("Tidewell")),
            ("Who we are\n\nTidewell is the company behind the harbour sensor.", Some("Tidewell")),
            (
                "Tidewell's mission is to make harbours safe. Tidewell was founded in 2018.",
                Some("Tidewell"),
            ),
            ("Tidewell Robotics is hiring in Berlin.", Some("Tidewell Robotics")),
            (
                "The Tidewell Foundation supports open data. We are looking for an engineer.",
                Some("Tidewell Foundation"),
            ),
            ("As a research engineer at Tidewell, you will build sensors.", Some("Tidewell")),
            (
                "Working at Tidewell means working on hard problems.\n\nWhy Tidewell?\n- Good pay",
                Some("Tidewell"),
            ),
            (
                "My team at Tidewell has an opening. Tidewell builds sensors for harbours.",
                Some("Tidewell"),
            ),
            ("Hi! We're Tidewell, a small company from Berlin.", Some("Tidewell")),
            ("Tidewell (https://tidewell.example) is looking for an engineer.", Some("Tidewell")),
            (
                "Tidewell, a leader in harbour sensors, is looking for an engineer.",
                Some("Tidewell"),
            ),
            (
                "You will work with the perception team of Tidewell on sensors.\n\n© 2027 Tidewell. All rights reserved.",
                Some("Tidewell"),
            ),
            ("The Perception Team at Tidewell develops sensors for harbours.", Some("Tidewell")),
        ],
    );
}

#[test]
fn who_offers_it_in_chinese() {
    offers(
        "# 算法实习生",
        CONDITIONS,
        &[
            (
                "导师介绍：李明，博士毕业于斯坦福大学，曾任职于谷歌，现为岸河大学副教授。",
                Some("岸河大学"),
            ),
            ("我们公司叫岸河科技，在杭州做传感器。", Some("岸河科技")),
            ("岸河科技是国内领先的传感器企业，客户包括华为、中兴、小米。", Some("岸河科技")),
            ("岸河大学河流学院李明课题组因科研需要，现招聘科研助理2名。", Some("岸河大学")),
            (
                "本课题组隶属于岸河大学水文研究所，与橡山大学、青石研究院长期合作。",
                Some("岸河大学"),
            ),
            (
                "课题组负责人李明教授，2015年博士毕业于橡山大学，现任岸河大学特聘教授。",
                Some("岸河大学"),
            ),
            ("单位：岸河大学\n部门：河流学院", Some("岸河大学")),
            ("岸河大学水文实验室（HydroLab）是国家重点实验室。", Some("岸河大学")),
            ("岸河理工大学李明老师课题组招收实习生。", Some("岸河理工大学")),
            ("中国科学院岸河研究所河流组招聘科研助理。", Some("中国科学院岸河研究所")),
            ("我是岸河大学助理教授李明，即将回国组建课题组。", Some("岸河大学")),
            ("李明博士即将全职加入岸河大学，组建水文智能课题组。", Some("岸河大学")),
            ("岸河大学（深圳）河流学院李明课题组长期招聘。", Some("岸河大学(深圳)")),
            (
                "岸河人工智能研究院是新型研发机构，现面向全国招聘科研助理。",
                Some("岸河人工智能研究院"),
            ),
            ("岸河科技是一家做河流传感器的公司，总部位于杭州。", Some("岸河科技")),
            ("公司：岸河科技\n地点：杭州", Some("岸河科技")),
            ("岸河科技（Anhe Tech）成立于2018年，专注于河流传感器。", Some("岸河科技")),
            ("【公司介绍】岸河科技有限公司专注于传感器。", Some("岸河科技有限公司")),
            ("加入岸河科技，和我们一起做传感器。", Some("岸河科技")),
            (
                "关于我们\n\n岸河科技致力于用传感器守护河流。岸河科技已服务100座城市。",
                Some("岸河科技"),
            ),
            ("招聘单位：杭州岸河科技有限公司", Some("杭州岸河科技有限公司")),
        ],
    );
}

/// Tools, journals, partners, and where somebody studied.
#[test]
fn what_a_text_only_tells_of() {
    for text in [
        "We are looking for a PhD student with experience in Python. Knowledge of Docker and Kubernetes is a plus. Join Slack to talk to us.",
        "# Software Engineer\n\nYou will work with AWS, Terraform and Kafka. Kafka is a distributed log. Terraform's providers are used everywhere.",
        "# Research Intern\n\nYou will use PyTorch. PyTorch is a framework developed by many. TensorFlow is an alternative platform.",
        "# Postdoc\n\nApplicants must have a PhD from Stanford University, MIT or a similar place.",
        "# PhD position\n\nThe group publishes in NeurIPS, ICML and ICLR. NeurIPS is a leading conference.",
        "# Research Assistant\n\nThe student will attend the Summer School in Lisbon and visit partners such as Siemens and Bosch.",
        "# Data Engineer\n\nPreference is given to candidates who have worked at Google or Amazon.",
        "# Engineer\n\nOur team works in Berlin. Berlin is one of the leading cities. Germany's engineers are known.",
        "# Intern\n\nOpenSSL is a toolkit. Rust is a language. Linux is a platform. We maintain all three.",
        "# 实习生\n\n熟悉阿里云、腾讯云者优先。有字节跳动、华为实习经历者优先。",
        "# 算法实习生\n\n我们为阿里巴巴、京东等客户提供服务。",
        "# 博士后\n\n申请者应为清华大学、北京大学等高校毕业的博士。",
        "# 科研助理\n\n团队成员毕业于哈佛大学、斯坦福大学等。",
        "# 前端工程师\n\n熟悉微信小程序、支付宝小程序开发。",
        "# 实习生\n\n欢迎通过微信联系我们，也可以加入腾讯会议。",
        "# Backend Developer\n\nWe use Stripe for payments and Cloudflare for hosting. Apply via Google Forms.",
        "# Postdoc\n\nThe position is funded by the National Science Foundation and the European Commission.",
        "# PhD student\n\nYou will collaborate with partners at Wickmere University and Osprey College.",
        "# Research Engineer\n\nSee our papers in Nature and Science. Nature is a leading journal.",
        "# Intern\n\nWe meet on Zoom. Our code is on GitHub. Join Discord to chat!",
        "# Software Engineer\n\nYou hold a B.Sc. from Harborn University or equivalent.",
    ] {
        let found = import(&format!("{text}\n\nRequirements:\n- Python\n- Linux\n"));
        assert_eq!(found.organisation.map(|it| it.value), None, "{text}");
    }
}
