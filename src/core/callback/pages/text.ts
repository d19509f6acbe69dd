/**
 * Everything the phone says, in both languages, in the visitor's words: no WeChat jargon, and always what to
 * do next. The codes the staff needs are printed apart, at the foot of the page.
 */
import type { Language } from '#shared/model/host.ts';
import type { Reason, Refusal, Verdict } from '#shared/model/verdict.ts';

/** What happened, and what the visitor does about it. */
interface Wording {
  what: string;
  todo: string;
}

interface PageText {
  verdicts: Record<Verdict, string>;
  reasons: Record<Reason, Wording>;
  refusals: Record<Refusal, Wording & { heading: string; steps: readonly string[] }>;
  notices: Record<'notFound' | 'unknownResult' | 'busy' | 'storageFailed', Wording & { heading: string }>;
  followed: { todo: string };
  notFollowed: {
    what: string;
    picture: string;
    pictureAlternative: string;
    page: string;
    byName: (account: string) => string;
    recheck: string;
  };
  unknown: { recheck: string; scanAgain: string; retrying: string };
  status: Record<'checking' | 'same' | 'stopped' | 'failed' | 'copied', string>;
  pendingStopped: string;
  scannedAt: string;
  param: string;
  link: { label: string; copy: string };
}

const chinese = {
  verdicts: { followed: '已关注', not_followed: '未关注', unknown: '未知' },
  reasons: {
    denied: { what: '您没有同意授权，所以查不到结果。', todo: '请重新扫码，并在提示出现时点“允许”。' },
    code_reused: { what: '这次扫码已经用过了。', todo: '请重新扫一次码。' },
    code_expired: { what: '这次扫码停留太久，已经失效。', todo: '请重新扫一次码。' },
    code_invalid: { what: '这次扫码没有成功。', todo: '请重新扫码；如果再次出现，请告诉工作人员。' },
    snapshot_user: {
      what: '您打开的只是预览页，看不出您是谁。',
      todo: '请点屏幕底部的“使用完整服务”，或者重新扫码。',
    },
    credentials: { what: '公众号的登录信息有误，暂时查不了。', todo: '这不是您的问题，请告诉工作人员。' },
    token: { what: '系统与公众号的连接断开了。', todo: '请稍后再查一次；如果还不行，请告诉工作人员。' },
    ip_not_allowed: {
      what: '这里的查询设备还没有得到公众号的许可。',
      todo: '这不是您的问题，请告诉工作人员。',
    },
    quota: { what: '公众号的查询次数用完了。', todo: '这不是您的问题，请告诉工作人员。' },
    permission: { what: '这个公众号没有开通关注查询。', todo: '这不是您的问题，请告诉工作人员。' },
    network: { what: '现在连不上微信。', todo: '请稍后再试；如果还不行，请告诉工作人员。' },
    platform_busy: { what: '微信现在很忙，没有给出结果。', todo: '请稍后再试；如果还不行，请告诉工作人员。' },
    bad_reply: { what: '收到的答复不完整，没法判断。', todo: '请再试一次；如果还不行，请告诉工作人员。' },
    no_subscribe: { what: '微信没有说明您是否关注。', todo: '请再查一次；如果还不行，请告诉工作人员。' },
    openid_rejected: { what: '公众号没有认出这次扫码。', todo: '请重新扫码；如果再次出现，请告诉工作人员。' },
    platform_error: { what: '微信没有给出结果。', todo: '请把本页最下面的代码告诉工作人员。' },
  },
  refusals: {
    bad_state: {
      heading: '链接不完整',
      what: '这个链接不是从我们的二维码来的，或者在途中被改动了。',
      todo: '请用微信“扫一扫”，直接扫现场屏幕上的码。',
      steps: [],
    },
    expired_state: {
      heading: '这个码过期了',
      what: '屏幕上的码会定时更换，您扫的是旧的一张。',
      todo: '请扫屏幕上现在的码。拍下来的照片或转发的图片不能用。',
      steps: [],
    },
    unknown_entry: {
      heading: '这个入口不存在',
      what: '它可能已经被主办方撤下了。',
      todo: '请扫现场屏幕上的码，或告诉工作人员。',
      steps: [],
    },
    not_in_wechat: {
      heading: '请在微信中打开',
      what: '只有微信里才能查询是否关注。',
      todo: '这样做：',
      steps: ['打开微信，用“扫一扫”扫同一个码；', '或者复制下面的链接，在微信里发给“文件传输助手”，再点开。'],
    },
  },
  notices: {
    notFound: {
      heading: '没有这个页面',
      what: '这个地址下什么也没有。',
      todo: '请扫现场屏幕上的码。',
    },
    unknownResult: {
      heading: '找不到这次扫码',
      what: '它的记录不存在，或者已经清除。',
      todo: '请重新扫现场屏幕上的码。',
    },
    busy: {
      heading: '人有点多，请稍等',
      what: '轮到您时，本页会自动继续。',
      todo: '不用重新扫码，也请不要关闭本页。',
    },
    storageFailed: {
      heading: '没有记录成功',
      what: '这次扫码没能保存下来，所以没有结果。',
      todo: '请重新扫一次码；如果再次出现，请告诉工作人员。',
    },
  },
  followed: { todo: '请向工作人员出示本页。' },
  notFollowed: {
    what: '您还没有关注这个公众号。',
    picture: '长按图片，选择“打开公众号”并关注',
    pictureAlternative: '这个公众号的二维码',
    page: '去关注',
    byName: (account) => `在微信里搜索公众号“${account}”，点“关注”，然后回到本页。`,
    recheck: '我已关注，再查一次',
  },
  unknown: {
    recheck: '再查一次',
    scanAgain: '重新扫码',
    retrying: '扫码已记下，正在自动重试，请不要关闭本页。',
  },
  status: {
    checking: '正在查询…',
    same: '还没有查到关注，会继续自动查询。',
    stopped: '已停止自动查询，可以再点一次上面的按钮。',
    failed: '没有查成，请稍后再试。',
    copied: '链接已复制',
  },
  pendingStopped: '还没有结果，会继续自动重试。着急的话，请告诉工作人员。',
  scannedAt: '扫码时间',
  param: '入口参数',
  link: { label: '本页链接', copy: '复制链接' },
} satisfies PageText;

