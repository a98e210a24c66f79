"""What is known of Chinese characters: which are common, so that the right decoding can be told from the wrong ones,
and which are only radicals that stand for characters in text out of a PDF.

The 700-odd most frequent of some 110,000 characters of news and reference text, with their Traditional forms: they
cover seven characters in eight of real text, and one in eight of text decoded wrongly.
"""

from __future__ import annotations

import re
import unicodedata

_SIMPLIFIED = (
    "的一在是有和国人了地为这大中区能开不以年发个上会可他经多时到们行前家成生于要动其来现化进全新用里出物最后车口"
    "种方斯对力些部子业之公提分也法过自而或都学被常通特与作并产建但得十利类如亚加数尔路者更它目因该性岸州比很所就"
    "运着你三表间代当度起展外面世实将机球名重同量工然下郑入设定海内电主克南使体从小城向意天高由水美场文语拉式果道"
    "西本日供理放型员点正位等马没游达称月第制长手政受市旅活我罗相德说际平示事队合岛还创境空赛基持非布应此流标程造"
    "变保商务项万格尼已联铁明英立强片心约整东原关至易往许战土选期次接教情系两只好科那支需司且议兰及样计带别群去级"
    "看管座影形每班总界金列统结希省组山质食处件集民北始四纪任节环航交卡认洲河巴回风势报元几据望阿站规乘无少包军身"
    "指直让客解气网线品欧参才奥居台获二功货周安推改近做举图育贸飞知先太响首必问取术况服印尽各速星字收病营己塔住共"
    "括续技雪查像唯普传拥领证陆感观存维转记确士港米五装邮今伊占院越光林门何击言题助么足试团历引济极信想头古态断研"
    "导萨局预医求纳把决亿园快千治模奋习致论离史随例投朝跨视热未适究显资根远迈打辆消府告王份单签企超即义容织写见域"
    "警季备优条波独步话颗肉准酒曾构验效野争汽走较船票具火乐费圣洛神边难严围连撑滑细仅广律冰声演书故博命革状积号源"
    "升粮察华伤完施音给什反社落龙划沿智价算案沙乎色众孕早官便威播孩调办失象盖芽崛核某候批则老初请识思器复她女深似"
    "段综帮纽堡互素染须白牙切息绝再险富权店卫控镜爱庭夫埃除虽暴潜穿测诺瓦鲁属挥仍石照协景死宣低塞户税轻晚聚洋甚够"
    "略降遇移姆底留增房闻护钟射坦防抗修满附买又花洞植养尤考胜佳索油终额令专托毛阳毒止登委坚树遗率盟录料澳双另讯摄"
    "县镇乡村农党厅姓您吗呢吧啊哦嘛讲读校药菜鱼茶田饭春夏秋冬红蓝绿黑黄"
)
_TRADITIONAL = (
    "國爲這區開發個會經時們於動來現進裏後車種對業過學與並產類亞數爾該運間當實將機鄭設內電體從場語員點馬沒遊達稱長"
    "羅說際隊島還創賽應標變務項萬聯鐵強約東關許戰選兩議蘭樣計帶別羣級總統結組質處紀節環認風勢報幾據規無軍讓氣網線"
    "歐參奧臺獲貨舉圖貿飛響問術況盡營續傳擁領證陸觀維轉記確裝郵佔門擊題麼試團歷濟極頭態斷導薩預醫納決億園奮習論離"
    "隨視熱適顯資遠邁輛單籤義織寫見備優條獨話顆準構驗爭較樂費聖邊難嚴圍連撐細僅廣聲書狀積號糧華傷給龍劃價衆調辦蓋"
    "則請識復綜幫紐須絕險權衛鏡愛雖潛測諾魯屬揮協戶稅輕夠聞護鍾滿買養勝終額專陽堅樹遺錄雙訊攝縣鎮鄉農黨廳嗎講讀藥"
    "魚飯紅藍綠黃為裡著眾説衞"
)
_PUNCTUATION = "，。、；：？！“”‘’「」『』（）《》—…·\u3000"

COMMON = frozenset(_SIMPLIFIED + _TRADITIONAL + _PUNCTUATION)

_RADICALS = (
    "⺁⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻"
    "⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳"
)
_CHARACTERS = (
    "厂乙亻冂几刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄㣺扌攵旡日月歺母民氵氺灬爫爫丬牛犭王疋目示礻竹糸纟罓罒㓁㓁羊羊羊羊耂肀聿"
    "肉臼艹艹艹虎衤覀西见角角讠贝足车辶辶辶阝钅長长长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟"
)
_MEANT = dict(zip(_RADICALS, _CHARACTERS, strict=True))
_STAND_INS = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06]")


def as_meant(text: str) -> str:
    """Radicals and ligatures as the characters that they look like: ⻛ and ⽂ are 风 and 文, ﬁ is fi."""
    return _STAND_INS.sub(lambda found: _MEANT.get(found[0]) or unicodedata.normalize("NFKC", found[0]), text)
