/**
 * Chromium refuses to navigate to a scheme it does not know, so `scheme://host/x` is shown to it as
 * `https://host.scheme.standin.invalid/x`, and everything the app is told is translated back.
 */
const SUFFIX = '.standin.invalid';

/** Requests that are ours to answer. */
export const ALIASED = `https://*${SUFFIX}/*`;

export type IsHandled = (scheme: string) => boolean;

/** The address as Chromium is to know it. */
export function toChromium(url: string, isHandled: IsHandled): string {
  const parts = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/is.exec(url);
  const [, scheme = '', host = '', rest = ''] = parts ?? [];
  return parts && isHandled(scheme) ? `https://${host}.${scheme}${SUFFIX}${rest}` : url;
}

/** The address as the app knows it. */
export function fromChromium(url: string): string {
  return url.replace(
    /^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.standin\.invalid/i,
    (_all, host: string, scheme: string) => `${scheme}://${host}`,
  );
}
