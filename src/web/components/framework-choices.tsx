import type { FrameworkView, OrganisationView } from '../../answers/types.ts'
import { linkTo } from './wording.ts'

type Props = {
  readonly answer: {
    readonly organisation: OrganisationView
    readonly framework: FrameworkView
    readonly frameworks: readonly FrameworkView[]
  }
  /** Of the page, below the organisation's: "signal". */
  readonly page: string
  readonly asAt: string | undefined
}

/** The same question of another framework; nothing where there is no other. */
export function FrameworkChoices({ answer, page, asAt }: Props) {
  const { organisation, framework, frameworks } = answer
  if (frameworks.length < 2) return null
  const plain = organisation.committeeFramework
  return (
    <nav class="choices" aria-label="Which framework">
      <ul>
        {frameworks.map(({ slug, name, edition }) => (
          <li>
            <a
              href={linkTo(`/${organisation.slug}/${page}`, {
                'as-at': asAt,
                framework: slug === plain ? undefined : slug,
              })}
              aria-current={slug === framework.slug ? 'true' : undefined}
            >
              {edition ? `${name}, ${edition}` : name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
