import { NotFound } from '../../answers/not-found.ts'
import type { PageContext } from '../context.ts'
import type { FieldProblem } from '../forms/error-summary.tsx'
import { readForm } from '../forms/forms.tsx'
import { showPage } from '../show-page.ts'
import { importOf } from './result-route.tsx'
import { UndoPage } from './undo.tsx'

/** Characters of a reason: it stays in the audit for good. */
const longestWhy = 1000

/** What the undoing of an import would change. @throws NotFound when there is no such import of the organisation */
export function undoForm(context: PageContext): Promise<Response> {
  return shown(context)
}

/** Undoes an import as it was shown, with a reason. */
export async function undoImport(context: PageContext): Promise<Response> {
  const { services, http, organisation } = context
  const { n } = await importOf(context)
  const form = readForm(context)
  const why = form.text('why').replaceAll(/\s+/g, ' ')
  if (why === '') return shown(context, { problem: { at: 'why', words: 'Say why the import is undone' } })
  if (why.length > longestWhy) {
    const words = `Say it in at most ${longestWhy} characters; there are ${why.length}`
    return shown(context, { problem: { at: 'why', words }, why })
  }
  const undone = await services.imports.undo(n, form.text('digest'), why)
  if (undone.kind === 'stored') return http.redirect(`/${organisation?.slug}/import/${undone.n}`, 303)
  const words =
    undone.kind === 'refused'
      ? undone.why
      : 'Not undone, as somebody changed the register in the meantime. Look at what would change now, and undo it then'
  return shown(context, { problem: { at: 'undo', words }, why, status: 409 })
}

type Wrong = { readonly problem?: FieldProblem; readonly why?: string; readonly status?: 400 | 409 }

async function shown(context: PageContext, { problem, why = '', status = 400 }: Wrong = {}): Promise<Response> {
  const { services, organisation } = context
  const past = await importOf(context)
  if (!organisation) throw new NotFound('There is no such import')
  const plan = await services.imports.planUndo(past.n)
  const view = <UndoPage context={{ ...context, organisation }} past={past} plan={plan} problem={problem} why={why} />
  return showPage(context, view, problem ? status : undefined)
}
