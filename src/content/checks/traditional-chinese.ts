import type { ParsedFile } from '../records.ts';
import type { Check, Report } from './check.ts';

/**
 * Traditional characters, and Japanese letters, in a text in simplified Chinese: readers of one stumble over the other,
 * and a search for one does not find the other. Pairs of the commonest characters that simplified Chinese never uses,
 * after the General List of Simplified Chinese Characters (1986); characters that both write (后, 里, 干) are not here.
 */
const table = [
  '國国 會会 們们 來来 對对 發发 時时 學学 經经 長长 業业 動动 進进 種种 過过 與与 個个 為为 說说 關关 點点 現现 體体 開开 這这 實实 機机 員员',
  '當当 義义 團团 結结 總总 東东 電电 萬万 認认 問问 題题 見见 間间 產产 報报 書书 選选 訪访 談谈 議议 請请 論论 設设 計计 記记 許许 該该 護护 證证',
  '識识 譯译 讀读 變变 讓让 貢贡 財财 責责 賓宾 資资 質质 購购 贈赠 贊赞 貧贫 費费 貿贸 賀贺 賽赛 陽阳 陣阵 陳陈 陸陆 隊队 階阶 際际 隨随 險险 難难',
  '雙双 離离 雲云 韓韩 順顺 須须 領领 頭头 顧顾 願愿 顯显 風风 飛飞 館馆 馬马 駐驻 驗验 魚鱼 鮮鲜 鳥鸟 麗丽 黃黄 齊齐 龍龙 華华 協协 單单 區区 衛卫',
  '參参 壓压 圖图 圓圆 場场 聲声 處处 備备 頁页 務务 勞劳 勝胜 勢势 勵励 勸劝 匯汇 縣县 獎奖 將将 專专 尋寻 導导 層层 屬属 嶺岭 師师 帶带 幫帮 幾几',
  '廣广 廠厂 廳厅 張张 強强 彈弹 後后 徑径 從从 復复 徵征 德德 憶忆 應应 懷怀 戰战 戲戏 戶户 擔担 據据 擇择 擴扩 換换 揚扬 損损 撥拨 擊击 數数 敵敌',
  '斷断 於于 暫暂 曆历 條条 楊杨 樂乐 標标 樣样 樹树 橋桥 檢检 權权 歐欧 歡欢 歲岁 歷历 殘残 氣气 決决 沒没 況况 測测 淚泪 減减 溫温 滿满 漢汉 潔洁',
  '澤泽 濟济 濱滨 災灾 無无 熱热 燈灯 爭争 爾尔 牆墙 狀状 獨独 獲获 環环 瑪玛 畫画 異异 畢毕 療疗 監监 盡尽 盤盘 確确 礎础 禮礼 稅税 穩稳 積积 競竞',
  '筆笔 節节 範范 築筑 簡简 簽签 籌筹 糧粮 約约 級级 納纳 紀纪 純纯 紅红 紙纸 組组 細细 終终 給给 統统 絲丝 絕绝 維维 網网 緊紧 線线 編编 緣缘 練练',
  '縮缩 績绩 織织 繼继 續续 羅罗 聯联 聖圣 職职 聽听 腦脑 腳脚 膚肤 興兴 舉举 舊旧 艦舰 藝艺 莊庄 葉叶 蓋盖 藥药 蘭兰 蘇苏 號号 術术 衝冲 裝装 補补',
  '複复 製制 規规 視视 親亲 覺觉 觀观 觸触 訂订 訊讯 討讨 訓训 試试 詩诗 話话 詳详 誤误 調调 課课 諸诸 謝谢 講讲 豐丰 貝贝 負负 貨货 賣卖 買买 賴赖',
  '趙赵 趨趋 躍跃 車车 軍军 軟软 較较 載载 輕轻 輛辆 輝辉 輪轮 輸输 轉转 辦办 農农 連连 遊游 運运 達达 違违 遠远 適适 遲迟 遷迁 遺遗 還还 邊边 郵邮',
  '鄉乡 鄧邓 鄭郑 醫医 釋释 針针 鋼钢 錄录 錢钱 鍵键 鎮镇 鏡镜 鐘钟 鐵铁 閉闭 閱阅 闊阔 陰阴 隱隐 雖虽 雜杂 靈灵 靜静 頂顶 預预 頓顿 頻频 額额 顏颜',
  '類类 飯饭 飲饮 養养 餘余 駕驾 騎骑 驚惊 鬥斗 麥麦 點点 黨党 億亿 優优 偉伟 側侧 傑杰 傳传 傷伤 僅仅 價价 儀仪 兒儿 兩两 內内 冊册 凍冻 則则 剛刚',
  '創创 劃划 劇剧 劉刘 劍剑 労劳 囑嘱 圍围 園园 塊块 壇坛 壞坏 壽寿 夢梦 奪夺 奮奋 婦妇 媽妈 嬰婴 孫孙 寧宁 審审 寫写 寬宽 寶宝 慶庆 慮虑 憑凭 態态',
  '慣惯 憲宪 懸悬 搶抢 攝摄 攜携 敘叙 暢畅 暉晖 曉晓 東东 極极 構构 槍枪 檔档 歸归 殺杀 毀毁 洩泄 淨净 湯汤 準准 滅灭 漁渔 潤润 濃浓 灣湾 煙烟 煩烦',
  '爺爷 牽牵 犧牺 獻献 瑩莹 瓊琼 痛痛 盧卢 碼码 磚砖 礦矿 禍祸 禪禅 稱称 穀谷 窮穷 竊窃 粵粤 紡纺 紹绍 綜综 綠绿 緬缅 縱纵 繁繁 繪绘 罰罚 罷罢 習习',
  '聞闻 肅肃 脫脱 臨临 蔣蒋 薩萨 蕭萧 藍蓝 虧亏 蟲虫 襲袭 覽览 訴诉 診诊 註注 詞词 誠诚 誰谁 諒谅 諾诺 謀谋 謹谨 譽誉 貴贵 貸贷 賞赏 賢贤 躲躲 載载',
  '辭辞 遙遥 鄰邻 釣钓 鈞钧 銀银 銅铜 銷销 鋒锋 錦锦 錯错 鍾钟 門门 閃闪 閣阁 闆板 闢辟 隸隶 雞鸡 鞏巩 響响 頒颁 頌颂 頸颈 飄飘 飾饰 餐餐 餓饿 鳳凤 鴻鸿',
  // Japanese forms that no Chinese writes.
  '対对 発发 実实 気气 図图 鉄铁 県县 円圆 芸艺 戦战 歩步 様样 単单 広广 売卖 読读 帰归 検检 験验 権权 駅驿 沢泽 桜樱 徳德 労劳 栄荣 営营 厳严 効效 収收',
].join(' ');

