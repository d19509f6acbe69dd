/** What is in the box, what can be read from it, and sending it off. What was typed outlives a failure. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { MOST_OPENIDS } from '#shared/model/lookup.ts';
import { useConsole } from '../host/console.tsx';
import { hashOf } from '../routing.ts';
import { FileUnreadable, readFile } from './read-file.ts';
import { isMasked, type ReadOpenids, readOpenids, withStrays } from './read-openids.ts';
import { type Choice, guessedChoice, pastedTable, readSource, type Source, sourceOfText } from './source.ts';

/** Longer, a text would make typing slow: it is kept beside the box. */
const LONG_PASTE = 200_000;

export type BoxTrouble = FileUnreadable['trouble'] | 'not_one' | 'none_here' | 'masked';

interface Trouble {
  what: BoxTrouble;
  /** Of a file that could not be read. */
  fileName: string | null;
}

export type Box = ReturnType<typeof useBox>;

export function useBox(accountId: string) {
  const { query } = useConsole();
  const queryClient = useQueryClient();
  const [text, setText] = useState('');
  const [source, setSource] = useState<Source | null>(null);
  const [choice, setChoice] = useState<Choice>({ sheet: 0, column: null });
  const [strayToo, setStrayToo] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [opening, setOpening] = useState(false);
  const shown = useDeferredValue(text);
  const read = useMemo(
    () => (source ? readSource(source, choice) : readOpenids(shown)),
    [source, choice, shown],
  );
  const start = useMutation(
    query.lookups.start.mutationOptions({
      onSuccess(lookup) {
        queryClient.setQueryData(query.lookups.get.queryKey({ input: { id: lookup.id } }), lookup);
        void queryClient.invalidateQueries({ queryKey: query.lookups.list.key() });
      },
    }),
  );
  const openids = strayToo ? withStrays(read) : read.openids;

  /** What was typed is there again when a file is put away. */
  function putAway(): void {
    setSource(null);
    setStrayToo(false);
    setTrouble(null);
  }
  function use(next: Source): void {
    putAway();
    setSource(next);
    setChoice(guessedChoice(next));
  }
  /** The box is free at once: a scanner does not wait. */
  function send(wanted: string[]): void {
    if (wanted.length === 0 || wanted.length > MOST_OPENIDS) return;
    const sent = { text, source };
    setText('');
    setTrouble(null);
    start.mutate(
      { accountId, openids: wanted },
      {
        onSuccess({ id }) {
          setSource(null);
          setStrayToo(false);
          location.hash = hashOf('lookup', id);
        },
        onError: () => setText((typed) => (typed === '' && sent.source === null ? sent.text : typed)),
      },
    );
  }

  return {
    text,
    source,
    choice,
    read,
    openids,
    strayToo,
    trouble: trouble ?? nothingIn(read),
    opening,
    start,
    tooMany: openids.length > MOST_OPENIDS,
    setChoice,
    setStrayToo,
    putAway,
    type(typed: string): void {
      setText(typed);
      setTrouble(null);
    },
    /** True when the pasted text was kept beside the box. */
    paste(pasted: string): boolean {
      const table = text === '' ? pastedTable(pasted) : null;
      if (table) use(table);
      else if (pasted.length > LONG_PASTE) use(sourceOfText(null, pasted));
      else return false;
      return true;
    },
    async takeFile(file: File): Promise<void> {
      setOpening(true);
      try {
        use(await readFile(file));
      } catch (error) {
        // The file before it is not what is wanted any more.
        putAway();
        const what = error instanceof FileUnreadable ? error.trouble : 'not_text';
        setTrouble({ what, fileName: file.name });
      } finally {
        setOpening(false);
      }
    },
    sendAll: () => send(openids),
    /** What a scanner's Enter means: the line is complete. False when the line holds no openid. */
    sendLine(): boolean {
      const line = readOpenids(text);
      if (line.openids.length === 0) {
        if (text.trim() !== '') setTrouble({ what: 'not_one', fileName: null });
        return false;
      }
      send(strayToo ? withStrays(line) : line.openids);
      return true;
    },
    /** Asks about the line as it is, whatever it looks like. */
    sendAnyway: () => send([text.trim()]),
  };
}

/** A list without a single openid; one line is not judged before Enter. */
function nothingIn({ openids, strays }: ReadOpenids): Trouble | null {
  if (openids.length > 0 || strays.length < 2) return null;
  return { what: strays.some(isMasked) ? 'masked' : 'none_here', fileName: null };
}