const english = {
  verdicts: { followed: 'Followed', not_followed: 'Not followed', unknown: 'Unknown' },
  reasons: {
    denied: {
      what: 'You declined, so there is no result.',
      todo: 'Scan again and tap “Allow” when you are asked.',
    },
    code_reused: { what: 'This scan has been used already.', todo: 'Please scan again.' },
    code_expired: { what: 'This scan waited too long and is no longer valid.', todo: 'Please scan again.' },
    code_invalid: {
      what: 'This scan did not work.',
      todo: 'Please scan again. If it happens twice, please tell the staff.',
    },
    snapshot_user: {
      what: 'You are seeing a preview, which does not say who you are.',
      todo: 'Tap “Use full service” at the bottom of the screen, or scan again.',
    },
    credentials: {
      what: 'The account’s sign-in details are wrong, so we cannot check.',
      todo: 'This is not your fault. Please tell the staff.',
    },
    token: {
      what: 'Our connection to the account was cut.',
      todo: 'Check again in a moment. If it still fails, please tell the staff.',
    },
    ip_not_allowed: {
      what: 'The account has not yet admitted the computer that checks here.',
      todo: 'This is not your fault. Please tell the staff.',
    },
    quota: {
      what: 'The account has used up its checks.',
      todo: 'This is not your fault. Please tell the staff.',
    },
    permission: {
      what: 'This account is not allowed to check who follows it.',
      todo: 'This is not your fault. Please tell the staff.',
    },
    network: {
      what: 'WeChat cannot be reached right now.',
      todo: 'Try again in a moment. If it still fails, please tell the staff.',
    },
    platform_busy: {
      what: 'WeChat is busy and gave no result.',
      todo: 'Try again in a moment. If it still fails, please tell the staff.',
    },
    bad_reply: {
      what: 'The answer we received was incomplete.',
      todo: 'Please try again. If it still fails, please tell the staff.',
    },
    no_subscribe: {
      what: 'WeChat did not say whether you follow.',
      todo: 'Please check again. If it still fails, please tell the staff.',
    },
    openid_rejected: {
      what: 'The account did not recognise this scan.',
      todo: 'Please scan again. If it happens twice, please tell the staff.',
    },
    platform_error: {
      what: 'WeChat gave no result.',
      todo: 'Please show the staff the code at the bottom of this page.',
    },
  },
  refusals: {
    bad_state: {
      heading: 'This link is not complete',
      what: 'It did not come from our QR code, or it was changed on the way.',
      todo: 'In WeChat, use Scan on the code on the screen here.',
      steps: [],
    },
    expired_state: {
      heading: 'This code is old',
      what: 'The code on the screen changes regularly; yours is an earlier one.',
      todo: 'Scan the one on the screen now. A photo or a forwarded picture of it does not work.',
      steps: [],
    },
    unknown_entry: {
      heading: 'This entry does not exist',
      what: 'The organiser may have removed it.',
      todo: 'Scan the code on the screen here, or tell the staff.',
      steps: [],
    },
    not_in_wechat: {
      heading: 'Please open this in WeChat',
      what: 'Only WeChat can tell whether you follow.',
      todo: 'How to do it:',
      steps: [
        'Open WeChat and use Scan on the same code;',
        'or copy the link below, send it to “File Transfer” in WeChat, and tap it there.',
      ],
    },
  },
  notices: {
    notFound: {
      heading: 'No such page',
      what: 'There is nothing at this address.',
      todo: 'Please scan the code on the screen here.',
    },
    unknownResult: {
      heading: 'This scan cannot be found',
      what: 'It was never recorded, or its record was erased.',
      todo: 'Please scan the code on the screen again.',
    },
    busy: {
      heading: 'Many people are scanning',
      what: 'One moment: this page goes on by itself when it is your turn.',
      todo: 'No need to scan again. Please keep this page open.',
    },
    storageFailed: {
      heading: 'Not recorded',
      what: 'This scan could not be saved, so it has no result.',
      todo: 'Please scan again. If it happens twice, please tell the staff.',
    },
  },
  followed: { todo: 'Please show this page to the staff.' },
  notFollowed: {
    what: 'You do not follow this account yet.',
    picture: 'Press and hold the picture, open the account and follow it',
    pictureAlternative: 'QR code of this account',
    page: 'Go and follow',
    byName: (account) =>
      `Search WeChat for the official account “${account}”, tap “Follow”, then come back here.`,
    recheck: 'I have followed — check again',
  },
  unknown: {
    recheck: 'Check again',
    scanAgain: 'Scan again',
    retrying: 'Your scan is kept and we keep asking. Please keep this page open.',
  },
  status: {
    checking: 'Checking…',
    same: 'Not followed yet. We keep checking by ourselves.',
    stopped: 'We stopped checking. Tap the button above to go on.',
    failed: 'That did not work. Please try again in a moment.',
    copied: 'Link copied',
  },
  pendingStopped: 'Still no result; we keep asking. If you cannot wait, please tell the staff.',
  scannedAt: 'Scanned at',
  param: 'Entry parameter',
  link: { label: 'Link to this page', copy: 'Copy the link' },
} satisfies PageText;

export const text: Record<Language, PageText> = { 'zh-CN': chinese, en: english };
