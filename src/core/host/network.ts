/**
 * How this host gets out: limits and proxy, kept in the settings file, the proxy's password sealed. The rule:
 * the password goes nowhere but to the proxy it was given for. Another proxy address without it drops it.
 */
import type { Network, NetworkPatch } from '#shared/model/network.ts';
import type { Vault } from '../environment.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import type { StoredNetwork } from '../storage/settings-schema.ts';
import type { OutboundNetwork } from '../wechat/outbound.ts';

export interface NetworkSettings {
  network(): Network;
  /** In force for the next call. @throws VaultUnavailable, VaultUndecided, StorageFailed and changes nothing. */
  changeNetwork(patch: NetworkPatch): Network;
  /** What calls go by; the same object as long as nothing changed. */
  inForce(): OutboundNetwork;
}

export function createNetworkSettings({
  file,
  vault,
}: {
  file: SettingsFile;
  vault: Pick<Vault, 'seal' | 'open'>;
}): NetworkSettings {
  let stored: StoredNetwork | null = null;
  let outbound: OutboundNetwork | null = null;

  function passwordOf(sealed: string | null): string | null {
    const opened = sealed === null ? null : vault.open(sealed);
    return opened?.state === 'ok' ? opened.plain : null;
  }

  function inForce(): OutboundNetwork {
    const { network } = file.data();
    if (outbound !== null && network === stored) return outbound;
    const next: OutboundNetwork = {
      connectMs: network.connectSeconds * 1000,
      callMs: network.callSeconds * 1000,
      proxy:
        network.proxyUrl === null
          ? null
          : {
              url: network.proxyUrl,
              user: network.proxyUser,
              password: passwordOf(network.sealedProxyPassword),
            },
    };
    stored = network;
    outbound = next;
    return next;
  }

  function network(): Network {
    const { sealedProxyPassword, ...shown } = file.data().network;
    // One that cannot be opened is as good as none: it has to be typed again.
    return { ...shown, hasProxyPassword: passwordOf(sealedProxyPassword) !== null };
  }

  return {
    network,
    changeNetwork({ proxyPassword, ...patch }) {
      const before = file.data().network;
      const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const next: StoredNetwork = { ...before, ...given };
      if (proxyPassword !== undefined) {
        next.sealedProxyPassword = proxyPassword === null ? null : vault.seal(proxyPassword);
      } else if (next.proxyUrl !== before.proxyUrl) next.sealedProxyPassword = null;
      file.change((data) => ({ ...data, network: next }));
      return network();
    },
    inForce,
  };
}
