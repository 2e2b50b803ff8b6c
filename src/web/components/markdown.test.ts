import { expect, test } from 'vitest'
import { markdown } from './markdown.ts'

test.each([
  ['# Heading', '<h3>Heading</h3>'],
  ['###### Deep', '<h6>Deep</h6>'],
  ['- one\n- **two**', '<ul>\n<li>one</li>\n<li><strong>two</strong></li>\n</ul>'],
  ['[plan](https://www.norfolk.gov.uk/)', '<p><a href="https://www.norfolk.gov.uk/">plan</a></p>'],
  ['[write](mailto:a@b.example)', '<p><a href="mailto:a@b.example">write</a></p>'],
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['A <b onclick="x()">bold</b> word', '<p>A &lt;b onclick="x()"&gt;bold&lt;/b&gt; word</p>'],
  ['![a picture](https://a.example/p.png)', '<p>a picture</p>'],
])('markdown() makes %j into %j', (text, html) => {
  expect(markdown(text).trim()).toBe(html)
})

test.each([
  '[x](javascript:alert(1))',
  '[x](data:text/html,x)',
  '[x](//evil.example)',
  '[x](/norfolk)',
  '[x](JaVaScRiPt:1)',
])('markdown() does not lead anywhere by %s', text => {
  expect(markdown(text)).not.toContain('href')
  expect(markdown(text)).toContain('x')
})
