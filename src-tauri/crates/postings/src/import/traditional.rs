//! Postings of Hong Kong and Taiwan: one way to write each character, so that the same
//! rules read them. What was read is given back as it was written.

use std::{collections::HashMap, sync::LazyLock};

/// Characters of the words that rules know, each with its simplified one behind it. Both
/// take as many bytes, so places in the text stay what they are.
const PAIRS: &str = "\
    專专併并與与業业兩两個个為为爲为舉举麼么義义習习書书產产親亲從从當当餘余們们眾众衆众優优會会傳传體体儲储黨党關关興兴\
    養养內内冊册寫写農农決决況况準准擊击劃划則则創创別别製制辦办務务動动勵励區区醫医協协單单衛卫廠厂廳厅歷历曆历壓压\
    縣县參参雙双號号後后員员週周諮咨詢询啟启園园國国圖图團团圓圆堅坚壇坛處处備备復复複复夠够頭头獎奖獲获學学實实審审\
    對对尋寻導导將将屆届屬属歲岁崗岗嶺岭師师帶带幫帮並并庫库應应開开異异強强張张錄录徑径徵征態态總总戶户執执掃扫擬拟\
    擁拥擇择據据攜携數数無无時时暫暂術术機机雜杂權权條条來来標标樣样檔档檢检歡欢畢毕氣气漢汉匯汇彙汇溝沟滬沪瀏浏滿满\
    點点熱热愛爱獨独環环現现監监碼码離离種种積积稱称筆笔節节簡简類类係系繫系約约級级納纳紙纸線线組组織织終终紹绍經经\
    結结給给絡络統统繼继績绩續续維维編编縮缩網网職职聯联薦荐榮荣營营藍蓝補补見见規规視视覽览覺觉譽誉計计訓训議议記记\
    講讲論论設设訪访證证評评識识譯译試试誠诚話话該该詳详語语說说説说請请讀读課课謝谢譜谱負负責责賢贤質质貼贴貴贵資资\
    讚赞贊赞車车轉转輪轮軟软輕轻載载輯辑過过這这進进遠远連连遲迟適适選选遞递郵邮裡里裏里錢钱銀银鑒鉴鑑鉴鏈链長长門门\
    閉闭問问間间聞闻閱阅隊队際际陸陆陳陈隨随隱隐隸隶電电頁页頂顶項项須须預预領领頻频題题額额館馆馬马驗验驟骤齡龄臺台\
    羣群託托採采隻只儘尽盡尽於于佈布註注誌志練练護护費费邊边運运達达報报畫画灣湾廣广東东慶庆遼辽寧宁陝陕雲云蘇苏瀋沈\
    濟济鄭郑廈厦爾尔濱滨齊齐蘭兰錦锦鹽盐揚扬鎮镇溫温龍龙麗丽華华寶宝豐丰鳳凤島岛橋桥藝艺測测範范輔辅確确認认許许調调\
    談谈較较難难險险靈灵顧顾訊讯腦脑療疗變变聽听寬宽萬万葉叶懷怀願愿慣惯戰战擔担樂乐樓楼歸归錯错鐘钟針针階阶陽阳雖虽\
    順顺飯饭滯滞獻献緊紧紀纪細细綜综綠绿緣缘響响勢势勞劳勝胜夾夹宮宫層层幣币憑凭擴扩攝摄敵敌斷断晝昼極极構构槍枪橫横\
    歐欧殘残漸渐潔洁濕湿灑洒煙烟燈灯牆墙狀状獸兽璽玺畝亩盤盘礎础禮礼穩稳競竞籌筹糧粮純纯緒绪縱纵罰罚羅罗聖圣聲声肅肃\
    膠胶臨临艱艰莊庄蟲虫裝装觸触訂订診诊詞词誤误諸诸謀谋豬猪財财貢贡貨货購购賀贺賓宾賽赛贈赠趙赵跡迹踐践軌轨輛辆輸输\
    違违遺遗鄰邻釋释鋼钢鍵键鐵铁閃闪闊阔陣阵雞鸡霧雾靜静頒颁頓顿顆颗風风飛飞驅驱鮮鲜鳥鸟麥麦黃黄齒齿\
    繳缴還还簽签僱雇觀观嚴严懇恳顯显潛潜綱纲讓让敘叙揮挥爭争僅仅發发";

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let all: Vec<char> = PAIRS.chars().collect();
    all.chunks_exact(2).map(|it| (it[0], it[1])).collect()
});

/// The text in simplified characters. `None`: it is already.
pub(super) fn simplified(text: &str) -> Option<String> {
    let fold = |it: char| SIMPLIFIED.get(&it).copied();
    text.chars()
        .any(|it| fold(it).is_some())
        .then(|| text.chars().map(|it| fold(it).unwrap_or(it)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_has_one_of_the_same_length() {
        assert!(PAIRS.chars().all(|it| it.len_utf8() == 3));
        assert_eq!(PAIRS.chars().count() % 2, 0);
        assert_eq!(simplified("應徵條件：檢附履歷").as_deref(), Some("应征条件：检附履历"));
        assert_eq!(simplified("应聘条件"), None);
    }
}
