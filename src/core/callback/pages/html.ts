/**
 * Markup that cannot be injected into: whatever is put into a template is escaped, unless it is markup made
 * here. The only ways to make markup are `html` and `trusted`, and `trusted` is for our own constants.
 */

const markup = Symbol('markup');

/** A piece of finished markup. */
export interface Html {
  readonly [markup]: string;
}

type Insertion = string | number | false | null | Html | readonly Html[];

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function insert(value: Insertion): string {
  if (value === null || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value));
  if ('length' in value) return value.map(write).join('');
  return write(value);
}

/** A template whose insertions are escaped; attributes must be quoted. `null` and `false` insert nothing. */
export function html(strings: TemplateStringsArray, ...values: Insertion[]): Html {
  return { [markup]: strings.reduce((text, part, index) => text + insert(values[index - 1] ?? null) + part) };
}

/** Markup as it stands. Only for constants of this folder, never for anything that came from outside. */
export function trusted(constant: string): Html {
  return { [markup]: constant };
}

/** The text of finished markup. */
export function write(piece: Html): string {
  return piece[markup];
}
