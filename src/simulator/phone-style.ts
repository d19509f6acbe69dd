/**
 * The look of the phone's pages: WeChat's calm greys, its green only where something is meant. Every text
 * colour keeps 4.5:1 on its ground in both themes, and whatever can be tapped is at least 44 px high.
 */
export const phoneStyle = `
:root{color-scheme:light dark;--ground:#ededed;--card:#fff;--ink:#191919;--soft:#636363;--line:#e6e6e6;--press:#ececec;
--green:#07c160;--dark:#04250f;--leaf:#06703a;--tint:#e3f7ec}
@media(prefers-color-scheme:dark){:root{--ground:#111;--card:#1d1d1d;--ink:#e8e8e8;--soft:#a3a3a3;--line:#2d2d2d;
--press:#2a2a2a;--leaf:#3fd487;--tint:#12321f}}
*{box-sizing:border-box;margin:0}
body{background:var(--ground);color:var(--ink);font:16px/1.45 -apple-system,"PingFang SC","Noto Sans CJK SC",
"Noto Sans SC","Microsoft YaHei",system-ui,sans-serif;min-height:100vh;display:flex;flex-direction:column}
a{color:inherit;text-decoration:none}
ul{list-style:none;padding:0}
header{height:44px;display:flex;align-items:center;justify-content:center;gap:6px;font-weight:600}
header [lang=en]{font-weight:400;font-size:14px;color:var(--soft)}
main{flex:1;width:100%;max-width:440px;margin:0 auto;padding:0 12px}
h1{font-size:22px;line-height:1.3;font-weight:600}
.en{display:block;font-size:13px;line-height:1.35;font-weight:400;color:var(--soft)}
.soft{color:var(--soft);font-size:14px}
.account{display:flex;align-items:center;gap:12px;padding:8px 4px 16px}
.mark{flex:none;width:44px;height:44px;border-radius:50%;background:var(--green);color:var(--dark);display:grid;
place-items:center;font-size:20px;font-weight:600}
.ask{padding:0 4px 14px}
.card{background:var(--card);border-radius:12px;overflow:hidden}
.row{display:flex;align-items:center;gap:12px;min-height:64px;padding:9px 12px}
li+li .row{background:linear-gradient(var(--line),var(--line)) 68px 0/100% 1px no-repeat}
a.row:active{background-color:var(--press)}
a:focus-visible,button:focus-visible{outline:3px solid var(--leaf);outline-offset:-3px}
.face{flex:none;width:44px;height:44px;border-radius:8px;display:grid;place-items:center;font-size:18px;font-weight:600;
background:var(--tone);color:#1c2420}
.text{flex:1;min-width:0}
.text b{font-weight:500;font-size:17px;line-height:1.3;display:block}
.tag{flex:none;font-size:14px;color:var(--soft)}
.tag.on{color:var(--leaf);font-weight:600}
.go{flex:none;width:8px;height:8px;border:solid var(--soft);border-width:1.5px 1.5px 0 0;transform:rotate(45deg);
margin-right:3px}
.note{display:flex;align-items:center;gap:12px;min-height:56px;margin-top:10px;padding:10px 12px;border-radius:12px;
background:var(--tint)}
.note span:first-child{flex:1}
.note b{color:var(--leaf);font-weight:600}
button{font:inherit;font-weight:600;border:0;border-radius:8px;min-height:44px;padding:0 14px;cursor:pointer;
background:var(--press);color:var(--ink)}
button .en{font-size:12px;color:inherit}
.row button{font-size:14px;min-width:88px}
.row button[data-follow]{background:var(--tint);color:var(--leaf)}
.hero{text-align:center;padding:32px 16px 28px}
.hero .mark{width:80px;height:80px;font-size:36px;margin:0 auto 14px}
.hero p{margin-top:6px}
.wide{display:block;width:calc(100% - 24px);margin:12px;min-height:56px;font-size:17px;line-height:1.25}
.wide[data-follow]{background:var(--green);color:var(--dark)}
.you{border:solid var(--line);border-width:1px 0;margin:0 12px;padding:12px 0}
.hint{padding:16px 20px;margin-top:16px;text-align:center;overflow-wrap:anywhere}
.center{text-align:center;padding:14px 12px}
.sign{width:72px;height:72px;border-radius:50%;margin:0 auto 16px;display:grid;place-items:center;font-size:40px;
font-weight:600;background:var(--card);color:var(--soft)}
footer{padding:16px 16px 20px;text-align:center;color:var(--soft);font-size:12px;line-height:1.5}
footer [lang=en]{display:block}
`;
