/** The indicators of a framework by variation and assurance: a table, and the same as lists for a narrow screen. */
import type { SignalAnswer, SignalView } from '../../answers/signal/types.ts'
import { assuranceNames, variationNames } from '../../answers/signal/words.ts'
import { indicatorLink } from '../components/indicator-link.ts'
import { iconsOf, SignalSign } from '../components/signal.tsx'

type Props = { readonly answer: SignalAnswer; readonly asAt: string | undefined }

/** A row for each variation, a column for each assurance. */
export function Matrix({ answer: { matrix, organisation }, asAt }: Props) {
  return (
    <table class="signal-matrix">
      <caption class="visually-hidden">
        Every indicator with a verdict: by what its latest value shows, and by whether its target will be met
      </caption>
      <thead>
        <tr>
          <th scope="col">Variation</th>
          {matrix[0]?.cells.map(({ assurance }) => (
            <th scope="col">
              {assurance !== 'none' && <span class="visually-hidden">The target: </span>}
              {assuranceNames[assurance]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.map(({ variation, cells }) => (
          <tr>
            <th scope="row">{variationNames[variation]}</th>
            {cells.map(({ indicators }) => (
              <td>
                {indicators.length === 0 ? (
                  <span class="quiet">none</span>
                ) : (
                  <Indicators views={indicators} organisation={organisation.slug} asAt={asAt} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The cells that hold any, one under another. The stylesheet shows either these or the table. */
export function MatrixLists({ answer: { matrix, organisation }, asAt }: Props) {
  return (
    <div class="signal-lists">
      {matrix.flatMap(({ variation, cells }) =>
        cells
          .filter(cell => cell.indicators.length > 0)
          .map(({ assurance, indicators }) => (
            <>
              <h3>
                {variationNames[variation]}, {inSentence[assurance]}
              </h3>
              <Indicators views={indicators} organisation={organisation.slug} asAt={asAt} />
            </>
          )),
      )}
    </div>
  )
}

const inSentence = {
  pass: 'the target will be met',
  inconsistent: 'the target met at times',
  fail: 'the target will be missed',
  none: 'no assurance',
} as const

type IndicatorsProps = {
  readonly views: readonly SignalView[]
  readonly organisation: string
  readonly asAt: string | undefined
}

function Indicators({ views, organisation, asAt }: IndicatorsProps) {
  return (
    <ul class="signal-indicators">
      {views.map(view => (
        <li>
          <span class="signal-signs">
            {iconsOf(view).map(icon => (
              <SignalSign icon={icon} />
            ))}
          </span>
          <a href={indicatorLink(organisation, view.indicator.slug, asAt)}>{view.indicator.shortName}</a>
        </li>
      ))}
    </ul>
  )
}
