/** A word that is written wrongly, and what it is confused with. */
export interface Typo {
  readonly wrong: string;
  /** The code of its second character. */
  readonly second: number;
  readonly right: string;
  /** Characters before or behind it with which it is part of other words (自己|完成, 全部|份额). */
  readonly notAfter: string;
  readonly notBefore: string;
}

/** Common confusions of public writing: wrong, right, then the neighbours that make other words of it. */
const TYPOS: readonly (readonly [wrong: string, right: string, notAfter?: string, notBefore?: string])[] = [
  ['布署', '部署', '发公颁宣', '名'],
  ['既使', '即使'],
  ['竟争', '竞争', '究毕'],
  ['己完成', '已完成', '自'],
  ['己全部', '已全部', '自'],
  ['己建成', '已建成', '自'],
  ['以经完成', '已经完成'],
  ['以经全部', '已经全部'],
  ['以经建成', '已经建成'],
  ['按装空调', '安装空调'],
  ['按装调试', '安装调试'],
  ['按装完', '安装完'],
  ['按装了', '安装了'],
  ['设备按装', '设备安装', '', '修配置卸载'],
  ['复盖', '覆盖', '反恢'],
  ['幅射', '辐射'],
  ['部份', '部分', '全', '额数'],
  ['充份', '充分', '补扩', '额数'],
  ['水份', '水分', '饮供用', '额'],
  ['一如继往', '一如既往'],
  ['再接再励', '再接再厉'],
  ['按步就班', '按部就班'],
  ['综上所诉', '综上所述'],
  ['防患未燃', '防患未然'],
  ['因地治宜', '因地制宜'],
  ['贯测', '贯彻'],
  ['惯彻', '贯彻'],
  ['整冶', '整治'],
  ['冶理', '治理', '冶'],
  ['防冶', '防治'],
  ['峻工', '竣工'],
  ['俊工', '竣工'],
  ['拔付', '拨付'],
  ['拔款', '拨款', '海选'],
  ['划拔', '划拨'],
  ['选拨', '选拔', '', '付款'],
  ['提练', '提炼', '', '习'],
  ['锻练', '锻炼', '', '习'],
  ['陪训', '培训'],
  ['载培', '栽培', '承装'],
  ['座标', '坐标', '讲', '准'],
  ['膨涨', '膨胀'],
  ['气侯', '气候'],
  ['时侯', '时候'],
  ['辩识', '辨识'],
  ['分辩率', '分辨率'],
  ['伸报', '申报'],
  ['伸请', '申请', '延'],
  ['延申', '延伸', '', '请报领'],
  ['予算', '预算', '给赋准授不', '力'],
  ['瞻养', '赡养'],
  ['防讯', '防汛'],
  ['防迅', '防汛'],
  ['迅期', '汛期'],
  ['疏菜', '蔬菜'],
  ['蔬通', '疏通'],
  ['消毁', '销毁'],
  ['编篡', '编纂'],
  ['稳定动作', '稳定运作'],
];

/** Each by its first character. */
export const TYPOS_BY_FIRST: ReadonlyMap<number, readonly Typo[]> = byFirst();

function byFirst(): Map<number, Typo[]> {
  const map = new Map<number, Typo[]>();
  for (const [wrong, right, notAfter = '', notBefore = ''] of TYPOS) {
    const first = wrong.charCodeAt(0);
    const typo = { wrong, second: wrong.charCodeAt(1), right, notAfter, notBefore };
    const here = map.get(first);
    if (here) here.push(typo);
    else map.set(first, [typo]);
  }
  return map;
}
