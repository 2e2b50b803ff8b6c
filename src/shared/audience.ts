/** Who looks, from the least to the most that one may see: each sees what those before it see. */
export const audiences = ['public', 'member', 'officer', 'administrator'] as const
export type Audience = (typeof audiences)[number]

/** Whether somebody may see what is meant for an audience. */
export function maySee(who: Audience, meantFor: Audience): boolean {
  return audiences.indexOf(who) >= audiences.indexOf(meantFor)
}
