/** The board's root: a page of its own, because a projector needs nothing else of the console. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { createBoardClient } from '../host/board-client.ts';
import { createText } from '../text/text.ts';
import { paletteProperties, palettes } from '../theme/palette.ts';
import { BoardScreen } from './BoardScreen.tsx';
import { readLook } from './look.ts';
import '../theme/base.css';

const root = document.getElementById('root');
if (root) {
  const look = readLook(window.location.hash, navigator.languages);
  const page = document.documentElement;
  page.lang = look.language;
  page.dataset.theme = look.theme;
  page.style.colorScheme = look.theme;
  for (const [name, value] of paletteProperties(palettes[look.theme])) page.style.setProperty(name, value);
  createRoot(root).render(
    <StrictMode>
      <I18nextProvider i18n={createText(look.language)}>
        <BoardScreen board={createBoardClient(window, look.key)} />
      </I18nextProvider>
    </StrictMode>,
  );
}
