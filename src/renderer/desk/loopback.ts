/** Tells a code no phone can follow before anybody scans it. */

/** True when the link, or the address WeChat would send the phone back to, exists on this computer only. */
export function isLoopback(link: string): boolean {
  const url = new URL(link);
  const target = url.searchParams.get('redirect_uri') ?? link;
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(target).hostname);
}
