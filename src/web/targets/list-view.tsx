import type { TargetsAnswer } from '../../answers/targets/types.ts'
import { entryOf, pathStates } from '../../shared/codes.ts'
import { periodInWords } from '../../shared/period/format-period.ts'
import { counted, dayInWords } from '../../shared/words.ts'
import { Headline } from '../components/choices.tsx'
import { Frameworks } from '../components/frameworks.tsx'
import { figure, linkTo, withUnit } from '../components/wording.ts'
import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'
import { paperFormats } from './paper-file.ts'

/** The targets of a framework: what is proposed, what is agreed, and where there is none. */
export function TargetsPage({ frame, answer }: { frame: Frame; answer: TargetsAnswer }) {
  const { organisation, framework, rows, years } = answer
  const { asAt } = frame
  const withPath = rows.filter(({ state }) => state !== null)
  const agreed = withPath.filter(({ state }) => state === 'agreed').length
  const title =
    withPath.length === 0
      ? 'No path of targets is proposed yet'
      : `${counted(withPath.length, 'path')} of targets, ${agreed} agreed`
  return (
    <Page frame={frame} title={title}>
      <Headline eyebrow={`${organisation.name} · ${framework.name} · Targets`} title={title}>
        {rows.length === 0
          ? 'No indicators were known on this day. Choose another day, or import figures.'
          : 'Choose an indicator to see where it stands, to try a path, and to see what it means in people before anybody agrees it.'}
      </Headline>
      <Frameworks answer={answer} page="targets" asAt={asAt} />
      {rows.length > 0 && (
        <section class="table-scroll section" aria-labelledby="targets-caption" tabindex={0}>
          <table class="values">
            <caption id="targets-caption">{framework.name}: indicators and their paths</caption>
            <thead>
              <tr>
                <th scope="col">Indicator</th>
                <th scope="col">Latest</th>
                <th scope="col">State</th>
                {years.map(year => (
                  <th scope="col" class="number">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr>
                  <th scope="row">
                    <a href={linkTo(`/${organisation.slug}/targets/${row.indicator.slug}`, { 'as-at': asAt })}>
                      {row.indicator.shortName}
                    </a>
                  </th>
                  <td class="target-latest">
                    {row.latest
                      ? `${withUnit(String(row.latest.shown), row.indicator)} in ${periodInWords(row.latest.period)}`
                      : 'no figure yet'}
                  </td>
                  <td>{stateInWords(row)}</td>
                  {row.targets.map(target => (
                    <td class="number">{target === null ? 'none' : figure(target)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {withPath.length > 0 && (
        <section class="section" aria-labelledby="paper">
          <h2 id="paper">Target-setting paper</h2>
          <p>
            A sheet for each measure: definition, factors, targets, what they mean in people, rationale, alternatives.
          </p>
          <ul class="plain-list">
            {paperFormats.map(format => (
              <li>
                <a
                  href={linkTo(`/${organisation.slug}/target-setting-paper.${format}`, {
                    'as-at': asAt,
                    framework: framework.slug,
                  })}
                >
                  {formatWords[format]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Page>
  )
}

const formatWords: Record<(typeof paperFormats)[number], string> = {
  pdf: 'PDF',
  docx: 'Word',
  html: 'Web page',
  ods: 'Spreadsheet (ODS)',
  csv: 'Table for machines (CSV)',
}

function stateInWords({ state, agreedBy, agreedOn }: TargetsAnswer['rows'][number]): string {
  if (state === null) return 'no path'
  const { label } = entryOf(pathStates, state)
  return state === 'agreed' && agreedBy ? `${label} by ${agreedBy}${agreedOn && `, ${dayInWords(agreedOn)}`}` : label
}
