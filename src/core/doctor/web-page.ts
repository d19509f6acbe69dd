/** What a page that should not be there calls itself: enough to recognise a tunnel's notice or a login. */

/** A stranger's text, so cut short and on one line; null for what is no page. */
export function titleOf(html: string): string | null {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(html.slice(0, 10_000))?.[1];
  return title?.replaceAll(/\s+/g, ' ').trim().slice(0, 80) || null;
}

export function isPage(text: string): boolean {
  return /^\s*(<!doctype|<html|<head|<body|<\?xml)/i.test(text);
}
