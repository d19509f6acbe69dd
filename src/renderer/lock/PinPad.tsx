/** A PIN by keyboard, by the pad on screen, or by a phone's own digits. It is never shown and never remembered. */
import { EnterOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { useText } from '../text/text.ts';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const SHORTEST = 4;
const LONGEST = 12;

interface PinPadProps {
  pin: string;
  onChange: (pin: string) => void;
  onEnter: () => void;
  /** A PIN is being looked at, or has to wait. */
  isDisabled: boolean;
  describedBy: string;
}

export function PinPad({ pin, onChange, onEnter, isDisabled, describedBy }: PinPadProps) {
  const t = useText();
  const field = useRef<HTMLInputElement>(null);
  const isComplete = pin.length >= SHORTEST && !isDisabled;
  useEffect(() => {
    if (!isDisabled) field.current?.focus({ preventScroll: true });
  }, [isDisabled]);

  function add(digit: string): void {
    onChange((pin + digit).slice(0, LONGEST));
  }

  return (
    <form
      className="pin-pad"
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onEnter();
      }}
    >
      <input
        ref={field}
        className="pin-pad-field"
        type="password"
        inputMode="numeric"
        aria-label={t('lock:pad.label')}
        aria-describedby={describedBy}
        autoComplete="off"
        data-1p-ignore
        data-lpignore="true"
        maxLength={LONGEST}
        disabled={isDisabled}
        value={pin}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
      />
      {/* The pad is for fingers: the keyboard has the field, and keeps it. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus where it is */}
      <div className="pin-pad-keys" onMouseDown={(event) => event.preventDefault()}>
        {DIGITS.map((digit) => (
          <Key
            key={digit}
            isDisabled={isDisabled}
            label={t('lock:pad.digit', { digit })}
            onPress={() => add(digit)}
          >
            {digit}
          </Key>
        ))}
        <Key isDisabled={isDisabled} label={t('lock:pad.delete')} onPress={() => onChange(pin.slice(0, -1))}>
          ⌫
        </Key>
        <Key isDisabled={isDisabled} label={t('lock:pad.digit', { digit: '0' })} onPress={() => add('0')}>
          0
        </Key>
        <button
          type="submit"
          className="pin-pad-enter"
          disabled={!isComplete}
          aria-label={t('lock:pad.enter')}
          title={t('lock:pad.enter')}
        >
          <EnterOutlined aria-hidden />
        </button>
      </div>
    </form>
  );
}

interface KeyProps {
  label: string;
  isDisabled: boolean;
  onPress: () => void;
  children: string;
}

function Key({ label, isDisabled, onPress, children }: KeyProps) {
  return (
    <button type="button" tabIndex={-1} aria-label={label} disabled={isDisabled} onClick={onPress}>
      {children}
    </button>
  );
}
