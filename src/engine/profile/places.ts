/** Names of places whose annexes follow one profile; `null`: a place that no built-in profile is for. */
export interface Places {
  readonly profile: string | null;
  /** Whole names, with their suffix: 成都市 is a place, the 成都 of 成都路 is not. */
  readonly names: readonly string[];
}

/** Counties and county-level cities of Hubei, several a line. */
const HUBEI_COUNTIES = [
  '阳新县 大冶市 郧西县 竹山县 竹溪县 丹江口市 远安县 兴山县 秭归县 长阳土家族自治县',
  '五峰土家族自治县 当阳市 枝江市 南漳县 谷城县 保康县 老河口市 枣阳市 沙洋县 钟祥市',
  '京山市 孝昌县 大悟县 云梦县 安陆市 汉川市 江陵县 石首市 洪湖市 松滋市 监利市',
  '团风县 红安县 罗田县 英山县 浠水县 蕲春县 黄梅县 麻城市 武穴市 嘉鱼县 通城县',
  '崇阳县 通山县 赤壁市 广水市 恩施市 利川市 建始县 巴东县 宣恩县 咸丰县 来凤县',
  '鹤峰县',
].flatMap((line) => line.split(' '));

/** The same of Sichuan. */
const SICHUAN_COUNTIES = [
  '金堂县 大邑县 蒲江县 都江堰市 彭州市 邛崃市 崇州市 简阳市 富顺县 米易县 盐边县',
  '合江县 叙永县 古蔺县 中江县 广汉市 什邡市 绵竹市 三台县 盐亭县 梓潼县',
  '北川羌族自治县 平武县 江油市 旺苍县 青川县 剑阁县 苍溪县 蓬溪县 大英县 射洪市',
  '威远县 隆昌市 犍为县 井研县 夹江县 沐川县 峨边彝族自治县 马边彝族自治县 峨眉山市',
  '营山县 蓬安县 仪陇县 西充县 阆中市 仁寿县 洪雅县 丹棱县 青神县 江安县 长宁县',
  '筠连县 兴文县 屏山县 岳池县 武胜县 邻水县 华蓥市 宣汉县 开江县 大竹县 万源市',
  '荥经县 汉源县 石棉县 天全县 芦山县 宝兴县 通江县 南江县 平昌县 安岳县 乐至县',
  '马尔康市 汶川县 松潘县 九寨沟县 金川县 小金县 黑水县 壤塘县 阿坝县 若尔盖县',
  '红原县 康定市 泸定县 丹巴县 九龙县 雅江县 道孚县 炉霍县 甘孜县 新龙县 德格县',
  '白玉县 石渠县 色达县 理塘县 巴塘县 乡城县 稻城县 得荣县 西昌市 会理市',
  '木里藏族自治县 盐源县 德昌县 会东县 宁南县 普格县 布拖县 金阳县 昭觉县 喜德县',
  '冕宁县 越西县 甘洛县 美姑县 雷波县',
].flatMap((line) => line.split(' '));

/**
 * The places that the built-in profiles are for: provinces with their cities and counties, and the districts of Jinan
 * whose names no other city has (so not 市中区). Names that ordinary text contains are left out: 理县 (管理县级资金), 应城市
 * (适应城市), 资中县 (投资中县级), 公安县, 南部县 and other counties of two characters. The other provinces are there so that
 * they are known to be another place. Data only: a place more is a name more.
 */
export const PLACES: readonly Places[] = [
  {
    profile: 'hubei',
    names: [
      '湖北省',
      '武汉市',
      '黄石市',
      '十堰市',
      '宜昌市',
      '襄阳市',
      '鄂州市',
      '荆门市',
      '孝感市',
      '荆州市',
      '黄冈市',
      '咸宁市',
      '随州市',
      '恩施州',
      '恩施土家族苗族自治州',
      // Directly under the province.
      '仙桃市',
      '潜江市',
      '天门市',
      '神农架林区',
      ...HUBEI_COUNTIES,
    ],
  },
  {
    profile: 'sichuan',
    names: [
      '四川省',
      '成都市',
      '自贡市',
      '攀枝花市',
      '泸州市',
      '德阳市',
      '绵阳市',
      '广元市',
      '遂宁市',
      '内江市',
      '乐山市',
      '南充市',
      '眉山市',
      '宜宾市',
      '广安市',
      '达州市',
      '雅安市',
      '巴中市',
      '资阳市',
      '阿坝州',
      '阿坝藏族羌族自治州',
      '甘孜州',
      '甘孜藏族自治州',
      '凉山州',
      '凉山彝族自治州',
      ...SICHUAN_COUNTIES,
    ],
  },
  {
    profile: 'jinan',
    names: [
      '济南市',
      '历下区',
      '历城区',
      '槐荫区',
      '天桥区',
      '长清区',
      '章丘区',
      '济阳区',
      '莱芜区',
      '钢城区',
      '平阴县',
      '商河县',
    ],
  },
  {
    profile: null,
    names: [
      '北京市',
      '天津市',
      '河北省',
      '山西省',
      '内蒙古自治区',
      '辽宁省',
      '吉林省',
      '黑龙江省',
      '上海市',
      '江苏省',
      '浙江省',
      '安徽省',
      '福建省',
      '江西省',
      '山东省',
      '河南省',
      '湖南省',
      '广东省',
      '广西壮族自治区',
      '海南省',
      '重庆市',
      '贵州省',
      '云南省',
      '西藏自治区',
      '陕西省',
      '甘肃省',
      '青海省',
      '宁夏回族自治区',
      '新疆维吾尔自治区',
      '新疆生产建设兵团',
    ],
  },
];
