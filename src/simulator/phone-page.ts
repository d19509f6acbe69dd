/**
 * The pages a phone sees, as text. The rule: they work without script and without any other file, weigh less
 * than 10 kB, and speak Chinese first with a small English line below.
 */
import type { SimulatedApp } from './apps.ts';
import type { AuthorizeRequest, PageError } from './authorize.ts';
import { type Person, type PersonKind, personKinds } from './people.ts';
import { phoneStyle } from './phone-style.ts';

const style = phoneStyle.trim().replaceAll('\n', '');

interface Cast {
  name: string;
  /** One character on a coloured ground. */
  face: string;
  tone: string;
  zh: string;
  en: string;
}

const cast: Record<PersonKind, Cast> = {
  follower: { name: '林晓', face: '晓', tone: '#bfe8cf', zh: '老粉丝', en: 'A follower' },
  stranger: { name: '路过的人', face: '路', tone: '#cfdcf2', zh: '偶然路过', en: 'A stranger' },
  declines: {
    name: '不愿授权的人',
    face: '拒',
    tone: '#f2d6cf',
    zh: '会点“拒绝”',
    en: 'Declines to sign in',
  },
  snapshot: {
    name: '快照页访客',
    face: '影',
    tone: '#dcdcdc',
    zh: '虚拟账号，认不出是谁',
    en: 'Snapshot page',
  },
  new: {
    name: '新朋友',
    face: '新',
    tone: '#f3e3b3',
    zh: '每次都是陌生的新人',
    en: 'Somebody new each time',
  },
};

function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

function english(text: string): string {
  return `<span class="en" lang="en">${text}</span>`;
}

function page(title: string, main: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">
<title>${escapeHtml(title)}</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body><header><span>微信模拟器</span><span lang="en">Simulator</span></header>
<main>${main}</main>
<footer>一切都在模拟器里，不会连接微信<span lang="en">Nothing here reaches the real WeChat</span></footer></body></html>`;
}

function face({ face: character, tone }: Cast): string {
  return `<span class="face" style="--tone:${tone}" aria-hidden="true">${character}</span>`;
}

function words({ zh, en }: Cast, name: string): string {
  return `<span class="text"><b>${escapeHtml(name)}</b><span class="soft">${zh}</span>${english(en)}</span>`;
}

function tag(following: boolean): string {
  return following ? '<span class="tag on">已关注</span>' : '<span class="tag">未关注</span>';
}

function mark(app: SimulatedApp): string {
  return `<span class="mark" aria-hidden="true">${escapeHtml(app.name.slice(0, 1))}</span>`;
}

export function followPath(person: Person): string {
  return `/phone/follow?${new URLSearchParams({ appid: person.appId, openid: person.openid })}`;
}

function nextStep(stranger: Person | undefined): string {
  if (stranger === undefined || stranger.following) return '';
  return `<a class="note" href="${escapeHtml(followPath(stranger))}" data-follow-now><span>刚才的<b>${escapeHtml(
    stranger.name,
  )}</b>还没关注，现在去关注${english('Follow as this visitor')}</span><i class="go"></i></a>`;
}

/** Who scans? `find` tells how each of the five stands with the account. */
export function authorizePage(
  { app, scope }: AuthorizeRequest,
  rawQuery: string,
  find: (kind: PersonKind) => Person | undefined,
  stranger: Person | undefined,
): string {
  const rows = personKinds.map((kind) => {
    const member = cast[kind];
    const href = escapeHtml(`?${rawQuery}&as=${kind}`);
    const state = kind === 'follower' || kind === 'stranger' ? tag(find(kind)?.following === true) : '';
    const inside = `${face(member)}${words(member, member.name)}`;
    return `<li><a class="row" data-person="${kind}" href="${href}">${inside}${state}<i class="go"></i></a></li>`;
  });
  const asks =
    scope === 'snsapi_base' ? '想知道你的 openid · 静默授权' : '想知道你的 openid、昵称和头像 · 需要同意';
  return page(
    app.name,
    `<div class="account">${mark(app)}<p><b>${escapeHtml(app.name)}</b><br><span class="soft">${asks}</span></p></div>
<h1 class="ask">这次由谁来扫码？${english('Who is scanning this time?')}</h1>
<ul class="card">${rows.join('')}</ul>${nextStep(stranger)}`,
  );
}

/** WeChat's plain error page, and below it a word to whoever made the link. */
export function errorPage({ code, message, hint }: PageError): string {
  const number = code === undefined ? '' : `<p class="soft">错误码：${code}</p>`;
  const [zh = '', en = ''] = hint.split(' · ').map(escapeHtml);
  const note = hint === '' ? '' : `<p class="card hint">${zh}${english(en)}</p>`;
  return page(
    '无法打开',
    `<div class="hero" data-errcode="${code ?? ''}"><div class="sign" aria-hidden="true">!</div>
<h1>${escapeHtml(message)}</h1>${number}</div>${note}`,
  );
}

/** The account's profile as one person sees it. */
export function followPage(app: SimulatedApp, person: Person): string {
  const { name, following, kind } = person;
  const member = person.kind === 'crowd' ? cast.stranger : cast[person.kind];
  const fields = [
    ['appid', app.appId],
    ['openid', person.openid],
    ['follow', following ? 0 : 1],
  ].map(([field, value]) => `<input type="hidden" name="${field}" value="${value}">`);
  const button = following
    ? `<button class="wide" data-unfollow="${kind}">取消关注${english('Unfollow')}</button>`
    : `<button class="wide" data-follow="${kind}">关注公众号${english('Follow')}</button>`;
  const after = `回到刚才的页面，再查一次就能看到${english('Go back and check again to see it')}`;
  const you = `<span class="text"><b>${escapeHtml(name)}</b>${english('You are this person')}</span>`;
  return page(
    app.name,
    `<div class="card"><div class="hero">${mark(app)}<h1>${escapeHtml(app.name)}</h1>
<p class="soft">公众号 <span lang="en">Official Account</span></p></div>
<div class="row you">${face(member)}${you}${tag(following)}</div>
<form method="post" action="/phone/follow">${fields.join('')}${button}</form></div>
<p class="center" role="status">${following ? after : ''}</p>`,
  );
}

/** Where the account's own QR code leads: everybody, and whether they follow. */
export function accountPage(
  app: SimulatedApp,
  find: (kind: PersonKind) => Person | undefined,
  stranger: Person | undefined,
): string {
  const rows = personKinds.map((kind) => {
    const member = cast[kind];
    const person = find(kind);
    const inside = `${face(member)}${words(member, person?.name ?? member.name)}`;
    if (person === undefined)
      return `<li><div class="row">${inside}<span class="tag">还没来过</span></div></li>`;
    const flip = `<input type="hidden" name="openid" value="${person.openid}"><input type="hidden" name="follow" value="${
      person.following ? 0 : 1
    }">`;
    const [verb, zh, en] = person.following
      ? ['unfollow', '取消关注', 'Unfollow']
      : ['follow', '关注', 'Follow'];
    const label = escapeHtml(`${zh} ${en} ${person.name}`);
    const button = `<button data-${verb}="${kind}" aria-label="${label}">${zh}${english(en)}</button>`;
    return `<li><form class="row" method="post">${inside}${flip}${button}</form></li>`;
  });
  return page(
    app.name,
    `<div class="account">${mark(app)}<h1>${escapeHtml(app.name)}${english('Who follows this account')}</h1></div>
<ul class="card">${rows.join('')}</ul>${nextStep(stranger)}`,
  );
}
