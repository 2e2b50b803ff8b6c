import type { GroupChoice } from '../../answers/compared/groups.ts'
import { Hidden } from '../components/marks.tsx'
import { linkTo } from '../components/wording.ts'

type Props = {
  readonly path: string
  readonly groups: readonly GroupChoice[]
  readonly chosen: string
  readonly choices: Readonly<Record<string, string | undefined>>
}

/** Whom the council is set among: a link for each group, so that the choice stands in the address. */
export function GroupChoices({ path, groups, chosen, choices }: Props) {
  return (
    <nav class="choices" aria-label="Compared with">
      <ul>
        {groups.map(({ slug, name }) => (
          <li>
            <a
              href={linkTo(path, { ...choices, group: slug === 'england' ? undefined : slug })}
              aria-current={slug === chosen ? 'true' : undefined}
            >
              <Hidden>Compared with </Hidden>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
