/**
 * Decimal rounding, half away from zero, as councils round by hand. Binary floating point cannot hold most decimals,
 * so a number is read by its 15 significant digits, which is what a decimal of that size can carry without loss.
 */

/** A decimal number as text, as a document printed it: `79.0` is not `79`. */
export type DecimalText = string & { readonly brand: 'DecimalText' }

/** The powers of ten that a number holds exactly. */
const powers = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`))

const decimalPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/

/** Whether a text is a plain decimal number: digits, at most one point, perhaps a minus; no exponent, no separators. */
export function isDecimalText(text: string): text is DecimalText {
  return decimalPattern.test(text) && Number.isFinite(Number(text))
}

/** How many decimals a printed number has. @example decimalsOf('79.0') // 1 */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  return point < 0 ? 0 : text.length - point - 1
}

/** A number without the last digits' binary noise: 31.814999999999998 becomes 31.815. */
export function withoutNoise(value: number): number {
  const size = Math.abs(value)
  if (Number.isInteger(value) && size < 1e15) return value === 0 ? 0 : value
  const nearest = nearestDecimal(value, 14 - magnitudeOf(size))
  return nearest ?? Number(value.toPrecision(15))
}

/** The power of ten in which a number above 0 begins. @example magnitudeOf(250) // 2 */
export function magnitudeOf(size: number): number {
  if (!(size >= 1 && size < 1e9)) return Math.floor(Math.log10(size))
  let magnitude = 0
  while (size >= (powers[magnitude + 1] as number)) magnitude += 1
  return magnitude
}

/**
 * The number nearest to the decimal that a value has at so many decimals; null where that takes reading its digits: next to
 * the half at which rounding turns, or beyond what a number counts exactly. Whole numbers and powers of ten are exact, so
 * their ratio is the very number that the decimal's text would give.
 */
export function nearestDecimal(value: number, decimals: number): number | null {
  const power = powers[decimals] ?? Number.NaN
  const scaled = value * power
  const whole = Math.round(scaled)
  const isClear = Math.abs(scaled - whole) < 0.4 && Math.abs(whole) < 1e15
  return isClear ? whole / power : null
}

/**
 * A number rounded half away from zero, as text with exactly that many decimals.
 * @example roundedText(31.815, 2) // '31.82'
 * @throws RangeError when the value is not finite or decimals are not a whole number from 0 to 12
 */
export function roundedText(value: number, decimals: number): DecimalText {
  if (!Number.isFinite(value)) throw new RangeError(`Cannot round a value that is not a finite number: ${value}`)
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 12)
    throw new RangeError(`Cannot round to ${decimals} decimals: it must be a whole number from 0 to 12`)
  const clear = clearlyRounded(Math.abs(value), decimals)
  if (clear !== null) return withPoint(clear, decimals, value < 0)
  const [digits, exponent] = scientific(Math.abs(value), decimals)
  // digits are d.ddd × 10^exponent; keep those up to the wanted decimal and look at the next one
  const keep = exponent + 1 + decimals
  let kept = keep >= 0 ? digits.slice(0, keep).padEnd(Math.max(keep, 0), '0') : ''
  const next = keep >= 0 ? Number(digits[keep] ?? '0') : 0
  if (next >= 5) kept = String(BigInt(kept === '' ? '0' : kept) + 1n)
  const padded = kept.padStart(decimals + 1, '0')
  const whole = padded.slice(0, padded.length - decimals).replace(/^0+(?=\d)/, '')
  const text = decimals === 0 ? whole : `${whole}.${padded.slice(-decimals)}`
  const isZero = !/[1-9]/.test(text)
  return (value < 0 && !isZero ? `-${text}` : text) as DecimalText
}

/** A number rounded half away from zero to a number of decimals. @example rounded(54.605, 2) // 54.61 */
export function rounded(value: number, decimals: number): number {
  const clear = clearlyRounded(Math.abs(value), decimals)
  if (clear === null) return Number(roundedText(value, decimals))
  return (value < 0 && clear > 0 ? -clear : clear) / (powers[decimals] as number)
}

/** Whether two numbers are the same at a number of decimals. */
export function sameAt(a: number, b: number, decimals: number): boolean {
  const left = clearlyRounded(Math.abs(a), decimals)
  const right = clearlyRounded(Math.abs(b), decimals)
  if (left === null || right === null) return roundedText(a, decimals) === roundedText(b, decimals)
  return left === right && (left === 0 || a < 0 === b < 0)
}

/**
 * A size in units of its last decimal, rounded: nearly every figure is so small that this is exact, and reading its digits takes
 * ten times as long. null: read the digits.
 */
function clearlyRounded(size: number, decimals: number): number | null {
  const power = decimals <= 6 ? (powers[decimals] ?? Number.NaN) : Number.NaN
  const scaled = size * power
  if (!(scaled < 100_000_000)) return null
  const whole = Math.floor(scaled)
  const rest = scaled - whole
  // Next to the half at which rounding turns, binary noise matters: then the decimal that the number stands for decides.
  const isUp = Math.abs(rest - 0.5) < 0.000_001 ? withoutNoise(size) >= (whole + 0.5) / power : rest > 0.5
  return isUp ? whole + 1 : whole
}

function withPoint(units: number, decimals: number, negative: boolean): DecimalText {
  const digits = String(units)
  const padded = digits.length > decimals ? digits : digits.padStart(decimals + 1, '0')
  const text = decimals === 0 ? padded : `${padded.slice(0, -decimals)}.${padded.slice(-decimals)}`
  return (negative && units > 0 ? `-${text}` : text) as DecimalText
}

/**
 * The digits of a number as d.ddd × 10^exponent: the 15 of the decimal that it stands for. Where so many are kept that
 * the next one has itself been rounded (a ratio such as 17531545.4545454545 at six decimals), all that the number has,
 * lest it be rounded twice.
 */
function scientific(value: number, decimals: number): [digits: string, exponent: number] {
  const short = value.toExponential(14)
  const kept = Number(short.split('e')[1]) + 1 + decimals
  const [mantissa, exponent] = (kept > 12 && Number(short) !== value ? value.toExponential(16) : short).split('e')
  return [String(mantissa).replace('.', ''), Number(exponent)]
}
