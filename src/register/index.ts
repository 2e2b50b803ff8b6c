/** The store of append-only facts: what other folders may use of it. */
export type { AuditReport } from './audit/verify.ts'
export { breathe } from './breathe.ts'
export { Conflict, type Report } from './change.ts'
export type { RegisterEffects } from './effects.ts'
export { type AsAt, type AuditEntry, type ExportedFact, type Reader, redactionKey } from './reader.ts'
export { type Author, openRegister, type Register } from './register.ts'
