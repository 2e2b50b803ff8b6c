/**
 * Norfolk County Council, adult social care indicators: proposed targets 2017/18 to 2020/21 (undated sheets, latest
 * result August 2017), as printed. Baselines are of 2016/17.
 */

/** Slug, printed baseline, goal, year in which the goal is reached, and the printed targets of 2017/18 to 2020/21. */
export const straightLines: readonly (readonly [string, string, string, string, readonly string[]])[] = [
  ['requests-to-assessment', '32.72', '25.00', '2018/19', ['28.86', '25.00', '25.00', '25.00']],
  ['assessments-to-services', '75.95', '90.00', '2019/20', ['80.63', '85.32', '90.00', '90.00']],
  ['reviews-reduce-cease-18-64', '20.42', '66.00', '2020/21', ['31.82', '43.21', '54.61', '66.00']],
  ['reviews-reduce-cease-65-plus', '26.96', '15.00', '2020/21', ['23.97', '20.98', '17.99', '15.00']],
]

/** Targets with volumes of their own, not on a line. */
export const ownTargets: readonly (readonly [string, string, readonly string[]])[] = [
  ['perm-admissions-18-64-target-series', '18.3', ['16.6', '15.6', '14.4', '13.6']],
  ['perm-admissions-65-plus-target-series', '611.9', ['603.1', '594.3', '563.3', '534.0']],
]

/** The rate of 2016/17 held; the sheet prints no target for 2020/21. */
export const heldTargets: readonly string[] = ['69', '69', '69']
