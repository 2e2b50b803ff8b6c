import type { BarGroup, BarsInput } from './input.ts'

/**
 * What the bars show, for whoever cannot see them.
 * @example barsInWords({ groups: [{ name: 'Norfolk', main: { value: 3.4, shown: '3.4' }, target: { value: 4, shown: '4.0' } }] })
 * // 'Norfolk: 3.4, target 4.0.'
 */
export function barsInWords({ groups, key }: Pick<BarsInput, 'groups' | 'key'>): string {
  const said = (group: BarGroup) => {
    const { main, beside, target } = group
    const both = main !== undefined && beside !== undefined && key !== undefined
    return [
      ...(main ? [both ? `${key.main} ${main.shown}` : main.shown] : []),
      ...(beside ? [both ? `${key.beside} ${beside.shown}` : beside.shown] : []),
      ...(target ? [`target ${target.shown}`] : []),
    ].join(', ')
  }
  if (groups.length === 0) return 'There are no values to draw.'
  return `${groups.map(group => `${group.name}: ${said(group) || 'nothing recorded'}`).join('; ')}.`
}
