"""Whether a stretch of Chinese, which has no spaces, is words of its own or made of the ends of its neighbours: 中国 in
其中国家, 北大 in 湖北大学."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from zjpub import pinyin

# Common words that the readings' dictionary lacks, since none of their characters is read in two ways.
_COMMON = """
工人 工业 工程 工作 工艺 人民 人口 人才 人类 人物 人生 人事 民主 民众 民族 民生 民营 市民 市委 市政 市值 政府 政策
政治 政协 政务 府谷 公司 公里 公路 公园 公民 公开 公安 公布 公务 公益 司机 司法 中心 中央 中间 中午 中外 中学 中医
城市 城镇 城乡 产业 产品 产权 产生 企业 企图 农业 农民 农村 农田 农户 农产 业务 业主 业绩 业余 业界 务农 务工 务实
商务 商业 商品 品牌 品质 科技 科学 技巧 安全 安装 全国 全部 全面 全球 全省 全市 国际 国民 国企 国防 际遇 部门 部队
门店 门口 学生 学习 学者 学院 学科 生活 生产 生态 生命 生物 校区 院士 院校 医院 医生 医疗 医药 医学 老师 老人 老板
老乡 老年 年轻 年级 年龄 青年 青春 儿童 男性 男子 性质 量产 水平 水库 水稻 水利 水产 平均 平原 平米 台湾 点击 点评
方案 方法 方面 方式 法院 法律 法规 法治 律师 规定 规范 式样 经营 经验 经理 营业 营收 营销 验收 验证 理论 理解 理想
理事 坛主 文明 文物 文字 文件 文学 文旅 明天 明年 明显 明确 物流 物业 物质 物资 流动 流域 流程 动力 动物 动态 域名
资金 资源 资本 资产 资料 金融 金额 融资 投资 投入 本报 本月 本次 人民币 货物 货运 货币 站点 铁路 铁塔 路线 路口 线路
线上 线下 下午 午后 电力 电子 电影 电视 电商 电话 视频 影响 影院 网站 网友 网上 用户 用途 用水 户口 户外 口岸 岸线
集团 集市 团队 队伍 育苗 制造 制定 造成 造福 程序 序列 组成 机关 机构 机器 机制 关注 关键 关于 统计 统一 统筹 构建
构成 建设 建议 建立 设计 设施 设备 设立 计算 施工 备案 备受 立法 立即 法定 项目 目前 标准 标志 准备 准确 前往 主席
主题 席位 题材 材料 材质 料理 书记 书籍 记者 记录 记忆 者们 代表 代理 代码 表示 表明 表演 示范 示意 范围 范例 演出
出口 出版 出席 版本 议题 议程 接待 接受
"""
_LONGEST = 4


@cache
def _known() -> Collection[str]:
    return frozenset(pinyin.phrases()) | frozenset(_COMMON.split())


def inside(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is torn out of longer words: known words reach into it over both of its ends."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if end - start < 2 or not (_is_han(before) and _is_han(after)):
        return False
    over_start = any(
        text[a:b] in _known()
        for a in range(max(0, start - 3), start)
        for b in range(start + 1, end)
        if b - a <= _LONGEST
    )
    return over_start and any(
        text[a:b] in _known() for a in range(start + 1, end) for b in range(end + 1, end + 4) if b - a <= _LONGEST
    )


def _is_han(sign: str) -> bool:
    return "\u3400" <= sign <= "\u9fff"
