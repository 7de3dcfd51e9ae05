import { NS } from './namespaces';
import type { RichDraft } from './rich-draft';

/** Data validations of the main schema, and one of the extension, whose list is on another sheet. */
export function addValidations({ pkg, sheets: { annex: sheet } }: RichDraft): void {
  const validations = [
    '<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="出错了" error="只能选&quot;是&quot;或&quot;否&quot;" promptTitle="提示" prompt="请选择" sqref="O5:O8"><formula1>"是,否"</formula1></dataValidation>',
    '<dataValidation type="decimal" operator="between" allowBlank="1" showErrorMessage="1" sqref="D5:E8 F5"><formula1>0</formula1><formula2>99999.99</formula2></dataValidation>',
    '<dataValidation type="custom" errorStyle="warning" imeMode="on" sqref="P5:P8"><formula1>LEN(P5)&gt;1</formula1></dataValidation>',
  ];
  for (const validation of validations) sheet.put('dataValidations', validation);
  sheet.put(
    'extensions',
    `<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${NS.x14}"><x14:dataValidations xmlns:xm="${NS.xm}" count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>数据!$A$2:$A$4</xm:f></x14:formula1><xm:sqref>B5:B8</xm:sqref></x14:dataValidation></x14:dataValidations></ext>`,
  );
  pkg.feature('data validation', sheet.part, 'promptTitle="提示"');
  pkg.feature('data validation of the extension', sheet.part, '<xm:f>数据!$A$2:$A$4</xm:f>');
}

/** Sparklines beside the data's rows, and an extension nobody knows yet. */
export function addSheetExtensions({ pkg, sheets: { data: sheet } }: RichDraft): void {
  const colours = ['Series', 'Negative', 'Axis', 'Markers', 'First', 'Last', 'High', 'Low']
    .map((name) => `<x14:color${name} rgb="FF376092"/>`)
    .join('');
  const lines = [2, 3, 4]
    .map(
      (row) => `<x14:sparkline><xm:f>数据!C${row}:D${row}</xm:f><xm:sqref>F${row}</xm:sqref></x14:sparkline>`,
    )
    .join('');
  sheet.put(
    'extensions',
    `<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${NS.x14}"><x14:sparklineGroups xmlns:xm="${NS.xm}"><x14:sparklineGroup type="column" displayEmptyCellsAs="gap">${colours}<x14:sparklines>${lines}</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>`,
  );
  sheet.put(
    'extensions',
    '<ext uri="{0F0F0F0F-2030-4030-8030-0F0F0F0F0F0F}" xmlns:future="http://schemas.example.com/office/2030/main"><future:thing level="3">未来 &amp; 未知</future:thing></ext>',
  );
  pkg.feature('sparklines', sheet.part, '<xm:f>数据!C2:D2</xm:f>');
  pkg.feature('extension of the future', sheet.part, '<future:thing level="3">');
}
