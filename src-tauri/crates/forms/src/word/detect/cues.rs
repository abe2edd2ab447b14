//! Words that say what kind of place this is. TEMPORARY until the dictionary has them.

/// Cues.
pub(super) struct Cues;

fn has(text: &str, words: &[&str]) -> bool {
    let lower = text.to_lowercase();
    words.iter().any(|it| lower.contains(it))
}

impl Cues {
    pub(super) fn is_office(&self, text: &str) -> bool {
        has(text, &["意见", "审核", "审批", "盖章", "office use", "official use", "初审", "招聘单位填写", "for hr", "批准", "录用"])
    }
    pub(super) fn is_signature(&self, text: &str) -> bool {
        has(text, &["签名", "签字", "signature", "signed", "签章"])
    }
    pub(super) fn is_photo(&self, text: &str) -> bool {
        let n = text.chars().count();
        n < 40 && has(text, &["照片", "近照", "photo", "相片", "免冠"])
    }
    pub(super) fn is_index(&self, text: &str) -> bool {
        has(text, &["序号", "s no", "sr no", "sr.no", "s.no"])
    }
    pub(super) fn is_required(&self, text: &str) -> bool {
        text.contains(['*', '＊']) || has(text, &["必填", "required"])
    }
    pub(super) fn max_chars(&self, text: &str) -> Option<usize> {
        let _ = text;
        None
    }
    pub(super) fn is_choice_word(&self, text: &str) -> bool {
        matches!(text.to_lowercase().as_str(), "yes" | "no" | "是" | "否" | "有" | "无" | "男" | "女" | "male" | "female" | "m" | "f" | "y" | "n" | "select" | "reject" | "hold")
    }
    pub(super) fn allows_several(&self, text: &str) -> bool {
        has(text, &["可多选", "多选", "all that apply"])
    }
}
