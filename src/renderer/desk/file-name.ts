/** An entry’s name as a file name, without what file systems refuse. */
export function fileName(name: string): string {
  return (
    name
      .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim() || 'followdesk'
  );
}
