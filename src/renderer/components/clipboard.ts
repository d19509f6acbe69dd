/** Copying text, also where the Clipboard API is not to be had (plain http in a LAN). */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'visually-hidden';
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return copied;
}

/**
 * Copies what is still being gathered. The clipboard is asked at once, while the click that wants it counts;
 * rejects when the text does, or when nothing lets it be copied.
 */
export async function copyLater(text: Promise<string>): Promise<void> {
  try {
    const type = 'text/plain';
    await navigator.clipboard.write([
      new ClipboardItem({ [type]: text.then((ready) => new Blob([ready], { type })) }),
    ]);
  } catch {
    if (!(await copyText(await text))) throw new Error('This browser does not let anything be copied');
  }
}
