import type { PageContext } from '../context.ts'
import type { FieldProblem } from '../forms/error-summary.tsx'
import { readForm, visitorOf } from '../forms/forms.tsx'
import { type OrganisationContext, organisationPage, showPage } from '../show-page.ts'
import type { ListedImport } from './services.ts'
import { type FormFields, readUploadForm } from './uploaded-files.ts'
import { ImportPage } from './view.tsx'

/** The form that takes files, and what was imported before. */
export const importForm = organisationPage({
  question: ({ services, organisation }) => services.imports.list(organisation.slug),
  view: (imports, context) => viewOf(imports, context),
})

/** Keeps the files that were sent, to be looked at; nothing is stored yet. */
export async function takeFiles(context: PageContext): Promise<Response> {
  const { services, organisation, http, path } = context
  if (!organisation) throw new Error(`${path} is the address of no organisation`)
  const read = await readUploadForm(readForm(context), services.today())
  const again = async (problems: readonly FieldProblem[], fields?: FormFields) => {
    const imports = await services.imports.list(organisation.slug)
    return showPage(context, viewOf(imports, { ...context, organisation }, problems, fields), 400)
  }
  if (!('files' in read)) return again(read.problems, read.fields)
  const id = await services.imports.keep(organisation.slug, visitorOf(http) ?? '', read.files, read.how)
  if (id === null) return again([{ at: 'files', words: tooManyWait }])
  return http.redirect(`${path}/waiting/${id}`, 303)
}

const tooManyWait =
  'Too many files wait to be looked at already. Put away one of those, or try again tomorrow: they are removed after twelve hours'

function viewOf(
  imports: readonly ListedImport[],
  context: OrganisationContext,
  problems: readonly FieldProblem[] = [],
  fields?: FormFields,
) {
  return <ImportPage context={context} imports={imports} problems={problems} day={fields?.day} />
}
