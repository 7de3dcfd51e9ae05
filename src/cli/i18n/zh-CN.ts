import type { CliTexts } from './cli-texts';

export const zhCN: CliTexts = {
  help: `绩效自评审核：检查预算项目绩效自评表

用法
  annex-reviewer check 路径... [选项]                      审核
  annex-reviewer check 路径... --format xlsx --out 目录    审核，并生成带标记的副本
  annex-reviewer clear 路径... [--out 目录]                清除标记、批注、汇总表和审核记录
  annex-reviewer compare 旧文件 新文件 [选项]              复核：上次的问题哪些已解决、哪些仍在，还改了什么

  路径是工作簿（.xlsx、.xlsm），或含有工作簿的文件夹（包括下级文件夹）。
  审核不修改原文件；不连接网络。
  clear 给出 --out 时把清除后的副本写到该目录，不给出时清除原文件；除本工具加上的内容外，什么都不改。

选项
  --format text|json|xlsx  输出方式：text 供阅读（默认），json 供程序使用，xlsx 生成带标记、批注和汇总表的副本
  --out 目录               副本写到哪里（不存在时新建）；文件夹中的工作簿保持原来的下级路径
  --force                  目录中已有同名文件时覆盖；审核从不覆盖原文件。clear 不带 --out 时：
                           各汇总表中填写过的内容也一并清除
  --fail-on error|warning|info|never|unrecognised
                           发现该级别及以上的问题时退出码为 1（默认 error）；unrecognised 指像是自评表而
                           未能认出的内容；可以同时写：error,unrecognised
  --profile ID             全部按这个口径审核，不再按每张表自动选择：
{profiles}
  --rules 文件             按自己的口径文件审核（JSON，见 docs/profiles.md），不能与 --profile 同用
  --vocabulary 文件        按列更正文件认列（JSON，见 docs/vocabulary.md）：表头相同的表，其中指定的列以文件为准
  --hidden                 隐藏的工作表也审核；不加时只列出名称
  --explain                JSON 中说明每一列为何如此识别，有何反证，还可能是什么
  --trust-records          采用文件中“已忽略”的记录：所涉问题仍列出，但不计数、不影响退出码、副本中不标记；
                           文件中的口径、列更正和修改记录不采用
  --without-records        与 --format xlsx 同用：副本不带审核记录（忽略的理由、修正前的内容等），供退回单位
  --jobs N                 同时审核 N 个文件（默认与处理器数相同，1 为逐个审核）；输出不因 N 而不同
  --locale zh-CN|en        提示语言（默认 zh-CN）
  --quiet                  不显示进度和提醒
  --help, -h               显示本说明
  --version                显示版本

退出码
  0  没有 --fail-on 所指的问题
  1  有 --fail-on 所指的问题
  2  用法不对，口径文件或列更正文件不能使用（不进行审核），或至少有一个文件无法读取或写入
     （其他文件照常处理）
`,
  usage: {
    'no-command': '没有给出命令。',
    'two-paths': 'compare 需要两个工作簿：先写上次的，再写这次的。',
    'no-path': '没有给出要审核的工作簿或文件夹。',
    'unknown-command': '没有“{word}”这个命令，可以用 check、compare 或 clear。',
    'unknown-option': '没有“{word}”这个选项。',
    'value-missing': '选项“{word}”后面缺少取值。',
    'value-unwanted': '选项“{word}”不带取值。',
    'value-unknown': '选项“{word}”不接受“{value}”，可以用：{allowed}。',
    'value-no-number': '选项“{word}”应为 1 到 {most} 的整数，不能是“{value}”。',
    'not-together': '选项“{word}”和“{other}”不能同时使用，请只用一个。',
    needs: '使用“{word}”时还要给出“{other}”。',
    'only-with': '选项“{word}”只能和“{other}”一起使用。',
  },
  seeHelp: '用 annex-reviewer --help 查看用法。',
  severities: { error: '错误', warning: '警告', info: '提示' },
  layouts: {
    wide: '横表',
    form: '竖表',
    'department-form': '部门整体自评表',
    goal: '绩效目标表',
    allocation: '资金分配表',
    progress: '执行监控表',
  },
  problems: {
    'not-found': '找不到这个文件或文件夹。请检查路径。',
    'no-permission': '没有读取权限。请检查文件或文件夹的权限。',
    'not-a-file': '这个路径不是普通文件，不能作为工作簿读取。',
    locked: '文件正被其他程序占用。请在 Excel 或 WPS 中关闭后重试。',
    'read-failed': '读取失败（{detail}）。请检查磁盘或网络位置后重试。',
    encrypted: '工作簿设有打开密码。请在 Excel 或 WPS 中取消密码后重试。',
    'unsupported-format': '不支持这种格式{format}。请用 Excel 或 WPS 另存为 .xlsx 后重试。',
    'not-a-workbook': '内容不是工作簿。请确认文件，或用 Excel 或 WPS 另存为 .xlsx 后重试。',
    corrupt: '文件已损坏或不完整。请用 Excel 或 WPS 打开并修复，另存为 .xlsx 后重试。',
    'too-large': '文件或其中的内容超过读取上限。请删除多余的工作表、图片或空行后重试。',
    'unsafe-xml': '文件内含有不安全的声明，未予读取。请用 Excel 或 WPS 另存为 .xlsx 后重试。',
    'output-exists': '目录中已有同名文件，没有覆盖（{detail}）。请换一个目录，或加上 --force。',
    'output-is-input': '副本会覆盖原文件，没有写入（{detail}）。请换一个目录。',
    'output-within-input':
      '副本会写进被审核的文件夹，下次会被当作原文件，因此没有写入（{detail}）。请把 --out 指定为该文件夹以外的目录，或其中一个单独的下级目录。',
    'reviewer-input':
      '汇总表中有人填写过内容（处理状态、单位反馈，或表旁、表下的文字），清除后会丢失，因此没有改动（{detail}）。请用 --out 另存副本；确认不需要时加上 --force。',
    'changed-meanwhile': '处理期间文件被其他程序改动，没有覆盖（{detail}）。请确认没有人正在编辑，然后重试。',
    'read-only': '文件是只读的，没有改动（{detail}）。请取消只读后重试，或用 --out 另存副本。',
    'in-use':
      '文件正在 Excel、WPS 或 LibreOffice 中打开，没有改动。请在该程序中关闭后重试；确认没有人打开时，请删除锁定文件 {detail}。',
    'held-open': '文件正被其他程序占用，没有改动（{detail}）。请关闭后重试。',
    'hard-links':
      '文件另有其他名称（硬链接），只改一处会使内容不一致，因此没有改动（{detail}）。请用 --out 另存副本。',
    'owner-lost':
      '文件属于其他用户，改写后所有者会变，因此没有改动（{detail}）。请由该用户处理，或用 --out 另存副本。',
    'name-too-long': '路径或文件名过长，系统不能读写。请缩短后重试，或用 --out 指定较短的目录。',
    'disk-full': '磁盘空间或配额不足，没有写入（{detail}）。请清理后重试。',
    'not-permitted': '没有写入权限（{detail}）。请检查目录的权限，或换一个目录。',
    'write-failed': '写入失败（{detail}）。请检查目录和磁盘后重试。',
    'formats-full':
      '工作簿中的格式种类已达上限，无法添加标记，没有写出副本。请清理多余的单元格格式和条件格式后重试。',
    'out-of-memory':
      '审核这个文件所需的内存超过限额。请删除多余的工作表和空行，或用 NODE_OPTIONS=--max-old-space-size=兆字节数 增加限额。其他文件不受影响。',
    'thread-ended': '审核这个文件时程序意外结束（状态 {detail}）。其他文件不受影响。请将此文件反馈给开发者。',
    'internal-error': '审核时程序出错（{detail}）。其他文件不受影响。请将此文件反馈给开发者。',
  },
  inSheet: '工作表“{sheet}”：',
  inFormat: '（.{format}）',
  notices: {
    'no-annex': '没有找到绩效自评表：显示的各工作表中都没有可识别的自评表。请确认选对了文件。',
    'hidden-annex': '工作表“{sheet}”已隐藏，其中像有自评表，未审核。需要审核时请加上 --hidden。',
    'hidden-other': '工作表“{sheet}”已隐藏，未审核。需要审核时请加上 --hidden。',
    'sheet-not-understood':
      '工作表“{sheet}”像是自评表，但未能认出，没有审核。请核对表头和填报格式，或人工审核。',
    'not-calculated':
      '工作表“{sheet}”：{count} 个单元格的公式没有保存计算结果，这些单元格未作审核：{cells}。请用 Excel 或 WPS 打开并保存后重新审核。',
    'by-note':
      '工作表“{sheet}”：{cell} 注明了计分办法（“{note}”），{rules}按该说明审核。规则口径中 printedRules 设为 ignore，可改为只按口径审核。',
    'note-not-understood':
      '工作表“{sheet}”：{cell} 注明了计分办法（“{note}”），未能读懂，{rules}未作审核。规则口径中 printedRules 设为 ignore，可改为只按口径审核。',
    'columns-not-read':
      '工作表“{sheet}”：{count} 列有内容但未审核：{columns}。请核对表头，或用 --vocabulary 指定这些列的含义。',
    'cells-not-read':
      '工作表“{sheet}”：{count} 个单元格有内容但未审核：{columns}。请核对其标题，或人工审核。',
    'rules-not-checked': '可能因此未检查的规则：{rules}。',
    pictures: '工作表“{sheet}”：{count} 个单元格的内容是图片，未作审核：{cells}。请人工核对。',
  },
  guess: {
    form: '竖式自评表',
    'department-form': '部门整体自评表',
    mayBe: '可能是{layout}（把握 {percent}%）：',
    found: '认出 {fields}。',
    guessed: '按内容推测 {fields}。',
    missing: '没有找到 {fields}。',
    next: '在窗格中核对并确认后即可审核。',
  },
  unsureColumn: '（疑为“{field}”，未确定）',
  moreCells: ' 等',
  notice: '提示',
  notRead: '未能审核',
  emptyFolder: '{path}：文件夹中没有工作簿。',
  lockFile: '{path}：这是工作簿打开时生成的锁定文件，已跳过。',
  copyFolder: '{path}：这是存放副本的目录，其中的文件不作为原文件处理。',
  outputFailed: '输出失败（{reason}），结果不完整。',
  noThread: '不能启动更多线程，改为逐个审核。',
  copies: {
    made: '→ {path}：标记单元格 {cells} 个，批注 {notes} 条，汇总表：{sheets}',
    unchanged: '→ {path}：没有需要标记的问题，原样复制',
    notMade: '有工作表未能审核，因此没有生成副本。其余工作表的问题请用 --format text 查看。',
    none: '无',
    notesLeftOut:
      '有 {count} 条批注没有写入，因为单元格已有批注，或该表的批注无法安全改写；问题清单中都有列出。',
    protectedSheets: '工作表有保护，没有标记：{sheets}。需要标记时，请取消保护后重试。',
    rollupsProtected: '工作簿或汇总表有保护，没有插入汇总表。',
    rollupsDoubtful:
      '有多张工作表都像是本工具插入的同一种汇总表：{sheets}。不能确定哪一张是原来的，均未改动，也没有插入汇总表；请删除多余的，或改写其首行标题。',
    withoutRecords:
      '副本不带审核记录（忽略的理由、修正前的内容、口径和列更正）；标记、批注和汇总表（含已填写的处理状态和单位反馈）都带着。',
    noRecords: '文件中没有审核记录；标记、批注和汇总表（含已填写的处理状态和单位反馈）都带着。',
    breaksSignature: '原文件带有数字签名，副本中的签名不再有效。',
  },
  cleared: {
    done: '→ {path}：已清除',
    copied: '→ {path}：没有本工具的内容，原样复制',
    nothing: '没有本工具的内容，未作改动',
    damaged: '工作表已损坏，按原样保留，其中的标记无法清除：{sheets}。请用表格软件打开修复后再清除。',
    kept: '其他工作表的公式引用了汇总表，因此保留：{sheets}',
    doubtful:
      '有多张工作表都像是本工具插入的同一种汇总表，不能确定哪一张是原来的，因此都保留：{sheets}；请手工删除不需要的',
    failed: '未清除',
  },
  userFiles: { rules: '口径文件', vocabulary: '列更正文件' },
  userFileWrong: '{path}：{what}不能使用，没有进行审核。',
  userFileProblems: {
    'not-found': '找不到这个文件。请检查 {option} 后面的路径。',
    'no-permission': '没有读取权限。请检查文件的权限。',
    'not-a-file': '这不是文件。请在 {option} 后面写{what}（JSON）。',
    locked: '文件正被其他程序占用。请关闭后重试。',
    'name-too-long': '路径或文件名过长，系统不能读取。请缩短后重试。',
    other: '读取失败。请检查磁盘或网络位置后重试。',
    'too-large': '文件过大，不像{what}（最大 {most} KB）。请确认选对了文件。',
    'not-text': '文件不是 UTF-8 文本。请确认选对了文件，或另存为 UTF-8 编码。',
  },
  dismissed: {
    recorded: '（文件中的记录称已忽略：{reason}。未采用，照常计入）',
    trusted: '（按文件中的记录已忽略：{reason}。不计入）',
  },
  records: {
    dismissals: '文件中的审核记录称 {count} 个问题已忽略，未采用：这些问题照常列出、计数。',
    trusted: '已按文件中的审核记录忽略问题（记录 {count} 条）：所涉问题仍列出，不计数、不标记。',
    changes: '文件中有修改记录 {count} 条，未采用。',
    profile:
      '文件中指定的口径“{name}”未采用（停用规则 {off} 条，降低级别 {lowered} 条）；需要时请用 --profile 或 --rules 指定。',
    unusableProfile: '文件中指定了口径，但不能使用，未采用。',
    corrections: '文件中有列更正 {count} 处，未采用；需要时请用 --vocabulary 给出列更正文件。',
    unreadable: '文件中有 {count} 处审核记录不能读取（已损坏、过大或由更新的版本写入），未采用。',
    separator: '',
  },
  sentenceSeparator: '',
  habit: '（共性问题，共 {count} 处：{cells}）',
  profile: '口径：{name}，{reason}',
  profileReasons: { found: '依据“{evidence}”', chosen: '由命令指定' },
  corrected: '按列更正文件认列：{columns}',
  correctedCells: '按列更正文件认单元格和指标列：{columns}',
  correctedColumn: '{column}（{field}）',
  notReviewed: '不审核',
  projects: '{count} 个项目',
  year: '{year} 年',
  leftAlone: '不是自评表，未审核',
  notChecked: '缺少所需的栏目，{count} 条规则未检查：{rules}',
  ruleWithout: '{name} {rule}（缺 {missing}）',
  listSeparator: '；',
  countSeparator: '，',
  cellSeparator: '、',
  or: ' 或 ',
  orMore: ' 等之一',
  and: '、',
  totals: `共 {workbooks} 个工作簿（{unreadable} 个未能审核），{annexes} 张表，{projects} 个项目：{findings}\n`,
  totalsHabits: '；其中 {count} 处属于 {habits} 类共性问题',
  totalsUnrecognised: '；未能认出或没有把握的 {count} 处（见上）',
  unvouched: '资金、执行率或总分未能确定',
  totalsDismissed: {
    recorded: '；其中 {count} 个问题在文件的记录中称已忽略（未采用）',
    trusted: '；另有 {count} 个问题按文件中的记录忽略，未计入',
  },
};
