/**
 * Messages between the app and a page as text: the part of structured clone that is used. It runs at both ends
 * (in pages as injected text), so the function must not reach outside itself.
 */

interface Coded {
  type: 'undefined' | 'array' | 'object' | 'bytes' | 'date' | 'error';
  value?: unknown;
}

export interface Codec {
  /** @throws an Error as Electron's for what cannot be cloned, and "not in the stand-in" for what we do not clone */
  encode(message: unknown): string;
  decode(text: string): unknown;
}

export function createCodec(): Codec {
  const inNode = typeof Buffer !== 'undefined';
  type Base64 = { toBase64(): string };
  type FromBase64 = { fromBase64(text: string): Uint8Array };

  function toBase64(bytes: Uint8Array): string {
    return inNode ? Buffer.from(bytes).toString('base64') : (bytes as unknown as Base64).toBase64();
  }
  function fromBase64(text: string): Uint8Array {
    if (inNode) return new Uint8Array(Buffer.from(text, 'base64'));
    return (Uint8Array as unknown as FromBase64).fromBase64(text);
  }

  function coded(value: unknown): unknown {
    if (value === undefined) return { type: 'undefined' };
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'function' || typeof value === 'symbol') {
      throw new Error('An object could not be cloned.');
    }
    const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
    if (Array.isArray(value)) return { type: 'array', value: value.map(coded) };
    if (value instanceof Uint8Array) return { type: 'bytes', value: toBase64(value) };
    if (value instanceof Date) return { type: 'date', value: value.getTime() };
    if (value instanceof Error) return { type: 'error', value: value.message };
    if (kind !== 'Object') throw new Error(`not in the stand-in: a message with a ${kind} in it`);
    const members = Object.entries(value as object).map(([name, member]) => [name, coded(member)]);
    return { type: 'object', value: Object.fromEntries(members) };
  }

  function decoded(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const { type, value: content } = value as Coded;
    switch (type) {
      case 'undefined':
        return undefined;
      case 'array':
        return (content as unknown[]).map(decoded);
      case 'bytes':
        return fromBase64(content as string);
      case 'date':
        return new Date(content as number);
      case 'error':
        return new Error(content as string);
      case 'object':
        return Object.fromEntries(
          Object.entries(content as object).map(([name, member]) => [name, decoded(member)]),
        );
    }
  }

  return {
    encode: (message) => JSON.stringify(coded(message)),
    decode: (text) => decoded(JSON.parse(text)),
  };
}
