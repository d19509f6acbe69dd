/** What people type where an address is wanted, made one. */

/** A bare domain with the scheme WeChat wants; anything else as it was typed, without blanks around it. */
export function completeUrl(typed: string): string {
  const value = typed.trim();
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)+([:/].*)?$/i.test(value) ? `https://${value}` : value;
}
