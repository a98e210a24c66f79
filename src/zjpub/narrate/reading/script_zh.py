"""Which Chinese script a sentence is in, and the words that reading adds in that script."""

from __future__ import annotations

import re

_PAIRS = """
萬万 億亿 點点 兩两 個个 們们 國国 會会 這这 對对 時时 後后 來来 過过 學学 發发 電电 號号 實实 體体 區区 東东
車车 長长 門门 開开 關关 與与 業业 產产 動动 經经 濟济 運运 還还 進进 總总 營营 質质 應应 單单 據据 報报 導导
聯联 際际 歷历 為为 說说 話话 問问 樣样 從从 當当 無无 氣气 價价 溫温 約约 負负 於于 達达 優优 歐欧 馬马 變变
書书 數数 條条 頭头 雙双 隻只 樓楼 場场 縣县 鎮镇 鄉乡 畝亩 噸吨 輛辆 種种 類类 組组 隊队 歲岁 層层 級级 筆笔
戶户 輪轮 張张 冊册 顆颗 塊块 買买 賣卖 讀读 寫写 語语 請请 讓让 認认 議议 設设 許许 該该 試试 記记 計计 員员
圓圆 園园 團团 圖图 審审 島岛 師师 帶带 幣币 廠厂 廣广 戰战 擊击 擔担 攝摄 敗败 術术 機机 檢检 極极 構构 樂乐
標标 橋桥 決决 測测 滿满 漢汉 灣湾 熱热 爾尔 獎奖 獲获 環环 現现 畫画 監监 確确 離离 稅税 穩稳 競竞 節节 範范
築筑 簡简 糧粮 紀纪 納纳 細细 終终 結结 統统 維维 網网 線线 繼继 續续 羅罗 義义 習习 聲声 職职 臨临 興兴 舉举
藝艺 藥药 衛卫 裝装 見见 規规 視视 親亲 觀观 訪访 評评 調调 談谈 證证 護护 財财 貨货 購购 貿贸 費费 資资 賽赛
軍军 輸输 轉转 農农 適适 選选 邊边 郵邮 鄭郑 醫医 鐵铁 銀银 銷销 錢钱 鋼钢 間间 陽阳 階阶 險险 難难 項项 順顺
預预 領领 題题 顯显 風风 飛飞 館馆 驗验 齊齐 龍龙 鎊镑 韓韩 盧卢 銖铢 減减 頃顷 壓压 華华 鐘钟 蘭兰 碼码 儲储
幀帧 槓杠
"""
_ADDED = "点万亿两负摄时号个欧镑韩卢铢约于减转顷吨纳压级为华钟币兰节码储赫帧杠"
_TRADITIONAL, _SIMPLIFIED = map("".join, zip(*_PAIRS.split(), strict=True))
_IS_TRADITIONAL, _IS_SIMPLIFIED = re.compile(f"[{_TRADITIONAL}]"), re.compile(f"[{_SIMPLIFIED}]")
_CONVERTED = {ord(new): old for old, new in zip(_TRADITIONAL, _SIMPLIFIED, strict=True) if new in _ADDED}


def traditional(text: str) -> bool:
    """Whether a sentence is written in traditional characters."""
    return len(_IS_TRADITIONAL.findall(text)) > len(_IS_SIMPLIFIED.findall(text))


def convert(text: str) -> str:
    """What reading adds (點, 萬, 攝氏度) in traditional characters."""
    return text.translate(_CONVERTED)
