"""What the columns of a list of suggestions can mean, by the header words offices use."""

from foundation.documents.reading.headers import Meaning

LIST = (
    Meaning("serial", "序号", ("序号", "顺序号")),
    Meaning("number", "建议编号", ("建议编号", "编号", "建议号", "件号", "案号"), required=True),
    Meaning(
        "title",
        "案由",
        ("建议标题", "标题", "案由", "建议案由", "建议名称", "建议题目", "题目", "事由", "名称"),
        required=True,
    ),
    Meaning("text", "建议内容", ("建议内容", "内容", "具体内容", "主要内容", "建议全文", "内容摘要")),
    Meaning(
        "lead",
        "领衔代表",
        ("领衔代表", "领衔人", "提出代表", "提出人", "建议人", "建议代表", "代表姓名", "第一代表", "代表"),
        required=True,
    ),
    Meaning("cosigners", "附议代表", ("附议代表", "附议人", "联名代表", "联名人", "附议", "联名", "其他代表")),
    Meaning("delegation", "代表团", ("代表团", "所在代表团", "所属代表团", "领衔代表团", "代表团名称")),
    Meaning("category", "类别", ("类别", "建议类别", "建议分类", "分类", "类型")),
    Meaning(
        "lead_unit",
        "主办单位",
        ("主办单位", "承办单位", "主办部门", "承办部门", "牵头单位", "办理单位", "主办", "承办"),
    ),
    Meaning("co_units", "会办单位", ("会办单位", "协办单位", "会办部门", "协办部门", "配合单位", "会办", "协办")),
    Meaning("separate_units", "分办单位", ("分办单位", "分别办理单位", "分办")),
    Meaning("registered", "立案日期", ("立案日期", "登记日期", "收件日期", "提出日期", "提交日期", "立案时间")),
    Meaning("assigned", "交办日期", ("交办日期", "交办时间", "转办日期", "交办")),
    Meaning("acknowledged", "签收日期", ("签收日期", "签收时间", "签收")),
    Meaning(
        "due",
        "办理期限",
        ("办理期限", "答复期限", "办理时限", "答复时限", "办结期限", "限办日期", "要求答复日期", "期限"),
    ),
    Meaning(
        "replied",
        "答复日期",
        ("答复日期", "答复时间", "回复日期", "回复时间", "办复日期", "办复时间", "办结日期", "答复"),
    ),
    Meaning("doc_number", "答复文号", ("答复文号", "文号", "复文号")),
    Meaning(
        "result", "办理结果", ("办理结果", "办理结果分类", "结果分类", "办理分类", "答复类别", "办理类别", "办复类别")
    ),
    Meaning("attitude", "办理态度", ("办理态度", "态度", "办理态度满意度", "态度满意度", "对办理态度")),
    Meaning(
        "effect",
        "办理结果满意度",
        ("办理结果满意度", "结果满意度", "办理结果评价", "办理结果满意", "对办理结果", "办理效果", "结果评价"),
    ),
    Meaning("overall", "满意度", ("满意度", "满意程度", "代表满意度", "总体评价", "代表评价", "评价", "测评结果")),
    Meaning("rated", "评价日期", ("评价日期", "评价时间", "反馈日期", "反馈时间", "测评日期")),
    Meaning("reason", "不满意原因", ("不满意原因", "不满意理由", "原因")),
    Meaning("promise", "承诺事项", ("承诺事项", "承诺内容", "承诺")),
    Meaning("promised", "承诺完成日期", ("承诺完成日期", "承诺时限", "承诺期限", "承诺完成时间")),
    Meaning("key", "重点督办", ("重点督办", "是否重点", "重点建议", "重点")),
    Meaning("converted", "议案转建议", ("议案转建议", "是否议案转建议", "议案转")),
    Meaning("publish", "是否公开", ("是否公开", "同意公开", "可否公开", "公开")),
    Meaning("note", "备注", ("备注", "说明", "备考")),
)
LABELS = {meaning.key: meaning.label for meaning in LIST}
REQUIRED = tuple(meaning for meaning in LIST if meaning.required)
