/** For whom an answer is made, from the widest circle to the narrowest. */
export const audiences = ['public', 'member', 'officer', 'administrator'] as const
export type Audience = (typeof audiences)[number]
