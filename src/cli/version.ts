/** The version of the program, as package.json says it. */
export const tidemarkVersion = '0.1.0'

/** The version of the rules of judgement: raised whenever the same figures would be judged otherwise, which a test asks at each change. */
export const rulesVersion = '1'
