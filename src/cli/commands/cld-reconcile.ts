import { publishedFigures } from '../../answers/reconcile/published-figures.ts'
import type { Asked } from '../../measures/ask.ts'
import { councilCode } from '../../measures/explain/council.ts'
import { readLake } from '../../measures/lake/lake.ts'
import type { Span } from '../../measures/period.ts'
import { askReconciliation, type Reconciled } from '../../measures/reconcile/reconcile.ts'
import { roundedText } from '../../shared/rounding.ts'
import { jsonText } from '../json.ts'
import { textTable } from '../table.ts'
import { Usage } from '../usage.ts'
import { today, type World, withRegister } from '../world.ts'

type Options = {
  readonly home?: string | undefined
  readonly council?: string | undefined
  readonly year?: string | undefined
  readonly json?: boolean | undefined
}

/** `tidemark cld reconcile`: a year's figures from records beside those that were published, and what explains the difference. */
export async function reconcile(asked: Asked, options: Options, world: World): Promise<void> {
  const { year } = options
  if (year === undefined || asked.span === null)
    throw new Usage('Say which financial year, as --year 2024/25: published figures are of financial years')
  const { answer, area } = await reconciled({ ...asked, span: asked.span }, year, options, world)
  const notes = [
    ...(area === null ? [`No publisher’s figures of council ${answer.council} are in the register`] : []),
    ...answer.notes,
  ]
  for (const note of notes) world.warn(`Note: ${note}`)
  world.print(options.json ? jsonText({ year, area, ...answer }) : answer.measures.map(inWords).join('\n\n'))
}

async function reconciled(
  asked: Asked & { readonly span: Span },
  year: string,
  { home, council: said }: Options,
  world: World,
) {
  const { submissions } = readLake(asked.home)
  const code = said === undefined ? onlyCouncil(submissions) : councilCode(submissions, said)
  const name = submissions.find(({ council }) => council === code)?.councilName ?? ''
  const published = await withRegister(home, world, ({ reader }) =>
    publishedFigures(reader, { asAt: today(world) }, { code, name }, year),
  )
  return { answer: await askReconciliation(asked, code, published), area: published.area }
}

function onlyCouncil(submissions: readonly { readonly council: string }[]): string {
  const [first, second] = [...new Set(submissions.map(({ council }) => council))].sort()
  if (first === undefined || second !== undefined) throw new Usage('Say whose figures, as --council 901')
  return first
}

function inWords({
  measure,
  breakdown,
  unit,
  decimals,
  own,
  published,
  national,
  difference,
  isWithinRounding,
  tried,
}: Reconciled) {
  const inUnit = (value: number | null) =>
    value === null ? 'none' : `${roundedText(value, decimals)}${unit === 'percent' ? ' %' : ' per 100,000'}`
  const of = (figure: { readonly numerator: number | null; readonly denominator: number | null }) =>
    figure.numerator === null ? '' : `, ${figure.numerator} of ${figure.denominator ?? 'unknown'}`
  const lines = tried
    .filter(({ change }) => change !== null && change !== 0)
    .map(({ cause, figure, change, explains }) => [
      cause,
      inUnit(figure.value),
      `${figure.numerator} of ${figure.denominator ?? 'unknown'}`,
      roundedText(change ?? 0, decimals),
      explains === null ? '' : `${roundedText(explains * 100, 0)} %`,
    ])
  return [
    `${measure}, ${breakdown.replace(/ \| Total$/, '')}`,
    `  own: ${inUnit(own.value)}${of(own)}`,
    published
      ? `  published by ${published.publisher}: ${inUnit(published.value)}${of(published)}`
      : '  published: nothing',
    ...(national ? [`  the country, by ${national.publisher}: ${inUnit(national.value)}`] : []),
    ...(difference === null
      ? []
      : [
          `  difference: ${roundedText(difference, decimals)}${isWithinRounding ? ', which rounding alone can make' : ''}`,
        ]),
    lines.length === 0
      ? 'No cause that was tried changes it.'
      : textTable([['computed again', 'value', 'counts', 'change', 'explains'], ...lines], [1, 2, 3, 4]),
  ].join('\n')
}
