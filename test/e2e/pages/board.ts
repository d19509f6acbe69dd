/** The board as the people in front of it see it. */
import type { Page } from '@playwright/test';

export function createBoardPage(page: Page) {
  return {
    page,
    title: page.getByRole('heading', { level: 1 }),
    entries: page.getByTestId('board-entry'),
    /** `followed`, `not_followed` or `unknown`. */
    count: (verdict: string) => page.getByTestId(`board-${verdict}`),
    latest: page.getByTestId('board-latest').getByRole('listitem'),
    status: page.getByRole('status'),
  };
}
