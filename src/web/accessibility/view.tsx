import type { Frame } from '../frame/frame.ts'
import { Page } from '../frame/page.tsx'

/** The accessibility statement. */
export function AccessibilityPage({ frame }: { frame: Frame }) {
  return (
    <Page frame={{ ...frame, day: null }} kind="reading" title="Accessibility statement">
      <h1>Accessibility statement</h1>
      <p>
        These pages are made so that everybody can use them. They aim to meet the Web Content Accessibility Guidelines
        2.2 at level AA.
      </p>
      <h2>What you can expect</h2>
      <ul>
        <li>Everything can be reached and used with a keyboard alone, and with JavaScript turned off.</li>
        <li>A rating or a direction is always said in words and shown by a shape, never by colour alone.</li>
        <li>The values behind every chart stand beside it in a table.</li>
        <li>
          Text can be made four times as large without anything being cut off, and colours and spacing can be your own.
        </li>
      </ul>
      <h2>How this is checked</h2>
      <p>
        Each kind of page is checked with the axe checker, at the width of a desk and of a phone, whenever Tidemark is
        changed. People who use assistive technology have not tested it yet.
      </p>
      <h2>If something does not work for you</h2>
      <p>
        Tell the organisation whose figures these are. Papers are published in several formats, so that you can take the
        one that suits you.
      </p>
    </Page>
  )
}
