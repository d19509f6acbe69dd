/** Does what was chosen in the palette. A deed that fails says so; nothing is left half done. */
import { App } from 'antd';
import { copyText } from '../components/clipboard.ts';
import { useConsole } from '../host/console.tsx';
import { useCurrentAccount } from '../host/current-account.tsx';
import { readMemory, writeMemory } from '../host/memory.ts';
import { useLock } from '../lock/use-lock.ts';
import { hashOf } from '../routing.ts';
import { useChangeSettings } from '../settings/use-change-settings.ts';
import { describeError } from '../text/describe-error.ts';
import { useText } from '../text/text.ts';
import type { Deed } from './offers.ts';

/** `onEntry`: another entry was chosen, or all of them, which the desk reads when it opens. */
export function useDeeds(onEntry: () => void): (deed: Deed) => void {
  const t = useText();
  const { client } = useConsole();
  const { choose } = useCurrentAccount();
  const { message, notification } = App.useApp();
  const settings = useChangeSettings();
  const { lockNow, askForPin, startKiosk } = useLock();

  function explain(error: unknown): void {
    const { title, remedy } = describeError(t, error);
    notification.error({ title, description: remedy });
  }

  async function copyLink(entry: { id: string; name: string }): Promise<void> {
    try {
      const { entryUrl, authorizeUrl } = await client.entries.code({ id: entry.id });
      // The one the desk shows.
      const copied = await copyText(readMemory('link') === 'direct' ? authorizeUrl : entryUrl);
      if (copied) void message.success(t('palette.linkCopied', { name: entry.name }));
      else void message.error(t('palette.linkNotCopied'));
    } catch (error) {
      explain(error);
    }
  }

  return (deed) => {
    switch (deed.kind) {
      case 'go':
        location.hash = hashOf(deed.screen);
        break;
      case 'addAccount':
        location.hash = `${hashOf('accounts')}/new`;
        break;
      case 'gates':
        writeMemory('desk', 'all');
        location.hash = hashOf('desk');
        onEntry();
        break;
      case 'bulk':
      case 'posters':
        location.hash = hashOf('desk', deed.kind);
        break;
      case 'copyLink':
        void copyLink(deed.entry);
        break;
      case 'showEntry':
        writeMemory(`entry.${deed.entry.accountId}`, deed.entry.id);
        writeMemory('desk', 'one');
        choose(deed.entry.accountId);
        location.hash = hashOf('desk');
        onEntry();
        break;
      case 'chooseAccount':
        choose(deed.accountId);
        break;
      case 'theme':
        settings.mutate({ theme: deed.theme }, { onError: explain });
        break;
      case 'language':
        settings.mutate({ language: deed.language }, { onError: explain });
        break;
      case 'lock':
        lockNow();
        break;
      case 'unlock':
        askForPin();
        break;
      case 'kiosk':
        startKiosk();
        break;
    }
  };
}
