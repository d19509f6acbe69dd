/**
 * The box everything goes into: typed, pasted, dropped, scanned. It has the cursor when the screen opens, and
 * keys that nothing else wants go there too, so that a scanner always finds it.
 */
import { FileAddOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { FailureCallout } from '../components/FailureCallout.tsx';
import { useFileDrop } from '../components/use-file-drop.ts';
import { grouped } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { BoxFindings } from './BoxFindings.tsx';
import { BoxTroubleNote } from './BoxTroubleNote.tsx';
import { SourceCard } from './SourceCard.tsx';
import { useBox } from './use-box.ts';
import './box.css';

interface OpenidBoxProps {
  accountId: string;
  /** One line high, above a look-up's results. */
  compact: boolean;
}

export function OpenidBox({ accountId, compact }: OpenidBoxProps) {
  const t = useText();
  const box = useBox(accountId);
  const area = useRef<TextAreaRef>(null);
  const picker = useRef<HTMLInputElement>(null);
  const drop = useFileDrop((file) => void box.takeFile(file));
  const hintId = useId();
  useStrayKeys(() => area.current?.focus());
  const startButton = useRef<HTMLButtonElement>(null);
  const hasSource = box.source !== null;
  useEffect(() => {
    if (hasSource) startButton.current?.focus();
  }, [hasSource]);

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // An input method's Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    const isLine = !box.text.trim().includes('\n');
    if (!isLine && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    if (!isLine) box.sendAll();
    else if (!box.sendLine()) event.currentTarget.select();
  }

  /** Also with a file, when there is no text to press Enter in. */
  function onKeyDownAnywhere(event: KeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    box.sendAll();
  }

  return (
    <section
      className="openid-box"
      data-compact={compact && box.source === null ? true : undefined}
      data-over={drop.over || undefined}
      aria-label={t('lookup:box.label')}
      {...drop.target}
      onKeyDown={onKeyDownAnywhere}
    >
      {box.source ? (
        <SourceCard source={box.source} choice={box.choice} onChoose={box.setChoice} onRemove={box.putAway} />
      ) : (
        <Input.TextArea
          ref={area}
          autoFocus
          rows={compact ? 1 : 6}
          value={box.text}
          spellCheck={false}
          autoComplete="off"
          aria-label={t('lookup:box.label')}
          aria-describedby={hintId}
          placeholder={t(compact ? 'lookup:box.placeholderShort' : 'lookup:box.placeholder')}
          onChange={({ target }) => box.type(target.value)}
          onKeyDown={onKeyDown}
          onPaste={(event) => {
            if (box.paste(event.clipboardData.getData('text/plain'))) event.preventDefault();
          }}
        />
      )}
      <div className="openid-box-bar">
        <div className="openid-box-said" role="status" id={hintId}>
          <BoxFindings box={box} compact={compact} />
        </div>
        <Button
          icon={<FileAddOutlined />}
          loading={box.opening}
          title={t('lookup:box.fileHint')}
          onClick={() => picker.current?.click()}
        >
          {t('lookup:box.file')}
        </Button>
        <Button
          ref={startButton}
          type="primary"
          icon={<SearchOutlined />}
          loading={box.start.isPending}
          disabled={box.openids.length === 0 || box.tooMany}
          onClick={box.sendAll}
        >
          {box.openids.length > 1
            ? t('lookup:box.startMany', { amount: grouped(box.openids.length) })
            : t('lookup:box.start')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.xlsx"
          data-testid="lookup-file"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) void box.takeFile(file);
            target.value = '';
          }}
        />
      </div>
      <BoxTroubleNote box={box} />
      {box.start.error && <FailureCallout error={box.start.error} />}
      {drop.over && <p className="openid-box-over">{t('lookup:box.dropNow')}</p>}
    </section>
  );
}

/** Characters typed where nothing takes them begin a line in the box. */
function useStrayKeys(onStray: () => void): void {
  const latest = useRef(onStray);
  useEffect(() => {
    latest.current = onStray;
  });
  useEffect(() => {
    function onKeyDown(event: globalThis.KeyboardEvent): void {
      if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey)
        return;
      const { target } = event;
      if (event.defaultPrevented || !(target instanceof HTMLElement)) return;
      if (target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="listbox"]'))
        return;
      latest.current();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
