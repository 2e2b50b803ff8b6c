import { linkTo } from '../components/wording.ts'

type Props = {
  /** The latest first. */
  readonly periods: readonly string[]
  readonly chosen: string
  readonly path: string
  readonly choices: Readonly<Record<string, string | undefined>>
}

/** The years of a measure: a link for each. */
export function YearChoices({ periods, chosen, path, choices }: Props) {
  if (periods.length < 2) return null
  return (
    <nav class="choices" aria-label="Year">
      <ul>
        {periods.map(period => (
          <li>
            <a href={linkTo(path, { ...choices, period })} aria-current={period === chosen ? 'true' : undefined}>
              {period}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
