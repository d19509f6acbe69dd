/** Where in WeChat's console to click: its own words, in their order. Consoles move, so there may be two ways. */
import { RightOutlined } from '@ant-design/icons';
import { Fragment } from 'react';
import { CopyButton } from '../components/CopyButton.tsx';
import { useText } from '../text/text.ts';
import { type ConsolePathName, consoleAddressOf, PATHS } from './wechat-console.ts';

export function ConsolePath({ name }: { name: ConsolePathName }) {
  const t = useText();
  const paths: readonly (readonly string[])[] = PATHS[name];
  const address = consoleAddressOf(name);
  return (
    <dl className="console-path">
      <dt>
        {t('setup:where')}
        <span className="console-path-address">
          <code>{address}</code>
          <CopyButton size="small" type="text" iconOnly text={address} label={`${t('copy')} ${address}`} />
        </span>
      </dt>
      {paths.map((path, index) => (
        <dd key={path.join()}>
          {index > 0 && <span className="setup-note">{t('setup:or')}</span>}
          <span lang="zh-CN">
            {path.map((place, depth) => (
              <Fragment key={place}>
                {depth > 0 && <RightOutlined aria-hidden />} {place}
              </Fragment>
            ))}
          </span>
        </dd>
      ))}
    </dl>
  );
}
