/**
 * The tags of each account, and putting them on its followers. The rule: all of a call is done or nothing is, and
 * every limit answers with the code WeChat has for it.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/tagmanage/api_createtag
 */
import type { Apps } from './apps.ts';
import type { BusinessCall, Endpoint } from './endpoint.ts';
import type { People, Person } from './people.ts';
import { isRefusal, type Refusal, readJson, refuse } from './refusals.ts';

const mostTags = 100;
const mostOfOnePerson = 20;
const mostAtOnce = 50;
const longestName = 30;
const longestRemark = 30;
/** A tag that more people than this have cannot be deleted. */
const mostToDelete = 100_000;
/** 0, 1 and 2 are the platform's own. */
const firstOwn = 100;

const original: readonly [number, string][] = [
  [2, '星标组'],
  [100, '会员'],
  [101, '现场签到'],
];

interface TagBook {
  names: Map<number, string>;
  next: number;
}

const ok = { errcode: 0, errmsg: 'ok' };

export function createTags({ apps, people }: { apps: Apps; people: People }) {
  const books = new Map<string, TagBook>();

  function bookOf(appId: string): TagBook {
    let book = books.get(appId);
    if (book === undefined) {
      book = { names: new Map(original), next: 102 };
      books.set(appId, book);
    }
    return book;
  }

  function having(id: number, appId: string): Person[] {
    return people.list(appId).filter((person) => person.following && person.tagIds.includes(id));
  }

  /** A name that can be used, or why not. */
  function readName(value: unknown, { names }: TagBook, except?: number): string | Refusal {
    const name = typeof value === 'string' ? value.trim() : '';
    if (Buffer.byteLength(name) > longestName) return refuse(45158);
    const isTaken = [...names].some(([id, other]) => id !== except && other === name);
    return name === '' || isTaken ? refuse(45157) : name;
  }

  function readTag(body: string): { id?: unknown; name?: unknown } | Refusal {
    const json = readJson(body);
    if (isRefusal(json)) return json;
    const { tag } = json.value;
    return typeof tag === 'object' && tag !== null ? tag : refuse(47001);
  }

  /** A tag that may be changed, or why not. */
  function readOwn(id: unknown, { names }: TagBook): number | Refusal {
    if (id === 0 || id === 1 || id === 2) return refuse(45058);
    return typeof id === 'number' && id >= firstOwn && names.has(id) ? id : refuse(45159);
  }

  function list({ app }: BusinessCall): object {
    const { names } = bookOf(app.appId);
    return { tags: [...names].map(([id, name]) => ({ id, name, count: having(id, app.appId).length })) };
  }

  function create({ app, body }: BusinessCall): object {
    const tag = readTag(body);
    if (isRefusal(tag)) return tag;
    const book = bookOf(app.appId);
    const name = readName(tag.name, book);
    if (typeof name !== 'string') return name;
    if ([...book.names.keys()].filter((id) => id >= firstOwn).length >= mostTags) return refuse(45056);
    const id = book.next;
    book.next += 1;
    book.names.set(id, name);
    return { tag: { id, name } };
  }

  function update({ app, body }: BusinessCall): object {
    const tag = readTag(body);
    if (isRefusal(tag)) return tag;
    const book = bookOf(app.appId);
    const id = readOwn(tag.id, book);
    if (typeof id !== 'number') return id;
    const name = readName(tag.name, book, id);
    if (typeof name !== 'string') return name;
    book.names.set(id, name);
    return ok;
  }

  function remove({ app, body }: BusinessCall): object {
    const tag = readTag(body);
    if (isRefusal(tag)) return tag;
    const book = bookOf(app.appId);
    const id = readOwn(tag.id, book);
    if (typeof id !== 'number') return id;
    const tagged = having(id, app.appId);
    if (tagged.length > mostToDelete) return refuse(45057);
    for (const person of tagged) person.tagIds = person.tagIds.filter((other) => other !== id);
    book.names.delete(id);
    return ok;
  }

  /** A follower of this account; another account's openid is told apart from one that is nobody's. */
  function follower(openid: unknown, appId: string): Person | Refusal {
    const person = typeof openid === 'string' ? people.find(openid, appId) : undefined;
    if (person?.openid === openid && person?.appId === appId && person.following) return person;
    const isForeign = apps.list.some((other) => {
      const found = typeof openid === 'string' ? people.find(openid, other.appId) : undefined;
      return found?.openid === openid && found?.appId !== appId;
    });
    return refuse(isForeign ? 49003 : 40003);
  }

  function put({ app, body }: BusinessCall, add: boolean): object {
    const json = readJson(body);
    if (isRefusal(json)) return json;
    const { openid_list: openids, tagid: id } = json.value;
    if (!Array.isArray(openids) || openids.length === 0) return refuse(40031);
    if (openids.length > mostAtOnce) return refuse(40032);
    if (typeof id !== 'number' || !bookOf(app.appId).names.has(id)) return refuse(45159);
    const tagged: Person[] = [];
    for (const openid of openids as unknown[]) {
      const person = follower(openid, app.appId);
      if (isRefusal(person)) return person;
      const isFull = person.tagIds.length >= mostOfOnePerson && !person.tagIds.includes(id);
      if (add && isFull) return refuse(45059);
      tagged.push(person);
    }
    for (const person of tagged) {
      const others = person.tagIds.filter((other) => other !== id);
      person.tagIds = add ? [...others, id] : others;
    }
    return ok;
  }

  function remark({ app, body }: BusinessCall): object {
    const json = readJson(body);
    if (isRefusal(json)) return json;
    const { openid, remark: text } = json.value;
    const person = follower(openid, app.appId);
    if (isRefusal(person)) return person;
    // No code is documented for a remark that is too long.
    if (typeof text !== 'string' || [...text].length > longestRemark) return refuse(40035);
    person.remark = text;
    return ok;
  }

  const asked = { method: 'POST', needs: 'token', right: 'people' } as const;
  const endpoints: Endpoint[] = [
    { ...asked, method: 'GET', path: '/cgi-bin/tags/get', answer: list },
    { ...asked, path: '/cgi-bin/tags/create', answer: create },
    { ...asked, path: '/cgi-bin/tags/update', answer: update },
    { ...asked, path: '/cgi-bin/tags/delete', answer: remove },
    { ...asked, path: '/cgi-bin/tags/members/batchtagging', answer: (call: BusinessCall) => put(call, true) },
    {
      ...asked,
      path: '/cgi-bin/tags/members/batchuntagging',
      answer: (call: BusinessCall) => put(call, false),
    },
    { ...asked, path: '/cgi-bin/user/info/updateremark', answer: remark },
  ];
  return { endpoints, reset: () => books.clear() };
}
