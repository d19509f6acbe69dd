/** How FollowDesk reaches WeChat. TLS checks are no setting: they cannot be weakened. */
import { z } from 'zod';

const ProxyUrl = z
  .url({ protocol: /^https?$/ })
  .max(300)
  // A password in an address would be shown with it: it has a field of its own.
  .refine((url) => !/^https?:\/\/[^/]*@/i.test(url), {
    message: 'The user and password have fields of their own',
  })
  .transform((url) => url.replace(/\/+$/, ''));
const ConnectSeconds = z.number().min(1).max(30);
const CallSeconds = z.number().min(2).max(60);

export const Network = z.object({
  /** The proxy that calls to WeChat go through; null = straight. */
  proxyUrl: z.string().nullable(),
  proxyUser: z.string().nullable(),
  hasProxyPassword: z.boolean(),
  /** How long opening a connection may take. */
  connectSeconds: z.number(),
  /** How long a whole call may take, connecting included. */
  callSeconds: z.number(),
});
export type Network = z.infer<typeof Network>;

export const NetworkPatch = z.object({
  proxyUrl: ProxyUrl.nullable().optional(),
  proxyUser: z.string().trim().min(1).max(128).nullable().optional(),
  /** Goes in and never comes out; null removes it. */
  proxyPassword: z.string().min(1).max(256).nullable().optional(),
  connectSeconds: ConnectSeconds.optional(),
  callSeconds: CallSeconds.optional(),
});
export type NetworkPatch = z.infer<typeof NetworkPatch>;
