/** Who owes the words that a card does not have yet. */
export function Owed({ lead }: { lead: string }) {
  return (
    <>
      No words have been written for this card yet
      {lead ? `; ${theRole(lead)} them.` : ', and no lead is named who owes them.'}
    </>
  )
}

/** Several roles are parted by semicolons. @example 'the Director of Care owes' */
function theRole(lead: string): string {
  const roles = lead
    .split(';')
    .map(role => role.trim())
    .filter(Boolean)
  return `the ${roles.join(' and the ')} ${roles.length === 1 ? 'owes' : 'owe'}`
}
