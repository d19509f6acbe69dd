/**
 * The account's own codes, which lead to its profile and say where somebody came from: temporary and
 * permanent, by number or by text.
 * @see https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode
 */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { create } from 'qrcode/lib/core/qrcode.js';
import type { Calls } from './calls.ts';
import type { BusinessCall, Endpoint } from './endpoint.ts';
import { isRefusal, readJson, refuse } from './refusals.ts';

const longestLife = 2_592_000;
const defaultLife = 60;
const mostPermanent = 100_000;
const kept = 10_000;

export interface SceneCode {
  appId: string;
  /** Number or text, as `qrscene_` events and `qr_scene` fields tell it. */
  scene: number | string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

function isWholeNumber(value: unknown, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length >= 1 && value.length <= 64;
}

/** The scene the action asks for, or undefined when the two do not fit together. */
function readScene(action: unknown, info: unknown): number | string | undefined {
  const { scene } = (info ?? {}) as { scene?: { scene_id?: unknown; scene_str?: unknown } };
  const { scene_id: number, scene_str: text } = scene ?? {};
  if (action === 'QR_SCENE' && isWholeNumber(number, 0xffff_ffff)) return number;
  if (action === 'QR_LIMIT_SCENE' && isWholeNumber(number, mostPermanent)) return number;
  return (action === 'QR_STR_SCENE' || action === 'QR_LIMIT_STR_SCENE') && isText(text) ? text : undefined;
}

function picture(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 8;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) path += `M${column + 4} ${row + 4}h1v1h-1z`;
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" width="430" height="430" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path shape-rendering="crispEdges" d="${path}"/></svg>`;
}

export type SceneCodes = ReturnType<typeof createSceneCodes>;

/** `address` is where this platform listens: what the drawn code leads to. */
export function createSceneCodes({ clock, address }: { clock: () => number; address: () => string }) {
  const codes = new Map<string, SceneCode>();

  function make({ app, body }: BusinessCall): object {
    const json = readJson(body);
    if (isRefusal(json)) return json;
    const { action_name: action, action_info: info, expire_seconds: asked = defaultLife } = json.value;
    const scene = readScene(action, info);
    const permanent = `${action}`.startsWith('QR_LIMIT_');
    if (scene === undefined || !(permanent || isWholeNumber(asked, Number.MAX_SAFE_INTEGER))) {
      return refuse(40035);
    }
    const life = Math.min(Number(asked), longestLife);
    const ticket = `gQ${randomBytes(30).toString('base64')}==`;
    const expiresAt = permanent ? Number.POSITIVE_INFINITY : clock() + life * 1000;
    const oldest = codes.size >= kept ? codes.keys().next().value : undefined;
    if (oldest !== undefined) codes.delete(oldest);
    codes.set(ticket, { appId: app.appId, scene, expiresAt });
    return { ticket, ...(permanent ? {} : { expire_seconds: life }), url: linkOf(ticket) };
  }

  function find(ticket: string | undefined): SceneCode | undefined {
    const code = ticket === undefined ? undefined : codes.get(ticket);
    return code !== undefined && clock() < code.expiresAt ? code : undefined;
  }

  function linkOf(ticket: string): string {
    return `${address()}/q?ticket=${encodeURIComponent(ticket)}`;
  }

  const endpoint: Endpoint = {
    method: 'POST',
    path: '/cgi-bin/qrcode/create',
    needs: 'token',
    right: 'scene_codes',
    answer: make,
  };
  return {
    endpoint,
    /** The code a ticket stands for, while it lives. */
    find,
    /** An SVG of it; undefined for a ticket nobody has, as WeChat answers 404. */
    draw: (ticket: string | undefined) =>
      find(ticket) === undefined ? undefined : picture(linkOf(`${ticket}`)),
    reset: () => codes.clear(),
  };
}

const picturePath = '/cgi-bin/showqrcode';

/** The picture, and where scanning it leads. */
export function serveSceneCodes(
  server: FastifyInstance,
  { codes, calls }: { codes: SceneCodes; calls: Calls },
) {
  server.get<{ Querystring: { ticket?: string } }>(picturePath, (request, reply) => {
    calls.add(picturePath);
    const drawn = codes.draw(request.query.ticket);
    if (drawn === undefined) return reply.code(404).type('text/plain').send('404 page not found\n');
    return reply.type('image/svg+xml').send(drawn);
  });

  server.get<{ Querystring: { ticket?: string } }>('/q', (request, reply) => {
    const { ticket } = request.query;
    const code = codes.find(ticket);
    if (code === undefined) return reply.code(404).type('text/plain').send('404 page not found\n');
    return reply.redirect(`/phone/account/${code.appId}?${new URLSearchParams({ ticket: `${ticket}` })}`);
  });
}
