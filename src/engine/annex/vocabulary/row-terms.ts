/** Labels (folded) of rows that are no projects. Patterns are matched against the row's first texts. */

/** 合计 rows: the sum of the whole table. */
export const TOTAL_ROW =
  /^(?:(?:合计|总计|共计)(?:共?\d+[个项]?(?:项目)?)?|总合计|合计金额|总额|合计数|total|(?:全(?:部|[省市县区州旗镇乡局校院])|全系统|全行业|项目|本?部门)(?:合计|总计|共计))$/i;

/** 小计 rows: the sum of one unit or section ("小计", "某某局小计", "某某局合计"). */
export const SUBTOTAL_ROW = /^(?:小计|.{1,40}(?:小计|合计|总计))$/;

/** Notes and signatures under or between tables. */
export const NOTE_ROW =
  /^(?:注|备注|附注|说明|填表说明|填报说明|填写说明|编制说明|※|\*|\d+[.、].{12})|^(?:填表人|填报人|制表人|制表|编制人|审核人|审核|复核人|复核|经办人|负责人|单位负责人|部门负责人|财务负责人|项目负责人|分管领导|主要领导|联系人|联系电话|联系方式|填表日期|填报日期|填报时间|制表日期|填表单位|填报单位|报送单位|日期|审核意见|财政部门意见|主管部门意见)(?:\S{0,6}[::(]|$)/;

/** A page marker such as "第 2 页 共 5 页". */
export const PAGE_ROW = /^(?:第\d+页|共\d+页|续表|\(?[接续](?:上|前)?[表页]?[\d一二三四五]*\)?$)/;

/** What a title ends with where it stands again on a further page: "…自评表（续）". */
const CONTINUED = /(?:\(?续[表页]?[\d一二三四五]*\)?|\(第[\d一二三四五]+页.{0,6}\))$/;

/** A folded title without what says that it stands on a further page; the same where nothing does. */
export function withoutContinued(folded: string): string {
  return folded.replace(CONTINUED, '');
}

/** The row of column numbers under a header may open with one of these. */
export const COLUMN_NUMBER_LABEL = /^(?:栏次|行次|栏目|列次|编号)$/;
