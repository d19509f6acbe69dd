/**
 * What an account may ask about its people. The rule: a person who does not follow is an openid and
 * `subscribe: 0`, nothing else; nickname and portrait have not been given out since the end of 2021.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo
 */
import type { BusinessCall, Endpoint } from './endpoint.ts';
import type { People, Person } from './people.ts';
import { isRefusal, type Refusal, readJson, refuse } from './refusals.ts';

const pageSize = 10_000;
const batchSize = 100;

function profile(person: Person, unionBound: boolean): object {
  if (!person.following) return { subscribe: 0, openid: person.openid };
  return {
    subscribe: 1,
    openid: person.openid,
    language: 'zh_CN',
    subscribe_time: person.subscribeTime,
    ...(unionBound ? { unionid: person.unionid } : {}),
    remark: person.remark,
    groupid: person.tagIds[0] ?? 0,
    tagid_list: person.tagIds,
    subscribe_scene: person.subscribeScene,
    qr_scene: person.qrScene,
    qr_scene_str: person.qrSceneStr,
  };
}

export function userEndpoints(people: People): Endpoint[] {
  function ours(openid: unknown, { app }: BusinessCall): Person | Refusal {
    if (openid === undefined || openid === '') return refuse(41009);
    const person = typeof openid === 'string' ? people.find(openid, app.appId) : undefined;
    // find() also answers to kinds; WeChat knows openids only.
    return person?.openid === openid && person?.appId === app.appId ? person : refuse(40003);
  }

  function info(call: BusinessCall): object {
    const person = ours(call.query.openid, call);
    return isRefusal(person) ? person : profile(person, call.app.unionBound !== false);
  }

  function batchget(call: BusinessCall): object {
    const body = readJson(call.body);
    if (isRefusal(body)) return body;
    const asked = body.value.user_list;
    if (!Array.isArray(asked) || asked.length === 0) return refuse(40031);
    if (asked.length > batchSize) return refuse(40032);
    const answers: object[] = [];
    for (const item of asked as unknown[]) {
      const openid = typeof item === 'object' && item !== null && 'openid' in item ? item.openid : undefined;
      const person = ours(openid, call);
      // One openid that is not ours spoils the whole batch.
      if (isRefusal(person)) return person;
      answers.push(profile(person, call.app.unionBound !== false));
    }
    return { user_info_list: answers };
  }

  function get(call: BusinessCall): object {
    const everyone = people.list(call.app.appId);
    const after = call.query.next_openid ?? '';
    let index = 0;
    if (after !== '') {
      const person = ours(after, call);
      if (isRefusal(person)) return person;
      index = everyone.indexOf(person) + 1;
    }
    const page: string[] = [];
    for (; index < everyone.length && page.length < pageSize; index += 1) {
      const person = everyone[index];
      if (person?.following) page.push(person.openid);
    }
    const total = everyone.reduce((sum, person) => sum + (person.following ? 1 : 0), 0);
    if (page.length === 0) return { total, count: 0, next_openid: '' };
    return { total, count: page.length, data: { openid: page }, next_openid: page.at(-1) };
  }

  const asked = { needs: 'token', right: 'people' } as const;
  return [
    { method: 'GET', path: '/cgi-bin/user/info', ...asked, answer: info },
    { method: 'POST', path: '/cgi-bin/user/info/batchget', ...asked, answer: batchget },
    { method: 'GET', path: '/cgi-bin/user/get', ...asked, answer: get },
  ];
}