const simplified = new Map(
  table
    .split(' ')
    .map((pair) => [...pair] as [string, string])
    .filter(([from, to]) => from !== to),
);
const traditional = new RegExp(
  `[${[...simplified.keys()].join('')}\\p{Script=Hiragana}\\p{Script=Katakana}]`,
  'u',
);

/** @example inSimplified('慈濟獎學金') // => '慈济奖学金' */
export const inSimplified = (text: string): string =>
  [...text].map((letter) => simplified.get(letter) ?? letter).join('');

const codes = ['traditionalChinese'] as const;
type Code = (typeof codes)[number];

/** Reports, once each, title and summary and every line of the body that has such characters. */
function run({ locale, yaml, body, bodyLine }: ParsedFile, report: Report<Code>): void {
  if (locale !== 'zh' || !yaml) return;
  const data = (yaml.data ?? {}) as Record<string, unknown>;
  for (const [key, text] of Object.entries(data)) {
    if (typeof text !== 'string' || !traditional.test(text)) continue;
    const typed = yaml.sourceOf([key]);
    const corrected = typed === undefined ? undefined : yaml.lineWith([key], inSimplified(typed));
    tell(text, yaml.positionOf([key]), corrected);
  }
  if (body && traditional.test(body.text)) tell(body.text, { line: bodyLine, column: 1 });

  function tell(text: string, at: { line: number; column: number }, corrected?: string): void {
    const letters = [...new Set(text)].filter((letter) => traditional.test(letter)).slice(0, 8);
    const shown = letters.map((letter) => {
      const to = simplified.get(letter);
      return to === undefined ? letter : `${letter} → ${to}`;
    });
    const whole = corrected !== undefined && !traditional.test(corrected);
    report({
      ...at,
      code: 'traditionalChinese',
      values: { value: shown.join(', ') },
      ...(whole && { corrected }),
    });
  }
}

export const traditionalChinese: Check<'file', Code> = { looksAt: 'file', codes, run };
