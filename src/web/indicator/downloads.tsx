import type { IndicatorAnswer } from '../../answers/indicator/types.ts'
import { dayInWords } from '../../shared/words.ts'
import { linkTo } from '../components/wording.ts'
import { type IndicatorFormat, indicatorFormats } from '../services.ts'

const means: Record<IndicatorFormat, string> = {
  csv: 'CSV, for machines',
  ods: 'ODS, for spreadsheets',
  json: 'JSON, for programs',
}

/** The figures as files, with everything that stands on the page. */
export function Downloads({ answer, asAt }: { answer: IndicatorAnswer; asAt: string | undefined }) {
  const { organisation, row, moment } = answer
  const { slug, shortName } = row.indicator
  return (
    <section class="section indicator-downloads" aria-labelledby="downloads">
      <h2 id="downloads">Downloads</h2>
      <p class="section-lead">
        Values, counts, targets, categories, every version and the definition, as known on {dayInWords(moment.asAt)}.
      </p>
      <ul class="plain-list">
        {indicatorFormats.map(format => (
          <li>
            <a href={linkTo(`/${organisation.slug}/indicators/${slug}/${slug}.${format}`, { 'as-at': asAt })}>
              {shortName}: {means[format]}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
