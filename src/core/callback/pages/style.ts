/**
 * The one style sheet of every phone page. It is inlined, and the page's policy allows only this text:
 * nothing may be interpolated into it. Every pair of colours meets WCAG AA in both schemes.
 */
export const STYLE = `
:root{color-scheme:light dark;--page:#f4f6f8;--card:#fff;--text:#17202b;--soft:#566271;--line:#dde3ea;--key:#0b6bcb;--on-key:#fff}
.followed{--tone:#0a7a43}.not_followed{--tone:#a84f08}.unknown{--tone:#46556b}
@media (prefers-color-scheme:dark){
:root{--page:#0f1419;--card:#1a212a;--text:#e9eef4;--soft:#a3b0bf;--line:#303b48;--key:#7db8f5;--on-key:#06203c}
.followed{--tone:#0b6439}.not_followed{--tone:#8a4209}.unknown{--tone:#3a4758}
}
*{box-sizing:border-box;margin:0}
html{-webkit-text-size-adjust:100%}
body{background:var(--page);color:var(--text);font:17px/1.55 -apple-system,BlinkMacSystemFont,"PingFang SC","Noto Sans CJK SC","Noto Sans SC","Microsoft YaHei",Roboto,sans-serif}
body{text-wrap:pretty}
body:lang(en){text-wrap:balance;font-family:-apple-system,BlinkMacSystemFont,Roboto,"Helvetica Neue",Arial,"PingFang SC","Noto Sans CJK SC",sans-serif}
main{display:flex;flex-direction:column;min-height:100vh;min-height:100svh;overflow-wrap:anywhere}
.hero{background:var(--tone);color:#fff;text-align:center;padding:30px 20px 24px}
.hero svg{display:block;width:112px;height:112px;margin:0 auto 12px;padding:18px;border-radius:50%;background:rgba(255,255,255,.16);fill:none;stroke:#fff;stroke-width:7;stroke-linecap:round;stroke-linejoin:round}
.followed .hero{flex:1;display:flex;flex-direction:column;justify-content:center}
.followed .hero svg{width:176px;height:176px;padding:30px;margin-bottom:24px}
.followed h1{font-size:46px}
.followed .body{flex:none;padding:18px 20px}
.compact .hero{padding:16px 20px 14px}
.compact .hero svg{width:68px;height:68px;padding:10px;margin-bottom:4px}
.pending .hero svg{animation:breathe 2s ease-in-out infinite}
@keyframes breathe{50%{opacity:.45}}
@media (prefers-reduced-motion:reduce){.pending .hero svg{animation:none}}
h1{font-size:38px;line-height:1.25;font-weight:700;outline:0}
.notice h1{font-size:27px}
.hero p{font-size:16px;margin-top:4px}
.body{flex:1;width:100%;max-width:480px;margin:0 auto;padding:20px 20px 12px}
.body>p{text-align:center}
.body>*+*{margin-top:14px}
.lead{font-size:19px;font-weight:600;line-height:1.4}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:14px;text-align:center}
.card img{display:block;width:192px;height:192px;margin:0 auto 8px;padding:6px;background:#fff;border-radius:8px}
.staff,.status{color:var(--soft);font-size:15px}
.button{display:flex;align-items:center;justify-content:center;width:100%;min-height:52px;padding:10px 16px;border:2px solid var(--key);border-radius:12px;background:var(--key);color:var(--on-key);font:inherit;font-weight:600;line-height:1.3;text-align:center;text-decoration:none;cursor:pointer}
.quiet{background:transparent;color:var(--key)}
.button:focus-visible,.link:focus-visible{outline:3px solid var(--text);outline-offset:2px}
.button[aria-disabled=true]{opacity:.6}
.status{min-height:24px}
.link{width:100%;min-height:48px;padding:10px 12px;border:1px solid var(--soft);border-radius:10px;background:var(--card);color:var(--text);font:15px/1.4 ui-monospace,Menlo,monospace}
.link+.button{margin-top:12px}
.steps{padding-left:1.4em;text-align:left}.steps li+li{margin-top:6px}
.staff{width:100%;max-width:480px;margin:0 auto;padding:10px 20px 16px;font-size:13px;text-align:center}
[hidden]{display:none!important}
`;
