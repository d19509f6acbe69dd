/** The one page a browser without a session may see: a field for the console token. No script. */
import { createHash } from 'node:crypto';
import type { Language } from '#shared/model/host.ts';

export type SignInTrouble = 'wrong_token' | 'used_link' | 'too_often';

const words = {
  'zh-CN': {
    title: '登录关注台',
    what: '请输入控制台令牌。它在启动时打印的那一行里(consoleToken),也可以直接打开启动时给出的一次性链接。',
    label: '控制台令牌',
    button: '登录',
    trouble: {
      wrong_token: '令牌不对。请重新复制整段令牌。',
      used_link: '这个链接已经用过或已过期。请输入令牌,或重新启动后使用新的链接。',
      too_often: '尝试次数太多,请一分钟后再试。',
    },
  },
  en: {
    title: 'Sign in to FollowDesk',
    what: 'Enter the console token. It is in the line printed at start (consoleToken); the one-time link printed there works too.',
    label: 'Console token',
    button: 'Sign in',
    trouble: {
      wrong_token: 'That is not the token. Copy all of it and try again.',
      used_link: 'This link has been used or is too old. Enter the token, or start again for a new link.',
      too_often: 'Too many attempts. Try again in a minute.',
    },
  },
} satisfies Record<Language, unknown>;

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0;min-height:100vh;display:grid;place-items:center}
main{width:min(22rem,90vw)}
h1{font-size:1.4rem}
label{display:block;margin:1rem 0 .25rem}
input,button{box-sizing:border-box;width:100%;padding:.6rem .75rem;font:inherit;border-radius:.5rem}
input{border:1px solid #8888}
button{margin-top:1rem;border:0;background:#077a3f;color:#fff;cursor:pointer}
p[role=alert]{color:light-dark(#b3261e,#ffb4ab)}`;

const styleHash = createHash('sha256').update(style).digest('base64');

export const signInPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export function signInPage(language: Language, trouble: SignInTrouble | null): string {
  const { title, what, label, button, trouble: troubles } = words[language];
  const alert = trouble === null ? '' : `<p role="alert">${troubles[trouble]}</p>\n`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${what}</p>
${alert}<form method="post" action="/session">
<label for="token">${label}</label>
<input id="token" name="token" type="password" autocomplete="current-password" required autofocus>
<button>${button}</button>
</form>
</main>
</body>
</html>
`;
}
