/** The doctor screen, as an operator who wants to know what is wrong. */
import type { Page } from '@playwright/test';

export function createDoctorScreen(page: Page) {
  const finding = (check: string) => page.locator(`[data-check="${check}"]`);
  const dialog = page.getByRole('dialog');
  const checks = page.locator('section.checks');
  /** Waits for another report than the one that was there before. */
  async function reported(act: () => Promise<void>): Promise<void> {
    const before = await checks.getAttribute('data-at');
    await act();
    const another = before === null ? '[data-at]' : `:not([data-at="${before}"])`;
    await page.locator(`section.checks[aria-busy="false"]${another}`).waitFor();
  }
  return {
    /** By the address: `checks`, `explain` (with a code, when one is asked about), `calls`. */
    async open(place: 'checks' | 'explain' | 'calls', code?: number): Promise<void> {
      await page.locator('#main').waitFor();
      await page.evaluate(
        (hash) => {
          location.hash = hash;
        },
        `#/doctor/${place}${code === undefined ? '' : `/${code}`}`,
      );
    },

    /** A check's line; `data-state` is `ok`, `warning`, `failed` or `skipped`. */
    finding,
    /** What sums the checks up, once they are done. */
    summary: page.locator('.checks-summary'),
    /** Presses the button, and waits for what it finds. */
    async checkEverything(): Promise<void> {
      await reported(() => page.getByRole('button', { name: /检查全部|Check everything/ }).click());
    },
    /** One check alone. */
    async checkAgain(check: string): Promise<void> {
      const again = finding(check).getByRole('button', { name: /再查一次|Check again/ });
      await reported(() => again.click());
    },
    copyReport: page.getByRole('button', { name: /复制报告|Copy report/ }),
    saveReport: page.getByRole('button', { name: /存为文本|Save as text/ }),
    /** In the line of a token that others take. */
    switchToStable: page.getByRole('button', { name: /改用稳定版接口|Switch to the stable/ }),

    pasted: page.getByLabel(/粘贴微信的错误|Paste WeChat's error/),
    /** What a code means, once it was found in what was pasted. */
    explained: (code: number) => page.locator(`.code-explained[data-code="${code}"]`),
    askAboutRid: page.getByRole('button', { name: /向微信查询这次调用|Ask WeChat about this call/ }),
    ridReport: page.locator('.rid-report'),
    /** Finds codes in the list of all of them. */
    findCode: page.getByRole('searchbox', { name: /按数字或文字查找|Find by number or word/ }),

    calls: page.getByTestId('call-row'),
    callsWith: (outcome: 'ok' | 'refused' | 'unreachable') =>
      page.locator(`[data-testid="call-row"][data-outcome="${outcome}"]`),
    /** The opened call. */
    call: page.getByTestId('call-details'),
    endpointFilter: page.getByRole('textbox', { name: /接口里包含|Endpoint contains/ }),
    pause: page.getByRole('button', { name: /(暂停|Pause)$/ }),
    resume: page.getByRole('button', { name: /(继续|Resume)$/ }),

    /** Opens the support bundle and reads all of it from the screen. */
    async readBundle(): Promise<string> {
      await page.getByRole('button', { name: /支持信息包|Support bundle/ }).click();
      await dialog.getByRole('button', { name: /看全文|Read all of it/ }).click();
      return (await dialog.getByTestId('bundle-text').textContent()) ?? '';
    },
    saveBundle: dialog.getByRole('button', { name: /存为文件|Save as a file/ }),
  };
}
