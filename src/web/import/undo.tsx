import type { UndoPreview } from '../../intake/preview.ts'
import { counted, dayInWords, listed } from '../../shared/words.ts'
import { ErrorSummary, type FieldProblem } from '../forms/error-summary.tsx'
import { Wrong } from '../forms/fields.tsx'
import { TokenField } from '../forms/forms.tsx'
import { Page } from '../frame/page.tsx'
import type { OrganisationContext } from '../show-page.ts'
import { Changes } from './changes.tsx'
import type { ListedImport } from './services.ts'
import { leftWords } from './words.ts'

type Props = {
  readonly context: OrganisationContext
  readonly past: ListedImport
  /** What would change, or why nothing can. */
  readonly plan: { readonly preview: UndoPreview } | { readonly why: string }
  readonly problem: FieldProblem | undefined
  /** The reason, where it was written already. */
  readonly why: string
}

/** What the undoing of an import would change, and the form for its reason. */
export function UndoPage({ context, past, plan, problem, why }: Props) {
  const { frame, organisation, path } = context
  const title = `Undo import ${past.n}`
  const preview = 'preview' in plan ? plan.preview : null
  const total = preview ? preview.counts.restored + preview.counts.withdrawn : 0
  return (
    <Page frame={{ ...frame, day: null }} title={problem ? `Error: ${title}` : title}>
      <ErrorSummary problems={problem ? [problem] : []} />
      <hgroup class="headline" id="undo">
        <p class="eyebrow">{organisation.name}</p>
        <h1>{title}</h1>
        <p class="lead">{preview ? leadOf(preview, total) : 'why' in plan ? `${plan.why}.` : ''}</p>
      </hgroup>
      {preview && total > 0 && (
        <form class="form section" method="post" action={path}>
          <TokenField context={context} />
          <input type="hidden" name="digest" value={preview.digest} />
          <div class={problem?.at === 'why' ? 'form-group form-group-wrong' : 'form-group'}>
            <label class="form-label" for="why">
              Why it is undone
            </label>
            <p id="why-hint" class="hint">
              The reason stays in the audit, with your name.
            </p>
            <Wrong id="why-error" problems={problem?.at === 'why' ? [problem] : []} />
            <input
              class="input input-line"
              type="text"
              id="why"
              name="why"
              value={why}
              aria-describedby={problem?.at === 'why' ? 'why-hint why-error' : 'why-hint'}
              aria-invalid={problem?.at === 'why' ? 'true' : undefined}
            />
          </div>
          <button class="button" type="submit">
            Undo import {past.n}
          </button>
        </form>
      )}
      {preview && <Left left={preview.left} total={preview.counts.left} />}
      {preview && <Changes id="changes" name="What would change" changes={preview.changes} total={total} />}
      <p class="section">
        <a href={`/${organisation.slug}/import/${past.n}`}>Back to import {past.n}</a>
      </p>
    </Page>
  )
}

function leadOf({ counts }: UndoPreview, total: number): string {
  if (total === 0) return 'Nothing of this import can be undone.'
  const parts = [
    ...(counts.restored > 0 ? [`${counted(counts.restored, 'fact')} would say again what was said before`] : []),
    ...(counts.withdrawn > 0
      ? [`${counted(counts.withdrawn, 'fact')} would be withdrawn, as nothing was said before`]
      : []),
    ...(counts.left > 0 ? [`${counts.left} would stay as they are`] : []),
  ]
  return `${listed(parts)}. It is done by a further import: nothing is overwritten, and that import can be undone too.`
}

function Left({ left, total }: { left: UndoPreview['left']; total: number }) {
  if (left.length === 0) return null
  return (
    <section class="section" aria-labelledby="left">
      <h2 id="left">What stays as it is: {counted(total, 'fact')}</h2>
      {[...Map.groupBy(left, each => each.why)].map(([why, facts]) => (
        <>
          <h3>{leftWords[why]}</h3>
          <ul class="import-left">
            {facts.map(({ title, what, knownOn }) => (
              <li>
                {title || what}, known on {dayInWords(knownOn)}
                {title !== '' && <span class="import-slug">{what}</span>}
              </li>
            ))}
          </ul>
        </>
      ))}
      {total > left.length && <p class="quiet">and {total - left.length} more</p>}
    </section>
  )
}
