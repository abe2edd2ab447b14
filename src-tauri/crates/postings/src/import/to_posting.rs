//! What was read, as a `posting.toml`.

use super::{
    fact::{Imported, SaidMaterial},
    limits,
    pattern::pattern,
};
use crate::{
    Deadline, Files, HowToApply, LookFor, Material, Mention, Posting, Qualification,
    Qualifications, SCHEMA_VERSION, venues,
};

impl Imported {
    /// The posting, for a person to look over. What the text does not say stays absent
    /// and is listed in [`Posting::ask`].
    pub fn posting(&self) -> Posting {
        let value = |fact: &Option<super::Fact<String>>| fact.as_ref().map(|it| it.value.clone());
        let how = self.how_to_apply.as_ref().map(|it| &it.value);
        let mut ask: Vec<String> = self.ask.iter().map(|it| renamed(it)).collect();
        let mention = self.mention.as_ref().map(|it| Mention {
            subject: it
                .value
                .subject
                .as_deref()
                .map(|rule| slotted(rule, "mention.subject", &mut ask)),
            body: it.value.body_must.clone(),
            note_phrase: it.value.note_phrase.as_deref().map(one_space),
        });
        let files = self.files.as_ref().map(|it| Files {
            name_pattern: it.value.name_pattern.as_deref().map(|rule| {
                let stem = pattern!(r"\.(pdf|docx?|zip)$").replace(rule, "");
                slotted(&stem, "files.name_pattern", &mut ask)
            }),
            single_pdf: it.value.single_pdf,
            zip: it.value.zip,
            max_total_mb: it.value.max_total_mb,
        });
        Posting {
            schema_version: SCHEMA_VERSION,
            title: value(&self.title).unwrap_or_default(),
            organisation: value(&self.organisation),
            group: value(&self.group),
            location: value(&self.location),
            posted_date: self.posted_date.as_ref().map(|it| it.value),
            ask,
            deadline: self.deadline.as_ref().map(|it| Deadline {
                kind: it.value.kind,
                date: it.value.iso,
                first: it.value.first,
                time: it.value.time.clone(),
                tz: it.value.tz.clone(),
            }),
            duration: self.duration.as_ref().map(|it| it.value),
            places: self.places.as_ref().map(|it| it.value),
            how_to_apply: HowToApply {
                channels: how.map(|it| it.channels.clone()).unwrap_or_default(),
                email_to: how.map(|it| it.email_to.clone()).unwrap_or_default(),
                email_cc: how.map(|it| it.email_cc.clone()).unwrap_or_default(),
                urls: how.map(|it| it.urls.clone()).unwrap_or_default(),
            },
            mention,
            files,
            materials: self.materials.iter().flat_map(|it| &it.value).map(material).collect(),
            references: self.references.as_ref().map(|it| it.value),
            qualifications: self.qualifications.as_ref().map(|it| Qualifications {
                logic: it.value.logic.into(),
                items: it
                    .value
                    .items
                    .iter()
                    .enumerate()
                    .map(|(n, it)| qualification(n, &it.text))
                    .collect(),
            }),
        }
    }
}

/// The name that `posting.toml` has for a field.
fn renamed(field: &str) -> String {
    match field {
        "deadline.iso" => "deadline.date",
        "mention.body_must" => "mention.body",
        other => other,
    }
    .to_owned()
}

fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn material(said: &SaidMaterial) -> Material {
    Material {
        item: said.item,
        required: said.required,
        condition: said.condition.clone(),
        languages: said.languages.clone(),
        formats: said.formats.clone(),
        count: said.count,
        max_pages: said.limit.as_deref().and_then(limits::pages),
        file: None,
    }
}

