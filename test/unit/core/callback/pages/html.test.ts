import { expect, test } from 'vitest';
import { html, trusted, write } from '#core/callback/pages/html.ts';

test('text and attributes are escaped', () => {
  const hostile = `"><script>alert('1' & 2)</script>`;
  expect(write(html`<a title="${hostile}">${hostile}</a>`)).toBe(
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;1&#39; &amp; 2)&lt;/script&gt;">' +
      '&quot;&gt;&lt;script&gt;alert(&#39;1&#39; &amp; 2)&lt;/script&gt;</a>',
  );
});

test('markup made here nests unescaped, once', () => {
  const items = ['a<b', 'c'].map((item) => html`<li>${item}</li>`);
  expect(write(html`<ol>${items}</ol>${trusted('<hr>')}`)).toBe('<ol><li>a&lt;b</li><li>c</li></ol><hr>');
});

test('null and false insert nothing, zero inserts itself', () => {
  expect(write(html`[${null}${false}${0}]`)).toBe('[0]');
});

test('an object that only looks like markup cannot be inserted as markup', () => {
  const forged = JSON.parse('{"markup":"<script>"}');
  expect(write(html`<p>${forged}</p>`)).not.toContain('<script>');
});
