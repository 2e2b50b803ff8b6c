/** The numbers of the rules that a framework may change, and within which limits. */
export const settings = [
  { name: 'amber_below', least: 0, most: 1, whole: false },
  { name: 'green_band', least: 0, most: 1, whole: false },
  { name: 'off_target_from', least: 0, most: 1, whole: false },
  { name: 'moves_needed', least: 1, most: 12, whole: true },
  { name: 'significant', least: 0, most: 1, whole: false },
  { name: 'sustained', least: 0, most: 1, whole: false },
  { name: 'amber_within', least: 0, most: 1, whole: false },
  { name: 'screening', least: 0, most: 1, whole: true },
  { name: 'suppress_below', least: 2, most: 50, whole: true },
  { name: 'round_counts_to', least: 1, most: 100, whole: true },
] as const
export type SettingName = (typeof settings)[number]['name']

/** Why a framework may not have this setting: a code and what was expected; null where it may. */
export function settingFault(name: string, value: number): { code: string; expected: string } | null {
  const setting = settings.find(each => each.name === name)
  if (!setting)
    return {
      code: 'unknown-setting',
      expected: `there is no setting ${name}; the settings are ${settings.map(each => each.name).join(', ')}`,
    }
  const { least, most, whole } = setting
  if (value >= least && value <= most && (!whole || Number.isInteger(value))) return null
  return {
    code: 'setting-out-of-range',
    expected: `${name} is a ${whole ? 'whole ' : ''}number from ${least} to ${most}${whole ? '' : ', a share: 0.05 is 5 %'}`,
  }
}
