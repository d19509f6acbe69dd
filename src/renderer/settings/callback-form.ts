/** Where the callback listener listens, as it is typed, and what of it is sent. */
import { type Settings, SettingsPatch } from '#shared/model/host.ts';
import { completeUrl } from '../public-url/complete-url.ts';

const LOOPBACK = '127.0.0.1';
const EVERYWHERE = '0.0.0.0';

export type CallbackSettings = Pick<Settings, 'callbackHost' | 'callbackPort' | 'publicUrl'>;

export type Reach = 'loopback' | 'everywhere' | 'other';

export interface CallbackDraft {
  reach: Reach;
  /** Only read when `reach` is `other`. */
  host: string;
  /** Null while the field is empty. */
  port: number | null;
  publicUrl: string;
}

export function reachOf(host: string): Reach {
  if (host === LOOPBACK) return 'loopback';
  return host === EVERYWHERE ? 'everywhere' : 'other';
}

export function callbackDraftOf(settings: CallbackSettings): CallbackDraft {
  const reach = reachOf(settings.callbackHost);
  return {
    reach,
    host: reach === 'other' ? settings.callbackHost : '',
    port: settings.callbackPort,
    publicUrl: settings.publicUrl ?? '',
  };
}

/** What `host.changeSettings` takes: only what differs. */
export function callbackPatchOf(draft: CallbackDraft, settings: CallbackSettings): SettingsPatch {
  const callbackHost =
    draft.reach === 'other' ? draft.host.trim() : draft.reach === 'everywhere' ? EVERYWHERE : LOOPBACK;
  const callbackPort = draft.port ?? 0;
  const publicUrl = completeUrl(draft.publicUrl).replace(/\/+$/, '') || null;
  return {
    ...(callbackHost === settings.callbackHost ? {} : { callbackHost }),
    ...(callbackPort === settings.callbackPort ? {} : { callbackPort }),
    ...(publicUrl === settings.publicUrl ? {} : { publicUrl }),
  };
}

/** True when a field, as typed, cannot be sent. An interface's address is given as an IP, v4 or v6. */
export function isBad(field: 'host' | 'port' | 'publicUrl', typed: string | number | null): boolean {
  if (field === 'host')
    return !/^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*)$/i.test(String(typed ?? '').trim());
  if (field === 'port') return typed !== null && !SettingsPatch.shape.callbackPort.safeParse(typed).success;
  const url = completeUrl(String(typed ?? ''));
  return url !== '' && !SettingsPatch.shape.publicUrl.safeParse(url).success;
}