/// A rule with slots for what we know of; what is left over has to be looked at.
fn slotted(rule: &str, field: &str, ask: &mut Vec<String>) -> String {
    let mut out = rule.to_owned();
    let slots = [
        (
            pattern!(
                r"[\[<{(【]?(?:your[\s_]?(?:full[\s_]?)?name|full[\s_]?name|applicant[\s_]?name|(?:first|given)[\s_-]?name[\s_-]+(?:last|family|sur)[\s_-]?name|(?:last|family|sur)[\s_-]?name[\s_-]+(?:first|given)[\s_-]?name)[\]>})】]?|[\[{【(]?(?:本人|申请人|个人)?姓名[\]}】)]?"
            ),
            "{name}",
        ),
        (
            pattern!(
                r"[\[<{(【]?(?:your[\s_]?(?:university|institution|school|affiliation))[\]>})】]?|[\[{【(]?(?:本科|硕士|毕业|就读|所在)?(?:学校|院校|高校)(?:名称)?[\]}】)]?"
            ),
            "{education.institution}",
        ),
        (pattern!(r"[\[{【(]?(?:所学|本科|硕士)?专业[\]}】)]?"), "{education.major}"),
    ];
    for (pattern, slot) in slots {
        out = pattern.replace_all(&out, regex::NoExpand(slot)).into_owned();
    }
    let open = pattern!(r"[\[<【]|年级|学历|电话|手机|岗位|职位|职务|方向|时间|时长|导师|学位|\b(?:SURNAME|your|degree|position name|year)\b").is_match(&out);
    if open && !ask.iter().any(|it| it == field) {
        ask.push(field.to_owned());
    }
    out
}

/// What systems are called where somebody has built one or looked into it.
const SYSTEMS: [&str; 22] = [
    "kernel",
    "operating system",
    "distributed",
    "database",
    "storage",
    "compiler",
    "hypervisor",
    "virtual machine",
    "browser",
    "Linux",
    "blockchain",
    "consensus",
    "protocol",
    "file system",
    "runtime",
    "firmware",
    "fuzzing",
    "操作系统",
    "内核",
    "分布式",
    "数据库",
    "编译器",
];

/// A qualification, and what in a profile could speak for it, by its words.
pub fn qualification(number: usize, text: &str) -> Qualification {
    let venues: Vec<String> = venues::named(text);
    let words: Vec<String> = pattern!(
        r"\b(?:C\+\+|C#|CUDA|Python|Java|JavaScript|TypeScript|Rust|Go|MATLAB|Julia|R|Haskell|OCaml|Coq|Lean|Isabelle|Scala|SQL|Verilog|PyTorch|TensorFlow|JAX|Linux|Git|Docker|Kubernetes|ROS|LLVM|FPGA|GPU|Android|iOS|React|Spark|Hadoop|machine learning|deep learning|reinforcement learning|computer vision|natural language processing|NLP|LLMs?|large language models?|robotics|distributed systems?|operating systems?|databases?|networks?|networking|security|privacy|cryptography|compilers?|programming|statistics|optimi[sz]ation|bioinformatics|simulation|algorithms?|embedded|software engineering|low-level)\b|机器学习|深度学习|强化学习|计算机视觉|自然语言处理|大模型|大语言模型|分布式|操作系统|数据库|网络|安全|隐私|密码学|编译|编程|算法|优化|统计|机器人|嵌入式|知识图谱|数据挖掘|多模态"
    ).find_iter(text).map(|it| it.as_str().to_owned()).collect();
    let mut unique: Vec<String> = Vec::new();
    for word in words {
        if !unique.iter().any(|it| it.eq_ignore_ascii_case(&word)) {
            unique.push(word);
        }
    }
    // `real systems` are of many kinds, and profiles name the kind.
    if pattern!(r"\b(real|computer|networked|large[\s-]scale|complex) systems?\b|\bsystems? (building|building|research|programming|software|experience)\b|系统(研发|开发|研究|方向|类项目)").is_match(text) {
        unique.extend(SYSTEMS.iter().map(|it| (*it).to_owned()));
    }
    let look_for = if venues.len() > 1 {
        LookFor::Venues
    } else if pattern!(r"(enrolled|currently|student|candidate)[^.]{0,40}\b(ph\.?\s?d|doctoral)\b|ph\.?\s?d\.? (program|student|candidate)|在读博士|博士在读|博士研究生").is_match(text) {
        LookFor::DoctoralStudy
    } else if pattern!(r"publi(shed|cation)|(top|peer)[\s-][^.]{0,30}(papers?|conferences?|journals?)|发表|论文").is_match(text) {
        LookFor::Publication
    } else if unique.is_empty() {
        LookFor::Candidate
    } else {
        LookFor::Experience
    };
    let words = if look_for == LookFor::Experience { unique } else { Vec::new() };
    let venues = if look_for == LookFor::Venues { venues } else { Vec::new() };
    Qualification { id: format!("q{}", number + 1), text: text.to_owned(), look_for, words, venues }
}
